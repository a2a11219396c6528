#include "indexer/sync/sync.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/sync_status.hpp"
#include "indexer/rebuild.hpp"
#include "indexer/sync/moment.hpp"
#include "indexer/sync/odata_follower.hpp"
#include "tests/support/replay_server.hpp"
#include "tests/support/temporary_index.hpp"
#include "tests/support/word_file.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;
using test::ReplayServer;
using test::TemporaryIndex;
using Misdeed = ReplayServer::Misdeed;
using ::testing::IsEmpty;

const std::string samples = KAMERZOEK_SAMPLES;

Manners hasty() {
  return {.requests_a_second = 1e6, .first_wait = 1ms, .longest_wait = 5ms};
}

std::string guid(std::size_t number) {
  return fmt::format("00000000-0000-4000-8000-{:012}", number);
}

std::string zaak(std::size_t number, const std::string& stamp, const std::string& onderwerp) {
  return fmt::format(
      R"({{"Id":"{}","Nummer":"2025Z{:05}","Soort":"Motie","Onderwerp":"{}","ApiGewijzigdOp":"{}","Verwijderd":false}})",
      guid(number), number, onderwerp, stamp);
}

std::string document(std::size_t number, const std::string& stamp, const std::string& onderwerp,
                     const std::string& more = {}) {
  return fmt::format(
      R"({{"Id":"{}","DocumentNummer":"2025D{:05}","Soort":"Brief","Onderwerp":"{}","ApiGewijzigdOp":"{}","Verwijderd":false{}}})",
      guid(number), number, onderwerp, stamp, more);
}

std::string minute(std::size_t number) {
  return fmt::format("2025-06-{:02}T{:02}:{:02}:00.0000000Z", 1 + number / 1440, number / 60 % 24,
                     number % 60);
}

class SyncTest : public ::testing::Test {
 protected:
  Result<SyncReport> run(const std::string& since = {}) {
    skipped.clear();
    const Options options{.index = index.dir(),
                          .odata = server.odata(),
                          .publications = server.root(),
                          .reader = {KAMERZOEK_PROGRAM, "extract"},
                          .texts = texts,
                          .since = since,
                          .interval = 10ms,
                          .manners = hasty(),
                          .limits = {.total = 500ms}};
    const Listener listener{[this](const std::string& where, const Error& why) {
                              skipped.push_back(where + ": " + why.message);
                            },
                            [](const Progress&) {}, [](const Error&) {}};
    return sync(options, listener, {});
  }

  void run_well() {
    const auto report = run();
    ASSERT_TRUE(report) << report.error().message;
  }

  std::string onderwerp(std::string_view name) {
    auto searcher = index.searcher();
    auto shown = searcher.show(name);
    return shown ? view(shown->record).onderwerp : "none";
  }

  ReplayServer server;
  TemporaryIndex index;
  bool texts = false;
  std::vector<std::string> skipped;
};

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
  ASSERT_TRUE(rebuild(index.dir()));
  server.put("Zaak", zaak(900, minute(900), "zaak"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->added, 1U);
  EXPECT_LE(report->read, 20U) << "the last ten minutes and what is new";
}

class TextsTest : public SyncTest {
 protected:
  void SetUp() override { texts = true; }

  void offer(const std::string& name, const std::string& content) {
    files.write(name, content);
    server.offer(files.path());
  }

  std::string text(std::string_view name) {
    auto searcher = index.searcher();
    auto shown = searcher.show(name);
    return shown ? view(shown->record).tekst : "none";
  }

  std::string reason(std::string_view name) {
    auto searcher = index.searcher();
    auto shown = searcher.show(name);
    return shown ? view(shown->record).kenmerken["zonderTekst"] : "none";
  }

  std::size_t asked_for(const std::string& part) const {
    const auto requests = server.requests();
    return static_cast<std::size_t>(std::ranges::count_if(
        requests, [&](const std::string& one) { return one.find(part) != one.npos; }));
  }

  test::TemporaryFolder files;
};

/// What the service says of a document that was published.
std::string published(const std::string& id, const std::string& address, std::size_t number = 3) {
  return fmt::format(
      R"(,"HuidigeDocumentVersie":{{"Id":"{}","Document_Id":"{}","ExterneIdentifier":"{}",)"
      R"("ApiGewijzigdOp":"{}","DocumentPublicatie":[{{"Id":"{}","Url":"{}"}}]}})",
      guid(number + 100), guid(number), id, minute(3), guid(number + 200), address);
}

TEST_F(TextsTest, ComeFromThePublicationWhereThereIsOne) {
  server.offer(samples + "/99001-nieuwoord");
  const std::string address =
      "https://repository.overheid.nl/frbr/kst/99001/kst-99001-4/1/xml/kst-99001-4.xml";
  server.put("Document", document(3, minute(3), "de motie", published("kst-99001-4", address)));
  run_well();
  EXPECT_THAT(text("kst-99001-4"), ::testing::HasSubstr("verzoekt de regering"));
  EXPECT_EQ(onderwerp("2025D00003"), "de motie") << "one record";
  EXPECT_EQ(asked_for("/resource"), 0U);
}

TEST_F(TextsTest, OnlyTheRepositoryIsAskedForPublications) {
  server.offer(samples + "/99001-nieuwoord");
  std::size_t number = 10;
  for (const char* address :
       {"https://elders.example/kst-99001-4.xml", "http://127.0.0.1/kst-99001-4.xml",
        "https://repository.overheid.nl.elders.example/x/kst-99001-4.xml",
        "https://repository.overheid.nl/../kst-99001-4.xml",
        "https://repository.overheid.nl@elders.example/x/kst-99001-4.xml"}) {
    server.put("Document", document(number, minute(number), "de motie",
                                    published("kst-99001-4", address, number)));
    offer(fmt::format("2025D{:05}.txt", number), "De brief zelf, over de polder.");
    ++number;
  }
  run_well();
  EXPECT_EQ(asked_for("kst-99001-4.xml"), 0U);
  EXPECT_THAT(text("kst-99001-4"), ::testing::HasSubstr("polder"));
}

TEST_F(TextsTest, AnotherPublicationIsNotTaken) {
  offer("kst-99001-9.xml", [] {
    std::ifstream in(samples + "/99001-nieuwoord/kst-99001-4.xml");
    return std::string(std::istreambuf_iterator<char>(in), {});
  }());
  server.put("Document", document(3, minute(3), "de motie",
                                  published("kst-99001-9",
                                            "https://repository.overheid.nl/x/kst-99001-9.xml")));
  run_well();
  EXPECT_EQ(text("2025D00003"), "");
  EXPECT_EQ(onderwerp("kst-99001-4"), "none");
}

TEST_F(TextsTest, ElseFromTheFileOfTheDocument) {
  offer("2025D00003.docx",
        test::docx_of({.body = "<w:p><w:r><w:t>Over de waterwolf.</w:t></w:r></w:p>"}));
  server.put("Document", document(3, minute(3), "de brief"));
  const auto report = run();
  ASSERT_TRUE(report);
  EXPECT_EQ(report->texts, 1U);
  EXPECT_THAT(text("2025D00003"), ::testing::HasSubstr("waterwolf"));
  EXPECT_THAT(test::found(index, "waterwolf"), ::testing::ElementsAre("2025D00003"));
  ASSERT_TRUE(run());
  EXPECT_EQ(asked_for("/resource"), 1U) << "it is not asked for again";
}

TEST_F(TextsTest, AreFetchedAgainForANewVersionOnly) {
  const auto version = [](int size) { return fmt::format(R"(,"ContentLength":{})", size); };
  offer("2025D00003.txt", "De eerste tekst, die langer is.");
  server.put("Document", document(3, minute(3), "de brief", version(31)));
  run_well();
  server.put("Document", document(3, minute(4), "een ander onderwerp", version(31)));
  run_well();
  EXPECT_EQ(asked_for("/resource"), 1U);
  offer("2025D00003.txt", "De tweede tekst.");
  server.put("Document", document(3, minute(5), "een ander onderwerp", version(16)));
  run_well();
  EXPECT_EQ(asked_for("/resource"), 2U);
  EXPECT_EQ(text("2025D00003"), "De tweede tekst.\n");
}

TEST_F(TextsTest, GoWithTheDocumentThatIsWithdrawn) {
  offer("2025D00003.txt", "Over de waterwolf.");
  server.put("Document", document(3, minute(3), "de brief"));
  run_well();
  server.put("Document", fmt::format(R"({{"Id":"{}","ApiGewijzigdOp":"{}","Verwijderd":true}})",
                                     guid(3), minute(5)));
  run_well();
  EXPECT_THAT(test::found(index, "waterwolf"), IsEmpty());
}

TEST_F(TextsTest, ThatAreNotToBeHadHaveAReason) {
  server.put("Document", document(3, minute(3), "zonder bestand"));
  server.put("Document", document(4, minute(4), "een beeld"));
  server.put("Document", document(5, minute(5), "stuk"));
  server.put("Document", document(6, minute(6), "records"));
  server.put("Document", document(7, minute(7), "groot", R"(,"ContentLength":3000000000)"));
  server.put("Document", document(8, minute(8), "groter dan het zegt"));
  offer("2025D00004.pdf", "\x89PNG\r\n\x1a\n and so on");
  offer("2025D00005.pdf", "%PDF-1.4 and nothing more");
  offer("2025D00006.txt", R"({"id":"kst-1-1","tekst":"binnengesmokkeld"})");
  offer("2025D00008.pdf", "%PDF");
  server.misbehave(Misdeed::huge, 1, guid(8));
  run_well();
  EXPECT_EQ(reason("2025D00003"), "niet-gevonden");
  EXPECT_EQ(reason("2025D00004"), "geen-lezer");
  EXPECT_EQ(reason("2025D00005"), "onleesbaar");
  EXPECT_EQ(reason("2025D00006"), "geen-lezer");
  EXPECT_EQ(reason("2025D00007"), "te-groot");
  EXPECT_EQ(reason("2025D00008"), "te-groot");
  EXPECT_EQ(onderwerp("kst-1-1"), "none");
  EXPECT_EQ(asked_for(guid(7)), 0U);
  const auto asked = server.requests().size();
  run_well();
  EXPECT_EQ(asked_for("/resource"), 5U) << "none is asked for again";
  EXPECT_GT(server.requests().size(), asked);
}

TEST_F(TextsTest, ThatFailForAMomentAreAskedForTheNextTime) {
  offer("2025D00003.txt", "Over de waterwolf.");
  server.put("Document", document(3, minute(3), "de brief"));
  server.misbehave(Misdeed::error, 12, "/resource");  // as new, and again with all that wait
  run_well();
  EXPECT_EQ(skipped.size(), 2U);
  EXPECT_EQ(text("2025D00003"), "");
  run_well();
  EXPECT_THAT(text("2025D00003"), ::testing::HasSubstr("waterwolf"));
}

TEST_F(TextsTest, OfDocumentsThatWereIndexedFromFilesAreFetchedToo) {
  offer("2025D90046.txt", "Het herstelplan voor de waterwolf.");
  server.load(samples + "/odata");
  index.index({samples + "/odata"});
  run_well();
  EXPECT_THAT(text("2025D90046"), ::testing::HasSubstr("waterwolf"));
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
