#include "web/histogram.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kamerzoek::web {
namespace {

ResultPage page_of(std::vector<MonthCount> months) {
  ResultPage page;
  page.request.query = "dijk";
  page.request.offset = 20;
  page.request.soort = "Motie";
  page.months = std::move(months);
  return page;
}

TEST(Histogram, LeadsToTheSearchWithinAMonth) {
  const View view = histogram(page_of({{2025, 1, 3}, {2025, 3, 1200}}));
  EXPECT_EQ(view["unit"], "maand");
  ASSERT_EQ(view["bars"].size(), 2U);
  const View& march = view["bars"][1];
  EXPECT_EQ(march["title"], "maart 2025: 1.200 documenten");
  EXPECT_EQ(march["href"], "/zoeken?q=dijk&soort=Motie&van=2025-03&tot=2025-03");
  EXPECT_EQ(march["y"], "0.0");
  // Three among twelve hundred would be no pixel.
  EXPECT_EQ(view["bars"][0]["height"], "2.0");
}

TEST(Histogram, CountsByQuarterAndByYearOverLongerTimes) {
  const View quarters = histogram(page_of({{2019, 4, 1}, {2019, 6, 2}, {2025, 1, 1}}));
  ASSERT_EQ(quarters["bars"].size(), 2U);
  EXPECT_EQ(quarters["bars"][0]["title"], "2e kwartaal 2019: 3 documenten");
  EXPECT_EQ(quarters["bars"][0]["href"], "/zoeken?q=dijk&soort=Motie&van=2019-04&tot=2019-06");
  const View years = histogram(page_of({{1990, 1, 1}, {2025, 1, 1}}));
  EXPECT_EQ(years["bars"][0]["href"], "/zoeken?q=dijk&soort=Motie&van=1990&tot=1990");
}

TEST(Histogram, IsNotThereForOneMonth) {
  EXPECT_EQ(histogram(page_of({})), View(false));
  EXPECT_EQ(histogram(page_of({{2025, 1, 300}})), View(false));
}

}  // namespace
}  // namespace kamerzoek::web
