// Counting, and how Prometheus is told of it.

#include "web/metrics.hpp"

#include <thread>

#include <gmock/gmock.h>

namespace kamerzoek::web {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Metrics, CountsByRouteAndStatus) {
  Metrics metrics({"search", "record"});
  metrics.count("search", 200, 1ms);
  metrics.count("search", 200, 1ms);
  metrics.count("search", 400, 1ms);
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("# TYPE kamerzoek_http_requests_total counter\n"));
  EXPECT_THAT(text,
              HasSubstr("kamerzoek_http_requests_total{route=\"search\",status=\"200\"} 2\n"));
  EXPECT_THAT(text,
              HasSubstr("kamerzoek_http_requests_total{route=\"search\",status=\"400\"} 1\n"));
  EXPECT_THAT(text, Not(HasSubstr("record")));
}

TEST(Metrics, WhatIsNotKnownIsOther) {
  Metrics metrics({"search"});
  metrics.count("\"} 1\n", 418, 1ms);
  const std::string text = metrics.text();
  EXPECT_THAT(text, HasSubstr("{route=\"other\",status=\"other\"} 1\n"));
  EXPECT_THAT(text, Not(HasSubstr("418")));
}

TEST(Metrics, BucketsHoldWhatIsBelowThem) {
  Metrics metrics({"search"});
  metrics.count("search", 200, 1ms);
  metrics.count("search", 200, 30ms);
  metrics.count("search", 200, 20s);
  const std::string text = metrics.text();
  const std::string name = "kamerzoek_http_request_duration_seconds";
  EXPECT_THAT(text, HasSubstr("# TYPE " + name + " histogram\n"));
  for (const auto& [bound, count] :
       {std::pair{"0.001", "1"}, std::pair{"0.025", "1"}, std::pair{"0.05", "2"},
        std::pair{"10", "2"}, std::pair{"+Inf", "3"}}) {
    EXPECT_THAT(text,
                HasSubstr(name + "_bucket{route=\"search\",le=\"" + bound + "\"} " + count + "\n"));
  }
  EXPECT_THAT(text, HasSubstr(name + "_sum{route=\"search\"} 20.031\n"));
  EXPECT_THAT(text, HasSubstr(name + "_count{route=\"search\"} 3\n"));
}

TEST(Metrics, LabelsAreEscaped) {
  EXPECT_EQ(metric_label("a\"b\\c\nd"), "a\\\"b\\\\c\\nd");
}

TEST(Metrics, ThreadsCountTogether) {
  Metrics metrics({"search"});
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int j = 0; j < 10'000; ++j) metrics.count("search", 200, 1ms);
      });
    }
  }
  EXPECT_THAT(metrics.text(), HasSubstr("{route=\"search\",status=\"200\"} 40000\n"));
  EXPECT_THAT(metrics.text(), HasSubstr("_sum{route=\"search\"} 40\n"));
}

}  // namespace
}  // namespace kamerzoek::web
