#include "web/notation.hpp"

#include <gtest/gtest.h>

#include "web/target.hpp"

namespace kamerzoek::web {
namespace {

TEST(Notation, Dates) {
  EXPECT_EQ(dutch_date("2025-06-12"), "12 juni 2025");
  EXPECT_EQ(dutch_date("2025-01-02T03:04:05Z"), "2 januari 2025");
  EXPECT_EQ(dutch_date("2025-13-01"), "2025-13-01");
  EXPECT_EQ(dutch_date("ooit"), "ooit");
  EXPECT_EQ(dutch_moment("2025-06-17T15:45"), "17 juni 2025, 15.45 uur");
  EXPECT_EQ(dutch_moment("2025-06-17"), "17 juni 2025");
}

TEST(Notation, Numbers) {
  EXPECT_EQ(dutch_number(0), "0");
  EXPECT_EQ(dutch_number(999), "999");
  EXPECT_EQ(dutch_number(1234), "1.234");
  EXPECT_EQ(dutch_number(1234567), "1.234.567");
  EXPECT_EQ(document_count(1), "1 document");
}

TEST(Notation, Kamerstukken) {
  EXPECT_EQ(kamerstuk_label("34682", "228"), "34 682, nr. 228");
  EXPECT_EQ(kamerstuk_label("36600-XXII", "26"), "36 600 XXII, nr. 26");
  EXPECT_EQ(kamerstuk_label("21501-02", "2882"), "21 501-02, nr. 2882");
  EXPECT_EQ(kamerstuk_label("35420", "T"), "35 420, T");
  EXPECT_EQ(kamerstuk_label("33183-R1975", ""), "33 183 (R1975)");
  EXPECT_EQ(kamerstuk_label("", "3"), "");
}

TEST(Notation, Gaps) {
  EXPECT_EQ(gap_label(4, 9), "nrs. 4–9 niet aanwezig");
  EXPECT_EQ(gap_label(5, 5), "nr. 5 niet aanwezig");
}

TEST(Target, IsDecodedByPart) {
  const Target target = parse_target("/a%2Fb/c+d/?q=x+y%2B&leeg=&alleen&&100%=%zz");
  EXPECT_EQ(target.path, (std::vector<std::string>{"a/b", "c+d"}));
  EXPECT_EQ(target.encoded_path(), "/a%2Fb/c%2Bd");
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"q", "x y+"}, {"leeg", ""}, {"alleen", ""}, {"100%", "%zz"}};
  EXPECT_EQ(target.parameters, expected);
  EXPECT_TRUE(parse_target("/").path.empty());
  EXPECT_EQ(parse_target("/%FF").path.front(), "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace kamerzoek::web
