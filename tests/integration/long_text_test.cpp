#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// Sentences without any word of the tests.
std::string filling(std::size_t size) {
  std::string text;
  while (text.size() < size) text += "Verder heeft niemand hier nog iets aan toegevoegd. ";
  return text;
}

/// The one result for a query in an index that has one long text.
class LongText : public testing::Test {
 protected:
  SearchResult result(const std::string& text, const std::string& query,
                      std::vector<Mark> marks = {}) {
    Piece piece = document("kst-99001-1", "Een stuk", text);
    piece.fields.marks = std::move(marks);
    index_.put({piece});
    const ResultPage page = test::search(index_, {.query = query});
    return page.results.empty() ? SearchResult{} : page.results.front();
  }

  std::vector<std::string> marked(const std::string& text, const std::string& query) {
    std::vector<std::string> out;
    for (const SnippetPart& part : result(text, query).snippet) {
      if (part.match) out.push_back(part.text);
    }
    return out;
  }

  static std::string plain(const SearchResult& result) {
    std::string out;
    for (const SnippetPart& part : result.snippet) out += part.text;
    return out;
  }

  TemporaryIndex index_;
};

TEST_F(LongText, HasItsSnippetFromFarInside) {
  const std::string text = "Een brug. " + filling(700'000) +
                           "Hier liggen Bruggen en tunnels bijeen. " + filling(300'000) +
                           "Nog een tunnel.";
  EXPECT_THAT(marked(text, "brug tunnel"), ElementsAre("Bruggen", "tunnels"));
  const std::string cut = plain(result(text, "brug tunnel"));
  EXPECT_LT(cut.size(), 300U);
  EXPECT_THAT(cut, StartsWith("… "));
  EXPECT_THAT(cut, EndsWith(" …"));
}

TEST_F(LongText, HasItsSnippetFromTheVeryEnd) {
  EXPECT_THAT(plain(result(filling(400'000) + "De dijk is hoog.", "dijken")),
              EndsWith("De dijk is hoog."));
}

TEST_F(LongText, HasItsSnippetFromTheBeginningWhereNothingOfTheTextMatches) {
  const SearchResult found = result("De opening is dit. " + filling(10'000), "stuk");
  EXPECT_THAT(plain(found), HasSubstr("Een stuk")) << "the subject, which matches";
  EXPECT_THAT(plain(result("De opening is dit. " + filling(10'000), "")),
              StartsWith("De opening is dit."));
}

TEST_F(LongText, ShowsEveryKindOfMatch) {
  const auto in_long = [&](const std::string& sentence, const std::string& query) {
    return marked(filling(300'000) + sentence + " " + filling(300'000), query);
  };
  EXPECT_THAT(in_long("De Kamer spreekt haar zorgen uit.", "uitspreken"),
              ElementsAre("spreekt", "uit"));
  EXPECT_THAT(in_long("Alle huurwoningen.", "woning"), ElementsAre("huurwoningen"));
  EXPECT_THAT(in_long("De steden zelf.", "stad"), ElementsAre("steden"));
  EXPECT_THAT(in_long("Het stuk 34 682 zelf.", "34682"), ElementsAre("34 682"));
  EXPECT_THAT(in_long("Elke coördinator.", "coordinator"), ElementsAre("coördinator"));
  EXPECT_THAT(in_long("Een plan-MER nu.", "mer"), ElementsAre("plan-MER"));
  EXPECT_THAT(in_long("Een woning-\nbouwplan.", "woningbouwplan"), ElementsAre("woning- bouwplan"));
  EXPECT_THAT(in_long("Geen bouw, wel afbouw.", "bou*"), ElementsAre("bouw"));
  EXPECT_THAT(in_long("De dijk en bij de rivier de brug.", "dijk NABIJ/8 brug"),
              ElementsAre("dijk", "brug"));
  EXPECT_THAT(in_long("Het Kabinet zegt dit (HKZD).", "\"zegt dit\""), ElementsAre("zegt", "dit"));
}

TEST_F(LongText, ShowsAPhraseAmongAllItsWords) {
  std::string text;
  while (text.size() < 200'000) text += "De minister gaat van de bank naar Defensie. ";
  text += "De Minister van Defensie tekent. " + filling(1000);
  EXPECT_THAT(marked(text, "\"minister van defensie\""),
              ElementsAre("Minister", "van", "Defensie"));
}

TEST_F(LongText, ShowsWordsAcrossTheEndOfAStretch) {
  for (const std::size_t size : {6020U, 6080U, 6120U, 6135U, 6140U, 6144U}) {
    std::string text = filling(size);
    text.resize(size);
    text += " De burgemeester van Veenendaal. " + filling(4000);
    EXPECT_THAT(marked(text, "\"burgemeester van veenendaal\""),
                ElementsAre("burgemeester", "van", "Veenendaal"))
        << size;
  }
}

TEST_F(LongText, ShowsAVerbWhoseParticleStandsInTheNextStretch) {
  for (std::size_t size = 5960; size <= 6160; size += 20) {
    std::string text = filling(size);
    text.resize(size - 1);
    text +=
        ". De Kamer spreekt haar uitdrukkelijke bezorgdheid over de kwaliteit van oudere "
        "spoorbruggen en autotunnels van de noordelijke provincie uit. " +
        filling(4000);
    const std::vector<std::string> parts = marked(text, "uitspreken");
    EXPECT_THAT(parts, ElementsAre("spreekt", "uit")) << size;
  }
}

TEST_F(LongText, NamesTheHeadingOfThePassage) {
  const std::string begin = filling(6000);
  const std::string text = begin + "\nDe dijken\nHier staat een waterkering.\n" + filling(2000);
  const Mark heading{Mark::Kind::kop, begin.size() + 1, begin.size() + 10, {}};
  EXPECT_EQ(result(text, "waterkering", {heading}).kop, "De dijken");
}

TEST_F(LongText, CutsNoLetterAndTakesTextWithoutWords) {
  std::string text;
  while (text.size() < 50'000) text += "éééééééééééé";
  EXPECT_LT(plain(result(text + " brug " + text, "brug")).size(), 1000U);
  EXPECT_LT(plain(result(std::string(1'000'000, '.'), "stuk")).size(), 300U);
}

}  // namespace
}  // namespace kamerzoek
