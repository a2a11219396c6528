#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/integration/sync_fixture.hpp"
#include "tests/support/word_file.hpp"

namespace kamerzoek::sync {
namespace {

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

TEST_F(TextsTest, AKamerstukIsSoughtAtItsUsualAddress) {
  server.offer(samples + "/99001-nieuwoord");
  server.put("Document", document(3, minute(3), "de motie", published("kst-99001-4", "")));
  run_well();
  EXPECT_THAT(text("kst-99001-4"), ::testing::HasSubstr("verzoekt de regering"));
  EXPECT_EQ(asked_for("/frbr/officielepublicaties/kst/99001/kst-99001-4/1/xml/kst-99001-4.xml"),
            1U);
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

}  // namespace
}  // namespace kamerzoek::sync
