#include <gmock/gmock.h>

#include "corpus/lexicon/lexicon.hpp"

/// What the compiled dictionaries say of words whose forms no ending tells, or too many.
namespace kamerzoek {
namespace {

using lexicon::Role;
using testing::Contains;

std::string lemma(const std::string& form) {
  const auto known = Lexicon::dutch().find(form);
  return known ? known->lemmas.front() : "(" + form + " is not there)";
}

TEST(DutchLexicon, PluralsOfNouns) {
  for (const auto& [form, of] : {std::pair{"steden", "stad"},
                                 {"leden", "lid"},
                                 {"kinderen", "kind"},
                                 {"wegen", "weg"},
                                 {"dagen", "dag"},
                                 {"zaken", "zaak"},
                                 {"regio's", "regio"},
                                 {"bacterien", "bacterie"},
                                 {"politici", "politicus"},
                                 {"mogelijkheden", "mogelijkheid"},
                                 {"studenten", "student"},
                                 {"brieven", "brief"},
                                 {"huizen", "huis"}}) {
    EXPECT_EQ(lemma(form), of) << form;
  }
}

TEST(DutchLexicon, Diminutives) {
  EXPECT_EQ(lemma("huisje"), "huis");
  EXPECT_EQ(lemma("woninkjes"), "woning");
  EXPECT_EQ(lemma("meisjes"), "meisje");
}

TEST(DutchLexicon, FormsOfAdjectives) {
  for (const auto& [form, of] : {std::pair{"nederlandse", "nederlands"},
                                 {"politieke", "politiek"},
                                 {"israelische", "israelisch"},
                                 {"hogere", "hoog"},
                                 {"betere", "goed"},
                                 {"financiele", "financieel"},
                                 {"zwakke", "zwak"}}) {
    EXPECT_EQ(lemma(form), of) << form;
  }
}

TEST(DutchLexicon, FormsOfVerbs) {
  for (const auto& [form, of] : {std::pair{"spreekt", "spreken"},
                                 {"sprak", "spreken"},
                                 {"gesproken", "spreken"},
                                 {"begrepen", "begrijpen"},
                                 {"uitgesproken", "uitspreken"},
                                 {"voorgesteld", "voorstel"},
                                 {"overgenomen", "overnemen"},
                                 {"is", "zijn"},
                                 {"heeft", "hebben"}}) {
    EXPECT_EQ(lemma(form), of) << form;
  }
}

TEST(DutchLexicon, ParticiplesThatBendLikeAdjectivesAreOfTheirVerb) {
  for (const auto& [form, of] : {std::pair{"aangehouden", "aanhouden"},
                                 {"aangekondigde", "aankondigen"},
                                 {"verworpen", "verwerpen"},
                                 {"beperktere", "beperken"},
                                 {"geboden", "gebod"}}) {
    EXPECT_EQ(lemma(form), of) << form;
  }
}

TEST(DutchLexicon, AVerbAndANounThatNoFormTellsApartAreOne) {
  EXPECT_EQ(lemma("werken"), lemma("werk"));
  EXPECT_EQ(lemma("onderzocht"), lemma("onderzoek"));
  EXPECT_NE(lemma("wagen"), lemma("waag"));
}

TEST(DutchLexicon, GrammarIsNoFormOfOtherWords) {
  for (const char* word : {"uit", "in", "de", "een", "over", "aan"}) {
    EXPECT_EQ(lemma(word), word);
    EXPECT_TRUE(Lexicon::dutch().shape(word)->is(Role::grammar)) << word;
  }
  EXPECT_TRUE(Lexicon::dutch().shape("uit")->is(Role::particle));
  EXPECT_FALSE(Lexicon::dutch().shape("woning")->is(Role::particle));
}

TEST(DutchLexicon, FamiliesGoBothWays) {
  const Lexicon& dutch = Lexicon::dutch();
  EXPECT_THAT(dutch.find("vergroten")->related, Contains("vergroting"));
  EXPECT_THAT(dutch.find("vergroting")->related, Contains("vergroten"));
  EXPECT_THAT(dutch.find("uitspraak")->related, Contains("uitspreken"));
  EXPECT_THAT(dutch.find("israelisch")->related, Contains("israel"));
  EXPECT_THAT(dutch.find("evalueren")->related, Contains("evaluatie"));
}

TEST(DutchLexicon, CountsTheWordsThatAreMadeOfAWord) {
  const auto policy = Lexicon::dutch().shape("beleid");
  const auto dance = Lexicon::dutch().shape("quadrille");
  ASSERT_TRUE(policy && dance);
  EXPECT_GT(policy->ends, dance->ends);
}

}  // namespace
}  // namespace kamerzoek
