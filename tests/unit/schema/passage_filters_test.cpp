#include "corpus/schema/passage_filters.hpp"

#include <gtest/gtest.h>

namespace kamerzoek::schema {
namespace {

std::string word(int number) {
  return "woord" + std::to_string(number);
}

TEST(PassageFilters, HaveEveryWordInItsOwnStretch) {
  PassageFilters filters(3 * stretch_size);
  filters.add(0, "dijk");
  filters.add(stretch_size - 1, "brug");
  filters.add(stretch_size, "tunnel");
  const auto has = [&](std::size_t stretch, std::string_view word) {
    return may_have(filters.bytes(), stretch, filter_word(word));
  };
  EXPECT_TRUE(has(0, "dijk"));
  EXPECT_TRUE(has(0, "brug"));
  EXPECT_TRUE(has(1, "tunnel"));
  EXPECT_FALSE(has(1, "brug"));
  EXPECT_FALSE(has(2, "dijk"));
}

TEST(PassageFilters, TakeFewOthersForOneOfEightyWords) {
  PassageFilters filters(stretch_size);
  for (int i = 0; i < 80; ++i) filters.add(0, word(i));
  int mistaken = 0;
  for (int i = 80; i < 10'080; ++i) {
    if (may_have(filters.bytes(), 0, filter_word(word(i)))) ++mistaken;
  }
  EXPECT_LT(mistaken, 700);  // 467 by the formula of Bloom filters
}

TEST(PassageFilters, HaveThePromisedSize) {
  EXPECT_EQ(PassageFilters(0).bytes().size(), 0U);
  EXPECT_EQ(PassageFilters(1).bytes().size(), filter_size);
  EXPECT_EQ(PassageFilters(stretch_size + 1).bytes().size(), 2 * filter_size);
}

// They are stored: another hash would make every index say that its words are elsewhere.
TEST(PassageFilters, KnowWordsByTheSameNumberForEver) {
  EXPECT_EQ(static_cast<std::uint64_t>(filter_word("woning")), 0x609cfce2c9275cabU);
}

}  // namespace
}  // namespace kamerzoek::schema
