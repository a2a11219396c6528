// Building an index anew, on all cores: rebuild, and index where much comes at once. What a
// database holds is compared with one that was built a document at a time, docid by docid.

#include <functional>
#include <map>
#include <thread>

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/check.hpp"
#include "indexer/document_store.hpp"
#include "indexer/rebuild.hpp"
#include "indexer/segment_name.hpp"
#include "indexer/segments.hpp"
#include "search/database.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;
using test::document;
using test::TemporaryFolder;
using test::TemporaryIndex;
using testing::HasSubstr;
using testing::IsEmpty;

/// So little that a segment holds next to nothing, on three threads.
const BuildLimits many_segments{.memory = std::size_t{1} << 20, .threads = 3};

/// All that Xapian can tell of a record, and where it stands.
std::string everything_of(const Xapian::Database& database, Xapian::docid docid) {
  const Xapian::Document document = database.get_document(docid);
  std::string out = stored_record(database, docid);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    out += '\n' + *term + ' ' + std::to_string(term.get_wdf());
    // A record that has a term is found by it.
    auto posting = database.postlist_begin(*term);
    posting.skip_to(docid);
    if (posting == database.postlist_end(*term) || *posting != docid) out += " not found";
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      out += ' ' + std::to_string(*at);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    out += "\n#" + std::to_string(value.get_valueno()) + ' ' + *value;
  }
  return out;
}

std::map<Xapian::docid, std::string> contents(const fs::path& dir) {
  const Xapian::Database database(schema::current(dir).string());
  std::map<Xapian::docid, std::string> all;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    all[*at] = everything_of(database, *at);
  }
  return all;
}

void expect_sound(const fs::path& dir) {
  const auto report = check(dir, test::no_progress);
  ASSERT_TRUE(report) << report.error().message;
  for (const Finding& finding : report->findings.kept()) {
    ADD_FAILURE() << finding.where << ": " << finding.message;
  }
}

IndexOptions in_bulk() {
  return {.limits = many_segments, .least_bulk = 0};
}

/// Papers, so many that they make several segments.
std::vector<Piece> papers(int first, int last) {
  std::vector<Piece> pieces;
  for (int i = first; i <= last; ++i) {
    pieces.push_back(document("kst-90001-" + std::to_string(i), "Over brug " + std::to_string(i),
                              "De brug van nummer " + std::to_string(i) + " is dicht. Zie ook " +
                                  "kamerstuk 90 001, nr. " + std::to_string(i / 2 + 1) + "."));
  }
  return pieces;
}

TEST(BulkIndex, OfTheSamplesIsThatOfAFileAtATime) {
  TemporaryIndex one_by_one;
  TemporaryIndex at_once;
  const IndexReport expected = one_by_one.index({KAMERZOEK_SAMPLES});
  const IndexReport report = at_once.index({KAMERZOEK_SAMPLES}, in_bulk());
  EXPECT_EQ(report.added, expected.added);
  EXPECT_EQ(report.read, expected.read);
  EXPECT_EQ(contents(at_once.dir()), contents(one_by_one.dir()));
  EXPECT_EQ(at_once.exported(), one_by_one.exported());
  EXPECT_FALSE(fs::exists(schema::build_folder(at_once.dir())));
  expect_sound(at_once.dir());
}

TEST(BulkIndex, KeepsWhatTheIndexHeldAndCountsItAsUnchanged) {
  TemporaryIndex index;
  index.put({document("kst-90001-1", "Over de brug", "De brug is dicht.")});
  index.index({KAMERZOEK_SAMPLES}, in_bulk());
  EXPECT_EQ(test::found(index, "onderwerp:brug dossier:90001").size(), 1U);
  const IndexReport again = index.index({KAMERZOEK_SAMPLES}, in_bulk());
  EXPECT_EQ(again.unchanged, again.read);
  EXPECT_EQ(test::found(index, "onderwerp:brug dossier:90001").size(), 1U);
  expect_sound(index.dir());
}

TEST(BulkIndex, RemembersWhatWasSetAside) {
  TemporaryIndex index;
  TemporaryFolder folder;
  folder.write("kapot.xml", "<kapot");
  index.index({folder.path()}, in_bulk());
  ASSERT_EQ(index.skipped.size(), 1U);
  index.index({folder.path()}, in_bulk());
  ASSERT_EQ(index.skipped.size(), 1U);
  EXPECT_THAT(index.skipped.front().why, HasSubstr("opzij gelegd"));
}

TEST(BulkIndex, IsSeenWhenAllOfItIsThereAndNotBefore) {
  TemporaryIndex index;
  index.put({document("kst-90001-1", "Over de brug", "De brug is dicht.")});
  auto searcher = index.searcher();
  TemporaryFolder folder;
  const auto file = folder.write("notitie.txt", "Een notitie over de tunnel\n\nZij is open.\n");
  SearchRequest request;
  request.query = "tunnel";
  std::size_t seen_while_building = 0;
  const IndexListener listener{[](const std::string&, const Error&) {}, [](const IndexReport&) {},
                               [&](std::string_view, std::size_t, std::size_t) {
                                 seen_while_building += searcher.search(request)->total;
                               }};
  auto options = in_bulk();
  ASSERT_TRUE(index_paths(index.dir(), {file}, options, listener));
  EXPECT_EQ(seen_while_building, 0U);
  EXPECT_EQ(searcher.search(request)->total, 1U) << "a reader goes over by itself";
}

class Rebuild : public testing::Test {
 protected:
  Rebuild() { index_.put(papers(1, 300)); }

  Result<std::size_t> again(const BuildProgress& progress = test::no_progress) {
    return rebuild(index_.dir(), {.limits = many_segments, .patience = std::chrono::seconds{0}},
                   progress);
  }

  /// Once, while the documents are being built.
  void meanwhile(const std::function<void()>& happens) {
    bool done = false;
    const auto result = again([&](std::string_view what, std::size_t, std::size_t) {
      if (what == "samenvoegen" && !std::exchange(done, true)) happens();
    });
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_TRUE(done);
  }

  TemporaryIndex index_;
};

TEST_F(Rebuild, OnManyThreadsGivesTheSameIndexDocidByDocid) {
  const auto before = contents(index_.dir());
  const auto records = again();
  ASSERT_TRUE(records) << records.error().message;
  EXPECT_EQ(*records, 300U);
  EXPECT_EQ(contents(index_.dir()), before);
  expect_sound(index_.dir());
}

TEST_F(Rebuild, ThatMayTakeNoMemoryAtAllComesToAnEnd) {
  const auto before = contents(index_.dir());
  const auto records = rebuild(index_.dir(), {.limits = {.memory = 0}}, test::no_progress);
  ASSERT_TRUE(records) << records.error().message;
  EXPECT_EQ(contents(index_.dir()), before);
}

TEST_F(Rebuild, OfNothingIsAnEmptyIndex) {
  TemporaryIndex empty;
  empty.put({});
  const auto records = test::rebuilt(empty.dir());
  ASSERT_TRUE(records) << records.error().message;
  EXPECT_EQ(*records, 0U);
  EXPECT_THAT(contents(empty.dir()), IsEmpty());
}

TEST_F(Rebuild, HasWhatWasWrittenMeanwhile) {
  meanwhile([&] {
    auto changed = papers(7, 7);
    changed.front().fields.tekst = "Een heel andere tekst, over een sluis.";
    changed.front().stamp = "2030-01-01T00:00:00Z";
    index_.put(std::move(changed));
    index_.put(papers(301, 320));
    Piece gone = papers(8, 8).front();
    gone.withdrawn = true;
    gone.stamp = "2030-01-01T00:00:00Z";
    index_.put({gone});
    auto writer = IndexWriter::open(index_.dir());
    writer->remember("proef.plaats", "12");
    ASSERT_TRUE(writer->commit());
  });
  EXPECT_EQ(test::found(index_, "sluis").size(), 1U);
  EXPECT_EQ(test::found(index_, "brug").size(), 319U);
  EXPECT_EQ(IndexWriter::open(index_.dir())->remembered("proef.")->at("proef.plaats"), "12");
  expect_sound(index_.dir());
}

TEST_F(Rebuild, MakesOneOfTwoRecordsThatAPieceUnitedMeanwhile) {
  Piece other = document("2025D90001", "Een brief", "Een brief over de brug.");
  index_.put({other});
  meanwhile([&] {
    Piece both = document("2025D90001", "Een brief", "");
    both.name = "samen";
    both.keys = {"2025D90001", "kst-90001-5"};
    index_.put({both});
  });
  EXPECT_EQ(contents(index_.dir()).size(), 300U);
  expect_sound(index_.dir());
}

TEST_F(Rebuild, ThatWaitsInVainForAWriterSaysSoAndGoesOnTheNextTime) {
  {
    auto writer = IndexWriter::open(index_.dir());
    ASSERT_TRUE(writer);
    const auto refused = again();
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("ander proces"));
  }
  const auto left = finished_segments(schema::build_folder(index_.dir()) / "segments");
  ASSERT_GT(left.size(), 1U);
  const auto stamp = fs::last_write_time(
      marker_of(schema::build_folder(index_.dir()) / "segments" / segment_name(left.front())));
  bool kept = false;
  const auto done = again([&](std::string_view what, std::size_t, std::size_t) {
    if (what != "samenvoegen") return;
    kept = stamp == fs::last_write_time(marker_of(schema::build_folder(index_.dir()) / "segments" /
                                                  segment_name(left.front())));
  });
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_TRUE(kept);
  EXPECT_FALSE(fs::exists(schema::build_folder(index_.dir())));
  expect_sound(index_.dir());
}

TEST_F(Rebuild, GoesOnWithHalfOfTheSegments) {
  const auto before = contents(index_.dir());
  {
    auto writer = IndexWriter::open(index_.dir());
    ASSERT_FALSE(again());
  }
  const fs::path segments = schema::build_folder(index_.dir()) / "segments";
  bool odd = false;
  for (const DocidRange& range : finished_segments(segments)) {
    if (odd = !odd; odd) continue;
    fs::remove(marker_of(segments / segment_name(range)));
  }
  ASSERT_TRUE(again());
  EXPECT_EQ(contents(index_.dir()), before);
}

TEST_F(Rebuild, IsOfOneProcessAtATime) {
  Result<std::size_t> second;
  meanwhile([&] { second = again(); });
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("ander proces"));
}

// The generation that a reader has just been told of may be gone before it has opened it.
TEST_F(Rebuild, ThatTakesOverWhileAReaderOpensIsFollowed) {
  auto reader = Database::open(index_.dir());
  ASSERT_TRUE(reader);
  int attempts = 0;
  const auto count = reader->read([&](const Xapian::Database& live) -> Result<std::size_t> {
    if (++attempts == 1) {
      const auto told_of = fs::canonical(schema::current(index_.dir()));
      EXPECT_TRUE(again());
      const Xapian::Database opened(told_of.string());
    }
    return live.get_doccount();
  });
  ASSERT_TRUE(count) << count.error().message;
  EXPECT_EQ(*count, 300U);
  EXPECT_EQ(attempts, 2);
}

TEST_F(Rebuild, CanBeDiscarded) {
  {
    auto writer = IndexWriter::open(index_.dir());
    ASSERT_FALSE(again());
  }
  EXPECT_TRUE(fs::exists(schema::build_folder(index_.dir())));
  ASSERT_TRUE(discard_rebuild(index_.dir()));
  EXPECT_FALSE(fs::exists(schema::build_folder(index_.dir())));
  EXPECT_EQ(test::found(index_, "brug").size(), 300U);
}

TEST_F(Rebuild, OfAnotherProgramOrMachineStartBeginsAfresh) {
  {
    auto writer = IndexWriter::open(index_.dir());
    ASSERT_FALSE(again());
  }
  const fs::path build = schema::build_folder(index_.dir());
  std::ofstream(build / "made-by") << "rebuild generation-000001\nschema 1\n";
  std::ofstream(build / "segments" / "1-999999.built") << "of another";
  ASSERT_TRUE(again());
  EXPECT_EQ(test::found(index_, "brug").size(), 300U);
}

}  // namespace
}  // namespace kamerzoek
