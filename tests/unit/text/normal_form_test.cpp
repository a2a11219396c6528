#include "corpus/text/normal_form.hpp"

#include <gmock/gmock.h>

#include "corpus/letters/fold.hpp"

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string exact(std::string_view word) {
  return normal_form(word).exact;
}

TEST(Fold, MakesSignsOne) {
  EXPECT_EQ(fold("ĳ ‘a’ ‛b ʼc"), "ij 'a' 'b 'c");
  EXPECT_EQ(fold("a‐b‑c‒d–e-f"), "a-b-c-d-e-f");
}

TEST(NormalForm, OfAPlainWordIsTheFoldedWord) {
  EXPECT_EQ(exact("Woningbouw"), "woningbouw");
  EXPECT_EQ(exact("Coördinatie"), "coordinatie");
  EXPECT_EQ(exact("Ĳsselmeer"), "ijsselmeer");
  EXPECT_EQ(exact("CO₂"), "co2");
  EXPECT_EQ(exact("km²"), "km2");
  EXPECT_EQ(exact("woning\u00ADbouw"), "woningbouw");
  EXPECT_EQ(exact("regio's"), "regio's");
  EXPECT_EQ(exact("regio’s"), "regio's");
  EXPECT_THAT(normal_form("woningbouw").words, IsEmpty());
  EXPECT_THAT(normal_form("regio's").words, IsEmpty());
}

TEST(NormalForm, IsTheSameWithAndWithoutHyphens) {
  EXPECT_EQ(exact("plan-MER-proces"), "planmerproces");
  EXPECT_EQ(exact("planMER–proces"), "planmerproces");
  EXPECT_EQ(exact("Zuid-Holland"), "zuidholland");
  EXPECT_EQ(exact("Zuid‑Holland"), "zuidholland");
  EXPECT_EQ(exact("36600-XXII"), "36600xxii");
  EXPECT_EQ(exact("covid-19"), "covid19");
  EXPECT_EQ(exact("r.-k"), "rk");
}

TEST(NormalForm, HasTheWordsBetweenHyphens) {
  EXPECT_THAT(normal_form("plan-MER-proces").words, ElementsAre("plan", "mer", "proces"));
  EXPECT_THAT(normal_form("woning-\n  bouw").words, ElementsAre("woning", "bouw"));
  EXPECT_THAT(normal_form("'s-Hertogenbosch").words, ElementsAre("s", "hertogenbosch"));
  EXPECT_THAT(normal_form("2024–2025").words, ElementsAre("2024", "2025"));
  EXPECT_THAT(normal_form("c.v.-ketel").words, ElementsAre("cv", "ketel"));
  EXPECT_THAT(normal_form("36 600-XXII").words, ElementsAre("36600", "xxii"));
}

TEST(NormalForm, KnowsNoLineEnds) {
  EXPECT_EQ(exact("woning-\nbouw"), "woningbouw");
  EXPECT_EQ(exact("woning- \r\n\t bouw"), "woningbouw");
  EXPECT_EQ(exact("woning\u00AD\nbouw"), "woningbouw");
}

TEST(NormalForm, KnowsNoDotsOfAbbreviations) {
  EXPECT_EQ(exact("m.b.t"), "mbt");
  EXPECT_EQ(exact("m.b.t."), "mbt");
  EXPECT_EQ(exact("c.s"), "cs");
  EXPECT_EQ(exact("v.Chr"), "vchr");
}

TEST(NormalForm, ClosesTheGroupsOfANumber) {
  for (const auto* word : {"34 682", "34.682", "34\u00A0682", "34\u2009682", "34\u202F682"}) {
    EXPECT_EQ(exact(word), "34682");
    EXPECT_THAT(normal_form(word).words, IsEmpty());
  }
  EXPECT_EQ(exact("1.234.567,89"), "1234567,89");
  EXPECT_EQ(exact("1 234 567,89"), "1234567,89");
  EXPECT_EQ(exact("2,5"), "2,5");
  EXPECT_EQ(exact("2.5"), "2.5");
  EXPECT_EQ(exact("0.125"), "0.125");
  EXPECT_EQ(exact("1234.567"), "1234.567");
  EXPECT_EQ(exact("12.06.2025"), "12.06.2025");
}

TEST(NormalForm, GluesNoDigitToADigit) {
  EXPECT_EQ(exact("2024-2025"), "2024-2025");
  EXPECT_EQ(exact("2024–2025"), "2024-2025");
  EXPECT_EQ(exact("36600-2"), "36600-2");
  EXPECT_EQ(exact("36 600-2"), "36600-2");
  EXPECT_EQ(exact("2025-06-12"), "2025-06-12");
  EXPECT_EQ(exact("D66-50plus"), "d66-50plus");
}

TEST(NormalForm, DropsAnApostropheInFront) {
  EXPECT_EQ(exact("'s-Hertogenbosch"), "shertogenbosch");
  EXPECT_EQ(exact("’s-Gravenhage"), "sgravenhage");
}

TEST(NormalForm, TakesAnything) {
  EXPECT_EQ(exact(""), "");
  EXPECT_EQ(exact("-.'\n"), "");
  EXPECT_EQ(exact("a-\xff"), "a\uFFFD");
  EXPECT_EQ(exact("\u1100-\u1161"), fold("\u1100\u1161"));
  EXPECT_EQ(exact(std::string(1'000'000, '-')), "");
  std::string chain;
  while (chain.size() < 1'000'000) chain += "a-";
  EXPECT_EQ(exact(chain), std::string(500'000, 'a'));
}

}  // namespace
}  // namespace kamerzoek
