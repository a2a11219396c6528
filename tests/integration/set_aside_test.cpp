#include <string>

#include <gmock/gmock.h>

#include "tests/support/pdf_file.hpp"
#include "tests/support/temporary_index.hpp"
#include "tests/support/zip_file.hpp"

// What could not be read is remembered (the rest is in tests/cli/set_aside.sh).
namespace kamerzoek {
namespace {

using test::TemporaryFolder;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string half_a_pdf = "%PDF-1.7\n1 0 obj";

TEST(SetAside, APictureOfALetterIsARecordAndIsListed) {
  const TemporaryFolder folder;
  TemporaryIndex index;
  folder.write("kst-99001-8.pdf", test::pdf_of({{}}));
  const IndexReport report = index.index({folder.path()});
  EXPECT_EQ(report.added, 1U);
  EXPECT_THAT(index.skipped, IsEmpty());
  EXPECT_TRUE(index.searcher().show("kst-99001-8"));
  const auto files = index.searcher().set_aside().value();
  ASSERT_THAT(files, SizeIs(1));
  EXPECT_THAT(files[0].bestand, EndsWith("/kst-99001-8.pdf"));
  ASSERT_THAT(files[0].delen, SizeIs(1));
  EXPECT_THAT(files[0].delen[0].reden, HasSubstr("alleen afbeeldingen"));
  EXPECT_THAT(files[0].delen[0].raad, HasSubstr("OCR"));

  // Read again it says the same, and changes nothing.
  EXPECT_EQ(index.index({folder.path()}).unchanged, 1U);
  EXPECT_EQ(index.searcher().set_aside().value(), files);
  folder.write("kst-99001-8.pdf", test::pdf_of({{{70, 60, "Nu met tekst"}}}));
  EXPECT_EQ(index.index({folder.path()}).updated, 1U);
  EXPECT_THAT(index.searcher().set_aside().value(), IsEmpty());
}

TEST(SetAside, AnArchiveIsListedByWhatInItFails) {
  const TemporaryFolder folder;
  TemporaryIndex index;
  folder.write("post.zip", test::zip_of({{"map/half.pdf", half_a_pdf},
                                         {"scan.pdf", test::pdf_of({{}})},
                                         {"notitie.txt", "Over de sluis in het kanaal"}}));
  EXPECT_EQ(index.index({folder.path()}).skipped, 1U);
  const auto files = index.searcher().set_aside().value();
  ASSERT_THAT(files, SizeIs(1));
  ASSERT_THAT(files[0].delen, SizeIs(2));
  EXPECT_EQ(files[0].delen[0].deel, "scan.pdf");
  EXPECT_EQ(files[0].delen[1].deel, "map/half.pdf");
  // The rest of it is read every time.
  const IndexReport again = index.index({folder.path()});
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_EQ(again.skipped, 1U);
}

TEST(SetAside, WhatIsKnownOfTheDocumentStaysToBeFound) {
  const TemporaryFolder folder;
  TemporaryIndex index;
  Piece known = test::document("kst-99001-8", "Brief over de brug", "");
  known.keys.push_back("2025D90001");
  index.put({known});
  folder.write("2025D90001.pdf", half_a_pdf);
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, SizeIs(1));
  EXPECT_THAT(test::found(index, "brug"), ElementsAre("kst-99001-8"));
}

TEST(SetAside, LinesOfAFileAreNoFiles) {
  const TemporaryFolder folder;
  TemporaryIndex index;
  folder.write("regels.jsonl", "{\"id\":\"kst-99001-1\"}\n{\"geen\":\"id\"}\n");
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, SizeIs(1));
  EXPECT_THAT(index.searcher().set_aside().value(), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
