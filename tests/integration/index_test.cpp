#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/index_paths.hpp"
#include "indexer/rebuild.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::TemporaryFolder;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

TEST(Index, OfTheSamplesSkipsNothingAndCountsWhatItReads) {
  TemporaryIndex index;
  const IndexReport report = index.index({KAMERZOEK_SAMPLES});
  for (const auto& skip : index.skipped) ADD_FAILURE() << skip.where << ": " << skip.why;
  EXPECT_GT(report.added, 60U);
  EXPECT_EQ(report.read, report.added + report.updated + report.unchanged + report.deleted);
}

TEST(Index, ASecondTimeChangesNothing) {
  TemporaryIndex index;
  const IndexReport first = index.index({KAMERZOEK_SAMPLES});
  const std::string before = index.exported();
  const IndexReport again = index.index({KAMERZOEK_SAMPLES});
  EXPECT_EQ(again.read, first.read);
  EXPECT_EQ(again.unchanged, again.read);
  EXPECT_EQ(index.exported(), before);
}

TEST(Index, ExportAndIndexRoundTrip) {
  TemporaryIndex original;
  original.index({KAMERZOEK_SAMPLES});
  TemporaryFolder folder;
  const auto file = folder.write("export.jsonl", original.exported());
  TemporaryIndex copy;
  copy.index({file});
  EXPECT_THAT(copy.skipped, IsEmpty());
  EXPECT_EQ(copy.exported(), original.exported());
}

TEST(Index, RebuildKeepsEverythingAndReplacesTheGeneration) {
  TemporaryIndex index;
  index.index({KAMERZOEK_SAMPLES});
  const std::string before = index.exported();
  auto open_meanwhile = index.searcher();
  const auto live = std::filesystem::read_symlink(schema::current(index.dir()));
  const auto records = test::rebuilt(index.dir());
  ASSERT_TRUE(records) << records.error().message;
  EXPECT_NE(std::filesystem::read_symlink(schema::current(index.dir())), live);
  EXPECT_FALSE(std::filesystem::exists(index.dir() / live));
  EXPECT_EQ(index.exported(), before);
  EXPECT_TRUE(open_meanwhile.search({})) << "a reader goes over by itself";
}

TEST(Index, RemembersNotesWithTheBatchTheyBelongTo) {
  TemporaryIndex index;
  {
    auto writer = IndexWriter::open(index.dir());
    ASSERT_TRUE(writer);
    writer->remember("proef.een", "1");
    writer->remember("proef.twee", "2");
    ASSERT_TRUE(writer->commit());
    writer->remember("proef.een", "");
    writer->remember("proef.drie", "3");
    // The writer goes without a commit, as when it is killed.
  }
  const auto notes = [&] { return IndexWriter::open(index.dir())->remembered("proef.").value(); };
  EXPECT_THAT(notes(), ElementsAre(Pair("proef.een", "1"), Pair("proef.twee", "2")));
  {
    auto writer = IndexWriter::open(index.dir());
    writer->remember("proef.een", "");
    ASSERT_TRUE(writer->commit());
  }
  EXPECT_THAT(notes(), ElementsAre(Pair("proef.twee", "2")));
  ASSERT_TRUE(test::rebuilt(index.dir()));
  EXPECT_THAT(notes(), ElementsAre(Pair("proef.twee", "2")));
}

TEST(Index, AChangedFileUpdatesItsDocument) {
  TemporaryIndex index;
  TemporaryFolder folder;
  const auto file = folder.write("notitie.txt", "Een notitie over de brug\n\nDe brug is dicht.\n");
  index.index({file});
  folder.write("notitie.txt", "Een notitie over de tunnel\n\nDe tunnel is open.\n");
  const IndexReport report = index.index({file});
  EXPECT_EQ(report.updated, 1U);
  EXPECT_EQ(test::found(index, "tunnel").size(), 1U);
  EXPECT_THAT(test::found(index, "brug"), IsEmpty());
}

TEST(Index, IsRefusedToASecondWriter) {
  TemporaryIndex index;
  auto writer = IndexWriter::open(index.dir());
  ASSERT_TRUE(writer);
  const auto second = IndexWriter::open(index.dir());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::index_unavailable);
  EXPECT_THAT(second.error().message, HasSubstr("ander proces"));
  EXPECT_FALSE(test::rebuilt(index.dir()));
}

TEST(Index, OfAnotherVersionIsRefusedWithWhatToDoAndRebuilt) {
  TemporaryIndex index;
  index.put({test::document("kst-99999-1", "Over de brug", "")});
  {
    Xapian::WritableDatabase database(schema::current(index.dir()).string());
    database.set_metadata(schema::analysis_key, "0");
    database.commit();
  }
  const auto searcher = Searcher::open(index.dir());
  ASSERT_FALSE(searcher);
  EXPECT_EQ(searcher.error().code, ErrorCode::index_unavailable);
  EXPECT_THAT(searcher.error().hint, HasSubstr("kamerzoek rebuild"));
  EXPECT_FALSE(IndexWriter::open(index.dir()));
  ASSERT_TRUE(test::rebuilt(index.dir()));
  EXPECT_EQ(test::found(index, "brug").size(), 1U);
}

TEST(Index, ThatIsDamagedOrAbsentSaysSo) {
  TemporaryFolder folder;
  const auto absent = Searcher::open(folder / "nergens");
  ASSERT_FALSE(absent);
  EXPECT_THAT(absent.error().hint, HasSubstr("kamerzoek index"));

  TemporaryIndex index;
  index.put({test::document("kst-99999-1", "Over de brug", "")});
  std::ofstream(schema::current(index.dir()) / "iamglass", std::ios::trunc) << "kapot";
  const auto damaged = Searcher::open(index.dir());
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::index_unavailable);
}

TEST(Index, KeepsABatchWholeOrNotAtAll) {
  TemporaryIndex index;
  index.put({test::document("kst-99999-1", "Eerste", "")});
  {
    auto writer = IndexWriter::open(index.dir());
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->put(test::document("kst-99999-2", "Tweede", "")));
    // The writer goes without a commit, as after a crash.
  }
  EXPECT_EQ(test::search(index, {}).total, 1U);
}

}  // namespace
}  // namespace kamerzoek
