#include <gmock/gmock.h>

#include "search/query.hpp"

namespace kamerzoek {
namespace {

using testing::HasSubstr;

/// The query as an expression in prefix form, so that a test shows its whole shape.
std::string shape(const Query& query) {
  const auto list = [&](const std::string& name) {
    std::string out = "(" + name;
    for (const Query& part : query.parts) out += " " + shape(part);
    return out + ")";
  };
  switch (query.kind) {
    case Query::Kind::everything:
      return "*";
    case Query::Kind::words:
      return query.text;
    case Query::Kind::phrase:
      return "\"" + query.text + "\"";
    case Query::Kind::wildcard:
      return query.text + "…";
    case Query::Kind::field:
      return "@" + std::to_string(static_cast<int>(query.field)) + "=" + query.text;
    case Query::Kind::all:
      return list("all");
    case Query::Kind::any:
      return list("any");
    case Query::Kind::near:
      return list("near" + std::to_string(query.distance));
    case Query::Kind::negated:
      return list("not");
  }
  return "?";
}

std::string parsed(std::string_view text) {
  const auto query = parse_query(text);
  return query ? shape(*query) : "error: " + query.error().message;
}

TEST(ParseQuery, WordsAreAllWanted) {
  EXPECT_EQ(parsed("woningbouw zeeland"), "(all woningbouw zeeland)");
  EXPECT_EQ(parsed("woningbouw EN zeeland AND nu"), "(all woningbouw zeeland nu)");
  EXPECT_EQ(parsed("woningbouw"), "woningbouw");
  EXPECT_EQ(parsed(""), "*");
  EXPECT_EQ(parsed(" \t\n"), "*");
}

TEST(ParseQuery, AlternativesBindLooserThanWords) {
  EXPECT_EQ(parsed("a b OF c d"), "(any (all a b) (all c d))");
  EXPECT_EQ(parsed("a (b OR c) d"), "(all a (any b c) d)");
}

TEST(ParseQuery, NegationAndNearness) {
  EXPECT_EQ(parsed("a -b"), "(all a (not b))");
  EXPECT_EQ(parsed("a NIET (b OF c)"), "(all a (not (any b c)))");
  EXPECT_EQ(parsed("-a"), "(all (not a))");
  EXPECT_EQ(parsed("--a b"), "(all a b)");
  EXPECT_EQ(parsed("a NABIJ/5 b"), "(near5 a b)");
  EXPECT_EQ(parsed("\"a b\" NEAR c"), "(near10 \"a b\" c)");
}

TEST(ParseQuery, PhrasesWildcardsAndFields) {
  EXPECT_EQ(parsed("\"hoge snelheid\" won*"), "(all \"hoge snelheid\" won…)");
  EXPECT_EQ(parsed("soort:Motie"), "@2=Motie");
  EXPECT_EQ(parsed("soort:\"Brief regering\" x"), "(all @2=Brief regering x)");
  EXPECT_EQ(parsed("van:2025-03"), "@8=20250301");
  EXPECT_EQ(parsed("tot:2024-02"), "@9=20240229");
}

TEST(ParseQuery, SignsThatMeanNothingAreText) {
  EXPECT_EQ(parsed("wat kost het?"), "(all wat kost het?)");
  EXPECT_EQ(parsed("een - twee"), "(all een - twee)");
  EXPECT_EQ(parsed("plan-MER"), "plan-MER");
  EXPECT_EQ(parsed("a)"), "a");
  EXPECT_EQ(parsed("a\"b"), "(all a b)");
  EXPECT_EQ(parsed("let op: dit"), "(all let op: dit)");
  EXPECT_EQ(parsed("https://example.org/a"), "https://example.org/a");
  EXPECT_EQ(parsed("10:30"), "10:30");
  EXPECT_EQ(parsed("OF a"), "(all OF a)");
  EXPECT_EQ(parsed("a OF"), "(all a OF)");
  EXPECT_EQ(parsed("()"), "*");
}

TEST(ParseQuery, ErrorsSayWhereAndWhat) {
  const auto unclosed = parse_query("één (twee");
  ASSERT_FALSE(unclosed);
  EXPECT_EQ(unclosed.error().code, ErrorCode::bad_query);
  EXPECT_EQ(unclosed.error().message, "een haakje dat niet wordt gesloten op positie 5");
  EXPECT_THAT(unclosed.error().hint, HasSubstr(")"));
  EXPECT_THAT(parsed("x kleur:rood"), HasSubstr("'kleur:' op positie 3"));
  EXPECT_THAT(parsed("tot:2025-02-30"), HasSubstr("'2025-02-30' is geen datum"));
}

TEST(ParseQuery, LimitsHoldExactly) {
  const auto words = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "a ";
    return text;
  };
  EXPECT_TRUE(parse_query(words(64)));
  EXPECT_FALSE(parse_query(words(65)));
  EXPECT_TRUE(parse_query(std::string(1000, 'a')));
  EXPECT_FALSE(parse_query(std::string(1001, 'a')));
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  EXPECT_TRUE(parse_query(nested(20)));
  EXPECT_FALSE(parse_query(nested(21)));
  EXPECT_FALSE(parse_query(std::string(500, '-') + "a"));
}

TEST(ParseQuery, CountsTheWordsInsideWhatIsWrittenTogether) {
  const auto repeated = [](const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  EXPECT_TRUE(parse_query('"' + repeated("de ", 64) + '"'));
  EXPECT_FALSE(parse_query('"' + repeated("de ", 65) + '"'));
  EXPECT_TRUE(parse_query(repeated("a-", 64)));
  EXPECT_FALSE(parse_query(repeated("a/", 65)));
  EXPECT_FALSE(parse_query("titel:\"" + repeated("a.", 65) + '"'));
  EXPECT_TRUE(parse_query(repeated("één ", 64)));
}

TEST(ParseQuery, LimitsWhatIsCostlyToFind) {
  std::string stars;
  std::string near;
  for (int i = 0; i < 10; ++i) {
    stars += "woning* ";
    near += "de NABIJ het ";
  }
  EXPECT_TRUE(parse_query(stars));
  EXPECT_THAT(parsed(stars + "bouw*"), HasSubstr("meer dan 10 keer * of NABIJ op positie 81"));
  EXPECT_TRUE(parse_query(near));
  EXPECT_THAT(parsed(near + "de NABIJ het"), HasSubstr("op positie 134"));
}

TEST(ParseDate, ReadsYearsMonthsAndDays) {
  EXPECT_EQ(*parse_date("2025", false), "20250101");
  EXPECT_EQ(*parse_date("2025", true), "20251231");
  EXPECT_EQ(*parse_date("2024-02", true), "20240229");
  EXPECT_EQ(*parse_date("2100-02", true), "21000228");
  EXPECT_EQ(*parse_date("12-06-2025", false), "20250612");
  for (const char* wrong : {"", "25", "2025-6-1", "2025-00", "2025-13", "2025-06-31", "2025/06/01",
                            "0999", "jjjj-mm-dd"}) {
    EXPECT_FALSE(parse_date(wrong, false)) << wrong;
  }
}

}  // namespace
}  // namespace kamerzoek
