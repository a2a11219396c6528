// Records that come with what belongs to them inside.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/unit/formats/odata_fixture.hpp"

namespace kamerzoek {
namespace {

using odata_test::Found;
using odata_test::guid;
using odata_test::page;
using odata_test::read;
using odata_test::stamp;
using odata_test::with_id;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

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

}  // namespace
}  // namespace kamerzoek
