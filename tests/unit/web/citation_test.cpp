#include "web/citation.hpp"

#include <gtest/gtest.h>

namespace kamerzoek::web {
namespace {

std::string cited(const std::string& id, const std::string& datum,
                  const std::string& vergaderjaar = "") {
  Fields fields;
  fields.datum = datum;
  fields.vergaderjaar = vergaderjaar;
  fields.soort = "Brief regering";
  fields.onderwerp = "Woningbouw";
  return cited_as(fields, id);
}

TEST(Citation, OfAKamerstuk) {
  EXPECT_EQ(cited("kst-34682-228", "2025-06-12"), "Kamerstukken II 2024/25, 34682, nr. 228");
  EXPECT_EQ(cited("kst-36600-XXII-26", "2024-10-24"),
            "Kamerstukken II 2024/25, 36600 XXII, nr. 26");
  EXPECT_EQ(cited("kst-35420-T", "2020-05-01"), "Kamerstukken I 2019/20, 35420, T");
}

TEST(Citation, TakesTheVergaderjaarOfTheSourceBeforeThatOfTheDate) {
  EXPECT_EQ(cited("kst-34682-228", "2025-06-12", "2023-2024"),
            "Kamerstukken II 2023/24, 34682, nr. 228");
  EXPECT_EQ(cited("kst-99999-1", "1999-12-01"), "Kamerstukken II 1999/00, 99999, nr. 1");
}

TEST(Citation, AVergaderjaarBeginsOnTheThirdTuesdayOfSeptember) {
  EXPECT_EQ(cited("kst-36600-1", "2024-09-16"), "Kamerstukken II 2023/24, 36600, nr. 1");
  EXPECT_EQ(cited("kst-36600-1", "2024-09-17"), "Kamerstukken II 2024/25, 36600, nr. 1");
}

TEST(Citation, OfAnswersAndRecords) {
  EXPECT_EQ(cited("ah-tk-20242025-100", ""), "Aanhangsel Handelingen II 2024/25, nr. 100");
  EXPECT_EQ(cited("h-tk-20242025-20-3", ""), "Handelingen II 2024/25, nr. 20, item 3");
  EXPECT_EQ(cited("h-ek-20242025-20-3", ""), "Handelingen I 2024/25, nr. 20, item 3");
}

TEST(Citation, OfWhatIsNotOfficiallyPublished) {
  EXPECT_EQ(cited("2025D27614", "2025-06-12"),
            "Brief regering, ‘Woningbouw’, 12 juni 2025, 2025D27614");
  EXPECT_EQ(cited_as(Fields{}, "blg-1190000"), "blg-1190000");
}

}  // namespace
}  // namespace kamerzoek::web
