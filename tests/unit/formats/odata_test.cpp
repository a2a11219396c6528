#include "corpus/formats/odata.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "corpus/formats/utc_stamp.hpp"

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

struct Found {
  std::vector<Piece> pieces;
  std::vector<std::pair<std::string, std::string>> problems;
  Result<void> result;

  const Piece& named(const std::string& name) const {
    static const Piece none;
    for (const Piece& piece : pieces) {
      if (piece.name == name) return piece;
    }
    ADD_FAILURE() << "no piece " << name;
    return none;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Piece& piece : pieces) all.push_back(piece.name);
    return all;
  }
};

Found read(const std::string& bytes) {
  Found found;
  const Sink sink{[&](Piece piece) { found.pieces.push_back(std::move(piece)); },
                  [&](std::string where, Error error) {
                    found.problems.emplace_back(std::move(where), error.message);
                  }};
  found.result = read_odata({bytes, "file:///x.json"}, sink);
  return found;
}

const std::string base = "https://voorbeeld.nl/OData/v4/2.0/$metadata#";

std::string page(const std::string& context, const std::string& records) {
  return R"({"@odata.context":")" + base + context + R"(","value":[)" + records + "]}";
}

/// A GUID that ends in the digit.
std::string guid(int digit) {
  return "aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(digit);
}

std::string with_id(int digit, const std::string& members) {
  return R"({"Id":")" + guid(digit) + R"(","ApiGewijzigdOp":"2025-01-02T03:04:05.5Z",)" + members +
         "}";
}

constexpr const char* stamp = "2025-01-02T03:04:05.5000000Z";

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

TEST(OData, ExpandedZaakYieldsItsDocumentsAndTheirRelation) {
  const Found found = read(with_id(
      1, R"("Nummer":"2031Z00012","GestartOp":null,"Document":[)" +
             with_id(2, R"("DocumentNummer":"2031D00001","HuidigeDocumentVersie":)" +
                            with_id(3, R"("Versienummer":4,"Extensie":".pdf","ExterneIdentifier":
                                "kst-39999-5","DocumentPublicatie":[{"Url":"https://a"},
                                {"Url":"https://b"},{"Url":"https://c","Verwijderd":true}])")) +
             "," + with_id(4, R"("Verwijderd":true)") + "]"));
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(found.names(),
              UnorderedElementsAre("Zaak/" + guid(1), "Document/" + guid(2),
                                   "Zaak/" + guid(1) + "/Document", "DocumentVersie/" + guid(3),
                                   "Document/" + guid(4)));
  const Piece& relation = found.named("Zaak/" + guid(1) + "/Document");
  EXPECT_EQ(relation.kind, Kind::document);
  EXPECT_THAT(relation.keys, ElementsAre(guid(2)));
  EXPECT_THAT(relation.fields.zaken, ElementsAre("2031Z00012"));
  EXPECT_EQ(relation.stamp, stamp);
  const Piece& version = found.named("DocumentVersie/" + guid(3));
  EXPECT_EQ(version.kind, Kind::document);
  EXPECT_THAT(version.keys, ElementsAre(guid(2), guid(3), "kst-39999-5"));
  EXPECT_EQ(version.fields.versie, "4");
  EXPECT_EQ(version.fields.kenmerken.at("publicaties"), "https://a\nhttps://b");
  EXPECT_TRUE(found.named("Document/" + guid(4)).withdrawn);
}

TEST(OData, WithdrawnVersionDoesNotCarryTheDocumentsKey) {
  const Found found = read(page(
      "Document", with_id(1, R"("HuidigeDocumentVersie":)" + with_id(2, R"("Verwijderd":true)"))));
  EXPECT_THAT(found.named("DocumentVersie/" + guid(2)).keys, ElementsAre(guid(2)));
}

TEST(OData, OfAllVersionsTheCurrentOneCounts) {
  const std::string versions = R"("DocumentVersie":[)" + with_id(2, R"("Versienummer":9)") + "," +
                               with_id(3, R"("Versienummer":10)") + "]";
  EXPECT_THAT(read(page("Document", with_id(1, versions))).names(),
              ElementsAre("Document/" + guid(1), "DocumentVersie/" + guid(3)));
  const std::string named = R"("HuidigeDocumentVersie_Id":")" + guid(2) + R"(",)" + versions;
  EXPECT_THAT(read(page("Document", with_id(1, named))).names(),
              ElementsAre("Document/" + guid(1), "DocumentVersie/" + guid(2)));
}

Piece dossier_relation(const std::string& document, const std::string& dossiers) {
  return read(page("Document", with_id(1, document + R"(,"Kamerstukdossier":)" + dossiers)))
      .named("Document/" + guid(1) + "/Kamerstukdossier");
}

TEST(OData, DossierAndVolgnummerNameTheKamerstuk) {
  const std::string brief = R"("Soort":"Brief regering","Volgnummer":5)";
  const std::string one = R"([{"Nummer":39999,"Toevoeging":"XXII","Titel":"Molens"}])";
  const Piece piece = dossier_relation(brief, one);
  EXPECT_THAT(piece.keys, ElementsAre(guid(1), "kst-39999-XXII-5"));
  EXPECT_THAT(piece.fields.dossiers, ElementsAre(DossierLink{{"39999", "XXII"}, "Molens"}));
  EXPECT_THAT(
      dossier_relation(brief, R"j([{"Nummer":22,"Toevoeging":"(R1975)"}])j").fields.dossiers,
      ElementsAre(DossierLink{{"00022", "R1975"}, ""}));
}

TEST(OData, DoubtfulKamerstukIsNoKey) {
  const std::string one = R"([{"Nummer":39999}])";
  const auto keys = [](const std::string& document, const std::string& dossiers) {
    return dossier_relation(document, dossiers).keys;
  };
  EXPECT_THAT(keys(R"("Soort":"Bijlage","Volgnummer":5)", one), ElementsAre(guid(1)));
  EXPECT_THAT(keys(R"("Soort":"Brief","Volgnummer":-1)", one), ElementsAre(guid(1)));
  EXPECT_THAT(keys(R"("Soort":"Brief","Volgnummer":5,"Kamer":1)", one), ElementsAre(guid(1)));
  EXPECT_THAT(keys(R"("Soort":"Brief","Volgnummer":5)", R"([{"Nummer":39999},{"Nummer":39998}])"),
              ElementsAre(guid(1)));
  EXPECT_THAT(keys(R"("Soort":"Brief","Volgnummer":5,"HuidigeDocumentVersie":)" +
                       with_id(2, R"("ExterneIdentifier":"kst-39999-6")"),
                   one),
              ElementsAre(guid(1)));
}

TEST(OData, DocumentShowsActorsZakenAndAnnexes) {
  const Found found = read(page(
      "Document",
      with_id(1, R"("DocumentNummer":"2031D00001","DocumentActor":[{"ActorNaam":"A. Molen",
          "Functie":"minister","Relatie":"Eerste ondertekenaar","ActorFractie":"WIND"},
          {"ActorNaam":"B","Verwijderd":true}],"Zaak":[)" +
                     with_id(2, R"("Nummer":"2031Z00012")") + R"(],"BijlageDocument":[)" +
                     with_id(3, R"("DocumentNummer":"2031D00002","Onderwerp":"Kaart ")") + "]")));
  const std::string owner = "Document/" + guid(1);
  EXPECT_THAT(found.named(owner + "/DocumentActor").fields.actoren,
              ElementsAre(Actor{"A. Molen", "minister", "Eerste ondertekenaar", "WIND"}));
  EXPECT_THAT(found.named(owner + "/Zaak").fields.zaken, ElementsAre("2031Z00012"));
  EXPECT_EQ(found.named("Zaak/" + guid(2)).kind, Kind::zaak);
  const Piece& annexes = found.named(owner + "/BijlageDocument");
  EXPECT_THAT(annexes.keys, ElementsAre(guid(1)));
  EXPECT_THAT(annexes.fields.bijlagen, ElementsAre(Bijlage{"Kaart", "2031D00002"}));
  const auto of_annex = std::ranges::find(found.pieces, std::vector{guid(3)}, &Piece::keys);
  ASSERT_NE(of_annex, found.pieces.end());
  EXPECT_EQ(of_annex->name, owner + "/BijlageDocument");
  EXPECT_EQ(of_annex->fields.bronDocument, "2031D00001");
}

TEST(OData, AgendaComesFromActiviteitenAndAgendapunten) {
  const Found found = read(
      page("Zaak",
           with_id(1, R"("Nummer":"2031Z00012","Activiteit":[)" +
                          with_id(2, R"("Onderwerp":"Debat","Soort":"Plenair","Voortouwnaam":"TK",
                         "Datum":"2031-03-02T00:00:00+01:00",
                         "Aanvangstijd":"2031-03-02T14:00:00+01:00")") +
                          R"(],"Agendapunt":[)" +
                          with_id(3, R"("Onderwerp":"Punt","Activiteit":)" +
                                         with_id(4, R"("Datum":"2031-03-03T00:00:00+01:00",
                                        "Soort":"Procedure","Voortouwnaam":"commissie")")) +
                          "]")));
  const std::string owner = "Zaak/" + guid(1);
  EXPECT_THAT(found.named(owner + "/Activiteit").fields.agenda,
              ElementsAre(AgendaItem{"2031-03-02T14:00", "Debat", "Plenair", "TK"}));
  EXPECT_THAT(found.named(owner + "/Agendapunt").fields.agenda,
              ElementsAre(AgendaItem{"2031-03-03", "Punt", "Procedure", "commissie"}));
  EXPECT_EQ(found.named("Activiteit/" + guid(4)).kind, Kind::activiteit);
}

TEST(OData, NestedBesluitAndStemmingKnowTheirOwner) {
  const Found found = read(page(
      "Agendapunt",
      with_id(1, R"("Nummer":"2031P00001","Besluit":[)" +
                     with_id(2, R"("Stemming":[)" + with_id(3, R"("ActorNaam":"WIND")") + "]") +
                     "]")));
  EXPECT_EQ(found.named("Agendapunt/" + guid(1) + "/Besluit").fields.kenmerken.at("agendapunt_Id"),
            guid(1));
  EXPECT_EQ(found.named("Besluit/" + guid(2) + "/Stemming").fields.kenmerken.at("besluit_Id"),
            guid(2));
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
