#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "corpus/model/merge.hpp"
#include "indexer/converter.hpp"
#include "tests/support/open_document.hpp"
#include "tests/support/pdf_file.hpp"
#include "tests/support/temporary_index.hpp"
#include "tests/support/word_file.hpp"

// The same letter in all the forms it is sent in, and files that hold several.
namespace kamerzoek {
namespace {

using test::TemporaryFolder;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::vector<std::string> paragraphs = {
    "99 001 Het eiland Nieuwoord", "Nr. 8 Brief van de minister van Eilanden",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Den Haag, 12 juni 2025",
    "Hierbij bied ik uw Kamer het plan aan voor een brug tussen de stad en het eiland."};

std::string as_text() {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  return text;
}

std::string as_docx() {
  std::string body;
  for (const std::string& paragraph : paragraphs) body += test::p(paragraph);
  return test::docx_of({body});
}

std::string as_odt() {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += "<text:p>" + paragraph + "</text:p>";
  return test::odt_of({text});
}

std::string as_html() {
  std::string html = "<!DOCTYPE html><html><body><nav>Menu</nav><main>";
  for (const std::string& paragraph : paragraphs) html += "<p>" + paragraph + "</p>";
  return html + "</main></body></html>";
}

std::string as_pdf() {
  test::PdfPageText page;
  for (const std::string& paragraph : paragraphs) {
    page.push_back({70, 60 + 20 * static_cast<double>(page.size()), paragraph});
  }
  return test::pdf_of({page});
}

using Files = std::vector<std::pair<std::string, std::string>>;

TEST(Letters, InAnyOrderOrAloneTheyAreOneDocument) {
  Files files = {{"brief.docx", as_docx()},
                 {"brief.html", as_html()},
                 {"brief.odt", as_odt()},
                 {"kst-99001-8.pdf", as_pdf()},
                 {"brief.txt", as_text()}};
  std::ranges::sort(files);
  do {
    const TemporaryFolder folder;
    TemporaryIndex index;
    for (const auto& [name, bytes] : files) {
      folder.write(name, bytes);
      index.index({folder / name});
      ASSERT_THAT(index.skipped, IsEmpty());
      const auto shown = index.searcher().show("kst-99001-8");
      ASSERT_TRUE(shown) << name;
      const Fields fields = view(shown->record);
      EXPECT_EQ(fields.datum, "2025-06-12") << name;
      EXPECT_EQ(fields.soort, "Brief regering") << name;
      EXPECT_THAT(test::found(index, "brug eiland"), ElementsAre("kst-99001-8")) << name;
    }
  } while (std::ranges::next_permutation(files).found);
}

TEST(Letters, ALetterDroppedInAFolderLandsInItsDossier) {
  const TemporaryFolder folder;
  TemporaryIndex index;
  folder.write("post/brief van de minister.docx", as_docx());
  index.index({folder.path()});
  const auto dossier = index.searcher().dossier("99001");
  ASSERT_TRUE(dossier);
  EXPECT_EQ(dossier->titel, "Het eiland Nieuwoord");
  ASSERT_THAT(dossier->documenten, SizeIs(1));
  EXPECT_EQ(dossier->documenten[0].id, "kst-99001-8");
}

TEST(Letters, WhatAProgramHasToReadIsReadOrNamed) {
  const std::filesystem::path files = KAMERZOEK_TEST_DATA;
  TemporaryIndex index;
  index.index({files / "letter.doc", files / "letter.rtf"});
  const std::size_t programs = installed_converters().size();
  ASSERT_THAT(index.skipped, SizeIs(2 - programs));
  for (const auto& skipped : index.skipped) {
    EXPECT_THAT(skipped.why, testing::EndsWith("en dat is niet geïnstalleerd"));
  }
  const auto found = test::found(index, "veerboot");
  EXPECT_THAT(found, SizeIs(programs > 0 ? 1 : 0));
}

TEST(Letters, AnArchiveHoldsDocuments) {
  const TemporaryFolder folder;
  TemporaryIndex index;
  folder.write("post.zip", test::zip_of({{"brief.docx", as_docx()},
                                         {"notitie.txt", "Over de sluis in het kanaal"},
                                         {"half.pdf", as_pdf().substr(0, 20)}}));
  const IndexReport report = index.index({folder.path()});
  EXPECT_EQ(report.read, 2U);
  ASSERT_THAT(index.skipped, SizeIs(1));
  EXPECT_TRUE(index.skipped[0].where.ends_with("post.zip, half.pdf")) << index.skipped[0].where;
  EXPECT_THAT(test::found(index, "brug eiland"), ElementsAre("kst-99001-8"));
  EXPECT_THAT(test::found(index, "sluis"), SizeIs(1));
}

}  // namespace
}  // namespace kamerzoek
