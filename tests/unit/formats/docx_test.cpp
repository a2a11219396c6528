#include "corpus/formats/docx.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/opentk.hpp"
#include "corpus/formats/package.hpp"
#include "corpus/references/citations.hpp"
#include "reading.hpp"
#include "tests/support/flipped_bit.hpp"
#include "tests/support/word_file.hpp"

namespace kamerzoek {
namespace {

using test::Docx;
using test::docx_of;
using test::headings;
using test::p;
using test::read;
using test::with_flipped_bit;
using test::zip_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string style(const std::string& id, const std::string& name, const std::string& more = {}) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" +
         more + "</w:style>";
}

std::string styled(const std::string& id) {
  return "<w:pStyle w:val=\"" + id + "\"/>";
}

std::string run(const std::string& content) {
  return "<w:r>" + content + "</w:r>";
}

std::string t(const std::string& text) {
  return run("<w:t xml:space=\"preserve\">" + text + "</w:t>");
}

std::string text_of(const Docx& docx) {
  const auto got = read(read_package, docx_of(docx));
  return got.pieces.empty() ? "geweigerd: " + got.message() : got.fields().tekst;
}

std::string text_of_body(const std::string& body) {
  return text_of({body});
}

TEST(Docx, ParagraphsAreLines) {
  EXPECT_EQ(text_of_body(p("Een brug") + "<w:p/>" + p("  over  de rivier ")),
            "Een brug\nover de rivier\n");
  EXPECT_EQ(text_of_body("<w:p>" + t("br") + t("ug en ") + run("<w:t>sluis</w:t>") + "</w:p>"),
            "brug en sluis\n");
}

TEST(Docx, CharactersOfTheWordProcessor) {
  EXPECT_EQ(text_of_body("<w:p>" + t("Datum") + run("<w:tab/>") + t("12 juni") + "</w:p>"),
            "Datum 12 juni\n");
  EXPECT_EQ(text_of_body("<w:p>" + t("a") + run("<w:br/>") + t("b") + "</w:p>"), "a\nb\n");
  EXPECT_EQ(text_of_body("<w:p>" + t("zee") + run("<w:noBreakHyphen/>") + t("eend") + "</w:p>"),
            "zee-eend\n");
  EXPECT_EQ(text_of_body("<w:p>" + t("water") + run("<w:softHyphen/>") +
                         t("schaps\u00ADbelasting") + "</w:p>"),
            "waterschapsbelasting\n");
}

TEST(Docx, HeadingsByOutlineLevelAndByName) {
  Docx docx;
  docx.styles = style("Kop1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>") +
                style("Eigen", "Hoofdstuk", "<w:basedOn w:val=\"Kop1\"/>") +
                style("Plat", "Plat",
                      "<w:basedOn w:val=\"Kop1\"/>"
                      "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>") +
                style("Kring", "Kring", "<w:basedOn w:val=\"Kring\"/>");
  docx.body = p("Een", styled("Kop1")) + p("Twee", styled("Eigen")) + p("niet", styled("Plat")) +
              p("ook niet", styled("Kring")) + p("Drie", styled("Kop2")) +
              p("Vier", "<w:outlineLvl w:val=\"2\"/>") + "<w:p><w:pPr>" + styled("Kop1") +
              "</w:pPr></w:p>" + p("niet meer", styled("Kop1") + "<w:outlineLvl w:val=\"9\"/>");
  const auto got = read(read_package, docx_of(docx));
  EXPECT_THAT(headings(got.fields()), ElementsAre("Een", "Twee", "Drie", "Vier"));
  EXPECT_EQ(got.fields().tekst, "Een\nTwee\nniet\nook niet\nDrie\nVier\nniet meer\n");
}

std::string level(int n, const std::string& format, const std::string& text,
                  const std::string& start = "1") {
  return "<w:lvl w:ilvl=\"" + std::to_string(n) + "\"><w:start w:val=\"" + start +
         "\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string item(const std::string& text, int depth, const std::string& list = "1") {
  return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(depth) + "\"/><w:numId w:val=\"" +
                     list + "\"/></w:numPr>");
}

TEST(Docx, ItemsHaveTheirNumbers) {
  Docx docx;
  docx.numbering = "<w:abstractNum w:abstractNumId=\"5\">" + level(0, "decimal", "%1.") +
                   level(1, "lowerLetter", "%1%2)") + level(2, "upperRoman", "%3", "4") +
                   "</w:abstractNum><w:abstractNum w:abstractNumId=\"6\">" +
                   level(0, "bullet", "\uF0B7") + level(1, "none", "") +
                   "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
                   "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"6\"/></w:num>"
                   "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/>"
                   "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"
                   "</w:num>";
  docx.body = item("een", 0) + item("sub", 1) + item("sub", 1) + item("diep", 2) + item("twee", 0) +
              item("sub", 1) + item("punt", 0, "2") + item("kaal", 1, "2") + item("zeven", 0, "3") +
              item("acht", 0, "1") + item("geen", 0, "0") + item("onbekend", 0, "9");
  EXPECT_EQ(text_of(docx),
            "1. een\n1a) sub\n1b) sub\nIV diep\n2. twee\n2a) sub\n- punt\nkaal\n7. zeven\n8. acht\n"
            "geen\nonbekend\n");
}

TEST(Docx, ANumberedHeadingByItsStyle) {
  Docx docx;
  docx.styles =
      style("Kop1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>");
  docx.numbering = "<w:abstractNum w:abstractNumId=\"5\">" + level(0, "decimal", "%1") +
                   "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>";
  docx.body = p("Aanleiding", styled("Kop1")) + p("Plan", styled("Kop1"));
  EXPECT_THAT(headings(read(read_package, docx_of(docx)).fields()),
              ElementsAre("1 Aanleiding", "2 Plan"));
}

TEST(Docx, RowsOfATableAreLines) {
  const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
  EXPECT_EQ(text_of_body("<w:tbl><w:tblGrid/><w:tr><w:trPr/>" + cell(p("Jaar") + p("een")) +
                         cell(p("Bedrag")) + "</w:tr><w:tr>" + cell(p("2025")) + cell("<w:p/>") +
                         "</w:tr></w:tbl>" + p("na")),
            "Jaar een | Bedrag\n2025 |\nna\n");
  // A frame around paragraphs, and a row that was deleted.
  EXPECT_EQ(text_of_body("<w:tbl><w:tr>" + cell(p("een") + p("twee")) +
                         "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cell(p("weg")) +
                         cell(p("weg")) + "</w:tr></w:tbl>"),
            "een\ntwee\n");
}

TEST(Docx, NotesLeaveTheTextAndKeepTheirPlace) {
  Docx docx;
  docx.footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\">" + p("lijn") +
                   "</w:footnote><w:footnote w:id=\"7\"><w:p>" + run("<w:footnoteRef/>") +
                   t(" Kamerstuk 99") + t(" 001, nr. 2") + "</w:p>" + p("Zie ook daar.") +
                   "</w:footnote>";
  docx.endnotes = "<w:endnote w:id=\"7\">" + p("Aan het eind") + "</w:endnote>";
  docx.body = "<w:p>" + t("Een brug.") + run("<w:footnoteReference w:id=\"7\"/>") + t(" Twee") +
              run("<w:endnoteReference w:id=\"7\"/>") + t(" sluizen") +
              run("<w:footnoteReference w:id=\"0\"/>") + run("<w:footnoteReference w:id=\"8\"/>") +
              "</w:p>";
  const auto got = read(read_package, docx_of(docx));
  EXPECT_EQ(got.fields().tekst, "Een brug. Twee sluizen\n");
  EXPECT_THAT(got.fields().noten, ElementsAre(Noot{"1", "Kamerstuk 99 001, nr. 2 Zie ook daar.", 9},
                                              Noot{"2", "Aan het eind", 14}));
}

TEST(Docx, WhatIsNotPrintedIsNoText) {
  EXPECT_EQ(text_of_body("<w:p>" + t("a") + "<w:del>" + run("<w:delText>weg</w:delText>") +
                         "</w:del><w:ins>" + t("b") + "</w:ins><w:moveFrom>" + t("weg") +
                         "</w:moveFrom><w:moveTo>" + t("c") + "</w:moveTo></w:p>"),
            "abc\n");
  EXPECT_EQ(text_of_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r><w:r><w:rPr>"
                         "<w:vanish w:val=\"0\"/></w:rPr><w:t>zicht</w:t></w:r></w:p>"),
            "zicht\n");
  EXPECT_EQ(text_of_body("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + t("een ") + "</w:p>" +
                         p("alinea")),
            "een alinea\n");
  EXPECT_EQ(text_of_body(p("a") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                         p("Klik hier") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + p("b") +
                         "</w:sdtContent></w:sdt>"),
            "a\nb\n");
}

TEST(Docx, OfAFieldTheResult) {
  const auto mark = [](const std::string& type) {
    return run("<w:fldChar w:fldCharType=\"" + type + "\"/>");
  };
  EXPECT_EQ(
      text_of_body("<w:p>" + t("pagina ") + mark("begin") + run("<w:instrText>PAGE</w:instrText>") +
                   t("weg") + mark("separate") + t("3") + mark("end") + t(" van 4") + "</w:p>"),
      "pagina 3 van 4\n");
  // A field in the instruction of another; and one that never ends.
  EXPECT_EQ(text_of_body("<w:p>" + mark("begin") + mark("begin") + mark("separate") + t("weg") +
                         mark("end") + mark("separate") + t("goed") + mark("end") + "</w:p>"),
            "goed\n");
  EXPECT_EQ(text_of_body("<w:p>" + t("a") + mark("begin") + t("weg") + "</w:p>" + p("b")),
            "a\nb\n");
  EXPECT_EQ(text_of_body("<w:p>" + mark("end") + mark("separate") + t("a") + "</w:p>"), "a\n");
}

TEST(Docx, ATextBoxFollowsItsParagraphOnce) {
  const std::string box = "<w:txbxContent>" + p("Datum") + p("12 juni") + "</w:txbxContent>";
  EXPECT_EQ(text_of_body("<w:p>" + t("voor ") +
                         run("<mc:AlternateContent><mc:Choice><wps:txbx>" + box +
                             "</wps:txbx></mc:Choice><mc:Fallback><v:textbox>" + box +
                             "</v:textbox></mc:Fallback></mc:AlternateContent>") +
                         t("na") + "</w:p>" + p("dan")),
            "voor na\nDatum\n12 juni\ndan\n");
}

TEST(Docx, LinksAreText) {
  EXPECT_EQ(
      text_of_body("<w:p>" + t("zie ") + "<w:hyperlink>" + t("de kaart") + "</w:hyperlink></w:p>"),
      "zie de kaart\n");
}

TEST(Docx, TheLetterheadAndTheNameOfTheFileSayWhichPaperItIs) {
  Docx docx;
  docx.properties = "<dc:title>Kamerbrief</dc:title><dc:subject/>";
  docx.body = "<w:tbl><w:tr><w:tc>" + p("99 001") + "</w:tc><w:tc>" + p("Het eiland Nieuwoord") +
              "</w:tc></w:tr><w:tr><w:tc>" + p("Nr. 8") + "</w:tc><w:tc>" +
              p("Brief van de minister van Eilanden") + "</w:tc></w:tr></w:tbl>" +
              p("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal") +
              p("Den Haag, 12 juni 2025") + p("Er komt een brug.") +
              p("De minister van Eilanden,") + p("A.B. de Vries");
  const auto got = read(read_package, docx_of(docx), "file:///map/2025D90090.docx");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].source, Source::docx);
  EXPECT_EQ(got.pieces[0].name, "kst-99001-8");
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D90090", "kst-99001-8"));
  EXPECT_EQ(got.fields().documentNummer, "2025D90090");
  EXPECT_EQ(got.fields().titel, "Het eiland Nieuwoord");
  EXPECT_EQ(got.fields().onderwerp, "Brief van de minister van Eilanden");
  EXPECT_EQ(got.fields().soort, "Brief regering");
  EXPECT_EQ(got.fields().datum, "2025-06-12");
  EXPECT_THAT(got.fields().actoren,
              ElementsAre(Actor{"A.B. de Vries", "minister van Eilanden", "Ondertekenaar", ""}));
  EXPECT_EQ(got.fields().kenmerken.at("documenttitel"), "Kamerbrief");
  EXPECT_THAT(got.fields().kenmerken, SizeIs(1));
}

std::string why_refused(const std::string& bytes) {
  const auto got = read(read_package, bytes);
  return got.pieces.empty() ? got.message() : "gelezen";
}

TEST(Docx, BrokenDocumentsAreRefusedWithAReason) {
  EXPECT_THAT(why_refused(docx_of({""})), HasSubstr("bevat geen tekst"));
  EXPECT_THAT(why_refused(docx_of({"<w:p><w:r>"})),
              HasSubstr("word/document.xml in het Word-bestand: de XML is niet goed gevormd"));
  EXPECT_THAT(why_refused(zip_of({{"_rels/.rels", test::relations("")}})),
              HasSubstr("noemt geen tekst"));
  EXPECT_THAT(why_refused(zip_of(
                  {{"_rels/.rels", test::relations(test::relation("officeDocument", "word/x"))}})),
              HasSubstr("'word/x' in het zip-bestand is er niet"));
  EXPECT_THAT(
      why_refused(zip_of(
          {{"_rels/.rels", test::relations(test::relation("officeDocument", "xl/workbook.xml"))}})),
      HasSubstr("Excel"));
}

TEST(Docx, AttacksAreRefused) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<w:sdt>";
  EXPECT_THAT(why_refused(docx_of({deep})), HasSubstr("niet goed gevormd"));
  EXPECT_THAT(why_refused(docx_of({p(std::string(30U << 20, 'a'))})), HasSubstr("toegestaan"));
  const std::string doctype =
      "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><document><body><p><r><t>&e;</t>"
      "</r></p></body></document>";
  EXPECT_THAT(
      why_refused(zip_of(
          {{"_rels/.rels", test::relations(test::relation("officeDocument", "document.xml"))},
           {"document.xml", doctype}})),
      HasSubstr("DOCTYPE"));
}

TEST(Docx, ADamagedFileIsReadOrRefusedButNeverWrong) {
  const std::string good = docx_of({p("Een brug over de rivier") + p("en een sluis")});
  for (std::size_t size = 0; size < good.size(); size += 7) {
    EXPECT_THAT(read(read_package, good.substr(0, size)).pieces, IsEmpty()) << size;
  }
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const auto got = read(read_package, with_flipped_bit(good, seed));
    if (got.pieces.empty() || got.pieces[0].source != Source::docx) continue;
    EXPECT_EQ(got.fields().tekst, "Een brug over de rivier\nen een sluis\n") << seed;
  }
}

std::vector<std::string> cited(const Fields& fields) {
  std::vector<std::string> ids;
  for (const Citation& citation : citations_in(fields)) ids.push_back(citation.reference.id);
  return ids;
}

TEST(DocxRealData, TheLetterAsWordAndAsAPage) {
  REQUIRE_SHARED(word, "letters/2025D27614.docx");
  REQUIRE_SHARED(page, "letters/2025D27614.txt");
  const auto docx = read(read_package, *word);
  const auto opentk = read(read_opentk_text, *page);
  ASSERT_THAT(docx.pieces, SizeIs(1)) << docx.message();
  EXPECT_EQ(docx.pieces[0].name, "kst-34682-228");
  EXPECT_EQ(docx.fields().datum, "2025-06-12");
  // One apostrophe of the page is a typewriter's.
  std::string text = opentk.fields().tekst;
  const std::size_t apostrophe = text.find('\'');
  text.replace(apostrophe, 1, "’");
  EXPECT_EQ(docx.fields().tekst, text);
  EXPECT_THAT(docx.fields().noten, SizeIs(9));
  for (std::size_t i = 0; i < docx.fields().noten.size(); ++i) {
    Noot note = opentk.fields().noten.at(i);
    if (*note.plaats > apostrophe) *note.plaats += std::string_view("’").size() - 1;
    EXPECT_EQ(docx.fields().noten[i], note);
  }
  EXPECT_EQ(cited(docx.fields()), cited(opentk.fields()));
}

}  // namespace
}  // namespace kamerzoek
