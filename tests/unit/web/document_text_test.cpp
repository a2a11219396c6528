// The text of a document as its page shows it: headings, citations and footnotes by offsets.

#include "web/document_text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kamerzoek::web {
namespace {

/// A paragraph as text: links in brackets, notes in braces, marked words between angle brackets.
std::string flat(const View& paragraph) {
  std::string out = paragraph["heading"] == true ? "# " : "";
  for (const View& part : paragraph["parts"]) {
    if (part["plain"] != false) out += part["plain"].get<std::string>();
    if (part["link"] != false) {
      out += "[" + part["link"].get<std::string>() + "](" + part["href"].get<std::string>() + ")";
    }
    if (part["mark"] != false) out += "<" + part["mark"].get<std::string>() + ">";
    if (part["page"] != false) {
      out += "|" + part["page"].get<std::string>() + "#" + part["page_id"].get<std::string>() + "|";
    }
    if (part["note"] != false) out += "{" + part["note"].get<std::string>() + "}";
  }
  return out;
}

std::vector<std::string> flat_text(const Fields& fields, const std::vector<TextSpan>& found = {}) {
  std::vector<std::string> out;
  const View text = document_text(fields, citations_in(fields), found);
  for (const View& paragraph : text["paragraphs"]) out.push_back(flat(paragraph));
  return out;
}

Mark citation(std::size_t begin, std::size_t end) {
  return {Mark::Kind::verwijzing, begin, end, "kst-99001-1"};
}

using Lines = std::vector<std::string>;

TEST(DocumentText, ParagraphsAndHeadings) {
  Fields fields;
  fields.tekst = "Kop\nEerste.\n\n  \nTweede.\n";
  fields.marks = {{Mark::Kind::kop, 0, 3, ""}};
  EXPECT_EQ(flat_text(fields), (Lines{"# Kop", "Eerste.", "Tweede."}));
}

TEST(DocumentText, PagesStandWhereTheyBegin) {
  Fields fields;
  fields.tekst = "Eerste bladzij,\ndie doorloopt op de tweede.\n";
  fields.marks = {{Mark::Kind::pagina, 0, 33, "1"},
                  {Mark::Kind::kop, 0, 15, ""},
                  {Mark::Kind::pagina, 33, 45, "2 \"x"},
                  {Mark::Kind::pagina, 200, 300, "3"}};
  EXPECT_EQ(flat_text(fields), (Lines{"# |p. 1#pagina-1|Eerste bladzij,",
                                      "die doorloopt op |p. 2 \"x#pagina-2%20%22x|de tweede."}));
}

TEST(DocumentText, APageThatBeginsInACitationComesBehindIt) {
  Fields fields;
  fields.tekst = "Zie 99 001, nr. 1 hierover.\n";
  fields.marks = {citation(4, 17), {Mark::Kind::pagina, 12, 28, "2"}};
  EXPECT_EQ(flat_text(fields), Lines{"Zie [99 001, nr. 1](/kst-99001-1)|p. 2#pagina-2| hierover."});
}

TEST(DocumentText, CitationsAreLinks) {
  Fields fields;
  fields.tekst = "Zie 99 001, nr. 1 hierover.\n";
  fields.marks = {citation(4, 17)};
  EXPECT_EQ(flat_text(fields), Lines{"Zie [99 001, nr. 1](/kst-99001-1) hierover."});
}

TEST(DocumentText, CitationsLeadToTheirOwnPageOrToTheirSource) {
  Fields fields;
  fields.tekst = "Dossier 99001, Stb. 2024, 123 en 2025D90001.";
  fields.marks = {{Mark::Kind::verwijzing, 8, 13, "99001"}};
  EXPECT_EQ(flat_text(fields),
            Lines{"Dossier [99001](/dossier/99001), [Stb. 2024, 123]"
                  "(https://zoek.officielebekendmakingen.nl/stb-2024-123.html) en "
                  "[2025D90001](/2025D90001)."});
}

TEST(DocumentText, CitationWithoutAKnownAddressIsNoLink) {
  Fields fields;
  fields.tekst = "Artikel 4 daarvan.";
  fields.marks = {{Mark::Kind::verwijzing, 0, 9, "jci1.3:c:BWBR0005537"}};
  EXPECT_EQ(flat_text(fields), Lines{"Artikel 4 daarvan."});
}

TEST(DocumentText, NotesStandWhereTheirMarkStood) {
  Fields fields;
  fields.tekst = "Eén noot.\nTwee";
  fields.noten = {{"1", "Bij het woord", 4},
                  {"*", "Aan het eind", 10},
                  {"", "Daarna", 11},
                  {"4", "Nergens", {}},
                  {"5", "Helemaal achteraan", 15}};
  EXPECT_EQ(flat_text(fields), (Lines{"Eén{1} noot.{*}", "{3}Twee{5}"}));
  const View notes = document_text(fields, citations_in(fields))["notes"];
  EXPECT_EQ(notes[0]["back"], "#noot-plaats-1");
  EXPECT_EQ(notes[0]["id"], "noot-1");
  EXPECT_EQ(notes[3]["back"], "");
  EXPECT_EQ(notes[4]["back"], "#noot-plaats-5");
}

TEST(DocumentText, NoteInsideACitationComesBehindIt) {
  Fields fields;
  fields.tekst = "Zie 99001, 1.";
  fields.marks = {citation(4, 12)};
  fields.noten = {{"1", "Noot", 9}};
  EXPECT_EQ(flat_text(fields), Lines{"Zie [99001, 1](/kst-99001-1){1}."});
}

TEST(DocumentText, MarksThatDoNotFitAreLeftOutAndTheTextIsWhole) {
  Fields fields;
  fields.tekst = "Eén twee.\nDrie vier.\n";
  fields.marks = {citation(2, 4),                      // begins inside é
                  citation(5, 9),    citation(6, 10),  // overlapping
                  citation(8, 15),                     // over the edge of a paragraph
                  citation(16, 900), citation(17, 17)};
  fields.noten = {{"1", "Inside é", 2}, {"2", "Far away", 900}};
  EXPECT_EQ(flat_text(fields), (Lines{"Eén [twee](/kst-99001-1).", "Drie vier."}));
}

TEST(DocumentText, EmptyText) {
  EXPECT_TRUE(document_text({}, {})["paragraphs"].empty());
}

TEST(DocumentText, WordsThatWereFoundAreMarkedAndLeadToTheNext) {
  Fields fields;
  fields.tekst = "De dijk.\nEen brug, een dijk.";
  const std::vector<TextSpan> found = {{3, 7}, {13, 17}, {23, 27}};
  EXPECT_EQ(flat_text(fields, found), (Lines{"De <dijk>.", "Een <brug>, een <dijk>."}));
  const View text = document_text(fields, {}, found);
  EXPECT_EQ(text["marks"], 3);
  const View& parts = text["paragraphs"][1]["parts"];
  EXPECT_EQ(parts[1]["mark_id"], "treffer-2");
  EXPECT_EQ(parts[1]["mark_href"], "#treffer-3");
  EXPECT_EQ(parts[3]["mark_href"], "#treffer-1");
  EXPECT_EQ(parts[3]["mark_label"], "dijk, treffer 3 van 3");
}

TEST(DocumentText, NoMarkIsInALinkOrHalfACharacterOrOutsideTheText) {
  Fields fields;
  fields.tekst = "Zie 99 001, nr. 1 én dit.";
  fields.marks = {citation(4, 17)};
  EXPECT_EQ(flat_text(fields, {{4, 6}, {0, 5}, {19, 21}, {24, 99}, {22, 25}}),
            Lines{"Zie [99 001, nr. 1](/kst-99001-1) én <dit>."});
}

TEST(DocumentText, ALongTextHasItsHeadingsAsContents) {
  Fields fields;
  for (int i = 1; i <= 4; ++i) {
    const std::size_t begin = fields.tekst.size();
    fields.tekst += "Kop " + std::to_string(i) + "\n";
    fields.marks.push_back({Mark::Kind::kop, begin, begin + 5, ""});
    fields.tekst += std::string(2000, 'x') + "\n";
  }
  const View text = document_text(fields, {});
  ASSERT_EQ(text["contents"].size(), 4U);
  EXPECT_EQ(text["contents"][1]["href"], "#kop-2");
  EXPECT_EQ(text["contents"][1]["text"], "Kop 2");
  EXPECT_EQ(text["paragraphs"][2]["id"], "kop-2");
  fields.marks.pop_back();
  EXPECT_TRUE(document_text(fields, {})["contents"].empty()) << "three are seen at a glance";
}

}  // namespace
}  // namespace kamerzoek::web
