#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/sync_status.hpp"
#include "indexer/rebuild.hpp"
#include "indexer/sync/moment.hpp"
#include "indexer/sync/position.hpp"
#include "tests/integration/sync_fixture.hpp"

/// The SyncFeed says what changed, OData what it is.
namespace kamerzoek::sync {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

std::string now(std::chrono::seconds ago = {}) {
  return stamp_of(std::chrono::system_clock::now() - ago);
}

std::string deleted(std::size_t number, const std::string& stamp) {
  return fmt::format(R"({{"Id":"{}","ApiGewijzigdOp":"{}","Verwijderd":true}})", guid(number),
                     stamp);
}

class SyncfeedTest : public SyncTest {
 protected:
  SyncfeedTest() { source = Source::syncfeed; }

  std::string place() {
    return Xapian::Database(schema::current(index.dir())).get_metadata(syncfeed_key);
  }

  /// What was asked for since this was called last.
  std::vector<std::string> asked() {
    const auto all = server.requests();
    std::vector<std::string> fresh(all.begin() + static_cast<std::ptrdiff_t>(seen_), all.end());
    seen_ = all.size();
    return fresh;
  }

  /// What an index holds that follows OData only.
  std::string by_odata() {
    const TemporaryIndex other;
    const Options options{
        .index = other.dir(), .odata = server.odata(), .texts = false, .manners = hasty()};
    const Listener listener{[](const std::string&, const Error&) {}, [](const Progress&) {},
                            [](const Error&) {}};
    EXPECT_TRUE(sync(options, listener, {}));
    return other.exported();
  }

  void copy_index(const std::filesystem::path& from, const std::filesystem::path& to) {
    using Copy = std::filesystem::copy_options;
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, Copy::recursive | Copy::copy_symlinks);
  }

 private:
  std::size_t seen_ = 0;
};

TEST_F(SyncfeedTest, GivesTheIndexOfTheSameFiles) {
  server.load(samples + "/odata");
  run_well();
  TemporaryIndex of_files;
  of_files.index({samples + "/odata"});
  EXPECT_TRUE(index.exported() == of_files.exported());
  EXPECT_THAT(skipped, IsEmpty());
}

TEST_F(SyncfeedTest, FollowsAdditionsChangesAndDeletions) {
  for (std::size_t i = 0; i < 400; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  server.put("Document", document(900, minute(3), "de brief"));
  run_well();
  asked();
  server.put("Zaak", zaak(1, minute(501), "de eerste, gewijzigd"));
  server.put("Zaak", deleted(2, minute(502)));
  server.put("Document", document(906, minute(503), "nog een brief"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->added, 1U);
  EXPECT_EQ(report->updated, 1U);
  EXPECT_EQ(report->deleted, 1U);
  EXPECT_THAT(skipped, IsEmpty());
  EXPECT_THAT(asked(), Not(Contains(HasSubstr("/Zaak?$orderby=ApiGewijzigdOp"))));
  EXPECT_EQ(onderwerp("2025Z00001"), "de eerste, gewijzigd");
  EXPECT_EQ(onderwerp("2025Z00002"), "none");
  EXPECT_EQ(onderwerp("2025D00906"), "nog een brief");
  EXPECT_TRUE(index.exported() == by_odata());
}

TEST_F(SyncfeedTest, WhateverTheServerDoes) {
  server.load(samples + "/odata");
  run_well();
  for (std::size_t i = 0; i < 300; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  for (std::size_t i = 0; i < 100; ++i) {
    server.put("Document", document(500 + i, minute(400 + i), "brief"));
  }
  const std::string expected = by_odata();
  const TemporaryIndex before;
  copy_index(index.dir(), before.dir());
  for (const auto& [name, misdeed] : ReplayServer::misdeeds()) {
    if (misdeed == Misdeed::redirect_away || misdeed == Misdeed::huge) continue;
    if (misdeed == Misdeed::refusal) continue;
    copy_index(before.dir(), index.dir());
    for (const char* where : {"/Feed?", "/Zaak?", "/Document?"}) {
      server.misbehave(misdeed, 1, where);
    }
    run_well();
    EXPECT_TRUE(index.exported() == expected) << name;
    EXPECT_THAT(skipped, IsEmpty()) << name;
  }
}

TEST_F(SyncfeedTest, StopsAtWhatCannotBeTrusted) {
  server.load(samples + "/odata");
  for (const Misdeed misdeed : {Misdeed::redirect_away, Misdeed::huge}) {
    server.misbehave(misdeed, 1, "/Feed?");
    EXPECT_FALSE(run());
  }
  EXPECT_TRUE(run()) << "and goes on from there";
}

TEST_F(SyncfeedTest, WritesNothingWhenThereIsNothingNew) {
  server.load(samples + "/odata");
  run_well();
  const auto revision = [&] {
    return Xapian::Database(schema::current(index.dir())).get_revision();
  };
  const auto before = revision();
  run_well();
  EXPECT_EQ(revision(), before) << "readers keep what they have in memory";
}

TEST_F(SyncfeedTest, AnEntryThatODataLacksIsAwaited) {
  server.put("Zaak", zaak(1, minute(1), "zaak"));
  run_well();
  const std::string made_known = now(30min);
  server.announce("Zaak", zaak(2, made_known, "nog niet bij OData"));
  server.put("Zaak", zaak(3, now(20min), "wel bij OData"));
  server.put("Zaak", zaak(4, now(), "wel bij OData"));
  run_well();
  const std::string waits = place();
  EXPECT_THAT(skipped, IsEmpty());
  EXPECT_EQ(onderwerp("2025Z00002"), "none");
  EXPECT_EQ(onderwerp("2025Z00003"), "wel bij OData") << "what comes after it does not wait";
  const auto behind = [&] {
    const auto status = schema::sync_status(index.dir());
    return schema::behind(*status, std::chrono::system_clock::now()).value_or(0s);
  };
  EXPECT_GE(behind(), 29min) << "so old is what the index lacks";
  run_well();
  EXPECT_EQ(place(), waits);
  server.put("Zaak", zaak(2, made_known, "nu wel"));
  run_well();
  EXPECT_EQ(onderwerp("2025Z00002"), "nu wel");
  EXPECT_NE(place(), waits);
  EXPECT_LE(behind(), 1min);
}

/// OData has a version that is so much earlier than the one that the feed makes known. The record
/// was changed in the given second of a minute; for the new version in the second one.
class OlderVersionTest : public SyncfeedTest {
 protected:
  void is_no_answer(std::chrono::seconds earlier, int changed) {
    const std::string made_known = now(30min);
    const auto version = [&](std::chrono::seconds ago, int second, const std::string& onderwerp) {
      return document(1, before(made_known, ago), onderwerp,
                      fmt::format(R"(,"GewijzigdOp":"2026-01-02T12:00:0{}.5+01:00")", second));
    };
    server.put("Document", version(earlier, changed, "oud"));
    run_well();
    server.announce("Document", version(0s, 2, ""));
    server.put("Zaak", zaak(2, now(), "recent, zodat wat er is niet nog eens wordt gelezen"));
    run_well();
    EXPECT_EQ(onderwerp("2025D00001"), "oud");
    server.put("Document", version(0s, 2, "nieuw"));
    run_well();
    EXPECT_EQ(onderwerp("2025D00001"), "nieuw");
    EXPECT_THAT(skipped, IsEmpty());
  }
};

TEST_F(OlderVersionTest, ByItsStamp) {
  is_no_answer(20min, 2);
}

TEST_F(OlderVersionTest, ByWhenTheRecordChangedWhereStampsAreNearlyTheSame) {
  is_no_answer(10s, 1);
}

TEST_F(SyncfeedTest, AnEntryThatAppearsBehindTheLatestIsRead) {
  server.put("Zaak", zaak(1, minute(1), "zaak"));
  run_well();
  for (std::size_t i = 2; i < 5; ++i) {
    server.put("Zaak", zaak(i, now(std::chrono::minutes{6 - i}), "zaak"));
  }
  server.misbehave(Misdeed::skip, 1, "/Feed");
  run_well();
  EXPECT_EQ(onderwerp("2025Z00004"), "zaak");
  EXPECT_EQ(onderwerp("2025Z00002"), "none");
  run_well();
  EXPECT_EQ(onderwerp("2025Z00002"), "zaak");
}

TEST_F(SyncfeedTest, IsPassedOverWithAReportAfterAnHour) {
  server.put("Zaak", zaak(1, minute(1), "zaak"));
  run_well();
  const std::string before = place();
  server.announce("Zaak", zaak(2, now(2h), "nergens"));
  server.put("Zaak", zaak(3, now(90min), "daarna"));
  server.put("Zaak", zaak(4, now(70min), "en daarna"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_THAT(skipped,
              testing::ElementsAre("Zaak " + guid(2) + ": OData geeft niet wat de SyncFeed noemt"));
  EXPECT_EQ(onderwerp("2025Z00003"), "daarna");
  EXPECT_NE(place(), before);
  run_well();
  EXPECT_THAT(skipped, IsEmpty()) << "once is enough";
}

TEST_F(SyncfeedTest, DoesNotBelieveAMomentThatLiesAhead) {
  server.put("Zaak", zaak(1, minute(1), "zaak"));
  run_well();
  server.put("Zaak", zaak(2, "2925-01-01T00:00:00Z", "uit de toekomst"));
  run_well();
  server.put("Zaak", zaak(3, now(), "van vandaag"));
  run_well();
  EXPECT_EQ(onderwerp("2025Z00002"), "uit de toekomst");
  EXPECT_EQ(onderwerp("2025Z00003"), "van vandaag");
  EXPECT_THAT(skipped, IsEmpty());
}

TEST_F(SyncfeedTest, WhatIsDeletedIsGoneWhateverODataHas) {
  server.put("Zaak", zaak(1, minute(1), "de eerste"));
  server.put("Document", document(2, minute(2), "de brief"));
  run_well();
  server.announce("Zaak", deleted(1, now(3s)));
  server.announce("Document", deleted(2, now(2s)));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->deleted, 2U);
  EXPECT_EQ(onderwerp("2025Z00001"), "none");
  EXPECT_EQ(onderwerp("2025D00002"), "none");
  server.put("Zaak", deleted(1, now()));
  server.put("Document", deleted(2, now()));
  run_well();
  EXPECT_TRUE(index.exported() == by_odata()) << "in the end it is the record that OData has";
}

TEST_F(SyncfeedTest, WhatADocumentShowsOfOthersIsReadAgain) {
  const auto with_actor = [](const std::string& name) {
    return fmt::format(R"(,"DocumentActor":[{{"Id":"{}","ActorNaam":"{}"}}])", guid(50), name);
  };
  server.put("Document", document(3, minute(3), "de brief", with_actor("A. Jansen")));
  run_well();
  for (const auto& [set, name] :
       {std::pair("DocumentActor", "B.J."), std::pair("DocumentPublicatie", "B. Jansen")}) {
    // The document itself does not count as changed.
    server.put("Document", document(3, minute(3), "de brief", with_actor(name)));
    server.put(set, fmt::format(R"({{"Id":"{}","ApiGewijzigdOp":"{}"}})", guid(50), now()));
    run_well();
    auto searcher = index.searcher();
    const auto shown = searcher.show("2025D00003");
    ASSERT_TRUE(shown);
    ASSERT_EQ(view(shown->record).actoren.size(), 1U);
    EXPECT_EQ(view(shown->record).actoren[0].naam, name) << set;
  }
}

TEST_F(SyncfeedTest, AnEntitySetThatODataRefusesStopsNoOther) {
  server.put("Document", document(3, minute(3), "de brief"));
  server.put("Zaak", zaak(4, minute(4), "de zaak"));
  run_well();
  server.put("Document", document(3, minute(5), "de brief, gewijzigd"));
  server.put("Zaak", zaak(4, minute(6), "de zaak, gewijzigd"));
  server.misbehave(Misdeed::refusal, 1, "/Document?");
  const auto report = run();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().message, "Document: de server antwoordt 400");
  EXPECT_EQ(onderwerp("2025Z00004"), "de zaak, gewijzigd");
  EXPECT_EQ(onderwerp("2025D00003"), "de brief");
  run_well();
  EXPECT_EQ(onderwerp("2025D00003"), "de brief, gewijzigd");
}

TEST_F(SyncfeedTest, TheSourceMayBeAnotherEachTime) {
  for (std::size_t i = 0; i < 300; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  for (std::size_t round = 0; round < 6; ++round) {
    source = round % 2 == 0 ? Source::odata : Source::syncfeed;
    run_well();
    server.put("Zaak", zaak(round, minute(1000 + 100 * round), "gewijzigd"));
    server.put("Zaak", deleted(20 + round, minute(1001 + 100 * round)));
    server.put("Zaak", zaak(700 + round, minute(1002 + 100 * round), "nieuw"));
    EXPECT_THAT(skipped, IsEmpty());
  }
  run_well();
  EXPECT_TRUE(index.exported() == by_odata());
}

TEST_F(SyncfeedTest, ARebuiltIndexGoesOnWhereItWas) {
  for (std::size_t i = 0; i < 600; ++i) server.put("Zaak", zaak(i, minute(i), "zaak"));
  run_well();
  ASSERT_TRUE(test::rebuilt(index.dir()));
  server.put("Zaak", zaak(900, minute(900), "zaak"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->added, 1U);
  EXPECT_LE(report->read, 250U);
  EXPECT_EQ(schema::sync_status(index.dir())->bron, server.syncfeed());
}

TEST_F(SyncfeedTest, NoAddressIsLongerThanServersBear) {
  run_well();
  asked();
  for (std::size_t i = 0; i < 200; ++i) {
    server.put("Document", document(i, minute(i), "brief"));
    for (const char* set : {"DocumentActor", "DocumentPublicatie", "Kamerstukdossier"}) {
      server.put(set, fmt::format(R"({{"Id":"{}","ApiGewijzigdOp":"{}"}})", guid(i), minute(i)));
    }
  }
  run_well();
  for (const std::string& target : asked()) {
    EXPECT_LT(target.size() - target.find('?'), 2'048U) << target;
  }
}

}  // namespace
}  // namespace kamerzoek::sync
