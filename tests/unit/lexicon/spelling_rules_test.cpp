#include "corpus/lexicon/spelling_rules.hpp"

#include <gmock/gmock.h>

namespace kamerzoek::lexicon {
namespace {

using testing::Contains;
using testing::ElementsAre;

TEST(ClosedSpellings, WritesOneConsonantForTwo) {
  EXPECT_EQ(closed_spellings("wett").front(), "wet");
  EXPECT_EQ(closed_spellings("stemm").front(), "stem");
}

TEST(ClosedSpellings, WritesTwoVowelsForOne) {
  EXPECT_EQ(closed_spellings("mak").front(), "maak");
  EXPECT_EQ(closed_spellings("sprek").front(), "spreek");
  EXPECT_EQ(closed_spellings("uitsprak").front(), "uitspraak");
}

TEST(ClosedSpellings, NeverDoublesIAndY) {
  EXPECT_THAT(closed_spellings("leid"), ElementsAre("leid"));
  EXPECT_THAT(closed_spellings("politic"), ElementsAre("politic"));
}

TEST(ClosedSpellings, EndsWithVoicelessConsonants) {
  EXPECT_THAT(closed_spellings("gev"), Contains("geef"));
  EXPECT_THAT(closed_spellings("lez"), Contains("lees"));
  EXPECT_THAT(closed_spellings("brev"), Contains("breef"));
}

TEST(ClosedSpellings, KeepsWhatWasWrittenAsAPossibility) {
  EXPECT_THAT(closed_spellings("middel"), ElementsAre("middeel", "middel"));
  EXPECT_THAT(closed_spellings("werk"), ElementsAre("werk"));
}

TEST(ClosedSpellings, LeavesTheShortestAlone) {
  EXPECT_THAT(closed_spellings(""), ElementsAre(""));
  EXPECT_THAT(closed_spellings("b"), ElementsAre("b"));
}

}  // namespace
}  // namespace kamerzoek::lexicon
