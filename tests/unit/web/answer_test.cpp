#include "web/answer.hpp"

#include <gmock/gmock.h>

namespace kamerzoek::web {
namespace {

using ::testing::Contains;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

const std::string long_text(5000, 'a');

TEST(Answer, HasOneTagForOneBody) {
  EXPECT_EQ(entity_tag("dijk"), entity_tag("dijk"));
  EXPECT_NE(entity_tag("dijk"), entity_tag("dijl"));
  EXPECT_EQ(entity_tag("").substr(0, 3), "W/\"");
}

TEST(Answer, IsNotSentToWhoHoldsIt) {
  const std::string tag = entity_tag("dijk");
  for (const std::string& held :
       {tag, tag.substr(2), "\"x\", " + tag + ", \"y\"", "\"x\"," + tag, std::string("*")}) {
    const Response response = finished({.if_none_match = held}, {.body = "dijk"});
    EXPECT_EQ(response.status, 304) << held;
    EXPECT_EQ(response.body, "");
    EXPECT_THAT(response.headers, Contains(Pair("ETag", tag)));
  }
  for (const std::string& other : {std::string(), std::string("\"x\""), entity_tag("duin"),
                                   tag.substr(2, 8), std::string("\"*\"")}) {
    EXPECT_EQ(finished({.if_none_match = other}, {.body = "dijk"}).status, 200) << other;
  }
}

TEST(Answer, ThatIsNoAnswerIsNeverHeld) {
  const Response response = finished({.if_none_match = "*"}, {.status = 404, .body = "niets"});
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.headers, Not(Contains(Key("ETag"))));
}

TEST(Answer, IsCompressedWhereThatIsWorthIt) {
  const Request takes{.accept_encoding = "gzip"};
  for (const char* type : {"text/html", "image/svg+xml", "application/problem+json",
                           "application/atom+xml", "application/feed+json", "text/csv"}) {
    const Response response = finished(takes, {.type = type, .body = long_text});
    EXPECT_THAT(response.headers, Contains(Pair("Content-Encoding", "gzip"))) << type;
    EXPECT_LT(response.body.size(), 500u);
  }
  EXPECT_EQ(finished(takes, {.body = "kort"}).body, "kort");
  EXPECT_EQ(finished({}, {.body = long_text}).body, long_text);
}

TEST(Answer, HasTheSameTagCompressedOrNot) {
  const auto tag = [](const Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name == "ETag") return value;
    }
    return std::string();
  };
  EXPECT_EQ(tag(finished({.accept_encoding = "gzip"}, {.body = long_text})),
            tag(finished({}, {.body = long_text})));
}

TEST(Answer, TellsWhenToComeAgain) {
  EXPECT_THAT(finished({}, {.status = 503, .retry_after = 7}).headers,
              Contains(Pair("Retry-After", "7")));
  EXPECT_THAT(finished({}, {.status = 404}).headers, Not(Contains(Key("Retry-After"))));
}

}  // namespace
}  // namespace kamerzoek::web
