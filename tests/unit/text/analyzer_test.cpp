#include "corpus/text/analyzer.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> exact(std::string_view text) {
  Analyzer analyzer;
  std::vector<std::string> words;
  for (const Token& token : analyzer.tokens(text)) words.push_back(token.exact);
  return words;
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

TEST(Analyzer, GivesInflectionsOneStem) {
  Analyzer analyzer;
  const auto tokens = analyzer.tokens("woning woningen");
  EXPECT_EQ(tokens[0].stem, tokens[1].stem);
  EXPECT_NE(tokens[0].exact, tokens[1].exact);
}

TEST(Analyzer, TakesNoWordOfMoreThan64Bytes) {
  EXPECT_THAT(exact(std::string(65, 'a')), IsEmpty());
  EXPECT_THAT(exact(std::string(64, 'a')), ElementsAre(std::string(64, 'a')));
}

TEST(Analyzer, SurvivesBytesThatAreNoUtf8) {
  EXPECT_THAT(exact("goed \xff\xfe ook"), ElementsAre("goed", "ook"));
  EXPECT_THAT(exact(std::string("a\0b", 3)), ElementsAre("a", "b"));
  EXPECT_THAT(exact(""), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
