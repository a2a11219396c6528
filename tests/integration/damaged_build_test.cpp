// A build that was damaged before it took over: it does not go live, what is live stays, and the
// next rebuild makes another.

#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/packed_pieces.hpp"
#include "indexer/check.hpp"
#include "indexer/check_build.hpp"
#include "indexer/document_store.hpp"
#include "indexer/rebuild.hpp"
#include "indexer/segment_name.hpp"
#include "tests/support/flipped_bit.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;
using test::document;
using test::TemporaryIndex;
using testing::HasSubstr;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class DamagedBuild : public testing::Test {
 protected:
  DamagedBuild() {
    std::vector<Piece> papers;
    for (int i = 1; i <= 60; ++i) {
      papers.push_back(document("kst-90001-" + std::to_string(i), "Over brug " + std::to_string(i),
                                "De brug van nummer " + std::to_string(i) + " is dicht."));
    }
    index_.put(std::move(papers));
    exported_ = index_.exported();
  }

  Result<std::size_t> again() {
    return rebuild(index_.dir(), {.limits = {.threads = 1}, .patience = std::chrono::seconds{0}},
                   test::no_progress);
  }

  /// All but the end, for which somebody else is in the way.
  void build() {
    const auto writer = IndexWriter::open(index_.dir());
    ASSERT_FALSE(again());
    ASSERT_GT(finished_segments(segments()).size(), 1U);
  }

  fs::path segments() const { return schema::build_folder(index_.dir()) / "segments"; }

  fs::path segment() const {
    return segments() / segment_name(finished_segments(segments()).front());
  }

  /// As Xapian would write it, so that its own check finds nothing.
  void change(const std::function<void(MadeDocument&)>& how) {
    Xapian::WritableDatabase database(segment().string());
    MadeDocument record{database.get_document(30), stored_record(database, 30)};
    how(record);
    replace(database, 30, record);
    database.commit();
  }

  void expect_refused_once() {
    const auto refused = again();
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("is niet heel"));
    EXPECT_THAT(refused.error().hint, HasSubstr("zoals hij was"));
    EXPECT_EQ(fs::read_symlink(schema::current(index_.dir())), "generation-000001");
    EXPECT_EQ(index_.exported(), exported_);
    const auto mended = again();
    ASSERT_TRUE(mended) << mended.error().message;
    EXPECT_EQ(index_.exported(), exported_);
    EXPECT_TRUE(check(index_.dir(), test::no_progress)->is_clean());
  }

  TemporaryIndex index_;
  std::string exported_;
};

TEST_F(DamagedBuild, WithALetterOfARecordChangedDoesNotGoLive) {
  build();
  change([](MadeDocument& record) {
    auto pieces = schema::unpack_pieces(record.stored);
    ASSERT_TRUE(pieces);
    pieces->json.replace(pieces->json.find("Over brug 30"), 1, "o");
    record.stored = schema::pack_pieces(pieces->json);
  });
  expect_refused_once();
}

TEST_F(DamagedBuild, WithATermOfARecordLostDoesNotGoLive) {
  build();
  change([](MadeDocument& record) { record.found_by.remove_term("Zbrug"); });
  expect_refused_once();
}

TEST_F(DamagedBuild, WithATableThatIsNoneDoesNotGoLive) {
  build();
  std::ofstream(segment() / "postlist.glass", std::ios::binary) << std::string(8192, 'x');
  expect_refused_once();
}

TEST_F(DamagedBuild, WithoutOneOfItsSegmentsDoesNotGoLive) {
  build();
  fs::remove_all(segment());
  expect_refused_once();
}

// Where a turned bit is in use, and not in a position or a value, it is found.
TEST_F(DamagedBuild, WithATurnedBitLosesNoRecordAndNoTerm) {
  int refused = 0;
  for (const char* table : {"termlist.glass", "postlist.glass"}) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      build();
      const fs::path damaged = segment() / table;
      const std::string bytes = content_of(damaged);
      std::ofstream(damaged, std::ios::binary) << test::with_flipped_bit(bytes, seed);
      if (!again()) ++refused;
      EXPECT_EQ(index_.exported(), exported_) << table << ", seed " << seed;
      const auto report = check(index_.dir(), test::no_progress);
      for (const Finding& finding : report->findings.kept()) {
        if (finding.kind == Finding::Kind::values) continue;
        ADD_FAILURE() << table << ", seed " << seed << ": " << finding.where << ": "
                      << finding.message;
      }
    }
  }
  EXPECT_GT(refused, 5);
}

// All files may be sound, and their records those that were built.
TEST(FaultOfBuild, IsThatPostingListsDoNotLeadToTheRecords) {
  const test::TemporaryFolder folder;
  MadeDocument made{{}, "een record"};
  BuiltRecords built;
  const auto write = [&](const std::string& name, const std::string& term) {
    Xapian::WritableDatabase database((folder / name).string());
    made.found_by.clear_terms();
    made.found_by.add_term(term);
    replace(database, 1, made);
    database.commit();
  };
  write("other", "tunnel");
  write("built", "sluis");
  built.add(1, "", Record{}, made);
  EXPECT_EQ(fault_of_build(folder / "built", built, test::no_progress), "");
  fs::copy_file(folder / "other/postlist.glass", folder / "built/postlist.glass",
                fs::copy_options::overwrite_existing);
  EXPECT_THAT(fault_of_build(folder / "built", built, test::no_progress), HasSubstr("zoektermen"));
}

// The records are looked at in several parts: at none of their ends is one overlooked.
TEST(FaultOfBuild, IsARecordTooFewOrTooManyWhereverItIs) {
  const test::TemporaryFolder folder;
  MadeDocument made{{}, "een record"};
  const auto fault_with = [&](const std::vector<Xapian::docid>& expected,
                              const std::vector<Xapian::docid>& there) {
    const fs::path path = folder / "built";
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    for (const Xapian::docid docid : there) replace(database, docid, made);
    database.commit();
    BuiltRecords built;
    for (const Xapian::docid docid : expected) built.add(docid, "", Record{}, made);
    return fault_of_build(path, built, test::no_progress);
  };
  for (Xapian::docid which = 1; which <= 17; ++which) {
    std::vector<Xapian::docid> all;
    std::vector<Xapian::docid> others;
    for (Xapian::docid docid = 1; docid <= 17; ++docid) {
      all.push_back(docid);
      if (docid != which) others.push_back(docid);
    }
    EXPECT_NE(fault_with(all, others), "") << which;
    EXPECT_NE(fault_with(others, all), "") << which;
  }
  EXPECT_NE(fault_with({}, {1}), "");
}

}  // namespace
}  // namespace kamerzoek
