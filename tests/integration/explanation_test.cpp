#include <algorithm>

#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

/// How a query was read and why a document was found, on a real index.
namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Explanation : public testing::Test {
 protected:
  void SetUp() override {
    Piece letter =
        document("kst-99001-1", "Woningbouw op het eiland",
                 "De minister bouwt huurwoningen. Over woningen en de woning is gesproken. "
                 "De Kamer spreekt haar zorgen uit. Het Nationaal Fonds Dijken (NFD) betaalt.");
    letter.fields.noten = {{"1", "Nog een woning.", std::nullopt}};
    Piece motion =
        document("kst-99001-2", "Motie over het spoor", "Het spoor, de bouw en het plan.");
    Piece other = document("kst-99001-3", "Dijken", "Het NFD en de dijken.");
    index.put({letter, motion, other});
  }

  ResultPage explained(const std::string& query) {
    return test::search(index, {.query = query, .explain = true});
  }

  static const HitReason* reason(const SearchResult& result, const std::string& word,
                                 const std::string& way) {
    const auto found = std::ranges::find_if(result.uitleg->redenen, [&](const HitReason& one) {
      return one.tekst == word && one.wijze == way;
    });
    return found == result.uitleg->redenen.end() ? nullptr : &*found;
  }

  TemporaryIndex index;
};

TEST_F(Explanation, IsThereOnlyWhenAskedFor) {
  const auto page = test::search(index, {.query = "woning"});
  EXPECT_FALSE(page.uitleg);
  EXPECT_FALSE(page.results.at(0).uitleg);
  EXPECT_THAT(page.notes, IsEmpty());
}

TEST_F(Explanation, SaysByWhichFormsAWordWasFoundAndWhere) {
  const auto page = explained("woning");
  ASSERT_EQ(page.results.size(), 1U);
  const SearchResult& letter = page.results[0];
  const HitReason* exact = reason(letter, "woning", "precies");
  ASSERT_NE(exact, nullptr);
  EXPECT_THAT(exact->gevonden, ElementsAre("woning"));
  const HitReason* form = reason(letter, "woning", "vorm");
  ASSERT_NE(form, nullptr);
  EXPECT_THAT(form->gevonden, ElementsAre("woning", "woningen"));
  ASSERT_EQ(form->velden.size(), 2U);
  EXPECT_EQ(form->velden[0].veld, "tekst");
  EXPECT_EQ(form->velden[0].aantal, 2U);
  EXPECT_EQ(form->velden[1].veld, "noot");
  const HitReason* compound = reason(letter, "woning", "samenstelling");
  ASSERT_NE(compound, nullptr);
  EXPECT_THAT(compound->gevonden, ElementsAre("huurwoningen"));
  EXPECT_THAT(
      letter.uitleg->zinnen,
      ElementsAre(HasSubstr("‘woning’ staat er precies zo in de tekst en in een noot; als "
                            "‘woningen’ in de tekst; als deel van ‘huurwoningen’ in de tekst: "),
                  HasSubstr("hoe vaak het wordt aangehaald: ")));
}

// Of every kind of query, so that no way goes unexplained.
TEST_F(Explanation, TheSharesAddUpToTheScoreButForWhatIsNotOfWords) {
  // For its kind, date and citations, and a tenth of its words at most for standing together.
  constexpr double least = 0.25;
  constexpr double most = 1.15;
  for (const char* query :
       {"woning", "woningbouw eiland", "uitspreken zorg", "NFD", "nationaal fonds dijken",
        "woning*", "\"de woning\" kamer", "kamer NABIJ/5 zorgen", "(woning spoor) OF dijk*",
        "spoor eiland kaart", "titel:dossier woning", "onderwerp:spoor", "bouwplan",
        "-spoor woning", "het de"}) {
    const auto page = explained(query);
    EXPECT_FALSE(page.results.empty()) << query;
    for (const SearchResult& result : page.results) {
      ASSERT_TRUE(result.uitleg) << query;
      double sum = 0;
      for (const HitReason& reason : result.uitleg->redenen) sum += reason.punten;
      EXPECT_GE(result.score, sum + least) << query << " " << result.id;
      EXPECT_LE(result.score, sum * 1.1 + most) << query << " " << result.id;
      for (const HitReason& reason : result.uitleg->redenen) {
        EXPECT_FALSE(reason.gevonden.empty()) << query << " " << result.id << " " << reason.wijze;
      }
    }
  }
}

TEST_F(Explanation, KnowsSeparableVerbsAbbreviationsPhrasesAndParts) {
  const auto verb = explained("uitspreken");
  const HitReason* apart = reason(verb.results.at(0), "uitspreken", "vorm");
  ASSERT_NE(apart, nullptr);
  EXPECT_THAT(apart->gevonden, ElementsAre("spreekt … uit"));

  const auto abbreviation = explained("NFD");
  const auto of_letter = std::ranges::find(abbreviation.results, "kst-99001-1", &SearchResult::id);
  ASSERT_NE(of_letter, abbreviation.results.end());
  const HitReason* expanded = reason(*of_letter, "NFD", "afkorting");
  ASSERT_NE(expanded, nullptr);
  EXPECT_THAT(expanded->gevonden, ElementsAre("nationaal fonds dijken"));
  EXPECT_THAT(
      abbreviation.uitleg->zinnen,
      Contains("‘NFD’ is ook gezocht als ‘nationaal fonds dijken’; dat telt voor de helft."));

  const auto phrase = explained("\"over woningen\"");
  EXPECT_THAT(phrase.results.at(0).uitleg->zinnen,
              Contains(HasSubstr("‘over woningen’ staat er precies zo in de tekst: ")));

  const auto parts = explained("bouwplan");
  const HitReason* both = reason(parts.results.at(0), "bouwplan", "delen");
  ASSERT_NE(both, nullptr);
  EXPECT_THAT(both->gevonden, ElementsAre("bouw", "plan"));
}

TEST_F(Explanation, SaysWhatADocumentDoesNotHave) {
  const auto page = explained("spoor eiland");
  const auto motion = std::ranges::find(page.results, "kst-99001-2", &SearchResult::id);
  ASSERT_NE(motion, page.results.end());
  EXPECT_THAT(motion->uitleg->ontbreekt, ElementsAre("eiland"));
  EXPECT_THAT(motion->uitleg->zinnen, Contains("‘eiland’ staat er niet in."));
}

TEST_F(Explanation, GivesAlternativesPointsOnlyWhereTheyHold) {
  const auto page = explained("(woning spoor) OF dijken");
  const auto dikes = std::ranges::find(page.results, "kst-99001-1", &SearchResult::id);
  ASSERT_NE(dikes, page.results.end());
  EXPECT_EQ(reason(*dikes, "woning", "vorm"), nullptr);
}

TEST_F(Explanation, NamesThePaperThatWasAskedForByNumber) {
  const auto page = explained("99001-2");
  ASSERT_FALSE(page.results.empty());
  EXPECT_EQ(page.results[0].id, "kst-99001-2");
  EXPECT_THAT(page.results[0].uitleg->zinnen,
              Contains("Dit is het stuk met het nummer dat u zocht."));
}

TEST_F(Explanation, OfNothingSoughtExplainsNothing) {
  const auto page = explained("");
  EXPECT_THAT(page.uitleg->zinnen, ElementsAre("Er is niet op woorden gezocht."));
  for (const SearchResult& result : page.results) EXPECT_THAT(result.uitleg->redenen, IsEmpty());
}

/// Marks of the first result's snippet.
std::vector<std::string> marked(const ResultPage& page) {
  std::vector<std::string> out;
  for (const SnippetPart& part : page.results.at(0).snippet) {
    if (part.match) out.push_back(part.text);
  }
  return out;
}

TEST_F(Explanation, TheSnippetMarksWhatReallyMatched) {
  EXPECT_THAT(marked(explained("\"de woning\"")), ElementsAre("de", "woning"));
  EXPECT_THAT(marked(explained("nationaal NABIJ/2 dijken")), ElementsAre("Nationaal", "Dijken"));
  EXPECT_THAT(marked(explained("huur*")), ElementsAre("huurwoningen"));
  // The letter has the one part, and only the motion both.
  EXPECT_THAT(marked(explained("bouwplan")), ElementsAre("bouw", "plan"));
  EXPECT_THAT(marked(explained("onderwerp:eiland")), ElementsAre("eiland"));
}

TEST(Wildcard, SaysWhenWordsWereLeftOut) {
  TemporaryIndex index;
  std::string text;
  for (int i = 0; i < 600; ++i) text += "kust" + std::to_string(1000 + i) + " ";
  index.put({document("kst-99001-1", "", text), document("kst-99001-2", "", "kust1599"),
             document("kst-99001-3", "", "kust1599")});
  const auto cut = test::search(index, {.query = "kust*"});
  EXPECT_THAT(cut.notes, ElementsAre(HasSubstr("passen 600 woorden; gezocht is met de 500 ")));
  EXPECT_EQ(cut.total, 3U) << "the most frequent word is among them";
  EXPECT_THAT(test::search(index, {.query = "kust1599 -kust*"}).notes, testing::SizeIs(1));
  EXPECT_THAT(test::search(index, {.query = "kust15*"}).notes, IsEmpty());
}

/// Lists of words that are nearly everywhere take long to merge.
TEST(Wildcard, LeavesWordsOutWhereTheyAreInManyDocuments) {
  TemporaryIndex index;
  std::string text;
  for (int i = 0; i < 300; ++i) text += "kust" + std::to_string(1000 + i) + " ";
  std::vector<Piece> pieces;
  for (int i = 1; i <= 400; ++i) {
    pieces.push_back(document("kst-99001-" + std::to_string(i), "", text));
  }
  index.put(std::move(pieces));
  const auto cut = test::search(index, {.query = "kust*"});
  EXPECT_THAT(cut.notes, ElementsAre(HasSubstr("passen 300 woorden; gezocht is met de 250 ")));
  EXPECT_EQ(cut.total, 400U);
}

}  // namespace
}  // namespace kamerzoek
