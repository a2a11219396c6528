#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

/// Words of the reader and words of the document, from analysis to results: what the one types and
/// the other has in another form.
namespace kamerzoek {
namespace {

using test::document;
using test::found;
using test::TemporaryIndex;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// An index of one document a text: kst-99001-1, -2, …
class Dutch : public testing::Test {
 protected:
  void texts(const std::vector<std::string>& texts) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      pieces.push_back(document("kst-99001-" + std::to_string(i + 1), "", texts[i]));
    }
    index.put(pieces);
  }

  std::vector<std::string> numbers(const std::string& query) {
    std::vector<std::string> out;
    for (const std::string& id : found(index, query)) out.push_back(id.substr(10));
    return out;
  }

  TemporaryIndex index;
};

TEST_F(Dutch, ACompoundIsFoundTogetherApartAndHyphenated) {
  texts({"De opgave voor woningbouw is groot.", "De woningbouw-opgave is groot.",
         "De woningbouwopgave is groot.", "De opgave voor de natuur is groot."});
  for (const char* query : {"opgave woningbouw", "woningbouw-opgave", "woningbouwopgave"}) {
    const auto found = numbers(query);
    ASSERT_GE(found.size(), 3U) << query;
    EXPECT_THAT(std::vector(found.begin(), found.begin() + 3), UnorderedElementsAre("1", "2", "3"))
        << query;
  }
}

TEST_F(Dutch, APartFindsItsCompoundBelowTheWordItself) {
  texts({"Er komen gezondheidsmaatregelen bij.", "Er komen maatregelen bij."});
  EXPECT_THAT(numbers("maatregel"), ElementsAre("2", "1"));
}

TEST_F(Dutch, AWordInALongDocumentComesBeforeACompoundInAShortOne) {
  std::string letter = "De woningbouw in de provincie vordert. Over woningbouw is gesproken. ";
  for (int i = 0; i < 3000; ++i) letter += "Verder is er nog iets anders. ";
  texts({letter, "Er komen woningbouwlocaties bij.", "Er komt niets bij.", "Er komt iets bij."});
  EXPECT_THAT(numbers("woningbouw"), ElementsAre("1", "2"));
}

TEST_F(Dutch, LinkingLettersMakeNoOtherWord) {
  texts({"Het drugsbeleid verandert.", "Een ander onderwerp."});
  EXPECT_THAT(numbers("drugbeleid"), ElementsAre("1"));
}

TEST_F(Dutch, ASeparableVerbIsFoundTogetherAndApart) {
  texts({"De Kamer spreekt haar zorgen uit.", "De minister weigert zich uit te spreken.",
         "De Kamer heeft dit uitgesproken.", "De leden spreken uit de zaal."});
  EXPECT_THAT(numbers("uitspreken"), UnorderedElementsAre("1", "2", "3"));
  EXPECT_THAT(numbers("uitgesproken"), UnorderedElementsAre("1", "2", "3"));
}

TEST_F(Dutch, IrregularFormsAreOneWord) {
  texts({"de steden", "de leden", "de kinderen", "hij onderzocht het", "de Israëlische regering"});
  EXPECT_THAT(numbers("stad"), ElementsAre("1"));
  EXPECT_THAT(numbers("lid"), ElementsAre("2"));
  EXPECT_THAT(numbers("kind"), ElementsAre("3"));
  EXPECT_THAT(numbers("onderzoeken"), ElementsAre("4"));
  EXPECT_THAT(numbers("Israëlisch"), ElementsAre("5"));
  EXPECT_THAT(numbers("Israël"), ElementsAre("5"));
}

TEST_F(Dutch, AVerbAndItsNounFindEachOther) {
  texts({"om de haven te vergroten", "de vergroting van de haven"});
  EXPECT_THAT(numbers("vergroting"), ElementsAre("2", "1"));
  EXPECT_THAT(numbers("vergroot"), ElementsAre("1", "2"));
}

TEST_F(Dutch, AllSpellingsOfANumberAndANameAreOne) {
  texts(
      {"zie dossier 34 682", "de provincie Zuid-Holland", "uitstoot van CO₂", "m.b.t. het spoor"});
  EXPECT_THAT(numbers("34682"), ElementsAre("1"));
  EXPECT_THAT(numbers("34 682"), ElementsAre("1"));
  EXPECT_THAT(numbers("ZuidHolland"), ElementsAre("2"));
  EXPECT_THAT(numbers("holland"), ElementsAre("2"));
  EXPECT_THAT(numbers("co2"), ElementsAre("3"));
  EXPECT_THAT(numbers("mbt"), ElementsAre("4"));
}

TEST_F(Dutch, APhraseFindsWordsBetweenHyphens) {
  texts({"Het plan-MER-proces loopt.", "Het proces voor het plan-MER loopt."});
  EXPECT_THAT(numbers("\"MER proces\""), ElementsAre("1"));
  EXPECT_THAT(numbers("\"plan-MER-proces loopt\""), ElementsAre("1"));
}

TEST_F(Dutch, AnAbbreviationFindsItsLongFormAndBack) {
  texts({"Het Nationaal Fonds Dijken (NFD) betaalt.", "De NFD betaalt.",
         "Het nationaal fonds dijken betaalt.", "De dijken van een nationaal park: een fonds."});
  EXPECT_THAT(numbers("NFD"), UnorderedElementsAre("1", "2", "3"));
  const auto long_form = numbers("nationaal fonds dijken");
  ASSERT_GE(long_form.size(), 3U);
  EXPECT_THAT(long_form, Contains("2"));
}

TEST_F(Dutch, AWordThatIsNotWantedIsNotWantedInAnyForm) {
  texts({"De Kamer spreekt haar zorgen uit over de dijken."});
  EXPECT_THAT(numbers("uitspreken"), ElementsAre("1"));
  EXPECT_THAT(numbers("uitspreken -zorg"), IsEmpty());
}

TEST_F(Dutch, TheSnippetMarksVerbAndParticle) {
  texts({"De Kamer spreekt haar zorgen uit over de dijken."});
  const auto page = test::search(index, {.query = "uitspreken"});
  ASSERT_EQ(page.results.size(), 1U);
  std::vector<std::string> marked;
  for (const SnippetPart& part : page.results[0].snippet) {
    if (part.match) marked.push_back(part.text);
  }
  EXPECT_THAT(marked, ElementsAre("spreekt", "uit"));
}

}  // namespace
}  // namespace kamerzoek
