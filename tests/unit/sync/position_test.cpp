#include "indexer/sync/position.hpp"

#include <gtest/gtest.h>

#include "indexer/sync/moment.hpp"

namespace kamerzoek::sync {
namespace {

using namespace std::chrono_literals;

const std::string noon = "2025-06-12T12:00:00.1234567Z";

TEST(PositionTest, IsReadBackAsItWasWritten) {
  const Position position{
      .newest = noon, .oldest = "2008-01-01T00:00:00.0000000Z", .checked = noon, .complete = true};
  EXPECT_EQ(Position::parse(position.text()), position);
  EXPECT_EQ(Position::parse(Position{}.text()), Position{});
}

TEST(PositionTest, OfTextThatIsNoneNothingHasBeenRead) {
  for (const char* text :
       {"", "x", "[]", "3", R"({"nieuwste":7,"volledig":"ja"})", R"({"nieuwste":"gisteren"})"}) {
    EXPECT_EQ(Position::parse(text), Position{}) << text;
  }
}

TEST(CursorTest, GoesOnFromTheLastStamp) {
  Cursor cursor("");
  OdataPage page;
  page.places = {{noon, "a"}, {before(noon, 1s), "b"}};
  EXPECT_TRUE(cursor.pass(page));
  EXPECT_EQ(cursor.bound(), "2025-06-12T11:59:59.1234567Z");
  EXPECT_EQ(cursor.skip(), 0U);
}

TEST(CursorTest, CountsWithinOneStampAndReadsPartAgain) {
  Cursor cursor(noon);
  OdataPage page;
  page.places = std::vector<OdataPage::Place>(100, {noon, "a"});
  EXPECT_TRUE(cursor.pass(page));
  EXPECT_EQ(cursor.bound(), noon);
  EXPECT_EQ(cursor.skip(), 75U);
  page.places = {{noon, "a"}};
  EXPECT_TRUE(cursor.pass(page)) << "however small the page";
  EXPECT_EQ(cursor.skip(), 76U);
}

TEST(CursorTest, AnEmptyPageLeadsNowhere) {
  Cursor cursor(noon);
  EXPECT_FALSE(cursor.pass({}));
}

TEST(MomentTest, GoesBack) {
  EXPECT_EQ(before("2024-03-01T00:00:00.0000000Z", 1s), "2024-02-29T23:59:59.0000000Z");
  EXPECT_EQ(before("", 1s), "");
  EXPECT_EQ(before("gisteren", 1s), "gisteren");
}

TEST(MomentTest, Measures) {
  EXPECT_EQ(between("2025-06-11T12:00:00.0000000Z", noon), 24h);
  EXPECT_EQ(between("", noon), 0s);
}

TEST(MomentTest, WritesAStamp) {
  EXPECT_EQ(stamp_of(std::chrono::sys_days{std::chrono::year{2025} / 6 / 12} + 90s),
            "2025-06-12T00:01:30.0000000Z");
}

}  // namespace
}  // namespace kamerzoek::sync
