#include "search/snippet.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;

class SnippetTest : public testing::Test {
 protected:
  Snippet of(std::string_view text, std::string_view sought) {
    SoughtTerms terms;
    for (const Token& token : analyzer.tokens(sought)) terms.stems.emplace(token.stem);
    return make_snippet(text, terms, analyzer);
  }

  static std::string plain(const Snippet& snippet) {
    std::string out;
    for (const SnippetPart& part : snippet) out += part.text;
    return out;
  }

  Analyzer analyzer;
};

TEST_F(SnippetTest, MarksWordsByTheirStem) {
  EXPECT_THAT(of("Twee woningen en een brug.", "woning"),
              ElementsAre(SnippetPart{"Twee ", false}, SnippetPart{"woningen", true},
                          SnippetPart{" en een brug.", false}));
}

TEST_F(SnippetTest, WithoutAMatchIsTheBeginning) {
  const std::string text = std::string("eerste woord ") + std::string(500, 'x') + " einde";
  const Snippet snippet = of(text, "brug");
  EXPECT_EQ(snippet.front().text.substr(0, 12), "eerste woord");
  EXPECT_FALSE(snippet.front().match);
}

TEST_F(SnippetTest, IsThePassageWithMostOfWhatIsSought) {
  std::string text = "Een brug hier. ";
  for (int i = 0; i < 100; ++i) text += "Vulling zonder betekenis. ";
  text += "Hier liggen brug en tunnel bijeen. ";
  for (int i = 0; i < 100; ++i) text += "Meer vulling. ";
  const std::string cut = plain(of(text, "brug tunnel"));
  EXPECT_THAT(cut, testing::HasSubstr("brug en tunnel"));
  EXPECT_LT(cut.size(), 300U);
  EXPECT_THAT(cut, testing::StartsWith("… "));
  EXPECT_THAT(cut, testing::EndsWith(" …"));
}

TEST_F(SnippetTest, CutsAtWordsAndNeverInsideALetter) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "coördinatie één ";
  const std::string cut = plain(of(text, "coördinatie"));
  EXPECT_EQ(cut.find("\uFFFD"), std::string::npos);
  EXPECT_THAT(cut, testing::StartsWith("coördinatie"));
  EXPECT_THAT(cut, testing::AnyOf(testing::EndsWith("één …"), testing::EndsWith("coördinatie …")));
}

TEST_F(SnippetTest, LeavesMarkupAsText) {
  EXPECT_EQ(plain(of("<b>brug</b>\nvolgende", "brug")), "<b>brug</b> volgende");
}

TEST_F(SnippetTest, OfNothingIsNothing) {
  EXPECT_THAT(of("", "brug"), testing::IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
