#include "search/near_words.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

WordTable table_of(const std::set<std::string>& words) {
  WordTable table;
  for (const std::string& word : words) table.add(word, 2);
  return table;
}

/// The words with their distances.
std::vector<std::pair<std::string, unsigned>> near(const WordTable& table, std::string_view text,
                                                   unsigned most) {
  std::vector<std::pair<std::string, unsigned>> found;
  for (const NearWord& near : near_words(table, text, most)) {
    found.emplace_back(table[near.word], near.distance);
  }
  return found;
}

/// The textbook's matrix.
unsigned distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<unsigned>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(NearWords, CountsEachKindOfSlipAsOne) {
  const WordTable table = table_of({"beleid"});
  for (const char* typed : {"bleid", "belleid", "beleidt", "beleit", "bleeid", "eleid"}) {
    EXPECT_THAT(near(table, typed, 1), ElementsAre(Pair("beleid", 1))) << typed;
  }
  EXPECT_THAT(near(table, "balied", 1), IsEmpty());
  EXPECT_THAT(near(table, "balied", 2), ElementsAre(Pair("beleid", 2)));
  EXPECT_THAT(near(table, "beleid", 2), ElementsAre(Pair("beleid", 0)));
}

TEST(NearWords, FindsWhatTheTextbookFinds) {
  std::mt19937 random(7);
  const auto word = [&](std::size_t longest) {
    std::string letters;
    for (std::size_t left = 1 + random() % longest; left > 0; --left)
      letters += "abc"[random() % 3];
    return letters;
  };
  std::set<std::string> words;
  while (words.size() < 400) words.insert(word(9));
  const WordTable table = table_of(words);
  for (int turn = 0; turn < 200; ++turn) {
    const std::string text = word(10);
    for (const unsigned most : {1U, 2U, 3U}) {
      std::vector<std::pair<std::string, unsigned>> expected;
      for (const std::string& one : words) {
        if (const unsigned far = distance(one, text); far <= most) expected.emplace_back(one, far);
      }
      EXPECT_EQ(near(table, text, most), expected) << text << " within " << most;
    }
  }
}

TEST(NearWords, FindsWhatATextMayBeginWith) {
  const WordTable table = table_of({"energie", "stikstof", "woning"});
  std::vector<std::pair<std::string, std::size_t>> found;
  for (const NearWord& near : near_beginnings(table, "stiktofbeleid", 3, 1)) {
    found.emplace_back(table[near.word], near.typed);
  }
  EXPECT_THAT(found, ElementsAre(Pair("stikstof", 7U)));
}

TEST(NearWords, TakesAnyText) {
  const WordTable table = table_of({"a", std::string(255, 'b'), "woning"});
  EXPECT_THAT(near(table, std::string(65, 'b'), 2), IsEmpty());
  EXPECT_THAT(near(table, std::string(64, 'b'), 3), IsEmpty());
  EXPECT_THAT(near(table, "", 1), ElementsAre(Pair("a", 1)));
  EXPECT_THAT(near(WordTable(), "woning", 2), IsEmpty());
}

TEST(WordTable, FindsWordsAndBeginnings) {
  WordTable table;
  for (const auto& [word, count] : {std::pair{"wet", 5U}, std::pair{"wetboek", 2U},
                                    std::pair{"wetten", 9U}, std::pair{"woning", 1U}}) {
    table.add(word, count);
  }
  EXPECT_EQ(table.find("wetboek"), 1U);
  EXPECT_EQ(table.find("wetb"), std::nullopt);
  EXPECT_EQ(table.find("zee"), std::nullopt);
  const WordTable::Range wet = table.beginning_with("wet");
  EXPECT_EQ(wet.begin, 0U);
  EXPECT_EQ(wet.end, 3U);
  EXPECT_EQ(table.beginning_with("x").begin, table.beginning_with("x").end);
  EXPECT_EQ(table.shared(2), 3U);
  const WordTable frequent = table.most_frequent(2);
  ASSERT_EQ(frequent.size(), 2U);
  EXPECT_EQ(frequent[0], "wet");
  EXPECT_EQ(frequent[1], "wetten");
  EXPECT_EQ(frequent.count(1), 9U);
}

}  // namespace
}  // namespace kamerzoek
