// A page of results, from a real index; its list alone, from values.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/temporary_index.hpp"
#include "web/result_list.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const View& parts) {
  std::string text;
  for (const View& part : parts) {
    const auto match = part["match"].get<std::string>();
    text += match.empty() ? part["plain"].get<std::string>() : "[" + match + "]";
  }
  return text;
}

SearchResult result(const Snippet& snippet) {
  SearchResult out;
  out.id = "kst-99001-1";
  out.onderwerp = "Kaart van Zeeland";
  out.snippet = snippet;
  return out;
}

TEST(ResultList, WordsAreMarkedInTheNameWhereThatIsAllThereIs) {
  const View list = result_list({result({{"Kaart van ", false}, {"Zeeland", true}})});
  EXPECT_EQ(text_of(list[0]["name"]), "Kaart van [Zeeland]");
  EXPECT_TRUE(list[0]["snippet"].empty());
}

TEST(ResultList, WordsAreMarkedInTheTitleLikewise) {
  SearchResult titled = result({{"Het ", false}, {"eiland", true}});
  titled.titel = "Het eiland";
  const View list = result_list({titled});
  EXPECT_EQ(text_of(list[0]["name"]), "Kaart van Zeeland");
  EXPECT_EQ(text_of(list[0]["title"]), "Het [eiland]");
  EXPECT_TRUE(list[0]["snippet"].empty());
}

TEST(ResultList, PassageOfTheTextStandsBelowTheName) {
  const View list = result_list({result({{"… in ", false}, {"Zeeland", true}, {" …", false}})});
  EXPECT_EQ(text_of(list[0]["name"]), "Kaart van Zeeland");
  EXPECT_EQ(text_of(list[0]["snippet"]), "… in [Zeeland] …");
}

class ResultsTest : public ::testing::Test {
 protected:
  std::string page(const std::string& target) {
    Searcher searcher = index_.searcher();
    return route({.target = target}, searcher).body;
  }

  test::TemporaryIndex index_;
};

TEST_F(ResultsTest, FacetShowsTheFirstValuesAndFoldsTheOthers) {
  std::vector<Piece> pieces;
  for (int i = 1; i <= 12; ++i) {
    pieces.push_back(test::document("kst-99001-" + std::to_string(i), "Dijk", "Een dijk.\n"));
    pieces.back().fields.soort = "Soort " + std::to_string(i);
  }
  index_.put(std::move(pieces));
  const std::string body = page("/zoeken?q=dijk");
  EXPECT_THAT(body, HasSubstr("<summary>Nog 5</summary>"));
  for (int i = 1; i <= 12; ++i) {
    EXPECT_THAT(body, HasSubstr(">Soort " + std::to_string(i) + "</a>"));
  }
  EXPECT_EQ(body.find("<summary>"), body.rfind("<summary>")) << "there is but one dossier";
}

TEST_F(ResultsTest, DossierIsShownWithItsTitle) {
  Piece untitled = test::document("kst-99002-1", "Dijk", "Een dijk.\n");
  untitled.fields.dossiers.front().titel.clear();
  index_.put({test::document("kst-99001-1", "Dijk", "Een dijk.\n"), untitled});
  const std::string body = page("/zoeken?q=dijk");
  EXPECT_THAT(body, HasSubstr(R"(>99 001</a> <span class="title">Een dossier</span>)"));
  EXPECT_THAT(body, HasSubstr(">99 002</a></span>"));
}

}  // namespace
}  // namespace kamerzoek::web
