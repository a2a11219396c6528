#include "corpus/formats/odata.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "corpus/formats/utc_stamp.hpp"
#include "tests/unit/formats/odata_fixture.hpp"

namespace kamerzoek {
namespace {

using odata_test::base;
using odata_test::Found;
using odata_test::guid;
using odata_test::page;
using odata_test::read;
using odata_test::stamp;
using odata_test::with_id;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using testing::UnorderedElementsAre;

TEST(OData, ReadsADocument) {
  const Found found = read(page("Document", R"({"Id":"AAAAAAAA-0000-4000-8000-000000000001",
      "Soort":"Brief regering","DocumentNummer":"2031D00001","Titel":"Windmolens ","Onderwerp":" Over molens ","Datum":"2031-06-12T00:00:00+02:00","Vergaderjaar":"2030-2031","Kamer":2,
      "Volgnummer":7,"Citeertitel":null,"Alias":"","ContentLength":0,"Sluiting":"0001-01-01T00:00:00Z",
      "DatumRegistratie":"2031-06-12T00:00:00+02:00","HuidigeDocumentVersie_Id":"x","Geheim":false,
      "GewijzigdOp":"2031-06-12T13:03:10.49+02:00","ApiGewijzigdOp":"2031-06-12T11:28:08.78Z",
      "Verwijderd":false})"));
  ASSERT_TRUE(found.result) << found.result.error().message;
  ASSERT_EQ(found.pieces.size(), 1U);
  const Piece& piece = found.pieces[0];
  EXPECT_EQ(piece.kind, Kind::document);
  EXPECT_EQ(piece.source, Source::odata);
  EXPECT_EQ(piece.name, "Document/" + guid(1));
  EXPECT_THAT(piece.keys, ElementsAre("2031D00001", guid(1)));
  EXPECT_EQ(piece.stamp, "2031-06-12T11:28:08.7800000Z");
  EXPECT_EQ(piece.origin, "");
  EXPECT_EQ(piece.fields.documentNummer, "2031D00001");
  EXPECT_EQ(piece.fields.titel, "Windmolens");
  EXPECT_EQ(piece.fields.onderwerp, "Over molens");
  EXPECT_EQ(piece.fields.datum, "2031-06-12");
  EXPECT_EQ(piece.fields.volgnummer, "7");
  EXPECT_EQ(piece.fields.bijgewerkt, "2031-06-12T13:03:10.49+02:00");
  EXPECT_THAT(piece.fields.kenmerken,
              UnorderedElementsAre(Pair("kamer", "2"), Pair("huidigeDocumentVersie_Id", "x"),
                                   Pair("datumRegistratie", "2031-06-12T00:00:00+02:00")));
}

TEST(OData, MinusOneIsNoVolgnummer) {
  const Found found = read(page(
      "Document", with_id(1, R"("Volgnummer":-1)") + "," + with_id(2, R"("Volgnummer":null)")));
  EXPECT_EQ(found.named("Document/" + guid(1)).fields.volgnummer, "");
  EXPECT_EQ(found.named("Document/" + guid(2)).fields.volgnummer, "");
}

TEST(OData, WithdrawnPieceHasNothingButItsGuid) {
  const Found found =
      read(page("Document", with_id(1, R"("Verwijderd":true,"DocumentNummer":"2031D00001")")));
  ASSERT_EQ(found.pieces.size(), 1U);
  EXPECT_TRUE(found.pieces[0].withdrawn);
  EXPECT_EQ(found.pieces[0].fields, Fields{});
  EXPECT_THAT(found.pieces[0].keys, ElementsAre(guid(1)));
  EXPECT_EQ(found.pieces[0].stamp, stamp);
}

TEST(OData, OddNumbersAreNoKeys) {
  const Found found = read(page("Document", with_id(1, R"("DocumentNummer":"1")")));
  EXPECT_THAT(found.pieces.at(0).keys, ElementsAre(guid(1)));
}

std::vector<std::string> keys_of_answer(const std::string& soort, const std::string& number) {
  const Found found =
      read(page("Document", with_id(1, R"("Soort":")" + soort + R"(","Vergaderjaar":"2030-2031",)" +
                                           R"("Aanhangselnummer":")" + number + R"(")")));
  return found.pieces.at(0).keys;
}

TEST(OData, AanhangselnummerNamesThePublication) {
  const std::string antwoord = "Antwoord schriftelijke vragen";
  EXPECT_THAT(keys_of_answer(antwoord, "303100124"), ElementsAre(guid(1), "ah-tk-20302031-124"));
  EXPECT_THAT(keys_of_answer("Mededeling (uitstel antwoord)", "303112345"),
              ElementsAre(guid(1), "ah-tk-20302031-12345"));
  EXPECT_THAT(keys_of_answer(antwoord, "293000124"), ElementsAre(guid(1)));
  EXPECT_THAT(keys_of_answer(antwoord, "124"), ElementsAre(guid(1)));
  EXPECT_THAT(keys_of_answer(antwoord, "303100000"), ElementsAre(guid(1)));
  EXPECT_THAT(keys_of_answer("Brief regering", "303100124"), ElementsAre(guid(1)));
}

TEST(OData, ContextNamesTheTypeInAllItsForms) {
  for (const char* context :
       {"Document", "Document(Id,Soort)", "Document/$entity", "Document(Zaak())/$entity",
        "Zaak(0571eb2e-0e16-4a43-8ca8-c2af7c57fab8)/Document"}) {
    const Found found = read(page(context, with_id(1, R"("Soort":"x")")));
    EXPECT_THAT(found.names(), ElementsAre("Document/" + guid(1))) << context;
  }
}

TEST(OData, SingleRecordStatesItsTypeOrShowsIt) {
  const std::string stated =
      R"({"@odata.context":")" + base + R"(Zaak/$entity","Id":")" + guid(1) + R"("})";
  EXPECT_THAT(read(stated).names(), ElementsAre("Zaak/" + guid(1)));
  const std::vector<std::pair<std::string, std::string>> shown = {
      {"GestartOp", "Zaak"},
      {"DocumentNummer", "Document"},
      {"DatumSoort", "Activiteit"},
      {"Rubriek", "Agendapunt"},
      {"BesluitTekst", "Besluit"},
      {"FractieGrootte", "Stemming"},
      {"VergaderingNummer", "Vergadering"},
      {"Achternaam", "Persoon"},
      {"AantalZetels", "Fractie"}};
  for (const auto& [property, type] : shown) {
    EXPECT_THAT(read(with_id(1, "\"" + property + "\":null")).names(),
                ElementsAre(type + "/" + guid(1)));
  }
}

TEST(OData, UnknownTypeIsOneProblem) {
  const Found found =
      read(page("Zaal", with_id(1, R"("Naam":"a")") + "," + with_id(2, R"("N":1)")));
  EXPECT_TRUE(found.result);
  EXPECT_THAT(found.problems,
              ElementsAre(Pair("@odata.context", "entiteit 'Zaal' wordt niet gelezen")));
  EXPECT_THAT(read(with_id(1, R"("Naam":"a")")).problems,
              ElementsAre(Pair("record", "geen entiteit die de lezer kent")));
}

TEST(OData, ReadsAZaak) {
  const Found found = read(page("Zaak", with_id(1, R"("Nummer":"2031Z00012","Soort":"Motie",
      "Onderwerp":"Molens ","GestartOp":"2031-03-01T00:00:00+01:00","Afgedaan":false,
      "GrootProject":false,"Kabinetsappreciatie":"Oordeel Kamer","Volgnummer":4)")));
  const Piece& piece = found.named("Zaak/" + guid(1));
  EXPECT_EQ(piece.kind, Kind::zaak);
  EXPECT_THAT(piece.keys, ElementsAre("2031Z00012", guid(1)));
  EXPECT_EQ(piece.fields.documentNummer, "2031Z00012");
  EXPECT_EQ(piece.fields.datum, "2031-03-01");
  EXPECT_EQ(piece.fields.volgnummer, "4");
  EXPECT_THAT(piece.fields.kenmerken,
              UnorderedElementsAre(Pair("afgedaan", "false"),
                                   Pair("kabinetsappreciatie", "Oordeel Kamer")));
}

TEST(OData, ReadsWhatIsNoDocument) {
  const auto one = [](const char* type, const std::string& members) {
    return read(page(type, with_id(1, members))).named(std::string(type) + "/" + guid(1));
  };
  const Piece activiteit = one("Activiteit", R"("Nummer":"2031A00001","Soort":"Debat","Onderwerp":
      "Molens","Datum":null,"Aanvangstijd":"2031-03-01T14:00:00+01:00","Noot":"<p>a </p>")");
  EXPECT_EQ(activiteit.fields.datum, "2031-03-01");
  EXPECT_EQ(activiteit.fields.kenmerken.at("noot"), "<p>a </p>");
  EXPECT_THAT(activiteit.keys, ElementsAre("2031A00001", guid(1)));
  const Piece besluit = one(
      "Besluit", R"("BesluitTekst":"Aangenomen.","BesluitSoort":"Stemmen","Agendapunt_Id":"b")");
  EXPECT_EQ(besluit.fields.onderwerp, "Aangenomen.");
  EXPECT_EQ(besluit.fields.soort, "Stemmen");
  EXPECT_EQ(besluit.fields.kenmerken.at("agendapunt_Id"), "b");
  EXPECT_EQ(one("Stemming", R"("ActorNaam":"Molenaar","ActorFractie":"WIND")").fields.onderwerp,
            "Molenaar (WIND)");
  EXPECT_EQ(one("Stemming", R"("ActorNaam":"WIND","ActorFractie":"WIND")").fields.onderwerp,
            "WIND");
  EXPECT_EQ(one("Vergadering", R"("Titel":"9e vergadering")").fields.onderwerp, "9e vergadering");
  const Piece persoon = one("Persoon", R"("Nummer":12,"Roepnaam":"Anna","Tussenvoegsel":"van der",
      "Achternaam":"Molen")");
  EXPECT_EQ(persoon.fields.onderwerp, "Anna van der Molen");
  EXPECT_THAT(persoon.keys, ElementsAre(guid(1), "persoon-12"));
  const Piece fractie = one("Fractie", R"("Nummer":34,"NaamNL":"Windpartij")");
  EXPECT_EQ(fractie.fields.onderwerp, "Windpartij");
  EXPECT_THAT(fractie.keys, ElementsAre(guid(1), "fractie-34"));
}

TEST(OData, BadRecordIsReportedAndTheRestGoesOn) {
  const Found found = read(
      page("Document", R"(5,{"Soort":"x"},{"Id":"1"},)" + with_id(1, R"("Onderwerp":{"a":1})") +
                           "," + with_id(2, R"("Datum":20310612)") + "," +
                           with_id(3, R"("Zaak":[7,{"Nummer":"2031Z00012"}])")));
  EXPECT_TRUE(found.result);
  EXPECT_THAT(found.problems,
              ElementsAre(Pair("value[0]", "geen JSON-object"), Pair("value[1]", "zonder 'Id'"),
                          Pair("value[2]", "'Id' is geen GUID"),
                          Pair("value[3]", "'Onderwerp' heeft een waarde van de verkeerde soort"),
                          Pair("value[4]", "'Datum' heeft een waarde van de verkeerde soort"),
                          Pair("value[5].Zaak[0]", "geen JSON-object"),
                          Pair("value[5].Zaak[1]", "zonder 'Id'")));
  EXPECT_THAT(found.names(), ElementsAre("Document/" + guid(3), "Document/" + guid(3) + "/Zaak"));
}

std::string failure_of(const std::string& bytes) {
  const Found found = read(bytes);
  return found.result ? "no failure" : found.result.error().message;
}

TEST(OData, BrokenFilesFailWithTheirPlace) {
  EXPECT_EQ(failure_of(""), "JSON houdt op voor het einde (byte 0)");
  EXPECT_EQ(failure_of(R"({"value":[)"), "JSON houdt op voor het einde (byte 10)");
  EXPECT_EQ(failure_of(R"({"value":x})"), "geen geldige JSON (byte 9)");
  EXPECT_THAT(failure_of("{\"value\":[\"\xFF\"]}"), HasSubstr("geen geldige JSON (byte 11)"));
  EXPECT_THAT(failure_of(R"({"value":[1e999]})"), HasSubstr("getal buiten bereik (byte"));
  EXPECT_EQ(failure_of(std::string(100000, '[')), "JSON dieper genest dan 64 niveaus (byte 64)");
  EXPECT_THAT(failure_of(R"({"value":)" + std::string(100000, '[')), HasSubstr("dieper genest"));
  EXPECT_EQ(failure_of("[]"), "geen JSON-object");
  EXPECT_EQ(failure_of(R"({"error":{}})"), "geen OData: zonder 'value' en zonder 'Id'");
  EXPECT_EQ(failure_of(R"({"value":5})"), "'value' is geen lijst");
}

TEST(OData, HugeNumbersAreNoProblem) {
  const Found found = read(page("Document", with_id(1, R"("Volgnummer":123456789012345678901)")));
  EXPECT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(read(page("Document", with_id(1, R"("ContentLength":18446744073709551615)")))
                .pieces.at(0)
                .fields.kenmerken.at("contentLength"),
            "18446744073709551615");
}

TEST(OData, ByteOrderMarkIsFine) {
  EXPECT_EQ(read("\xEF\xBB\xBF" + page("Document", with_id(1, R"("Soort":"x")"))).pieces.size(),
            1U);
}

TEST(UtcStamp, ComparesAsTime) {
  EXPECT_EQ(utc_stamp("2025-06-12T11:28:08.7878643Z"), "2025-06-12T11:28:08.7878643Z");
  EXPECT_EQ(utc_stamp("2025-06-12T11:28:08Z"), "2025-06-12T11:28:08.0000000Z");
  EXPECT_EQ(utc_stamp("2025-01-01T00:30:00.5+01:00"), "2024-12-31T23:30:00.5000000Z");
  EXPECT_EQ(utc_stamp("2024-02-28T23:30-01:00"), "2024-02-29T00:30:00.0000000Z");
  EXPECT_EQ(utc_stamp("2025-06-12 11:28"), "2025-06-12T11:28:00.0000000Z");
  EXPECT_EQ(utc_stamp("2025-06-12T11:28:08.123456789Z"), "2025-06-12T11:28:08.1234567Z");
  for (const char* none : {"", "2025-06-12", "2025-13-12T11:28:08Z", "2025-02-30T11:28:08Z",
                           "2025-06-12T25:28:08Z", "2025-06-12T11:28:08Zx", "gisteren",
                           "2025-06-12T11:28:08.1234567890Z", "0000-01-01T00:00:00+02:00"}) {
    EXPECT_EQ(utc_stamp(none), "") << none;
  }
}

TEST(UtcStamp, YearOneIsNoDate) {
  EXPECT_EQ(iso_date("0001-01-01T00:00:00Z"), "");
  EXPECT_EQ(iso_date("2025-06-12T00:00:00+02:00"), "2025-06-12");
  EXPECT_EQ(iso_minute("2025-06-12T15:45:00+02:00"), "2025-06-12T15:45");
  EXPECT_EQ(iso_minute("2025-06-12"), "2025-06-12");
  EXPECT_EQ(iso_minute(""), "");
}

}  // namespace
}  // namespace kamerzoek
