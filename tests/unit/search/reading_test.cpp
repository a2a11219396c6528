#include "search/reading.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// How the query is spelt out.
std::string read(const std::string& typed) {
  const auto parsed = parse_query(typed);
  EXPECT_TRUE(parsed) << typed;
  return reading_of(typed, parsed.value_or(Query{}), {}).vraag;
}

TEST(Reading, SpellsEveryOperatorOut) {
  EXPECT_EQ(read("dijken duinen"), "dijken EN duinen");
  EXPECT_EQ(read("dijken (zee OF meer) -kust"), "dijken EN (zee OF meer) EN NIET kust");
  EXPECT_EQ(read("\"de zee\" OF kust* OF a NABIJ/3 b"), "\"de zee\" OF kust* OF a NABIJ/3 b");
  EXPECT_EQ(read("NIET (a b)"), "NIET (a EN b)");
  EXPECT_EQ(read("soort:\"Brief regering\" titel:dijk van:2025 tot:2025-02"),
            "soort:\"Brief regering\" EN titel:dijk EN van:2025-01-01 EN tot:2025-02-28");
  EXPECT_EQ(read(""), "");
}

TEST(Reading, NamesSignsThatAskForNothing) {
  const auto sentences = [](const std::string& typed) {
    return reading_of(typed, Query{}, {}).zinnen;
  };
  EXPECT_THAT(sentences("wat kost het? 100% & meer)"),
              Contains("Zonder betekenis, en weggelaten: ‘?’, ‘%’, ‘&’ en ‘)’."));
  EXPECT_THAT(sentences("een \"open zin"), Contains(HasSubstr("‘\"’")));
  EXPECT_THAT(sentences("plan-MER, m.b.t. (dijken) kust* \"a?\""),
              Not(Contains(HasSubstr("weggelaten"))));
}

TEST(Reading, TellsWhatAWordWasTakenFor) {
  const auto sentences = [](SoughtWord word) {
    return reading_of("x", Query{.kind = Query::Kind::words, .text = "x"}, {std::move(word)})
        .zinnen;
  };
  using Kind = Way::Kind;
  EXPECT_THAT(sentences({.text = "Dijk", .ways = {{.kind = Kind::lemma, .words = {"dijk"}}}}),
              ElementsAre("Van ‘Dijk’ tellen alle vormen."));
  EXPECT_THAT(
      sentences({.text = "dijken", .ways = {{.kind = Kind::lemma, .words = {"dijk"}}}}),
      ElementsAre("‘dijken’ is gelezen als een vorm van ‘dijk’; alle vormen daarvan tellen."));
  EXPECT_THAT(sentences({.text = "uit",
                         .joined_with = "spreekt",
                         .ways = {{.kind = Kind::lemma, .words = {"uitspreken"}}}}),
              ElementsAre("‘spreekt’ en ‘uit’ zijn samen gelezen als ‘uitspreken’."));
  EXPECT_THAT(
      sentences({.text = "bouwen",
                 .ways = {{.kind = Kind::family, .words = {"bouw"}, .weight = 0.25},
                          {.kind = Kind::family, .words = {"bouwer"}, .weight = 0.25}}}),
      ElementsAre("Verwant aan ‘bouwen’ zijn ‘bouw’ en ‘bouwer’; dat telt voor een kwart."));
  EXPECT_THAT(
      sentences({.text = "NFD",
                 .ways = {{.kind = Kind::abbreviation,
                           .words = {"nationaal", "fonds", "dijken"},
                           .weight = 0.5}}}),
      ElementsAre("‘NFD’ is ook gezocht als ‘nationaal fonds dijken’; dat telt voor de helft."));
  EXPECT_THAT(sentences({.text = "kust*", .ways = {{.kind = Kind::beginning}}}),
              ElementsAre("Geen woord in de documenten past op ‘kust*’."));
}

TEST(Reading, NotesWhatAWildcardLeavesOut) {
  EXPECT_THAT(notes_on({}), IsEmpty());
  EXPECT_THAT(
      notes_on({{.text = "ver*",
                 .ways = {{.kind = Way::Kind::beginning, .words = {"verslag", "vergunning"}}},
                 .vocabulary = 1360}}),
      ElementsAre("Op ‘ver*’ passen 1.360 woorden; gezocht is met de 2 die in de meeste "
                  "documenten staan."));
  EXPECT_THAT(notes_on({{.text = "ver*",
                         .ways = {{.kind = Way::Kind::beginning, .words = {"verslag"}}},
                         .vocabulary = 2}}),
              ElementsAre("Op ‘ver*’ passen 2 woorden; gezocht is met het woord dat in de meeste "
                          "documenten staat."));
}

}  // namespace
}  // namespace kamerzoek
