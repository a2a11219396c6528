#include "corpus/formats/html.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/html_tags.hpp"
#include "reading.hpp"
#include "tests/support/flipped_bit.hpp"

namespace kamerzoek {
namespace {

using test::headings;
using test::marked;
using test::read;
using test::with_flipped_bit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using namespace std::string_view_literals;

std::string body(const std::string& content) {
  return "<!DOCTYPE html><html><head><title>Proef</title></head><body>" + content +
         "</body></html>";
}

Fields fields_of(const std::string& html) {
  const auto got = read(read_html, html);
  EXPECT_THAT(got.pieces, SizeIs(1)) << got.message();
  return got.pieces.empty() ? Fields() : got.fields();
}

std::string text_of(const std::string& content) {
  return fields_of(body(content)).tekst;
}

std::vector<std::string> references(const Fields& fields) {
  std::vector<std::string> found;
  for (const Mark& mark : fields.marks) {
    if (mark.kind == Mark::Kind::verwijzing) {
      found.push_back(marked(fields, mark) + " → " + mark.doel);
    }
  }
  return found;
}

// As officielebekendmakingen.nl has it, with all it puts around a paper.
const std::string& publication_page() {
  static const std::string page = R"html(<!DOCTYPE html>
<html lang="nl"><head>
<meta charset="utf-8">
<title>Merenlijn; Brief regering; Stand van zaken | Overheid.nl</title>
<link rel="canonical" href="https://zoek.officielebekendmakingen.nl/kst-99002-12.html">
<meta name="dcterms.identifier" content="kst-99002-12">
<meta name="DC.title" content="Merenlijn; Brief regering; Stand van zaken">
<meta name="DC.type" scheme="OVERHEIDop.KamerstukTypen" content="Brief">
<meta name="OVERHEIDop.documenttitel" content="Stand van zaken van de Merenlijn">
<meta name="OVERHEIDop.dossiertitel" content="Merenlijn">
<meta name="OVERHEIDop.ondernummer" content="12">
<meta name="OVERHEIDop.vergaderjaar" content="2025-2026">
<meta name="OVERHEIDop.indiener" content="A. Verzonnen">
<meta name="DCTERMS.issued" content="2025-11-03">
<script>document.write("<p>script</p>")</script></head>
<body><a class="skiplinks" href="#content">Naar de inhoud</a>
<header><p>Overheid.nl</p><nav><ul><li>Home</li></ul></nav></header>
<div class="breadcrumb">U bent hier</div>
<main><aside><h2>Informatie</h2><p>Datum publicatie</p></aside>
<div id="main-column"><article>
<h1 class="dossiertitel"><span class="dossiernummer">99 002</span> Merenlijn</h1>
<div class="stuk"><h1 class="stuktitel"><span class="stuknummer">Nr. 12</span> BRIEF VAN DE MINISTER VAN
   KUSTZAKEN EN EILANDEN</h1>
<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p>
<p>Den Haag, 29 oktober 2025</p>
<div class="alineagroep"><h2>Aanleg</h2>
<p>De aanleg ligt op schema, zie <a href="/kst-99002-1.html">Kamerstuk 99 002, nr. 1</a>.<sup><a
   class="nootnum supernote-click-ID-1" href="#ID-1">1</a></sup></p>
<ol class="li-list"><li><p>Het tracé.</p></li><li><p>De haltes.</p></li></ol>
<table><tr><th>Jaar</th><th>Bedrag</th></tr><tr><td>2025</td><td>12 mln.</td></tr></table></div>
<p>De Minister van Kustzaken en Eilanden, A. Verzonnen</p></div>
<div id="noten"><hr><div class="voet noot snp-mouseoffset" id="supernote-note-ID-1">
<h5 class="note-close"><a class="note-close" href="#close-ID-1">X</a> Noot </h5><sup><span
class="nootnum"><a id="ID-1" name="ID-1"></a>1</span></sup><p>Te raadplegen in de bibliotheek.</p></div></div>
</article></div></main><footer><p>Over deze website</p></footer></body></html>)html";
  return page;
}

TEST(Html, APublicationSaysWhatItIs) {
  const auto got = read(read_html, publication_page());
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].source, Source::html);
  EXPECT_EQ(got.pieces[0].name, "kst-99002-12");
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("kst-99002-12"));
  const Fields& fields = got.fields();
  EXPECT_EQ(fields.volgnummer, "12");
  ASSERT_THAT(fields.dossiers, SizeIs(1));
  EXPECT_EQ(fields.dossiers[0].nummer.text(), "99002");
  EXPECT_EQ(fields.titel, "Merenlijn");
  EXPECT_EQ(fields.onderwerp, "Stand van zaken van de Merenlijn");
  EXPECT_EQ(fields.soort, "Brief regering");
  EXPECT_EQ(fields.datum, "2025-10-29");
  EXPECT_EQ(fields.vergaderjaar, "2025-2026");
  ASSERT_THAT(fields.actoren, SizeIs(1));
  EXPECT_EQ(fields.actoren[0].naam, "A. Verzonnen");
}

TEST(Html, ThePaperIsReadAndNotWhatStandsAroundIt) {
  const Fields fields = fields_of(publication_page());
  EXPECT_EQ(fields.tekst,
            "99 002 Merenlijn\n"
            "Nr. 12 BRIEF VAN DE MINISTER VAN KUSTZAKEN EN EILANDEN\n"
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n"
            "Den Haag, 29 oktober 2025\n"
            "Aanleg\n"
            "De aanleg ligt op schema, zie Kamerstuk 99 002, nr. 1.\n"
            "1. Het tracé.\n"
            "2. De haltes.\n"
            "Jaar | Bedrag\n"
            "2025 | 12 mln.\n"
            "De Minister van Kustzaken en Eilanden, A. Verzonnen\n");
  EXPECT_THAT(headings(fields),
              ElementsAre("99 002 Merenlijn",
                          "Nr. 12 BRIEF VAN DE MINISTER VAN KUSTZAKEN EN EILANDEN", "Aanleg"));
  EXPECT_THAT(references(fields), ElementsAre("Kamerstuk 99 002, nr. 1 → kst-99002-1"));
  ASSERT_THAT(fields.noten, SizeIs(1));
  EXPECT_EQ(fields.noten[0].nummer, "1");
  EXPECT_EQ(fields.noten[0].tekst, "Te raadplegen in de bibliotheek.");
  EXPECT_EQ(fields.noten[0].plaats, fields.tekst.find("\n1. Het"));
}

TEST(Html, QuestionsHaveNoLetterheadButTheirMetadata) {
  const auto got = read(read_html, R"(<html><head>
<meta name="DCTERMS.identifier" content="ah-tk-20242025-9101">
<meta name="OVERHEIDop.vergaderjaar" content="2024-2025"></head>
<body><div id="broodtekst"><h1>Vragen over de dijk</h1><p>Vraag 1</p></div><p>Delen</p></body>)");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].name, "ah-tk-20242025-9101");
  EXPECT_EQ(got.fields().soort, "Antwoord schriftelijke vragen");
  EXPECT_EQ(got.fields().vergaderjaar, "2024-2025");
  EXPECT_EQ(got.fields().tekst, "Vragen over de dijk\nVraag 1\n");
}

std::string kamer_page(const std::string& preview) {
  return R"(<!DOCTYPE html>
<!-- saved from url=(0098)https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?id=2025Z90007&did=2025D90019 -->
<html><head><title>Stand van zaken | Tweede Kamer der Staten-Generaal</title>
<link rel="canonical" href="https://www.tweedekamer.nl/kamerstukken/detail"></head><body>
<div class="o-header"><a href="/">Menu</a></div>
<main><h1><span class="u-text-primary u-font-normal">Brief regering</span> : Stand van zaken bouw</h1>
<ul><li><span class="h-visually-hidden">Nummer:</span> 2025D90019</li>
<li><span class="h-visually-hidden">Datum:</span> 3 november 2025</li></ul>
<a aria-label="Download kamerstuk" href="/downloads/document?id=2025D90019">Download</a>)" +
         preview + R"(<h2>Gerelateerde stukken</h2><p>Een ander stuk</p></main></body></html>)";
}

TEST(Html, APageOfTheKamerShowsThePaper) {
  const auto got = read(read_html, kamer_page(R"(<div class="m-modal__content">
<p>99 001 Nieuwoord</p><p>Nr. 8 Brief van de minister van Kustzaken en Eilanden</p>
<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p>
<p>Den Haag, 2 november 2025</p><p>Er wordt gebouwd.</p></div>)"));
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D90019", "kst-99001-8"));
  EXPECT_EQ(got.fields().documentNummer, "2025D90019");
  EXPECT_EQ(got.fields().soort, "Brief regering");
  EXPECT_EQ(got.fields().onderwerp, "Stand van zaken bouw");
  EXPECT_EQ(got.fields().datum, "2025-11-02");
  EXPECT_EQ(got.fields().volgnummer, "8");
  EXPECT_THAT(got.fields().zaken, ElementsAre("2025Z90007"));
  EXPECT_THAT(got.fields().tekst, HasSubstr("Er wordt gebouwd."));
  EXPECT_THAT(got.fields().tekst, Not(HasSubstr("ander stuk")));
}

TEST(Html, APageOfTheKamerWithAFileOnlySaysWhatTheFileIs) {
  const auto got = read(read_html, kamer_page(""));
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D90019"));
  EXPECT_EQ(got.fields().onderwerp, "Stand van zaken bouw");
  EXPECT_EQ(got.fields().datum, "2025-11-03");
  EXPECT_EQ(got.fields().tekst, "");
}

TEST(Html, AnAnnexSavedAsAPageIsNamedByItsFile) {
  const auto got = read(read_html, body("<h1>Kaart van de wijken</h1><p>Toelichting</p>"),
                        "file:///map/2025D90003.html");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].name, "2025D90003");
  EXPECT_EQ(got.fields().onderwerp, "Kaart van de wijken");
  EXPECT_EQ(got.fields().kenmerken.at("documenttitel"), "Proef");
}

TEST(Html, BlocksAreLinesAndInlineElementsAreNot) {
  EXPECT_EQ(text_of("<p>Een <b>bru</b>g<br>over de\n <i>rivier</i></p>los<div>blok</div>"),
            "Een brug\nover de rivier\nlos\nblok\n");
  EXPECT_EQ(text_of("<p>CO<sub>2</sub>-uitstoot &amp; meer&nbsp;&euro;&nbsp;5 &lt;b&gt;"),
            "CO2-uitstoot & meer € 5 <b>\n");
  EXPECT_EQ(text_of("a < b en <b>c"), "a < b en c\n");
}

TEST(Html, ListsHaveTheirNumbers) {
  EXPECT_EQ(text_of("<ol start=3><li>drie<ul><li>punt</ul><li>vier</ol><ul><li><p>los</p></ul>"),
            "3. drie\n- punt\n4. vier\n- los\n");
  EXPECT_EQ(text_of("<ol start=99999999999><li>een</ol><li>verdwaald"), "1. een\n- verdwaald\n");
}

TEST(Html, RowsAreLinesAndAFrameIsNone) {
  EXPECT_EQ(text_of("<table><tr><td><p>Brief</p><p>Slot</p></td></tr></table>"), "Brief\nSlot\n");
  EXPECT_EQ(text_of("<table><tr><td><h2>A</h2></td><td><p>b</p><p>c</p></td></tr></table>"),
            "A | b c\n");
}

TEST(Html, TheOnlyArticleIsTheDocumentAndOfMoreNoneIs) {
  EXPECT_EQ(text_of("<p>menu</p><article><header><h1>Kop</h1></header><p>a</p></article>"),
            "Kop\na\n");
  EXPECT_EQ(text_of("<main><p>m</p><article>a</article><article>b</article></main><p>n"),
            "m\na\nb\n");
}

TEST(Html, AFormAroundAllIsNoReasonToLeaveItOut) {
  EXPECT_EQ(text_of("<form><label>Zoek</label><input value=x><button>Ga</button><p>Tekst</form>"),
            "Tekst\n");
}

void expect_two_notes(const std::string& html) {
  const Fields fields = fields_of(body(html));
  EXPECT_EQ(fields.tekst, "Een brug en een sluis.\nEinde\n") << html;
  ASSERT_THAT(fields.noten, SizeIs(2)) << html;
  EXPECT_EQ(fields.noten[0].tekst, "De brug.") << html;
  EXPECT_EQ(fields.noten[0].plaats, 8U) << html;
  EXPECT_EQ(fields.noten[1].nummer, "2") << html;
  EXPECT_EQ(fields.noten[1].tekst, "2 sluizen. En meer.") << html;
  EXPECT_EQ(fields.noten[1].plaats, 21U) << html;
}

TEST(Html, NotesOfEveryWordProcessor) {
  // LibreOffice
  expect_two_notes(
      R"(<p>Een brug<a class="sdfootnoteanc" name="f1anc" href="#f1sym"><sup>1</sup></a> en een
sluis<a class="sdfootnoteanc" name="f2anc" href="#f2sym"><sup>2</sup></a>.</p><p>Einde</p>
<div id="f1"><p><a class="sdfootnotesym" name="f1sym" href="#f1anc">1</a>De brug.</p></div>
<div id="f2"><p><a class="sdfootnotesym" name="f2sym" href="#f2anc">2</a>2 sluizen.</p>
<p>En meer.</p></div>)");
  // Word
  expect_two_notes(
      R"(<p>Een brug<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> en een
sluis<a href="#_ftn2" name="_ftnref2"><span>[2]</span></a>.</p><p>Einde</p>
<div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> De brug.</p></div>
<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> 2 sluizen.</p><p>En meer.</p></div></div>)");
  // pandoc
  expect_two_notes(
      R"(<p>Een brug<a href="#fn1" id="fnref1"><sup>1</sup></a> en een sluis<a href="#fn2"
id="fnref2"><sup>2</sup></a>.</p><p>Einde</p><section><hr><ol>
<li id="fn1"><p>De brug.<a href="#fnref1">↩︎</a></p></li>
<li id="fn2"><p>2 sluizen.</p><p>En meer.<a href="#fnref2">↩︎</a></p></li></ol></section>)");
}

TEST(Html, ALinkToAChapterIsNoNote) {
  const Fields contents = fields_of(
      body(R"(<p><a href="#h1">1</a> Inleiding</p><h2 id="h1">1 Inleiding</h2><p>Tekst</p>)"));
  EXPECT_THAT(contents.noten, IsEmpty());
  EXPECT_EQ(contents.tekst, "1 Inleiding\n1 Inleiding\nTekst\n");
  const Fields chapter = fields_of(
      body(R"(<p><a href="#s1">1</a></p><div id="s1"><h2>1 Inleiding</h2><p>Tekst</p></div>)"));
  EXPECT_THAT(chapter.noten, IsEmpty());
  const Fields back = fields_of(body(R"(<p id="top">1 Begin</p><p>Terug<a href="#top">1</a></p>)"));
  EXPECT_THAT(back.noten, IsEmpty());
  EXPECT_EQ(back.tekst, "1 Begin\nTerug1\n");
}

TEST(Html, ANoteAroundItsOwnMarkIsNone) {
  const Fields fields = fields_of(body(R"(<div id="x"><p>1 a<a href="#x">1</a></p></div>)"));
  EXPECT_THAT(fields.noten, IsEmpty());
  EXPECT_EQ(fields.tekst, "1 a1\n");
}

TEST(Html, OtherSetsOfCharactersAreRead) {
  const std::string latin =
      "<html><body><p>re\xEB"
      "el \x80 5 \x93"
      "citaat\x94</p>";
  EXPECT_EQ(fields_of(latin).tekst, "reëel € 5 “citaat”\n");
  EXPECT_EQ(fields_of("<html><meta charset='iso-8859-15'><p>\xA4 5 re\xEB"
                      "el")
                .tekst,
            "€ 5 reëel\n");
  EXPECT_EQ(
      fields_of("<html><meta http-equiv=x content=\"text/html; charset=onzin-1\"><p>\xEB").tekst,
      "ë\n");
  EXPECT_EQ(fields_of("<html><meta charset=windows-1259><p>\xEB").tekst, "ë\n");
  EXPECT_EQ(fields_of("\xEF\xBB\xBF<html><meta charset=windows-1252><p>re\xC3\xABle").tekst,
            "reële\n");
  EXPECT_EQ(fields_of(std::string("\xFF\xFE<\0p\0>\0\xEB\0r\0"sv)).tekst, "ër\n");
  EXPECT_EQ(fields_of("<html><meta charset=utf-8><p>re\xC3\xABle \xEB.").tekst, "reële \uFFFD.\n");
}

TEST(Html, WithoutTextOrNameIsRefused) {
  EXPECT_EQ(read(read_html, "<html><body><script>x</script></body></html>").message(),
            "de HTML bevat geen tekst");
  EXPECT_THAT(read(read_html, "").message(), HasSubstr("leeg"));
}

TEST(Html, TagsKeepOnlyWhatIsAskedFor) {
  constexpr std::array names = {"href"sv, "id"sv};
  EXPECT_EQ(with_attributes("<a ID='x' class=y href=\"a&quot;b\" href=c id>t</a x=y>", names),
            "<a id=\"x\" href=\"a&quot;b\">t</a>");
  EXPECT_EQ(with_attributes("<a =href=x href=>", names), "<a href=\"\">");
  EXPECT_EQ(with_attributes("<a href='\"'/><p id", names), "<a href=\"&quot;\"><p id=\"\">");
  EXPECT_EQ(with_attributes("<a href='x", names), "<a href=\"x\">");
  EXPECT_EQ(with_attributes("1 < 2 <!-- <p> --><script>if (a<b)</script>", names),
            "1 &lt; 2 <script></script>");
}

TEST(Html, ADeepPageIsRefusedRatherThanReadInPart) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div><b>";
  EXPECT_THAT(read(read_html, body("<p>boven</p>" + deep)).message(), HasSubstr("te diep"));
}

TEST(Html, CrowdedPagesAreRead) {
  std::string links;
  for (int i = 0; i < 20'000; ++i) links += "<a href='#x'>1</a>";
  EXPECT_TRUE(read(read_html, body(links + "<p id=x>1 noot</p>")).result);
  std::string attributes = "<p";
  for (int i = 0; i < 200'000; ++i) attributes += " id=" + std::to_string(i);
  EXPECT_TRUE(read(read_html, body(attributes + ">tekst")).result);
}

TEST(Html, BrokenPagesDoNoHarm) {
  const std::string whole = publication_page();
  for (std::size_t i = 0; i < 300; ++i) {
    static_cast<void>(read(read_html, with_flipped_bit(whole, i)));
    static_cast<void>(read(read_html, whole.substr(0, i * whole.size() / 300)));
  }
}

}  // namespace
}  // namespace kamerzoek
