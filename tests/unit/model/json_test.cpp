#include "corpus/model/json.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "corpus/model/merge.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;

Piece full_piece() {
  Piece piece;
  piece.source = Source::opentk;
  piece.name = "2025D27614";
  piece.keys = {"2025D27614", "kst-34682-228"};
  piece.stamp = "2025-06-16T10:27:00Z";
  piece.origin = "file:///brief.txt";
  Fields& fields = piece.fields;
  fields.documentNummer = "2025D27614";
  fields.soort = "Brief regering";
  fields.titel = "Visie";
  fields.onderwerp = "Uitkomsten «overleg»";
  fields.datum = "2025-06-12";
  fields.vergaderjaar = "2024-2025";
  fields.dossiers = {{{"34682", ""}, "Visie"}, {{"36600", "XXII"}, "Begroting"}};
  fields.volgnummer = "228";
  fields.zaken = {"2025Z12077"};
  fields.actoren = {{"M. de Vries", "minister", "Eerste ondertekenaar", "BBB"}};
  fields.bijlagen = {{"Afsprakenlijst", "2025D27615"}, {"Zonder nummer", ""}};
  fields.bronDocument = "2025D00001";
  fields.agenda = {{"2025-06-17T15:45", "Regeling", "Regeling van werkzaamheden", "TK"}};
  fields.versie = "2";
  fields.bijgewerkt = "2025-06-16T10:27";
  fields.kenmerken = {{"kamer", "2"}};
  fields.tekst = "Kop\nZie 34 682, nr. 1";
  fields.marks = {{Mark::Kind::kop, 0, 3, {}}, {Mark::Kind::verwijzing, 8, 21, "kst-34682-1"}};
  fields.noten = {{"1", "Een noot", 21}, {"2", "Zonder plaats", {}}};
  return piece;
}

TEST(Json, APieceComesBackAsItWas) {
  const Piece piece = full_piece();
  const auto back = piece_from_json(json::parse(to_json(piece).dump()));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, piece);
}

TEST(Json, HasTheNamesOfTheContract) {
  Record record;
  put(record, full_piece());
  const auto out = describe(record);
  EXPECT_EQ(out["id"], "kst-34682-228");
  EXPECT_EQ(out["dossier"].dump(), R"({"nummer":"34682","toevoeging":"","titel":"Visie"})");
  EXPECT_EQ(out["zaken"][0]["nummer"], "2025Z12077");
  EXPECT_EQ(out["actoren"][0]["relatie"], "Eerste ondertekenaar");
  EXPECT_EQ(out["bronnen"][0]["bron"], "opentk");
}

TEST(Json, TakesTheDossierAsAPlainNumber) {
  for (const char* text :
       {R"({"dossier":"36600-XXII"})", R"({"dossier":{"nummer":"36600","toevoeging":"XXII"}})"}) {
    const auto fields = fields_from_json(json::parse(text));
    ASSERT_TRUE(fields) << text;
    EXPECT_EQ(fields->dossiers.at(0).nummer.text(), "36600-XXII") << text;
  }
  const auto number = fields_from_json(json::parse(R"({"dossier":34682})"));
  ASSERT_TRUE(number);
  EXPECT_EQ(number->dossiers.at(0).nummer.text(), "34682");
}

TEST(Json, NamesTheFieldOfAWrongType) {
  const auto expect_refused = [](const char* text, const char* field) {
    const auto fields = fields_from_json(json::parse(text));
    ASSERT_FALSE(fields) << text;
    EXPECT_THAT(fields.error().message, testing::HasSubstr(field)) << text;
  };
  expect_refused(R"({"titel":7})", "titel");
  expect_refused(R"({"dossier":"veertien"})", "dossier");
  expect_refused(R"({"zaken":"2025Z1"})", "zaken");
  expect_refused(R"({"actoren":[{"naam":[]}]})", "naam");
  expect_refused(R"({"kenmerken":{"a":1}})", "kenmerken");
}

TEST(Json, RefusesMarksOutsideTheText) {
  EXPECT_FALSE(fields_from_json(
      json::parse(R"({"tekst":"abc","markeringen":[{"soort":"kop","begin":1,"einde":9}]})")));
  EXPECT_FALSE(fields_from_json(
      json::parse(R"({"tekst":"abc","noten":[{"nummer":"1","tekst":"n","plaats":9}]})")));
}

TEST(Json, RepairsTextThatIsNoUtf8) {
  Fields fields;
  fields.titel = "ab\xff";
  EXPECT_EQ(dump(to_json(fields)), "{\"titel\":\"ab\uFFFD\"}");
}

}  // namespace
}  // namespace kamerzoek
