#include "corpus/text/lemmatizer.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LemmatizerTest : public testing::Test {
 protected:
  std::string stem(std::string_view word) { return lemmatizer.lexeme(word).stem; }

  Lemmatizer lemmatizer{Lexicon::dutch()};
};

TEST_F(LemmatizerTest, TakesTheLemmaOfAKnownWord) {
  EXPECT_EQ(stem("Steden"), "stad");
  EXPECT_EQ(stem("regio’s"), "regio");
  EXPECT_EQ(stem("Israëlische"), "israelisch");
}

TEST_F(LemmatizerTest, TakesApostrophesOffUnknownWords) {
  EXPECT_EQ(stem("BO's"), stem("BO"));
  EXPECT_EQ(stem("NPRD's"), stem("NPRD"));
}

TEST_F(LemmatizerTest, KeepsTheOtherLemmasAWordCanBeOf) {
  const Lexeme early = lemmatizer.lexeme("vroeg");
  EXPECT_EQ(early.stem, "vroeg");
  EXPECT_THAT(early.others, ElementsAre("vraag"));
}

TEST_F(LemmatizerTest, GivesACompoundTheStemOfItsParts) {
  EXPECT_EQ(stem("gezondheidsmaatregelen"), "gezondheidmaatregel");
  EXPECT_EQ(stem("drugsbeleid"), stem("drugbeleid"));
  EXPECT_EQ(stem("woningbouw-opgaven"), stem("woningbouwopgave"));
}

TEST_F(LemmatizerTest, StemsWhatNoDictionaryKnows) {
  EXPECT_EQ(stem("flobberingen"), stem("flobbering"));
  EXPECT_THAT(lemmatizer.lexeme("flobberingen").parts, IsEmpty());
}

TEST_F(LemmatizerTest, LeavesNumbersAlone) {
  EXPECT_EQ(stem("34 682"), "34682");
  EXPECT_EQ(stem("CO₂"), "co2");
  EXPECT_EQ(stem("2024-2025"), "2024-2025");
}

TEST_F(LemmatizerTest, AHyphenatedWordHasTheWordsBetween) {
  const Lexeme process = lemmatizer.lexeme("plan-MER-proces");
  EXPECT_EQ(process.exact, "planmerproces");
  EXPECT_THAT(process.words, ElementsAre("plan", "mer", "proces"));
  EXPECT_THAT(process.parts, ElementsAre("plan", "mer", "proces"));
}

TEST_F(LemmatizerTest, AWordBrokenOverLinesIsThatWord) {
  for (const char* broken : {"wo-\nningbouw", "woning-\nbouw", "gezondheidsmaat-\nregelen"}) {
    EXPECT_THAT(lemmatizer.lexeme(broken).words, IsEmpty()) << broken;
  }
  EXPECT_EQ(stem("gezondheidsmaat-\nregelen"), stem("gezondheidsmaatregelen"));
  EXPECT_THAT(lemmatizer.lexeme("NPRD-\nkader").words, ElementsAre("nprd", "kader"));
}

TEST_F(LemmatizerTest, KnowsParticlesAndTheirVerbs) {
  EXPECT_TRUE(lemmatizer.lexeme("uit").is_particle);
  EXPECT_THAT(lemmatizer.lexeme("spreekt").verbs, ElementsAre("spreken"));
  EXPECT_TRUE(lemmatizer.lexeme("uitgesproken").is_compound_verb);
  EXPECT_THAT(lemmatizer.lexeme("uitgesproken").verbs, IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
