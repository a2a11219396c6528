#include "corpus/formats/odt.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/package.hpp"
#include "reading.hpp"
#include "tests/support/flipped_bit.hpp"
#include "tests/support/open_document.hpp"

namespace kamerzoek {
namespace {

using test::headings;
using test::Odt;
using test::odt_of;
using test::read;
using test::with_flipped_bit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string p(const std::string& text) {
  return "<text:p>" + text + "</text:p>";
}

std::string text_of(const Odt& odt) {
  const auto got = read(read_package, odt_of(odt));
  return got.pieces.empty() ? "geweigerd: " + got.message() : got.fields().tekst;
}

TEST(Odt, ParagraphsAreLines) {
  EXPECT_EQ(text_of({p("Een <text:span>br</text:span>ug<text:s text:c=\"3\"/>over") + "\n " +
                     "<text:section>" + p("de<text:tab/>rivier<text:line-break/>en") +
                     "</text:section><text:p/>"}),
            "Een brug over\nde rivier\nen\n");
}

TEST(Odt, HeadingsAreMarked) {
  const auto got = read(read_package, odt_of({"<text:h text:outline-level=\"1\">Aanleiding</text:h>"
                                              "<text:h/>" +
                                              p("tekst")}));
  EXPECT_THAT(headings(got.fields()), ElementsAre("Aanleiding"));
  EXPECT_EQ(got.fields().tekst, "Aanleiding\ntekst\n");
}

TEST(Odt, NotesLeaveTheTextAndKeepTheirPlace) {
  const auto got = read(
      read_package,
      odt_of({p("Een brug.<text:note><text:note-citation>1</text:note-citation><text:note-body>" +
                p("Kamerstuk 99 001,") + p("nr. 2") + "</text:note-body></text:note> Sluis")}));
  EXPECT_EQ(got.fields().tekst, "Een brug. Sluis\n");
  EXPECT_THAT(got.fields().noten, ElementsAre(Noot{"1", "Kamerstuk 99 001, nr. 2", 9}));
}

std::string list_level(const std::string& kind, int level, const std::string& attributes) {
  return "<text:list-level-style-" + kind + " text:level=\"" + std::to_string(level) + "\" " +
         attributes + "/>";
}

TEST(Odt, ItemsHaveTheirNumbers) {
  const auto item = [](const std::string& content) {
    return "<text:list-item>" + content + "</text:list-item>";
  };
  Odt odt;
  odt.automatic_styles = "<text:list-style text:name=\"L1\">" +
                         list_level("number", 1, "text:num-format=\"1\" text:num-suffix=\".\"") +
                         list_level("number", 2,
                                    "text:num-format=\"a\" text:num-prefix=\"(\" "
                                    "text:num-suffix=\")\" text:display-levels=\"2\"") +
                         "</text:list-style>";
  odt.styles =
      "<text:list-style text:name=\"L2\">" + list_level("bullet", 1, "") + "</text:list-style>";
  odt.text = "<text:list text:style-name=\"L1\">" +
             item(p("een") + p("vervolg") + "<text:list>" + item(p("diep")) + item(p("dieper")) +
                  "</text:list>") +
             item(p("twee")) + item("<text:p/>") + "</text:list>" + p("tussen") +
             "<text:list text:style-name=\"L1\" text:continue-numbering=\"true\">" +
             item(p("vier")) + "</text:list><text:list text:style-name=\"L2\">" + item(p("punt")) +
             "</text:list><text:list text:style-name=\"L3\">" + item(p("kaal")) + "</text:list>";
  EXPECT_EQ(text_of(odt),
            "1. een\nvervolg\n(1.a) diep\n(1.b) dieper\n2. twee\ntussen\n4. vier\n- punt\nkaal\n");
}

TEST(Odt, RowsOfATableAreLines) {
  EXPECT_EQ(text_of({"<table:table><table:table-row><table:table-cell>" + p("Jaar") +
                     "</table:table-cell><table:covered-table-cell>" + p("weg") +
                     "</table:covered-table-cell><table:table-cell>" + p("Bedrag") + p("in euro") +
                     "</table:table-cell></table:table-row></table:table>" + p("na")}),
            "Jaar | Bedrag in euro\nna\n");
}

TEST(Odt, WhatIsNotPrintedIsNoText) {
  EXPECT_EQ(text_of({"<text:tracked-changes>" + p("weg") + "</text:tracked-changes>" +
                     p("brug<office:annotation>" + p("opmerking") +
                       "</office:annotation>"
                       "<text:hidden-text>weg</text:hidden-text>") +
                     "<text:section text:display=\"none\">" + p("weg") + "</text:section>"}),
            "brug\n");
}

TEST(Odt, ATextBoxFollowsItsParagraph) {
  EXPECT_EQ(text_of({p("voor <draw:frame><svg:title>weg</svg:title><draw:text-box>" + p("in") +
                       "</draw:text-box></draw:frame>na<draw:custom-shape>" + p("vorm") +
                       "</draw:custom-shape>")}),
            "voor na\nin\nvorm\n");
}

TEST(Odt, TheLetterheadSaysWhichPaperItIs) {
  const auto got =
      read(read_package, odt_of({p("99 001<text:tab/>Het eiland") +
                                 p("Nr. 8 Brief van de minister") + p("Den Haag, 12 juni 2025")}));
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].source, Source::odt);
  EXPECT_EQ(got.pieces[0].name, "kst-99001-8");
  EXPECT_EQ(got.fields().datum, "2025-06-12");
  EXPECT_EQ(got.fields().kenmerken.at("documenttitel"), "Kamerbrief");
}

TEST(Odt, BrokenDocumentsAreRefusedWithAReason) {
  EXPECT_THAT(text_of({""}), HasSubstr("bevat geen tekst"));
  EXPECT_THAT(text_of({"<text:p>"}),
              HasSubstr("content.xml in het OpenDocument-bestand: de XML is niet goed gevormd"));
  Odt locked{p("x")};
  locked.manifest = "<m:encryption-data/>";
  EXPECT_THAT(text_of(locked), HasSubstr("met een wachtwoord"));
  Odt sheet{p("x")};
  sheet.kind = "application/vnd.oasis.opendocument.spreadsheet";
  EXPECT_THAT(text_of(sheet), HasSubstr("dat geen tekst is"));
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<text:section>";
  EXPECT_THAT(text_of({deep}), HasSubstr("niet goed gevormd"));
}

TEST(Odt, ADamagedFileIsReadOrRefusedButNeverWrong) {
  const std::string good = odt_of({p("Een brug over de rivier")});
  for (std::size_t size = 0; size < good.size(); size += 7) {
    EXPECT_THAT(read(read_package, good.substr(0, size)).pieces, IsEmpty()) << size;
  }
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const auto got = read(read_package, with_flipped_bit(good, seed));
    if (got.pieces.empty() || got.pieces[0].source != Source::odt) continue;
    EXPECT_EQ(got.fields().tekst, "Een brug over de rivier\n") << seed;
  }
}

}  // namespace
}  // namespace kamerzoek
