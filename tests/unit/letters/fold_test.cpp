#include "corpus/letters/fold.hpp"

#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

TEST(Fold, LowersAndBaresLetters) {
  EXPECT_EQ(fold("Fryslân"), "fryslan");
  EXPECT_EQ(fold("COÖRDINERENDE"), "coordinerende");
  EXPECT_EQ(fold("één"), "een");
  EXPECT_EQ(fold("Ĳsselmeer"), "ijsselmeer");
  EXPECT_EQ(fold("CO₂"), "co2");
  EXPECT_EQ(fold("regio’s"), "regio's");
  EXPECT_EQ(fold("woning\u00ADbouw"), "woningbouw");
  EXPECT_EQ(fold("ontwerp\u2010Nota"), "ontwerp-nota");
}

TEST(Fold, RepairsBrokenBytes) {
  EXPECT_EQ(fold("a\xff"), "a\uFFFD");
  EXPECT_EQ(repaired_utf8("a\xff"), "a\uFFFD");
}

}  // namespace
}  // namespace kamerzoek
