#include "corpus/text/analyzer.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> exact(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.tokens(text)) words.emplace_back(token.exact);
  return words;
}

std::vector<std::string> stems(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.tokens(text)) words.emplace_back(token.stem);
  return words;
}

std::vector<std::string> parts(std::string_view word) {
  Analyzer analyzer;
  const auto tokens = analyzer.tokens(word);
  if (tokens.size() != 1) return {"not one token"};
  return {tokens[0].parts.begin(), tokens[0].parts.end()};
}

TEST(Analyzer, FindsWordsAndDropsSigns) {
  EXPECT_THAT(exact("Wat kost het? 100% (rijk's) €"),
              ElementsAre("wat", "kost", "het", "100", "rijk's"));
}

TEST(Analyzer, TellsWhereAWordStands) {
  Analyzer analyzer;
  const std::string text = "Één brief";
  const auto tokens = analyzer.tokens(text);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].text, "Één");
  EXPECT_EQ(tokens[0].begin, 0U);
  EXPECT_EQ(tokens[0].end, 5U);
  EXPECT_EQ(tokens[1].position, 2U);
  EXPECT_EQ(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin), "brief");
}

TEST(Analyzer, AWordWithHyphensStandsWhereItsWordsStand) {
  Analyzer analyzer;
  const auto tokens = analyzer.tokens("het plan-MER-proces loopt");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1].exact, "planmerproces");
  EXPECT_THAT(tokens[1].words, ElementsAre("plan", "mer", "proces"));
  EXPECT_THAT(tokens[1].parts, ElementsAre("plan", "mer", "proces"));
  EXPECT_EQ(tokens[1].position, 2U);
  EXPECT_EQ(tokens[2].position, 5U);
}

TEST(Analyzer, GivesAllSpellingsOneForm) {
  EXPECT_EQ(exact("Zuid-Holland"), exact("ZuidHolland"));
  EXPECT_EQ(exact("CO₂"), exact("CO2"));
  EXPECT_EQ(exact("34 682"), exact("34682"));
  EXPECT_EQ(exact("m.b.t."), exact("mbt"));
  EXPECT_EQ(exact("regio’s"), exact("regio's"));
  EXPECT_EQ(exact("woning-\nbouw"), exact("woningbouw"));
  EXPECT_EQ(exact("Fryslân"), exact("fryslan"));
  EXPECT_EQ(stems("woningbouw-opgave"), stems("woningbouwopgave"));
}

TEST(Analyzer, GivesInflectionsOneStem) {
  for (const auto& [one, other] : {std::pair{"woning", "woningen"},
                                   {"stad", "steden"},
                                   {"onderzoeken", "onderzocht"},
                                   {"aangenomen", "aannemen"},
                                   {"Israëlisch", "Israëlische"},
                                   {"regio", "regio's"},
                                   {"brief", "briefje"}}) {
    EXPECT_EQ(stems(one), stems(other)) << one << ' ' << other;
    EXPECT_NE(exact(one), exact(other));
  }
}

TEST(Analyzer, KeepsOtherWordsApart) {
  for (const auto& [one, other] : {std::pair{"regeling", "regel"},
                                   {"zaak", "zak"},
                                   {"gemeente", "mening"},
                                   {"minister", "mini"},
                                   {"locatie", "loceren"}}) {
    EXPECT_NE(stems(one), stems(other)) << one << ' ' << other;
  }
}

TEST(Analyzer, TakesCompoundsApart) {
  EXPECT_THAT(parts("gezondheidsbeleid"), ElementsAre("gezondheid", "beleid"));
  EXPECT_THAT(parts("Woningbouwlocaties"), ElementsAre("woningbouw", "locatie"));
  EXPECT_THAT(parts("minister"), IsEmpty());
}

TEST(Analyzer, JoinsASeparatedVerb) {
  Analyzer analyzer;
  const std::string text = "De Kamer spreekt haar zorg uit, en gaat over tot de orde";
  const auto tokens = analyzer.tokens(text);
  ASSERT_GT(tokens.size(), 5U);
  EXPECT_EQ(tokens[5].exact, "uit");
  EXPECT_EQ(tokens[5].stem, "uitspreken");
  EXPECT_EQ(text.substr(tokens[5].verb_begin, tokens[5].verb_end - tokens[5].verb_begin),
            "spreekt");
  EXPECT_EQ(tokens[2].stem, "spreken");
  EXPECT_THAT(stems("om zich uit te spreken"), testing::Contains("uitspreken"));
}

TEST(Analyzer, JoinsNoVerbAcrossClauses) {
  EXPECT_THAT(stems("zij spreekt. uit"), ElementsAre("zij", "spreken", "uit"));
  EXPECT_THAT(stems("zij spreekt\n\nuit"), ElementsAre("zij", "spreken", "uit"));
}

TEST(Analyzer, TakesNoWordOfMoreThan64Bytes) {
  EXPECT_THAT(exact(std::string(65, 'a')), IsEmpty());
  EXPECT_THAT(exact(std::string(64, 'a')), ElementsAre(std::string(64, 'a')));
}

TEST(Analyzer, SaysTheSameTheSecondTime) {
  const std::string text =
      "De motie-Jansen spreekt uit dat woningbouwlocaties nodig zijn in 36 600";
  Analyzer analyzer;
  std::vector<std::vector<std::string>> runs(2);
  for (auto& run : runs) {
    analyzer.analyze(text, [&](const Token& token) {
      run.emplace_back(token.exact);
      run.emplace_back(token.stem);
      run.insert(run.end(), token.parts.begin(), token.parts.end());
    });
  }
  EXPECT_EQ(runs[0], runs[1]);
}

TEST(Analyzer, SurvivesBytesThatAreNoUtf8) {
  EXPECT_THAT(exact("goed \xff\xfe ook"), ElementsAre("goed", "ook"));
  EXPECT_THAT(exact(std::string("a\0b", 3)), ElementsAre("a", "b"));
  EXPECT_THAT(exact(""), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
