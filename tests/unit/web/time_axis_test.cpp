#include "web/time_axis.hpp"

#include <gmock/gmock.h>

namespace kamerzoek::web {
namespace {

using testing::DoubleNear;

TimeAxis over(const char* first, const char* last) {
  return {*day_of(first), *day_of(last)};
}

std::vector<std::string> labels(const TimeAxis& axis) {
  std::vector<std::string> out;
  for (const TimeAxis::Tick& tick : axis.ticks()) out.push_back(tick.label);
  return out;
}

TEST(TimeAxis, KnowsDaysOfTheKingdomOnly) {
  EXPECT_TRUE(day_of("2024-02-29"));
  EXPECT_TRUE(day_of("2025-06-17T15:45"));
  for (const char* none :
       {"", "2025", "2025-02-29", "2025-06-31", "0001-01-01", "2999-01-01", "2025-06-00"}) {
    EXPECT_FALSE(day_of(none)) << none;
  }
}

TEST(TimeAxis, IsOverWholeMonths) {
  const TimeAxis axis = over("2025-01-20", "2025-02-03");
  ASSERT_EQ(axis.bins().size(), 2U);
  EXPECT_EQ(axis.bins()[0].name, "januari 2025");
  EXPECT_EQ(axis.bins()[1].name, "februari 2025");
  EXPECT_DOUBLE_EQ(axis.place(*day_of("2025-01-01")), 0);
  EXPECT_THAT(axis.place(*day_of("2025-02-01")), DoubleNear(100.0 * 31 / 59, 1e-9));
  EXPECT_THAT(axis.bins()[1].place, DoubleNear(100.0 * 31 / 59, 1e-9));
  EXPECT_LT(axis.place(*day_of("2025-02-28")), 100);
  EXPECT_EQ(axis.bin_of(*day_of("2025-01-31")), 0U);
  EXPECT_EQ(axis.bin_of(*day_of("2025-02-01")), 1U);
}

TEST(TimeAxis, BinsGrowWithTheSpan) {
  EXPECT_EQ(over("2021-01-01", "2024-12-31").unit_name(), "maand");
  const TimeAxis longer = over("2020-05-01", "2025-01-01");
  EXPECT_EQ(longer.bins().front().name, "2e kwartaal 2020");
  EXPECT_EQ(longer.bins().back().name, "1e kwartaal 2025");
  EXPECT_EQ(longer.bins().size(), 20U);
  const TimeAxis years = over("1995-05-01", "2025-01-01");
  EXPECT_EQ(years.bins().front().name, "1995");
  EXPECT_EQ(years.bins().size(), 31U);
}

TEST(TimeAxis, EveryDayIsInTheBinItLiesIn) {
  for (const char* last : {"2012-12-31", "2016-06-30", "2060-01-01"}) {
    const TimeAxis axis = over("2012-02-29", last);
    double end = 0;
    for (const TimeAxis::Bin& bin : axis.bins()) {
      EXPECT_THAT(bin.place, DoubleNear(end, 1e-9));
      end = bin.place + bin.width;
    }
    EXPECT_THAT(end, DoubleNear(100, 1e-9));
    for (auto day = *day_of("2012-02-29"); day <= *day_of(last); day += std::chrono::days(13)) {
      const TimeAxis::Bin& bin = axis.bins().at(axis.bin_of(day));
      EXPECT_GE(axis.place(day), bin.place - 1e-9);
      EXPECT_LT(axis.place(day), bin.place + bin.width);
    }
  }
}

TEST(TimeAxis, TicksAreFewAndAtRoundMonths) {
  EXPECT_EQ(labels(over("2025-01-20", "2025-02-03")),
            (std::vector<std::string>{"jan 2025", "feb 2025"}));
  EXPECT_EQ(labels(over("2023-11-01", "2025-02-03")),
            (std::vector<std::string>{"nov 2023", "jan 2024", "mrt 2024", "mei 2024", "jul 2024",
                                      "sep 2024", "nov 2024", "jan 2025"}));
  EXPECT_EQ(labels(over("1995-05-01", "2025-01-01")),
            (std::vector<std::string>{"1995", "2000", "2005", "2010", "2015", "2020", "2025"}));
  for (int year = 1815; year < 2199; year += 7) {
    const auto last = std::to_string(year) + "-07-01";
    EXPECT_LE(over("1814-01-01", last.c_str()).ticks().size(), 9U) << year;
    EXPECT_GE(over("1814-01-01", last.c_str()).ticks().size(), 1U) << year;
  }
}

}  // namespace
}  // namespace kamerzoek::web
