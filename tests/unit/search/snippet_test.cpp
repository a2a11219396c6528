#include "search/snippet.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SnippetTest : public testing::Test {
 protected:
  /// A word by its lemma, for every word of `text`.
  Sought lemmas(std::string_view text) {
    Sought sought;
    for (const Token& token : analyzer.tokens(text)) {
      const Way way{.kind = Way::Kind::lemma,
                    .words = {std::string(token.stem)},
                    .verb = token.is_compound_verb ? token.parts.back() : std::string()};
      sought.push_back({.text = std::string(token.text), .ways = {way}});
    }
    return sought;
  }

  static Sought one(Way::Kind kind, std::vector<std::string> words, unsigned window = 0) {
    return {{.ways = {{.kind = kind, .words = std::move(words), .window = window}}}};
  }

  Passage passage(std::string_view text, const Sought& sought) {
    return best_passage(text, "", Matcher(sought), analyzer);
  }

  Snippet of(std::string_view text, std::string_view words) {
    return passage(text, lemmas(words)).parts;
  }

  static std::string plain(const Snippet& snippet) {
    std::string out;
    for (const SnippetPart& part : snippet) out += part.text;
    return out;
  }

  static std::vector<std::string> marked(const Snippet& snippet) {
    std::vector<std::string> out;
    for (const SnippetPart& part : snippet) {
      if (part.match) out.push_back(part.text);
    }
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
  EXPECT_THAT(cut, HasSubstr("brug en tunnel"));
  EXPECT_LT(cut.size(), 300U);
  EXPECT_THAT(cut, testing::StartsWith("… "));
  EXPECT_THAT(cut, testing::EndsWith(" …"));
}

TEST_F(SnippetTest, OfAPhraseMarksOnlyWordsThatStandTogether) {
  const Sought sought = one(Way::Kind::phrase, {"minister", "van", "defensie"});
  const std::string text =
      "Van de minister. De minister van Defensie. De minister van Financiën en van Defensie.";
  EXPECT_THAT(marked(passage(text, sought).parts), ElementsAre("minister", "van", "Defensie"));
  EXPECT_THAT(marked(passage("De minister en Defensie van nu.", sought).parts), IsEmpty());
}

TEST_F(SnippetTest, OfAPhraseFindsTheWordsOfOneWithHyphens) {
  EXPECT_THAT(
      marked(passage("Het plan-MER ligt er.", one(Way::Kind::phrase, {"mer", "ligt"})).parts),
      ElementsAre("plan-MER", "ligt"));
}

TEST_F(SnippetTest, OfNearnessMarksOnlyWordsThatAreNear) {
  const Sought sought = one(Way::Kind::near, {"brug", "tunnel"}, 4);
  EXPECT_THAT(marked(passage("Een brug of een tunnel. Verder is er hier geen brug.", sought).parts),
              ElementsAre("brug", "tunnel"));
  EXPECT_THAT(marked(passage("Een tunnel en een brug.", sought).parts),
              ElementsAre("tunnel", "brug"));
}

TEST_F(SnippetTest, OfAFieldMarksOnlyThat) {
  Sought sought = lemmas("brug");
  sought[0].field = "XT";
  const Matcher matcher(sought);
  EXPECT_THAT(marked(best_passage("Een brug.", "XT", matcher, analyzer).parts),
              ElementsAre("brug"));
  EXPECT_THAT(marked(best_passage("Een brug.", "", matcher, analyzer).parts), IsEmpty());
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
  EXPECT_THAT(of("", "brug"), IsEmpty());
}

TEST_F(SnippetTest, OfALongTextWithoutWordsIsShort) {
  EXPECT_LT(plain(of(std::string(1'000'000, '.'), "brug")).size(), 300U);
  EXPECT_LT(plain(of(std::string(1'000'000, 'b'), "brug")).size(), 300U);
}

}  // namespace
}  // namespace kamerzoek
