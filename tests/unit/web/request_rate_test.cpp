#include "web/request_rate.hpp"

#include <gtest/gtest.h>

namespace kamerzoek::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class RequestRateTest : public ::testing::Test {
 protected:
  bool asks(const std::string& client) { return wait(client) == 0; }
  double wait(const std::string& client) { return rate_.wait(client, now_).count(); }

  RequestRate rate_{{.per_second = 2, .burst = 3, .most_clients = 4}};
  RequestRate::Clock::time_point now_ = RequestRate::Clock::now();
};

TEST_F(RequestRateTest, BurstThenTheSustainedRate) {
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(asks("a"));
  EXPECT_DOUBLE_EQ(wait("a"), 0.5);
  now_ += milliseconds(250);
  EXPECT_DOUBLE_EQ(wait("a"), 0.25);
  now_ += milliseconds(250);
  EXPECT_TRUE(asks("a"));
  EXPECT_FALSE(asks("a"));
  now_ += seconds(1);
  EXPECT_TRUE(asks("a"));
  EXPECT_TRUE(asks("a"));
  EXPECT_FALSE(asks("a"));
}

TEST_F(RequestRateTest, NoMoreThanABurstIsSavedUp) {
  EXPECT_TRUE(asks("a"));
  now_ += std::chrono::hours(1);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(asks("a"));
  EXPECT_FALSE(asks("a"));
}

TEST_F(RequestRateTest, OneClientDoesNotUseUpAnother) {
  for (int i = 0; i < 4; ++i) asks("a");
  EXPECT_FALSE(asks("a"));
  EXPECT_TRUE(asks("b"));
}

TEST_F(RequestRateTest, FullTableLetsThroughWhomItHasNoPlaceFor) {
  for (const char* client : {"a", "b", "c", "d"}) asks(client);
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(asks("e"));
  for (int i = 0; i < 3; ++i) asks("a");
  EXPECT_FALSE(asks("a")) << "who has a place is still counted";
}

TEST_F(RequestRateTest, FullBucketsMakePlace) {
  for (const char* client : {"a", "b", "c", "d"}) asks(client);
  asks("e");
  now_ += seconds(2);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(asks("e"));
  EXPECT_FALSE(asks("e"));
}

}  // namespace
}  // namespace kamerzoek::web
