#include "indexer/check.hpp"

#include <atomic>
#include <chrono>
#include <thread>

#include "indexer/index_writer.hpp"
#include "tests/integration/check_fixture.hpp"
#include "tests/support/flipped_bit.hpp"

// Xapian's own check deletes tables as what they are derived from, without a virtual destructor.
// Only AddressSanitizer minds; without it nobody calls this.
extern "C" [[gnu::used]] const char* __asan_default_options() {
  return "new_delete_type_mismatch=0";
}

namespace kamerzoek {
namespace {

TEST(CheckOfTheSamples, FindsNothingAndWritesNothing) {
  TemporaryIndex index;
  index.index({KAMERZOEK_SAMPLES});
  std::map<fs::path, std::string> before;
  for (const auto& entry : fs::directory_iterator(schema::current(index.dir()))) {
    before[entry.path()] = bytes_of(entry.path());
  }
  const CheckReport report = checked(index);
  EXPECT_THAT(told(report), IsEmpty());
  EXPECT_TRUE(report.is_clean());
  EXPECT_GT(report.records, 60U);
  for (const auto& entry : fs::directory_iterator(schema::current(index.dir()))) {
    EXPECT_EQ(before[entry.path()], bytes_of(entry.path())) << entry.path();
  }
}

TEST(CheckOfNothing, SaysThatThereIsNoIndex) {
  const TemporaryIndex index;
  const auto report = check(index.dir(), [](std::string_view, std::size_t, std::size_t) {});
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error().hint, HasSubstr("kamerzoek index"));
}

TEST(CheckOfNothing, AFirstRunThatWasInterruptedLeftNoIndex) {
  TemporaryIndex index;
  ASSERT_TRUE(IndexWriter::open(index.dir()));
  fs::remove(schema::current(index.dir()));
  const auto report = check(index.dir(), [](std::string_view, std::size_t, std::size_t) {});
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error().message, HasSubstr("geen index"));
}

TEST_F(Check, AFileThatWasOverwrittenIsNamed) {
  for (const char* name : {"termlist", "postlist", "position"}) {
    const fs::path table = file(std::string(name) + ".glass");
    const std::string whole = bytes_of(table);
    overwrite(table, std::string(whole.size(), 'x'));
    const CheckReport report = checked(index_);
    EXPECT_THAT(report.findings.kept(),
                Contains(finding(Kind::table, table.filename(), "beschadigd")))
        << told(report);
    overwrite(table, whole);
    EXPECT_TRUE(checked(index_).is_clean());
  }
}

TEST_F(Check, AFileThatWasCutIsNamed) {
  for (const char* name : {"termlist", "postlist", "position"}) {
    const fs::path table = file(std::string(name) + ".glass");
    const std::string whole = bytes_of(table);
    overwrite(table, whole.substr(0, whole.size() / 3));
    const CheckReport report = checked(index_);
    EXPECT_THAT(report.findings.kept(),
                Contains(finding(Kind::table, table.filename(), "beschadigd")))
        << told(report);
    overwrite(table, whole);
  }
}

TEST_F(Check, ADatabaseThatCannotBeOpenedIsNamed) {
  overwrite(file("iamglass"), "kapot");
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), Contains(finding(Kind::database, "generation-", "geopend")));
  EXPECT_FALSE(report.is_mendable);
}

// A rebuild opens the index to keep writers out, and Xapian opens none without them.
TEST_F(Check, LostTermListsAreNotMended) {
  fs::remove(file("termlist.glass"));
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), Contains(finding(Kind::table, "termlist", "ontbreekt")));
  EXPECT_FALSE(report.is_mendable) << told(report);
  EXPECT_FALSE(test::rebuilt(index_.dir())) << "as it says";
}

TEST_F(Check, LostPositionsAreMended) {
  fs::remove(file("position.glass"));
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), Contains(finding(Kind::terms, "kst-90001-1", "anders")));
  EXPECT_TRUE(report.is_mendable) << told(report);
  ASSERT_TRUE(test::rebuilt(index_.dir()));
  EXPECT_THAT(told(checked(index_)), IsEmpty());
}

TEST_F(Check, AGenerationThatWasLeftIsNoDamage) {
  const fs::path left = index_.dir() / schema::generation_name(7);
  fs::create_directory(left);
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), ElementsAre(finding(Kind::leftover, left.string(), "")));
  EXPECT_TRUE(report.is_clean());
}

TEST_F(Check, ACurrentThatLeadsNowhereIsNamed) {
  fs::remove(schema::current(index_.dir()));
  fs::create_symlink(schema::generation_name(3), schema::current(index_.dir()));
  EXPECT_THAT(checked(index_).findings.kept(), ElementsAre(finding(Kind::layout, "current", "")));
  fs::remove(schema::current(index_.dir()));
  EXPECT_THAT(checked(index_).findings.kept(), ElementsAre(finding(Kind::layout, "current", "")));
}

TEST_F(Check, ARebuildThatTakesOverMeanwhileIsNoDamage) {
  int told_of = 0;
  const auto report = check(index_.dir(), [&](std::string_view, std::size_t, std::size_t) {
    if (++told_of == 2) {
      EXPECT_TRUE(test::rebuilt(index_.dir()));
    }
  });
  ASSERT_TRUE(report);
  EXPECT_THAT(told(*report), IsEmpty());
  EXPECT_GT(report->records, 0U);
}

TEST_F(Check, BesideAWriterThatKeepsOnWritingIsClean) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer makes a check take longer than a revision lasts";
#endif
  std::atomic<bool> is_over = false;
  std::thread writer([&] {
    auto into = IndexWriter::open(index_.dir());
    for (int i = 1; !is_over && i < 5000; ++i) {
      const std::string id = "kst-90003-" + std::to_string(1 + i % 200);
      if (!into->put(document(id, "Sluis " + std::to_string(i), "Over sluizen"))) break;
      if (!into->commit()) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  });
  for (int i = 0; i < 5; ++i) {
    const auto report = check(index_.dir(), [](std::string_view, std::size_t, std::size_t) {});
    EXPECT_THAT(report ? told(*report) : report.error().message, IsEmpty());
  }
  is_over = true;
  writer.join();
}

// Whatever bit of a file is turned, the check ends, and what of it changes what readers get is
// found, but for what is nowhere said twice.
TEST_F(Check, ABitThatWasTurnedDoesNotBringItDown) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "hundreds of forks of a program with the sanitizer take minutes";
#endif
  for (const char* name : {"termlist", "postlist", "position"}) {
    const fs::path table = file(std::string(name) + ".glass");
    const std::string whole = bytes_of(table);
    std::size_t found = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      overwrite(table, test::with_flipped_bit(whole, seed));
      const auto report = check(index_.dir(), [](std::string_view, std::size_t, std::size_t) {});
      found += !report || !report->is_clean() ? 1U : 0U;
    }
    RecordProperty(name, std::to_string(found));
    EXPECT_GT(found, 0U) << name;
    overwrite(table, whole);
  }
  EXPECT_TRUE(checked(index_).is_clean());
}

}  // namespace
}  // namespace kamerzoek
