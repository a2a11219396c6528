#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::found;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Search : public testing::Test {
 protected:
  void SetUp() override {
    Piece letter = document("kst-99001-1", "Woningbouw op het eiland",
                            "De minister bouwt woningen op het eiland Nieuwoord.", "2025-03-01");
    letter.fields.soort = "Brief regering";
    letter.fields.actoren = {{"J. de Wit-Jansen", "minister", "Eerste ondertekenaar", ""}};
    Piece motion =
        document("kst-99001-2", "Motie over het spoor",
                 "verzoekt de regering het spoor naar het eiland aan te leggen", "2025-04-01");
    motion.fields.marks = {{Mark::Kind::verwijzing, 0, 8, "kst-99001-1"}};
    Piece budget = document("kst-99100-XXII-3", "Begroting van de kust",
                            "De uitgaven voor dijken en duinen stijgen.", "2024-12-31");
    budget.fields.zaken = {"2025Z90001"};
    Piece annex = document("2025D90002", "Kaart van het eiland", "", "");
    annex.fields.soort = "Bijlage";
    annex.fields.bronDocument = "kst-99001-1";
    Piece zaak = document("2025Z90001", "Begroting woningen eiland", "");
    zaak.kind = Kind::zaak;
    zaak.fields.documentNummer = "2025Z90001";
    index.put({letter, motion, budget, annex, zaak});
  }

  std::string refused(const std::string& query) {
    auto page = index.searcher().search({.query = query});
    EXPECT_FALSE(page) << query;
    return page ? "" : page.error().message;
  }

  TemporaryIndex index;
};

TEST_F(Search, AWordTwiceIsThatWord) {
  const ResultPage once = test::search(index, {.query = "eiland woningen", .explain = true});
  const ResultPage twice =
      test::search(index, {.query = "eiland woningen eiland Eiland", .explain = true});
  EXPECT_EQ(test::ids(once), test::ids(twice));
  ASSERT_FALSE(once.results.empty());
  EXPECT_EQ(once.results.front().score, twice.results.front().score);
  EXPECT_EQ(once.uitleg->termen.size(), twice.uitleg->termen.size());
}

TEST_F(Search, FindsDocumentsOnlyAndExactTotals) {
  EXPECT_EQ(test::search(index, {}).total, 4U);
  EXPECT_THAT(found(index, "eiland"),
              UnorderedElementsAre("kst-99001-1", "kst-99001-2", "2025D90002"));
}

TEST_F(Search, MatchesInflections) {
  EXPECT_THAT(found(index, "woning"), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "dijk"), ElementsAre("kst-99100-XXII-3"));
}

TEST_F(Search, FollowsDocumentsWithAllWordsByThoseWithSome) {
  const auto page = test::search(index, {.query = "spoor eiland kaart"});
  EXPECT_TRUE(page.partial);
  EXPECT_EQ(page.total, 3U);
  const auto all = test::search(index, {.query = "spoor regering"});
  EXPECT_FALSE(all.partial);
  EXPECT_THAT(test::ids(all), ElementsAre("kst-99001-2"));
}

TEST_F(Search, KnowsPhrasesNegationAlternativesAndNearness) {
  EXPECT_THAT(found(index, "\"het eiland\" -spoor -kaart"), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "dijken OF spoor"),
              UnorderedElementsAre("kst-99100-XXII-3", "kst-99001-2"));
  EXPECT_THAT(found(index, "eiland NIET (spoor OF kaart)"), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "regering NABIJ/3 spoor"), ElementsAre("kst-99001-2"));
  EXPECT_THAT(found(index, "verzoekt NABIJ/2 leggen"), IsEmpty());
  EXPECT_THAT(found(index, "won*"), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "\"eiland het\""), IsEmpty());
}

TEST_F(Search, FiltersByField) {
  EXPECT_THAT(found(index, "soort:\"Brief regering\""), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "dossier:99001 eiland spoor"),
              ElementsAre("kst-99001-2", "kst-99001-1"));
  EXPECT_THAT(found(index, "dossier:99100*"), ElementsAre("kst-99100-XXII-3"));
  EXPECT_THAT(found(index, "dossier:99100"), IsEmpty());
  EXPECT_THAT(found(index, "zaak:2025Z90001"), ElementsAre("kst-99100-XXII-3"));
  EXPECT_THAT(found(index, "indiener:wit"), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "jaar:2024"), ElementsAre("kst-99100-XXII-3"));
  EXPECT_THAT(found(index, "van:2025-04"), ElementsAre("kst-99001-2"));
  EXPECT_THAT(found(index, "tot:2024"), ElementsAre("kst-99100-XXII-3"));
  EXPECT_THAT(found(index, "onderwerp:eiland"), UnorderedElementsAre("kst-99001-1", "2025D90002"));
  EXPECT_THAT(found(index, "onderwerp:\"het eiland\""),
              UnorderedElementsAre("kst-99001-1", "2025D90002"));
  EXPECT_THAT(found(index, "onderwerp:\"eiland het\""), IsEmpty());
  EXPECT_THAT(found(index, "onderwerp:\"eilanden\""), IsEmpty());
  EXPECT_THAT(found(index, "verwijst:\"99 001, nr. 1\""), ElementsAre("kst-99001-2"));
  EXPECT_THAT(found(index, "bijlage-bij:kst-99001-1"), ElementsAre("2025D90002"));
}

TEST_F(Search, TakesFiltersBesideTheQuery) {
  EXPECT_THAT(test::ids(test::search(index, {.query = "eiland", .soort = "bijlage"})),
              ElementsAre("2025D90002"));
  EXPECT_THAT(test::ids(test::search(index, {.dossier = "99001", .van = "2025-03-15"})),
              ElementsAre("kst-99001-2"));
  EXPECT_FALSE(index.searcher().search({.dossier = "geen"}));
  EXPECT_FALSE(index.searcher().search({.van = "2025-13-01"}));
}

TEST_F(Search, SortsByDateWithTheUndatedLast) {
  EXPECT_THAT(test::ids(test::search(index, {.sort = Sort::nieuwste})),
              ElementsAre("kst-99001-2", "kst-99001-1", "kst-99100-XXII-3", "2025D90002"));
  EXPECT_THAT(test::ids(test::search(index, {.sort = Sort::oudste})),
              ElementsAre("kst-99100-XXII-3", "kst-99001-1", "kst-99001-2", "2025D90002"));
}

TEST_F(Search, CountsFacetsOverAllMatches) {
  const auto page = test::search(index, {.query = "eiland", .limit = 1});
  ASSERT_EQ(page.facets.soort.size(), 3U);
  EXPECT_EQ(page.facets.dossier.at(0).value, "99001");
  EXPECT_EQ(page.facets.dossier.at(0).count, 2U);
  EXPECT_EQ(page.facets.dossier.at(0).titel, "Een dossier");
  EXPECT_EQ(page.facets.jaar.at(0).value, "2025");
  EXPECT_EQ(page.facets.indiener.at(0).value, "J. de Wit-Jansen");
}

TEST_F(Search, PutsTheDocumentThatIsNamedFirst) {
  for (const char* name : {"kst-99001-1", "99 001, nr. 1", "99001-1"}) {
    const auto page = test::search(index, {.query = name});
    ASSERT_FALSE(page.results.empty()) << name;
    EXPECT_EQ(page.results.front().id, "kst-99001-1") << name;
    EXPECT_LT(page.results.front().score, 1000) << name;
  }
  EXPECT_THAT(found(index, "99 001, nr. 1 soort:Motie"),
              testing::Not(testing::Contains("kst-99001-1")));
}

TEST_F(Search, NeverFailsOnOrdinaryText) {
  for (const char* text : {"wat kost het?",
                           "100%",
                           "A/B",
                           "rijk's",
                           "2025/26",
                           "c.s.",
                           "een - twee",
                           "\"open",
                           "dicht)",
                           "let op: dit",
                           "https://example.org/x",
                           "-",
                           "*",
                           "OF",
                           "EN NIET",
                           "()",
                           "a\"b\"c",
                           "soort:",
                           "€ 2,5 miljard",
                           "\xff\xfe",
                           "NABIJ/5"}) {
    auto page = index.searcher().search({.query = text});
    EXPECT_TRUE(page) << text << ": " << page.error().message;
  }
}

TEST_F(Search, RefusesWithThePosition) {
  EXPECT_THAT(refused("één (twee"), HasSubstr("positie 5"));
  EXPECT_THAT(refused("kleur:rood"), HasSubstr("'kleur:'"));
  EXPECT_THAT(refused("van:gisteren"), HasSubstr("gisteren"));
  EXPECT_THAT(refused("wo*"), HasSubstr("te kort"));
  EXPECT_THAT(refused("dossier:veertien"), HasSubstr("positie 1"));
  EXPECT_THAT(refused(std::string(1001, 'a')), HasSubstr("1000"));
  EXPECT_THAT(refused(std::string(40, '(') + "a" + std::string(40, ')')), HasSubstr("20"));
  std::string words;
  for (int i = 0; i < 65; ++i) words += "a ";
  EXPECT_THAT(refused(words), HasSubstr("64"));
}

TEST_F(Search, MarksWhatMatchedInTheSnippet) {
  const auto page = test::search(index, {.query = "woning"});
  std::vector<std::string> marked;
  for (const SnippetPart& part : page.results.at(0).snippet) {
    if (part.match) marked.push_back(part.text);
  }
  EXPECT_THAT(marked, ElementsAre("woningen"));
  const auto subject_only = test::search(index, {.query = "kaart"});
  EXPECT_THAT(subject_only.results.at(0).snippet,
              ElementsAre(SnippetPart{"Kaart", true}, SnippetPart{" van het eiland", false}));
}

TEST(SearchPaging, NeitherRepeatsNorSkipsAmongEqualScores) {
  TemporaryIndex index;
  std::vector<Piece> pieces;
  for (int i = 1; i <= 57; ++i) {
    pieces.push_back(document("kst-99001-" + std::to_string(i), "Gelijke motie", "zelfde tekst"));
  }
  index.put(pieces);
  std::set<std::string> seen;
  for (std::size_t offset = 0; offset < 60; offset += 10) {
    const auto page = test::search(index, {.query = "gelijke", .offset = offset});
    EXPECT_EQ(page.total, 57U);
    for (const std::string& id : test::ids(page)) EXPECT_TRUE(seen.insert(id).second) << id;
  }
  EXPECT_EQ(seen.size(), 57U);
}

TEST_F(Search, ShowsADocumentInEverySpellingWithItsZaak) {
  for (const char* name : {"kst-99100-XXII-3", "99100-XXII-3", "99 100 XXII, nr. 3",
                           "Kamerstukken II 2024/25, 99 100-XXII, nr. 3"}) {
    const auto linked = index.searcher().show(name);
    ASSERT_TRUE(linked) << name;
    EXPECT_EQ(linked->zaken.size(), 1U);
  }
  const auto absent = index.searcher().show("kst-1-1");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::not_found);
  const auto zaak = index.searcher().show("2025Z90001");
  ASSERT_TRUE(zaak);
  ASSERT_EQ(zaak->documenten.size(), 1U);
  EXPECT_EQ(zaak->documenten[0].id, "kst-99100-XXII-3");
}

TEST(SearchDossier, IsInOrderWithItsGapsAndSubdossiers) {
  TemporaryIndex index;
  index.put({document("kst-99001-10", "tien", ""), document("kst-99001-2", "twee", ""),
             document("kst-99001-B", "bee", ""), document("kst-99001-A", "aa", ""),
             document("kst-99001-4", "vier", ""), document("kst-99001-XXII-1", "onder", "")});
  const auto page = index.searcher().dossier("99 001");
  ASSERT_TRUE(page);
  std::vector<std::string> order;
  for (const auto& one : page->documenten) order.push_back(one.volgnummer);
  EXPECT_THAT(order, ElementsAre("A", "B", "2", "4", "10"));
  EXPECT_THAT(page->ontbrekend, ElementsAre(Gap{1, 1, 2}, Gap{3, 3, 3}, Gap{5, 9, 4}));
  ASSERT_EQ(page->onderdossiers.size(), 1U);
  EXPECT_EQ(page->onderdossiers.front().nummer.text(), "99001-XXII");
  EXPECT_EQ(page->titel, "Een dossier");
  EXPECT_FALSE(index.searcher().dossier("99009"));
}

TEST(SearchDossier, HasTheTitleOfTheDossierItself) {
  Piece elsewhere = document("kst-99001-1", "een", "");
  elsewhere.fields.dossiers = {{{"99001", ""}, "Wet"}, {{"99002", ""}, "Ook hier"}};
  TemporaryIndex index;
  index.put({elsewhere, document("kst-99002-7", "zeven", "")});
  const auto page = index.searcher().dossier("99002");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->titel, "Een dossier");
  EXPECT_EQ(page->documenten.size(), 2U);
}

TEST_F(Search, CountsWhatTheIndexHolds) {
  Piece gone = document("2025D90009", "", "");
  gone.fields = {};
  gone.withdrawn = true;
  index.put({gone});
  const auto stats = index.searcher().stats();
  ASSERT_TRUE(stats);
  EXPECT_EQ(stats->kinds.at(0).held, 4U);
  EXPECT_EQ(stats->kinds.at(0).withdrawn, 1U);
  EXPECT_EQ(stats->kinds.at(1).held, 1U);
  EXPECT_EQ(stats->soorten.at(0).value, "Motie");
  EXPECT_EQ(stats->soorten.at(0).count, 2U);
  EXPECT_GT(stats->bytes, 0U);
}

}  // namespace
}  // namespace kamerzoek
