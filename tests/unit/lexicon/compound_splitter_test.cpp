#include "corpus/lexicon/compound_splitter.hpp"

#include <gmock/gmock.h>

#include "corpus/lexicon/lexicon.hpp"

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Of a word as the dictionaries have it, or as the splitter cuts it if they do not.
std::vector<std::string> parts(const std::string& word) {
  const Lexicon& lexicon = Lexicon::dutch();
  if (const auto known = lexicon.find(word)) return known->parts;
  return CompoundSplitter(lexicon).split_unknown(word);
}

TEST(CompoundSplitter, TakesLinksOff) {
  EXPECT_THAT(parts("gezondheidsbeleid"), ElementsAre("gezondheid", "beleid"));
  EXPECT_THAT(parts("studentenhuisvesting"), ElementsAre("student", "huisvesting"));
  EXPECT_THAT(parts("kinderopvangtoeslag"), ElementsAre("kind", "opvang", "toeslag"));
  EXPECT_THAT(parts("stadsverwarming"), ElementsAre("stad", "verwarming"));
}

TEST(CompoundSplitter, CutsPartsThatAreCompounds) {
  EXPECT_THAT(parts("huurwoningentekort"), ElementsAre("huur", "woning", "tekort"));
  EXPECT_THAT(parts("stikstofdepositiegebieden"), ElementsAre("stikstof", "depositie", "gebied"));
}

TEST(CompoundSplitter, LeavesWhatManyWordsAreMadeOfWhole) {
  EXPECT_THAT(parts("landbouwsubsidie"), ElementsAre("landbouw", "subsidie"));
  EXPECT_THAT(parts("landbouw"), IsEmpty());
}

TEST(CompoundSplitter, CutsNoSimpleWords) {
  for (const char* word : {"minister", "regering", "motie", "gemeente", "vergadering", "politiek",
                           "bestuur", "verdrag", "provincie", "universiteit", "alcoholisme",
                           "deelname", "vergroting", "voorstel", "verantwoordelijk"}) {
    EXPECT_THAT(parts(word), IsEmpty()) << word;
  }
}

TEST(CompoundSplitter, CutsNoNamesAndNoNonsense) {
  for (const char* word :
       {"heerenveen", "rotterdam", "nederland", "zwolle", "xkcdqwrt", "aaaaaaaaaaaa", "brgvzmkl"}) {
    EXPECT_THAT(parts(word), IsEmpty()) << word;
  }
}

TEST(CompoundSplitter, CutsSeparableVerbsAtTheirParticle) {
  EXPECT_THAT(parts("uitspreken"), ElementsAre("uit", "spreken"));
  EXPECT_THAT(parts("aangenomen"), ElementsAre("aan", "nemen"));
  EXPECT_THAT(parts("onderzoeken"), IsEmpty());
  EXPECT_TRUE(Lexicon::dutch().shape("aangenomen")->is(lexicon::Role::separable));
  EXPECT_FALSE(Lexicon::dutch().shape("gezondheidsbeleid")->is(lexicon::Role::separable));
}

TEST(CompoundSplitter, EndsOnAnyWord) {
  const CompoundSplitter splitter(Lexicon::dutch());
  EXPECT_THAT(splitter.split_unknown(""), IsEmpty());
  EXPECT_THAT(splitter.split_unknown("a"), IsEmpty());
  EXPECT_THAT(splitter.split_unknown(std::string(1000, 'a')), IsEmpty());
  EXPECT_THAT(splitter.split_unknown("\xC3\xA9\xC3\xA9n\xC3\xA9\xC3\xA9n"), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
