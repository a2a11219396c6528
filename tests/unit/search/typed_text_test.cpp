#include "search/typed_text.hpp"

#include <gmock/gmock.h>

#include "corpus/text/analyzer.hpp"
#include "search/headings.hpp"
#include "search/query_words.hpp"

namespace kamerzoek {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TypedText read(std::string_view text) {
  Tokenizer tokenizer;
  return read_typed(tokenizer, text);
}

TEST(TypedText, TakesTheLastWordAsABeginning) {
  const TypedText typed = read("De Woningb");
  EXPECT_THAT(typed.words, ElementsAre("de", "woningb"));
  EXPECT_TRUE(typed.open);
  EXPECT_EQ(typed.begin, 3U);
  EXPECT_EQ(typed.end, 10U);
  EXPECT_FALSE(read("woningbouw ").open);
  EXPECT_FALSE(read("\"woningbouw\"").open);
  EXPECT_TRUE(read("\"de woningb").open);
}

TEST(TypedText, LeavesOutWhatIsNoWantedWord) {
  EXPECT_THAT(read("spoor NIET wegen").words, ElementsAre("spoor"));
  EXPECT_THAT(read("spoor -wegen soort:motie (lucht OF wat").words,
              ElementsAre("spoor", "lucht", "wat"));
  EXPECT_FALSE(read("spoor soort:mot").open);
  EXPECT_THAT(read("titel:energie-inf").words, ElementsAre("energieinf"));
  EXPECT_THAT(read("").words, IsEmpty());
  EXPECT_THAT(read(" ( \" -").words, IsEmpty());
}

TEST(TypedText, ReadsBeginningsOfNames) {
  EXPECT_THAT(identifier_beginnings("34682-2"), Contains("kst-34682-2"));
  EXPECT_THAT(identifier_beginnings("34682-"), Contains("kst-34682-"));
  EXPECT_THAT(identifier_beginnings("34 682, nr. 2"), Contains("kst-34682-2"));
  EXPECT_THAT(identifier_beginnings("2025d27"), Contains("2025D27"));
  EXPECT_THAT(identifier_beginnings("kst-346"), Contains("kst-346"));
  EXPECT_THAT(identifier_beginnings("woningbouw"), IsEmpty());
  EXPECT_THAT(dossier_beginnings("34 6"), ElementsAre("346"));
  EXPECT_THAT(dossier_beginnings("36600-x"), ElementsAre("36600-X", "36600"));
  EXPECT_THAT(dossier_beginnings("34682-2"), ElementsAre("34682-2", "34682"));
  EXPECT_THAT(dossier_beginnings("3 dagen"), IsEmpty());
  EXPECT_THAT(dossier_beginnings("zee"), IsEmpty());
}

TEST(HeadingTable, FindsThoseThatBeginSoFirst) {
  HeadingsBuilder builder;
  for (const char* text :
       {"Brief over de woningbouw", "Woningbouw op zee", "De woningmarkt", "Spoor"}) {
    builder.add(text);
  }
  const Headings headings = builder.finish({3, 2, 1, 0});
  const auto find = [&](std::vector<std::string> words, bool open = true, std::size_t limit = 9) {
    return headings.find(words, open, limit);
  };
  EXPECT_THAT(find({"woning"}), ElementsAre(2U, 1U, 3U));
  EXPECT_THAT(find({"woning"}, true, 2), ElementsAre(2U, 1U));
  EXPECT_THAT(find({"woning"}, false), IsEmpty());
  EXPECT_THAT(find({"woningbouw"}, false), ElementsAre(2U, 3U));
  EXPECT_THAT(find({"de", "w"}), ElementsAre(1U, 3U));
  EXPECT_THAT(find({"zee", "w"}), ElementsAre(2U));
  EXPECT_THAT(find({"zee", "s"}), IsEmpty());
  EXPECT_THAT(find({"s"}), ElementsAre(0U));
  EXPECT_THAT(find({}), IsEmpty());
  EXPECT_THAT(Headings().find({"woning"}, true, 9), IsEmpty());
}

TEST(QueryWords, StandWhereTheyWereTyped) {
  const std::string text =
      "één spoor -weg \"op Zee\" titel:\"de Dijk\" soort:motie (a OF lucht) won*";
  Analyzer analyzer;
  const auto query = parse_query(text);
  ASSERT_TRUE(query);
  std::vector<std::string> words;
  std::vector<std::string> free;
  for (const QueryWord& word : query_words(*query, text, analyzer)) {
    words.push_back(text.substr(word.begin, word.end - word.begin));
    if (word.is_free) free.push_back(word.exact);
  }
  EXPECT_THAT(words, ElementsAre("één", "spoor", "op", "Zee", "de", "Dijk", "a", "lucht"));
  EXPECT_THAT(free, ElementsAre("een", "spoor", "a", "lucht"));
}

}  // namespace
}  // namespace kamerzoek
