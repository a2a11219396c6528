#include "corpus/schema/schema.hpp"

#include <gtest/gtest.h>

namespace kamerzoek::schema {
namespace {

TEST(Weight, OfAWordInAHeadingFallsWithItsLength) {
  EXPECT_EQ(weight_in(onderwerp, 20), onderwerp.weight);
  EXPECT_EQ(weight_in(onderwerp, 5), 46U);
  EXPECT_EQ(weight_in(onderwerp, 40), 11U);
  EXPECT_EQ(weight_in(titel, 100'000'000), one_word / 2) << "never nothing";
}

TEST(Weight, OfAWordInATextIsTheSameInAnyText) {
  EXPECT_EQ(weight_in(tekst, 3), one_word);
  EXPECT_EQ(weight_in(tekst, 100'000), one_word);
}

}  // namespace
}  // namespace kamerzoek::schema
