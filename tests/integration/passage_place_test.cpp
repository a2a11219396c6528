#include <gmock/gmock.h>

#include "tests/support/temporary_index.hpp"

// Where in its document the passage of a result stands: the page of print, and the note.
namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;

std::string text_of(const SearchResult& result) {
  std::string out;
  for (const SnippetPart& part : result.snippet) out += part.text;
  return out;
}

/// Two pages, of which the second is about the tunnel and has two notes; the same text short and
/// long enough to be kept apart.
class PassagePlace : public testing::TestWithParam<std::size_t> {
 protected:
  void SetUp() override {
    std::string filling;
    while (filling.size() < GetParam()) filling += "Verder is hier niets aan toegevoegd. ";
    const std::string first = "Over de brug. " + filling + "\n";
    const std::string second = "Over de tunnel. " + filling + "\n";
    Piece piece = document("kst-99001-1", "Een stuk", first + second);
    piece.fields.marks = {{Mark::Kind::pagina, 0, first.size(), "7"},
                          {Mark::Kind::pagina, first.size(), first.size() + second.size(), "8"}};
    piece.fields.noten = {{"12", "Zie de sluis in het rapport.", first.size() + 15},
                          {"", "Zie de brug en het gemaal bij de sluis.", std::nullopt}};
    index_.put({piece});
  }

  SearchResult result(const std::string& query) {
    const ResultPage page = test::search(index_, {.query = query});
    EXPECT_EQ(page.results.size(), 1U) << query;
    return page.results.empty() ? SearchResult{} : page.results.front();
  }

  TemporaryIndex index_;
};

TEST_P(PassagePlace, IsThePageOfThePassage) {
  EXPECT_EQ(result("brug").pagina, "7");
  EXPECT_EQ(result("tunnel").pagina, "8");
  EXPECT_EQ(result("tunnel").noot, 0U);
  EXPECT_EQ(result("stuk").pagina, "") << "only the subject has it";
}

TEST_P(PassagePlace, IsTheNoteWhereOnlyThatHasTheWords) {
  const SearchResult found = result("rapport");
  EXPECT_EQ(text_of(found), "Zie de sluis in het rapport.");
  EXPECT_EQ(found.noot, 1U);
  EXPECT_EQ(found.nootNummer, "12");
  EXPECT_EQ(found.pagina, "8");
}

TEST_P(PassagePlace, IsTheNoteThatHasMoreOfTheWords) {
  const SearchResult found = result("brug gemaal sluis");
  EXPECT_EQ(text_of(found), "Zie de brug en het gemaal bij de sluis.");
  EXPECT_EQ(found.noot, 2U);
  EXPECT_EQ(found.nootNummer, "2");
  EXPECT_EQ(found.pagina, "") << "where its mark stood is not known";
}

TEST_P(PassagePlace, IsInTheTextWhereThatHasAsMuch) {
  EXPECT_EQ(result("brug").noot, 0U);
}

INSTANTIATE_TEST_SUITE_P(ShortAndLong, PassagePlace, testing::Values(0, 5'000));

}  // namespace
}  // namespace kamerzoek
