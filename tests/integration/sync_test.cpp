#include "indexer/sync/sync.hpp"

#include <functional>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/sync_status.hpp"
#include "indexer/rebuild.hpp"
#include "indexer/sync/moment.hpp"
#include "indexer/sync/odata_follower.hpp"
#include "tests/integration/sync_fixture.hpp"

namespace kamerzoek::sync {
namespace {

TEST_F(SyncTest, GivesTheIndexOfTheSameFiles) {
  server.load(samples + "/odata");
  run_well();
  TemporaryIndex of_files;
  of_files.index({samples + "/odata"});
  EXPECT_TRUE(index.exported() == of_files.exported());
  EXPECT_THAT(skipped, IsEmpty());
}

TEST_F(SyncTest, WhateverTheServerDoes) {
  server.load(samples + "/odata");
  for (std::size_t i = 0; i < 300; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  run_well();
  const std::string expected = index.exported();
  server.stall_for = 1s;
  for (const auto& [name, misdeed] : ReplayServer::misdeeds()) {
    if (misdeed == Misdeed::redirect_away || misdeed == Misdeed::huge) continue;
    if (misdeed == Misdeed::refusal) continue;
    TemporaryIndex disturbed;
    for (const char* where : {"/Document?", "/Zaak?", "/Agendapunt?"}) {
      server.misbehave(misdeed, 1, where);
    }
    const auto report = sync(
        {.index = disturbed.dir(),
         .odata = server.odata(),
         .texts = false,
         .manners = hasty(),
         .limits = {.total = 500ms}},
        {[](const std::string&, const Error&) {}, [](const Progress&) {}, [](const Error&) {}}, {});
    ASSERT_TRUE(report) << name << ": " << report.error().message;
    EXPECT_TRUE(disturbed.exported() == expected) << name;
  }
}

TEST_F(SyncTest, StopsAtWhatCannotBeTrusted) {
  server.load(samples + "/odata");
  for (const Misdeed misdeed : {Misdeed::redirect_away, Misdeed::huge}) {
    server.misbehave(misdeed, 1, "/Zaak?");
    EXPECT_FALSE(run());
  }
  EXPECT_TRUE(run()) << "and goes on from there";
}

TEST_F(SyncTest, AnEntitySetThatIsRefusedStopsNoOther) {
  server.put("Document", document(3, minute(3), "de brief"));
  server.put("Zaak", zaak(4, minute(4), "de zaak"));
  run_well();
  server.put("Zaak", zaak(4, minute(5), "de zaak, gewijzigd"));
  server.misbehave(Misdeed::refusal, 1, "/Document?");
  const auto report = run();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().message, "Document: de server antwoordt 400");
  EXPECT_EQ(onderwerp("2025Z00004"), "de zaak, gewijzigd");
}

TEST_F(SyncTest, FollowsAdditionsChangesAndDeletions) {
  server.put("Zaak", zaak(1, minute(1), "de eerste"));
  server.put("Zaak", zaak(2, minute(2), "de tweede"));
  server.put("Document", document(3, minute(3), "de brief"));
  run_well();
  server.put("Zaak", zaak(1, minute(4), "de eerste, gewijzigd"));
  server.put("Zaak", fmt::format(R"({{"Id":"{}","ApiGewijzigdOp":"{}","Verwijderd":true}})",
                                 guid(2), minute(5)));
  server.put("Document", document(6, minute(6), "nog een brief"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->added, 1U);
  EXPECT_EQ(report->updated, 1U);
  EXPECT_EQ(report->deleted, 1U);
  EXPECT_EQ(onderwerp("2025Z00001"), "de eerste, gewijzigd");
  EXPECT_EQ(onderwerp("2025Z00002"), "none");
  EXPECT_EQ(onderwerp("2025D00006"), "nog een brief");
}

TEST_F(SyncTest, WritesNothingWhenThereIsNothingNew) {
  server.load(samples + "/odata");
  run_well();
  const auto revision = [&] {
    return Xapian::Database(schema::current(index.dir())).get_revision();
  };
  const auto before = revision();
  run_well();
  EXPECT_EQ(revision(), before) << "readers keep what they have in memory";
}

TEST_F(SyncTest, FindsWhatComesLateOrWithAnOlderStamp) {
  for (std::size_t i = 0; i < 30; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  run_well();
  server.put("Zaak", zaak(90, minute(25), "achteraf"));  // the clock went back five minutes
  run_well();
  EXPECT_EQ(onderwerp("2025Z00090"), "achteraf");
}

TEST_F(SyncTest, ReadsAWholeDayTwice) {
  server.put("Zaak", zaak(1, minute(10), "zaak"));
  run_well();
  server.put("Zaak", zaak(2, minute(1400), "zaak"));
  run_well();
  server.put("Zaak", zaak(90, minute(700), "half een dag te laat"));
  server.put("Zaak", zaak(3, minute(1500), "de volgende dag"));
  run_well();
  run_well();
  EXPECT_EQ(onderwerp("2025Z00090"), "half een dag te laat");
}

TEST_F(SyncTest, DoesNotBelieveAStampThatLiesAhead) {
  server.put("Zaak", zaak(1, "2925-01-01T00:00:00Z", "uit de toekomst"));
  run_well();
  server.put("Zaak", zaak(2, stamp_of(std::chrono::system_clock::now()), "van vandaag"));
  run_well();
  EXPECT_EQ(onderwerp("2025Z00001"), "uit de toekomst");
  EXPECT_EQ(onderwerp("2025Z00002"), "van vandaag");
}

TEST_F(SyncTest, ManyRecordsOfOneMomentAreReadAll) {
  for (std::size_t i = 0; i < 900; ++i) server.put("Zaak", zaak(i, minute(7), "zaak"));
  server.put("Zaak", zaak(950, minute(1), "zaak"));
  run_well();
  for (std::size_t i = 1000; i < 1900; ++i) server.put("Zaak", zaak(i, minute(9), "zaak"));
  run_well();
  EXPECT_EQ(index.searcher().stats()->kinds[1].held, 1801U);
}

TEST_F(SyncTest, SinceADayReadsNoFurtherBackThanItMust) {
  for (std::size_t i = 0; i < 2000; ++i) server.put("Zaak", zaak(i, minute(i * 10), "zaak"));
  ASSERT_TRUE(run("2025-06-13"));
  const auto held = index.searcher().stats()->kinds[1].held;
  EXPECT_GE(held, 2000U - 12 * 144);
  EXPECT_LE(held, 2000U - 12 * 144 + 250) << "a page too many at most";
  ASSERT_TRUE(run());
  EXPECT_EQ(index.searcher().stats()->kinds[1].held, 2000U) << "the rest, when it is asked for";
}

TEST_F(SyncTest, WhatADocumentShowsOfOthersIsReadAgain) {
  const auto with_actor = [](const std::string& name) {
    return fmt::format(R"(,"DocumentActor":[{{"Id":"{}","ActorNaam":"{}"}}])", guid(50), name);
  };
  server.put("Document", document(3, minute(3), "de brief", with_actor("A. Jansen")));
  run_well();
  // The document itself does not count as changed.
  server.put("Document", document(3, minute(3), "de brief", with_actor("B.J.")));
  server.put("DocumentActor",
             fmt::format(R"({{"Id":"{}","ApiGewijzigdOp":"{}"}})", guid(50), minute(9)));
  run_well();
  auto searcher = index.searcher();
  const auto shown = searcher.show("2025D00003");
  ASSERT_TRUE(shown);
  ASSERT_EQ(view(shown->record).actoren.size(), 1U);
  EXPECT_EQ(view(shown->record).actoren[0].naam, "B.J.");
}

TEST_F(SyncTest, TellsHowFreshTheIndexIs) {
  server.put("Document", document(3, minute(3), "de brief"));
  run_well();
  const auto status = schema::sync_status(index.dir());
  ASSERT_TRUE(status);
  EXPECT_EQ(status->bron, server.odata());
  EXPECT_TRUE(status->gevuld);
  EXPECT_EQ(status->fout, "");
  const auto now = std::chrono::system_clock::now();
  EXPECT_LT(schema::behind(*status, now).value(), 20s);
  EXPECT_GE(schema::behind(*status, now + 1h).value(), 1h);
  const auto stats = index.searcher().stats();
  ASSERT_TRUE(stats);
  EXPECT_EQ(stats->sync, status);
  ASSERT_EQ(stats->without_text.size(), 1U);
  EXPECT_EQ(stats->without_text[0].value, "wacht");
  EXPECT_EQ(stats->without_text[0].count, 1U);

  server.misbehave(Misdeed::redirect_away);
  EXPECT_FALSE(run());
  const auto failed = index.searcher().freshness();
  ASSERT_TRUE(failed && failed->sync);
  EXPECT_THAT(failed->sync->fout, ::testing::HasSubstr("andere server"));
  EXPECT_EQ(failed->sync->bijgewerkt, status->bijgewerkt);
  EXPECT_EQ(failed->without_text, 1U);
}

TEST(SyncStatusTest, AFileThatIsNoneTellsNothing) {
  const test::TemporaryFolder folder;
  EXPECT_FALSE(schema::sync_status(folder.path()));
  for (const char* text : {"", "[]", "{", "gisteren"}) {
    folder.write("sync.json", text);
    EXPECT_FALSE(schema::sync_status(folder.path())) << text;
  }
  folder.write("sync.json", R"({"bron":7,"bijgewerkt":"gisteren","gevuld":"ja"})");
  const auto status = schema::sync_status(folder.path());
  schema::SyncStatus expected;
  expected.bijgewerkt = "gisteren";
  ASSERT_TRUE(status);
  EXPECT_EQ(*status, expected);
  EXPECT_FALSE(schema::behind(*status, std::chrono::system_clock::now()));
}

TEST_F(SyncTest, ARebuiltIndexGoesOnWhereItWas) {
  for (std::size_t i = 0; i < 300; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  run_well();
  ASSERT_TRUE(test::rebuilt(index.dir()));
  server.put("Zaak", zaak(900, minute(900), "zaak"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->added, 1U);
  EXPECT_LE(report->read, 20U) << "the last ten minutes and what is new";
}

/// A fill of zaken a page at a time, with something that happens between the pages.
class PagesTest : public SyncTest {
 protected:
  void fill(const std::function<void(std::size_t page)>& between) {
    PoliteClient client(HttpClient{}, real_clock({}), hasty());
    OdataService service(client, server.odata());
    Intake intake(index.dir(), [](const std::string&, const Error&) {});
    OdataFollower follower(service, intake, entity_sets[1], {});
    for (std::size_t page = 0;; ++page) {
      const auto done = follower.back({});
      ASSERT_TRUE(done) << done.error().message;
      if (*done) break;
      between(page);
    }
    for (bool done = false; !done;) done = follower.forward().value();
    ASSERT_TRUE(intake.commit());
  }
};

TEST_F(PagesTest, RecordsMayChangeWhilePagesAreRead) {
  constexpr std::size_t records = 1200;
  for (std::size_t i = 0; i < records; ++i) server.put("Zaak", zaak(i, minute(i), "oud"));
  // After each page a hundred records move to the front: some that were read, some that were not.
  fill([&](std::size_t page) {
    for (std::size_t i = 0; i < 100; ++i) {
      const std::size_t number = (page * 400 + i * 7) % records;
      server.put("Zaak", zaak(number, minute(records + page * 100 + i), "nieuw"));
    }
  });
  std::size_t changed = 0;
  auto searcher = index.searcher();
  for (std::size_t i = 0; i < records; ++i) {
    const auto shown = searcher.show(fmt::format("2025Z{:05}", i));
    ASSERT_TRUE(shown) << i;
    if (view(shown->record).onderwerp == "nieuw") ++changed;
  }
  EXPECT_GT(changed, 250U);
}

}  // namespace
}  // namespace kamerzoek::sync
