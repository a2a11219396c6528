// Help while typing and after: suggestions and did-you-mean, on a real index.

#include <chrono>
#include <thread>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "search/suggestions_json.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

class Help : public testing::Test {
 protected:
  void SetUp() override {
    index.put(
        {document("kst-99001-1", "Woningbouwopgave op het eiland",
                  "De woningbouwopgave vraagt stikstofbeleid op zee.", "2025-01-01"),
         document("kst-99001-2", "Brief over de woningbouwopgave",
                  "Het stikstofbeleid en de coördinatie op zee.", "2025-02-01"),
         document("kst-99001-20", "Coördinatie van windenergie",
                  "De woningmarkt en het stikstofbeleid vragen coördinatie.", "2025-03-01"),
         document("kst-99100-XXII-3", "Begroting van de woningmarkt",
                  "Windenergie op zee, zegt Jetten, en energie-infrastructuur.", "2025-04-01"),
         document("kst-99100-XXII-4", "Motie-Jetten over energie-infrastructuur",
                  "De woningmarkt, de dijken en de energie-infrastructuur.", "2025-05-01")});
  }

  std::optional<std::string> meant(const std::string& query) {
    return test::search(index, {.query = query}).suggestion;
  }

  Suggestions suggest(const std::string& text, std::size_t limit = 8) {
    auto suggestions = index.searcher().suggest(text, limit);
    EXPECT_TRUE(suggestions);
    return suggestions.value_or(Suggestions{});
  }

  static std::vector<std::string> ids(const Suggestions& suggestions) {
    std::vector<std::string> out;
    for (const SearchResult& document : suggestions.documents) out.push_back(document.id);
    return out;
  }

  static std::vector<std::string> texts(const Suggestions& suggestions) {
    std::vector<std::string> out;
    for (const auto& term : suggestions.terms) out.push_back(term.text);
    return out;
  }

  static std::vector<std::string> numbers(const Suggestions& suggestions) {
    std::vector<std::string> out;
    for (const auto& dossier : suggestions.dossiers) out.push_back(dossier.nummer);
    return out;
  }

  TemporaryIndex index;
};

TEST_F(Help, SuggestsDocumentsThatBeginSoBeforeOthers) {
  EXPECT_THAT(ids(suggest("woning")),
              ElementsAre("kst-99001-1", "kst-99100-XXII-3", "kst-99001-2"));
  EXPECT_THAT(ids(suggest("woning", 1)), ElementsAre("kst-99001-1"));
  EXPECT_THAT(ids(suggest("over de w")), ElementsAre("kst-99001-2"));
  EXPECT_THAT(ids(suggest("woning ")), IsEmpty()) << "the word is at its end";
  EXPECT_THAT(ids(suggest("")), IsEmpty());
}

TEST_F(Help, SuggestsByNumber) {
  const Suggestions paper = suggest("99001-2");
  EXPECT_THAT(ids(paper), ElementsAre("kst-99001-2", "kst-99001-20"));
  EXPECT_THAT(numbers(paper), ElementsAre("99001"));
  EXPECT_THAT(ids(suggest("99 001, nr. 20")), ElementsAre("kst-99001-20"));
  const Suggestions dossiers = suggest("99");
  EXPECT_THAT(numbers(dossiers), ElementsAre("99001", "99100-XXII"));
  EXPECT_EQ(dossiers.dossiers.front().titel, "Een dossier");
  EXPECT_EQ(dossiers.dossiers.front().documenten, 3U);
  EXPECT_EQ(dossiers.dossiers.front().url, "/dossier/99001");
  EXPECT_THAT(numbers(suggest("een dos")), ElementsAre("99001", "99100-XXII"));
}

TEST_F(Help, CompletesTheLastWordInTheWholeQuery) {
  EXPECT_THAT(texts(suggest("woning")), ElementsAre("woningmarkt", "woningbouwopgave"));
  EXPECT_EQ(suggest("woningm").terms.front().documents, 3U);
  const Suggestions two = suggest("jetten OF titel:woning");
  EXPECT_THAT(texts(two), ElementsAre("jetten OF titel:woningmarkt"));
  EXPECT_EQ(two.terms.front().documents, 2U);
  EXPECT_THAT(texts(suggest("coord")), ElementsAre("coördinatie"));
  EXPECT_THAT(texts(suggest("energiei")), ElementsAre("energie-infrastructuur"));
  EXPECT_THAT(texts(suggest("dijke")), IsEmpty()) << "one document may be a slip";
}

TEST_F(Help, SuggestionsOutliveTheirDocuments) {
  auto searcher = index.searcher();
  ASSERT_TRUE(searcher.suggest("woning", 8));
  Piece gone;
  gone.source = Source::jsonl;
  gone.name = "kst-99001-1";
  gone.keys = {"kst-99001-1"};
  gone.withdrawn = true;
  index.put({gone});
  EXPECT_THAT(ids(*searcher.suggest("woning", 8)), ElementsAre("kst-99100-XXII-3", "kst-99001-2"));
}

TEST_F(Help, WritesSuggestionsAsJson) {
  const auto json = to_json(suggest("woningm"));
  EXPECT_EQ(json["query"], "woningm");
  EXPECT_EQ(json["documents"][0]["id"], "kst-99100-XXII-3");
  EXPECT_EQ(json["dossiers"].size(), 0U);
  EXPECT_EQ(json["terms"].dump(), R"([{"text":"woningmarkt","documents":3}])");
  EXPECT_EQ(opensearch_json(suggest("woningm")).dump(),
            R"(["woningm",["woningmarkt"],["3 documenten"]])");
}

TEST_F(Help, MendsTheMistakenWordAndNothingElse) {
  EXPECT_THAT(meant("stikstofbelied"), Optional<std::string>("stikstofbeleid"));
  EXPECT_THAT(meant("Woningbouwopgvae AND soort:motie -Dijken"),
              Optional<std::string>("Woningbouwopgave AND soort:motie -Dijken"));
  EXPECT_THAT(meant("onderwerp:woningmarktt OF \"zegt jettem\""),
              Optional<std::string>("onderwerp:woningmarkt OF \"zegt jetten\""));
  EXPECT_THAT(meant("cordinatie  op zee"), Optional<std::string>("coördinatie  op zee"));
  EXPECT_THAT(meant("é stikstofbelied"), testing::Eq(std::nullopt)) << "'é' is nowhere";
}

TEST_F(Help, MendsWhatIsWrittenApartOrTogether) {
  EXPECT_THAT(meant("windenergie opzee"), Optional<std::string>("windenergie op zee"));
  EXPECT_THAT(meant("stik stof beleid"), Optional<std::string>("stikstofbeleid"));
}

/// Parts of compounds are found where they stand apart, so the whole of them finds something.
TEST_F(Help, MendsACompoundThatNoDocumentHas) {
  index.put({document("kst-99001-30", "Stikstof en opgave", "De opgave is stikstof."),
             document("kst-99001-31", "Opgave", "Stikstof is een opgave.")});
  EXPECT_THAT(meant("stikstofopgvae"), Optional<std::string>("stikstofopgave"));
}

TEST_F(Help, SuggestsNothingWithoutNeed) {
  for (const char* query :
       {"", "stikstofbeleid", "kst-99001-9", "99001-7", "99009", "2025D12345", "qqqqqq",
        "-stikstofbelied zee", "stikst*", "(", "stikstofbelied soort:brief", "soort:moti"}) {
    const auto page = index.searcher().search({.query = query});
    if (!page) continue;
    EXPECT_EQ(page->suggestion, std::nullopt) << query;
  }
  EXPECT_EQ(test::search(index, {.query = "stikstofbelied", .tot = "2020"}).suggestion,
            std::nullopt);
  EXPECT_THAT(test::search(index, {.query = "stikstofbelied", .dossier = "99001"}).suggestion,
              Optional<std::string>("stikstofbeleid"));
}

TEST_F(Help, ServesTheOldVocabularyWhileANewOneIsRead) {
  SharedVocabulary shared(index.dir(), std::chrono::seconds(0));
  const auto first = shared.get();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->headings().size(), 5U);
  index.put({document("kst-99001-21", "Nieuw", "Nieuw.", "2025-06-01")});
  std::size_t headings = 5;
  for (int turn = 0; turn < 500 && headings == 5; ++turn) {
    headings = shared.get()->headings().size();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(headings, 6U);
  EXPECT_EQ(first->headings().size(), 5U) << "whoever holds the old one keeps it";
}

TEST_F(Help, KeepsItsVocabularyForAWhile) {
  SharedVocabulary shared(index.dir(), std::chrono::hours(1));
  const auto first = shared.get();
  index.put({document("kst-99001-21", "Nieuw", "Nieuw.", "2025-06-01")});
  EXPECT_EQ(shared.get(), first);
}

TEST(SharedVocabulary, IsNoneWithoutAnIndex) {
  SharedVocabulary shared("/nonexistent");
  EXPECT_EQ(shared.get(), nullptr);
}

}  // namespace
}  // namespace kamerzoek
