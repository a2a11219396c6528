#include "corpus/text/separable_verbs.hpp"

#include <sstream>

#include <gmock/gmock.h>

#include "corpus/text/lemmatizer.hpp"

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The joined verbs of a clause, each as `particle verb: lemma`.
std::vector<std::string> joined(const std::string& clause) {
  Lemmatizer lemmatizer{Lexicon::dutch()};
  std::vector<Lexeme> words;
  std::istringstream in(clause);
  for (std::string word; in >> word;) words.push_back(lemmatizer.lexeme(word));
  std::vector<const Lexeme*> pointers;
  for (const Lexeme& word : words) pointers.push_back(&word);
  std::vector<std::string> found;
  for (const JoinedVerb& join : join_separable_verbs(pointers, Lexicon::dutch())) {
    found.push_back(words[join.particle].exact + ' ' + words[join.verb].exact + ": " + join.lemma);
  }
  return found;
}

TEST(SeparableVerbs, AParticleGoesWithAVerbBefore) {
  EXPECT_THAT(joined("de Kamer spreekt haar grote zorgen uit"),
              ElementsAre("uit spreekt: uitspreken"));
  EXPECT_THAT(joined("zij namen het voorstel over"), ElementsAre("over namen: overnemen"));
}

TEST(SeparableVerbs, AParticleGoesWithTheVerbAfterTe) {
  EXPECT_THAT(joined("om zich uit te spreken"), ElementsAre("uit spreken: uitspreken"));
  EXPECT_THAT(joined("om de wet aan te kunnen nemen"), ElementsAre("aan nemen: aannemen"));
}

TEST(SeparableVerbs, TheNearestVerbThatFitsHasIt) {
  EXPECT_THAT(joined("hij zegt dat hij neemt wat hij wil aan"), ElementsAre("aan neemt: aannemen"));
}

TEST(SeparableVerbs, AWordCanFollowThatBeginsSomethingElse) {
  EXPECT_THAT(joined("de Kamer spreekt uit dat het zo is"), ElementsAre("uit spreekt: uitspreken"));
}

TEST(SeparableVerbs, APrepositionGoesWithNone) {
  EXPECT_THAT(joined("zij spreken uit de zaal"), IsEmpty());
  EXPECT_THAT(joined("zij spreken uit ervaring met mensen"), IsEmpty());
}

TEST(SeparableVerbs, OnlyVerbsThatExistAreJoined) {
  EXPECT_THAT(joined("hij fietst uit"), IsEmpty());
  EXPECT_THAT(joined("uit"), IsEmpty());
  EXPECT_THAT(joined(""), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
