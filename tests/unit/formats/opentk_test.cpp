#include "corpus/formats/opentk.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/note_marks.hpp"
#include "reading.hpp"

namespace kamerzoek {
namespace {

using test::read;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string page_text =
    "Bruggen in 2025\r\nBruggen en sluizen\r\nBrief regering\r\n"
    "Nummer: 2025D00017, datum: 2025-06-12, bijgewerkt: 2025-06-16 10:27, versie: 2 (versie 1)\n"
    "Directe link naar document (.docx), link naar pagina op de Tweede Kamer site.\n"
    "Gerelateerde personen:- Eerste ondertekenaar: A.B. Jansen, minister van Bruggen (Ooit BP "
    "kamerlid)\n"
    "- Mede ondertekenaar: C. de Vries, Tweede Kamerlid (BP)\n"
    "- Bijlage: lijst van bruggen\n"
    "- Verslag\n"
    "Onderdeel van kamerstukdossier 99123 XVI-17 Bruggen en sluizen.\n"
    "Onderdeel van zaak 2025Z00001:\n"
    "- Indiener: A.B. Jansen, minister van Bruggen\n"
    "- Voortouwcommissie: vaste commissie voor Bruggen, Sluizen en Dijken (2017-2024)\n"
    "- 2025-06-17 15:45: Overleg (gewijzigd), deel 2 (Regeling van werkzaamheden), TK\n"
    "Onderdeel van zaak 2025Z00002:\n"
    "Onderdeel van activiteiten:\n"
    "- 2025-07-01: Debat (Commissiedebat), vaste commissie voor Bruggen\n"
    "Preview document (🔗 origineel)\n"
    "Vergaderjaar 2024-2025\n"
    "De brug1 stoot CO2 uit.2\n\n"
    "Slot’3.\n"
    "Zie bijlage.↩︎\n"
    "Kamerstuk 99123, nr. 1\n"
    "en nr. 2↩︎\n"
    "Slotnoot↩\n";

TEST(OpenTk, DocumentFields) {
  const auto got = read(read_opentk_text, page_text);
  ASSERT_THAT(got.pieces, SizeIs(3)) << got.message();
  const Piece& piece = got.pieces[0];
  EXPECT_EQ(piece.source, Source::opentk);
  EXPECT_EQ(piece.name, "2025D00017");
  EXPECT_THAT(piece.keys, ElementsAre("2025D00017", "kst-99123-XVI-17"));
  EXPECT_EQ(piece.stamp, "2025-06-16T10:27:00Z");
  EXPECT_EQ(piece.origin, "file:///proef");
  const Fields& fields = piece.fields;
  EXPECT_EQ(fields.documentNummer, "2025D00017");
  EXPECT_EQ(fields.onderwerp, "Bruggen in 2025");
  EXPECT_EQ(fields.titel, "Bruggen en sluizen");
  EXPECT_EQ(fields.soort, "Brief regering");
  EXPECT_EQ(fields.datum, "2025-06-12");
  EXPECT_EQ(fields.versie, "2");
  EXPECT_EQ(fields.bijgewerkt, "2025-06-16T10:27:00");
  EXPECT_EQ(fields.vergaderjaar, "2024-2025");
  EXPECT_EQ(fields.volgnummer, "17");
  ASSERT_THAT(fields.dossiers, SizeIs(1));
  EXPECT_EQ(fields.dossiers[0].nummer.text(), "99123-XVI");
  EXPECT_EQ(fields.dossiers[0].titel, "Bruggen en sluizen");
  EXPECT_THAT(fields.zaken, ElementsAre("2025Z00001", "2025Z00002"));
  EXPECT_THAT(fields.actoren,
              ElementsAre(Actor{"A.B. Jansen", "minister van Bruggen", "Eerste ondertekenaar", ""},
                          Actor{"C. de Vries", "Tweede Kamerlid", "Mede ondertekenaar", "BP"}));
  EXPECT_THAT(fields.bijlagen,
              ElementsAre(Bijlage{"Bijlage: lijst van bruggen", ""}, Bijlage{"Verslag", ""}));
  EXPECT_THAT(fields.agenda, ElementsAre(AgendaItem{"2025-07-01", "Debat", "Commissiedebat",
                                                    "vaste commissie voor Bruggen"}));
}

TEST(OpenTk, ZaakHasItsActorsAndAgenda) {
  const auto got = read(read_opentk_text, page_text);
  ASSERT_THAT(got.pieces, SizeIs(3));
  const Piece& zaak = got.pieces[1];
  EXPECT_EQ(zaak.kind, Kind::zaak);
  EXPECT_EQ(zaak.name, "2025Z00001");
  EXPECT_THAT(zaak.keys, ElementsAre("2025Z00001"));
  EXPECT_EQ(zaak.stamp, "2025-06-16T10:27:00Z");
  EXPECT_EQ(zaak.fields.documentNummer, "2025Z00001");
  EXPECT_EQ(zaak.fields.onderwerp, "");
  EXPECT_THAT(zaak.fields.actoren,
              ElementsAre(Actor{"A.B. Jansen", "minister van Bruggen", "Indiener", ""},
                          Actor{"vaste commissie voor Bruggen, Sluizen en Dijken (2017-2024)", "",
                                "Voortouwcommissie", ""}));
  EXPECT_THAT(zaak.fields.agenda,
              ElementsAre(AgendaItem{"2025-06-17T15:45", "Overleg (gewijzigd), deel 2",
                                     "Regeling van werkzaamheden", "TK"}));
  EXPECT_THAT(got.pieces[2].fields.actoren, IsEmpty());
}

TEST(OpenTk, NotesLeaveTheText) {
  const Fields fields = read(read_opentk_text, page_text).fields();
  EXPECT_EQ(fields.tekst, "Vergaderjaar 2024-2025\nDe brug stoot CO2 uit.\nSlot’.\n");
  EXPECT_THAT(fields.noten,
              ElementsAre(Noot{"1", "Zie bijlage.", fields.tekst.find(" stoot")},
                          Noot{"2", "Kamerstuk 99123, nr. 1 en nr. 2", fields.tekst.find("\nSlot")},
                          Noot{"3", "Slotnoot", fields.tekst.rfind('.')}));
}

TEST(OpenTk, OfficialHtmlNamesThePublication) {
  const auto got = read(read_opentk_text,
                        "URL: https://berthub.eu/tkconv/get/2025D00018\n\n"
                        "[overzicht] [activiteiten]\n[stemmingen] [wat is dit?]\n\n"
                        "Bruggen\n\nBijlage\n\nNummer: 2025D00018, datum: 2025-06-12\n\n"
                        "Directe link naar document (.pdf), link naar pagina op de Tweede Kamer "
                        "site, officiële HTML versie (blg-1190000).\n\nGerelateerde personen: "
                        "Bijlagen:\n\nOnderdeel van kamerstukdossier 99123 --1 Bruggen.\n"
                        "Bijlage bij: De brief (2025D00017)\n\nPreview document\n\nTekst\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D00018", "blg-1190000"));
  EXPECT_EQ(got.fields().onderwerp, "Bruggen");
  EXPECT_EQ(got.fields().soort, "Bijlage");
  EXPECT_EQ(got.fields().titel, "");
  EXPECT_EQ(got.fields().volgnummer, "");
  EXPECT_EQ(got.fields().bronDocument, "2025D00017");
  EXPECT_EQ(got.fields().tekst, "Tekst\n");
  EXPECT_EQ(got.pieces[0].stamp, "");
}

TEST(OpenTk, AnnexIsNotThePaperOfItsDossier) {
  const auto got = read(read_opentk_text,
                        "Lijst\nBruggen\nBijlage\nNummer: 2025D00019, datum: 2025-06-12\n"
                        "Onderdeel van kamerstukdossier 99123 -17 Bruggen.\nPreview document\nx\n");
  EXPECT_THAT(got.pieces.at(0).keys, ElementsAre("2025D00019"));
}

TEST(OpenTk, HtmlSaysTheSame) {
  const auto got = read(read_opentk_html, R"(<!DOCTYPE html><html><head><title>x</title><meta
   charset="utf-8"><style>p{}</style></head><body><header>[<a>overzicht</a>]</header><main><hblock>
   <h2>Bruggen in 2025</h2><h4>Bruggen</h4><p><em>Brief regering</em></p></hblock><p>Nummer:
   <b>2025D00017</b>, datum: <b>2025-06-12</b>, bijgewerkt: <b>2025-06-16 10:27</b>, versie: 2</p>
   Gerelateerde personen:<ul><li>Eerste ondertekenaar: <a>A.B. Jansen</a>, minister (BP)</li></ul>
   Bijlagen:<ul><li><a>Lijst</a></li></ul><p>Onderdeel van kamerstukdossier 99123 -17
   <a>Bruggen</a>.</p><p>Onderdeel van zaak <a>2025Z00001</a>:</p><ul><li> Indiener: A.B. Jansen</li>
   </ul><script>if (a<b) alert("</p")</script><!-- <p>weg</p> --><div><h4>Preview document (<a>origineel</a>)</h4><hr/><p class="a>b" title='c>d'>Café en
   brug<sup><a>1</a></sup> &amp; sluis.</p><table><tr><td>a</td><td>b</td></tr></table><ol><li>
   <p>Zie bijlage.<a>↩︎</a></p></li></ol></div></main><footer>tips</footer></body></html>)");
  ASSERT_THAT(got.pieces, SizeIs(2)) << got.message();
  const Fields& fields = got.fields();
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D00017", "kst-99123-17"));
  EXPECT_EQ(fields.onderwerp, "Bruggen in 2025");
  EXPECT_EQ(fields.titel, "Bruggen");
  EXPECT_THAT(fields.actoren,
              ElementsAre(Actor{"A.B. Jansen", "minister", "Eerste ondertekenaar", "BP"}));
  EXPECT_THAT(fields.bijlagen, ElementsAre(Bijlage{"Lijst", ""}));
  EXPECT_EQ(fields.tekst, "Café en brug & sluis.\na | b\n");
  EXPECT_THAT(fields.noten, ElementsAre(Noot{"1", "Zie bijlage.", fields.tekst.find(" & ")}));
}

TEST(OpenTk, BrokenInputIsRefusedWithAReason) {
  EXPECT_THAT(read(read_opentk_text, "").message(), HasSubstr("leeg"));
  EXPECT_THAT(read(read_opentk_text, "Gewoon een tekst\n").message(), HasSubstr("'Nummer: "));
  EXPECT_THAT(read(read_opentk_text, "Nummer: 2025X1, datum: 2025-06-12").message(),
              HasSubstr("documentnummer"));
  EXPECT_THAT(read(read_opentk_text, "abc\xFF").message(), HasSubstr("byte 3"));
  EXPECT_THAT(read(read_opentk_html, "").message(), HasSubstr("leeg"));
  for (std::size_t size = 0; size < page_text.size(); ++size) {
    read(read_opentk_text, page_text.substr(0, size));
    read(read_opentk_html, page_text.substr(0, size));
  }
}

TEST(OpenTk, DeepHtmlIsNoProblem) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_FALSE(read(read_opentk_html, deep + "x").result);
}

TEST(OpenTk, CrowdedTagCostsNoTime) {
  std::string page = "<p";
  for (int i = 0; i < 200'000; ++i) page += " a" + std::to_string(i) + "=1";
  EXPECT_FALSE(read(read_opentk_html, page + ">x</p>").result);
}

TEST(NoteMarks, DigitsThatAreNoMarksStay) {
  for (const char* stays : {"CO1 op", "artikel 3.1 van", "de A1 is", "70m1 groot", "versie 1",
                            "1,1 miljard", "euro €1 per", "a1b", "x 1-2", "2023D1 is"}) {
    std::string text = stays;
    EXPECT_THAT(take_out_note_marks(text, 1), ElementsAre(std::nullopt)) << stays;
    EXPECT_EQ(text, stays);
  }
}

TEST(NoteMarks, MarkBehindAYear) {
  std::string text = "brief1 van 24 november 20232 is";
  EXPECT_THAT(take_out_note_marks(text, 2), ElementsAre(5U, 26U));
  EXPECT_EQ(text, "brief van 24 november 2023 is");
}

TEST(NoteMarks, StrayDigitCostsNoOtherMark) {
  std::string text = "een1 woord9 twee2 drie3 weg1";
  EXPECT_THAT(take_out_note_marks(text, 9),
              ElementsAre(3U, 15U, 20U, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                          std::nullopt, std::nullopt));
  EXPECT_EQ(text, "een woord9 twee drie weg1");
}

TEST(OpenTkRealData, TheLetter) {
  REQUIRE_SHARED(bytes, "letters/2025D27614.txt");
  const auto got = read(read_opentk_text, *bytes);
  ASSERT_THAT(got.pieces, SizeIs(2)) << got.message();
  const Fields& fields = got.fields();
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D27614", "kst-34682-228"));
  EXPECT_EQ(fields.onderwerp, "Uitkomsten Bestuurlijke Overleggen Leefomgeving 2025");
  EXPECT_EQ(fields.titel, "Nationale Omgevingsvisie");
  EXPECT_THAT(fields.bijlagen, SizeIs(16));
  EXPECT_THAT(
      fields.actoren,
      ElementsAre(Actor{"M.C.G. Keijzer", "minister van Volkshuisvesting en Ruimtelijke Ordening",
                        "Eerste ondertekenaar", ""}));
  EXPECT_THAT(got.pieces[1].fields.actoren, SizeIs(9));
  ASSERT_THAT(got.pieces[1].fields.agenda, SizeIs(2));
  EXPECT_EQ(got.pieces[1].fields.agenda[0].datum, "2025-06-17T15:45");
  EXPECT_EQ(got.pieces[1].fields.agenda[0].plaats, "TK");
  ASSERT_THAT(fields.noten, SizeIs(9));
  const std::vector<std::string> before = {
      "uitgebracht.",      "Van der Plas", "startpakket",        "Nota Ruimte", "provincies",
      "woningbouwlocatie", "geïnformeerd", "woningbouwlocaties", "mobiliteit’"};
  for (std::size_t i = 0; i < before.size(); ++i) {
    ASSERT_TRUE(fields.noten[i].plaats) << i;
    EXPECT_TRUE(fields.tekst.substr(0, *fields.noten[i].plaats).ends_with(before[i])) << i;
  }
}

TEST(OpenTkRealData, OtherPages) {
  for (const auto& [number, published] :
       {std::pair{"2021D21952", "kst-34682-83"}, std::pair{"2023D48516", "kst-21501-08-928"},
        std::pair{"2024D34110", "kst-34682-195"}, std::pair{"2024D43452", "kst-34682-205"},
        std::pair{"2024D51884", ""}}) {
    REQUIRE_SHARED(bytes, std::string("pages/tkconv-") + number + ".txt");
    const auto got = read(read_opentk_text, *bytes);
    ASSERT_THAT(got.pieces, SizeIs(2)) << got.message();
    EXPECT_EQ(got.pieces[0].name, number);
    EXPECT_EQ(got.pieces[0].keys.back(), std::string(published).empty() ? number : published);
    EXPECT_EQ(got.fields().soort, "Brief regering");
  }
}

}  // namespace
}  // namespace kamerzoek
