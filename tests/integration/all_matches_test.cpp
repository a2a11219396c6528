// All matches of a request as a stream: the same as its pages, whatever a writer does meanwhile.

#include "search/all_matches.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "indexer/rebuild.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;

// More than are handed over at a time, so that there is a between.
constexpr int held = 1500;

std::string name(int number) {
  return fmt::format("kst-99001-{}", number);
}

class AllMatchesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<Piece> pieces;
    for (int i = 1; i <= held; ++i) {
      // Many share a date, some have none, and words are not evenly spread.
      const std::string date = i % 50 == 0 ? "" : fmt::format("2025-{:02}-11", i % 12 + 1);
      Piece piece = test::document(name(i), i % 7 == 0 ? "Motie over de dijk" : "Motie",
                                   i % 3 == 0 ? "De dijk en het duin.\n" : "De dijk.\n", date);
      piece.fields.actoren = {{"A. Jansen", "", "Indiener", ""},
                              {"B. de Wit", "", "Mede ondertekenaar", ""},
                              {"C. Vries", "", "Afzender", ""}};
      pieces.push_back(std::move(piece));
    }
    pieces[2].fields.tekst += "Het gemaal.\n";
    index_.put(std::move(pieces));
  }

  AllMatches matches(const SearchRequest& request) {
    auto all = index_.searcher().all_matches(request);
    if (!all) throw std::runtime_error(all.error().message);
    return *std::move(all);
  }

  static std::vector<SearchResult> part(AllMatches& all) {
    auto some = all.next();
    EXPECT_TRUE(some) << some.error().message;
    return some.value_or(std::vector<SearchResult>{});
  }

  static void append(std::vector<std::string>& ids, const std::vector<SearchResult>& part) {
    for (const SearchResult& result : part) ids.push_back(result.id);
  }

  static std::vector<std::string> rest(AllMatches& all) {
    std::vector<std::string> ids;
    for (auto some = part(all); !some.empty(); some = part(all)) append(ids, some);
    return ids;
  }

  std::vector<std::string> paged(SearchRequest request) {
    std::vector<std::string> ids;
    Searcher searcher = index_.searcher();
    for (request.limit = 400;; request.offset += request.limit) {
      const auto page = searcher.search(request);
      EXPECT_TRUE(page);
      if (!page || page->results.empty()) return ids;
      append(ids, page->results);
    }
  }

  void index_again(Piece piece) { index_.put({std::move(piece)}); }

  test::TemporaryIndex index_;
};

TEST_F(AllMatchesTest, AreThePagesOfTheSearch) {
  for (const Sort sort : {Sort::relevantie, Sort::nieuwste, Sort::oudste}) {
    for (const SearchRequest& asked :
         {SearchRequest{}, SearchRequest{.query = "dijk"}, SearchRequest{.query = "duin dijk"},
          SearchRequest{.query = "gemaal duin"}, SearchRequest{.query = "kst-99001-77"},
          SearchRequest{.query = "dijk", .dossier = "99001", .van = "2025-03", .tot = "2025-08"},
          SearchRequest{.query = "windmolen"}}) {
      SearchRequest request = asked;
      request.sort = sort;
      AllMatches all = matches(request);
      const std::vector<std::string> pages = paged(request);
      EXPECT_EQ(all.total(), pages.size()) << request.query;
      EXPECT_EQ(rest(all), pages) << request.query;
    }
  }
}

TEST_F(AllMatchesTest, AreHandedOverInParts) {
  AllMatches all = matches({.query = "dijk"});
  EXPECT_LT(part(all).size(), static_cast<std::size_t>(held));
}

TEST_F(AllMatchesTest, HaveTheFieldsOfAListAndTheIndieners) {
  AllMatches all = matches({.query = "kst-99001-13"});
  const auto first = part(all);
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(first.front().onderwerp, "Motie");
  EXPECT_EQ(first.front().datum, "2025-02-11");
  EXPECT_EQ(first.front().volgnummer, "13");
  EXPECT_EQ(first.front().url, "/kst-99001-13");
  EXPECT_THAT(first.front().indieners, ElementsAre("A. Jansen", "B. de Wit"));
}

TEST_F(AllMatchesTest, RefuseWhatASearchRefuses) {
  const auto all = index_.searcher().all_matches({.query = "(dijk"});
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().code, ErrorCode::bad_query);
}

TEST_F(AllMatchesTest, CommitsMeanwhileNeitherRepeatNorSkip) {
  AllMatches all = matches({.query = "dijk", .sort = Sort::oudste});
  std::vector<std::string> ids;
  append(ids, part(all));
  // Each commit makes what a reader of an older one holds unreadable; every record changes.
  for (int round = 0; round < 5; ++round) {
    std::vector<Piece> pieces;
    for (int i = 1; i <= held; ++i) {
      pieces.push_back(test::document(name(i), fmt::format("Anders {}", round), "Niets meer.\n"));
    }
    pieces.push_back(test::document(fmt::format("kst-99002-{}", round + 1), "Nieuw", "De dijk.\n"));
    index_.put(std::move(pieces));
    append(ids, part(all));
  }
  for (const std::string& id : rest(all)) ids.push_back(id);
  EXPECT_THAT(ids, SizeIs(held));
  EXPECT_THAT(std::set<std::string>(ids.begin(), ids.end()), SizeIs(held));
}

TEST_F(AllMatchesTest, ComeAsTheyAreByThen) {
  AllMatches all = matches({.query = "dijk", .sort = Sort::oudste});
  part(all);
  Piece changed = test::document(name(1499), "Gewijzigde motie", "Zonder het woord.\n");
  index_again(changed);
  std::string found;
  for (auto some = part(all); !some.empty(); some = part(all)) {
    for (const SearchResult& result : some) {
      if (result.id == name(1499)) found = result.onderwerp;
    }
  }
  EXPECT_EQ(found, "Gewijzigde motie");
}

TEST_F(AllMatchesTest, LeaveOutWhatIsWithdrawn) {
  AllMatches all = matches({.query = "dijk", .sort = Sort::oudste});
  const auto first = part(all);
  Piece gone = test::document(name(1499), "", "");
  gone.fields = {};
  gone.withdrawn = true;
  index_again(gone);
  const std::vector<std::string> ids = rest(all);
  EXPECT_EQ(ids.size(), held - first.size() - 1);
  EXPECT_EQ(std::ranges::find(ids, name(1499)), ids.end());
}

TEST_F(AllMatchesTest, RecordsThatBecomeOneComeOnce) {
  AllMatches all = matches({.query = "dijk", .sort = Sort::oudste});
  const auto first = part(all);
  // Undated, so both are among the last; the lower number of the index is kept.
  Piece both = test::document(name(1450), "Een stuk met twee namen", "");
  both.keys = {name(1450), name(1500)};
  index_again(both);
  const std::vector<std::string> ids = rest(all);
  EXPECT_EQ(ids.size(), held - first.size() - 1);
  EXPECT_EQ(std::ranges::count(ids, name(1450)) + std::ranges::count(ids, name(1500)), 1);
}

TEST_F(AllMatchesTest, RecordThatBecomesOneWithAnotherIsFoundUnderThatName) {
  // Of the two only the second is a match; the index keeps it in the place of the first.
  index_.put(
      {test::document("kst-99003-1", "Leeg", ""), test::document("kst-99003-2", "Sluis", "")});
  AllMatches all = matches({.query = "sluis"});
  Piece both = test::document("kst-99003-2", "Sluis", "");
  both.keys = {"kst-99003-1", "kst-99003-2"};
  index_again(both);
  EXPECT_THAT(rest(all), ElementsAre("kst-99003-1"));
}

TEST_F(AllMatchesTest, RebuildMeanwhileNeitherRepeatsNorSkips) {
  // In a new generation other records have the numbers of these.
  index_.put({test::document("kst-99000-1", "Eerder", "")});
  AllMatches all = matches({.query = "dijk", .sort = Sort::nieuwste});
  std::vector<std::string> ids;
  append(ids, part(all));
  ASSERT_TRUE(test::rebuilt(index_.dir()));
  for (const std::string& id : rest(all)) ids.push_back(id);
  EXPECT_EQ(ids, paged({.query = "dijk", .sort = Sort::nieuwste}));
}

}  // namespace
}  // namespace kamerzoek
