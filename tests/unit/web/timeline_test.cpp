#include "web/timeline.hpp"

#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace kamerzoek::web {
namespace {

using testing::HasSubstr;
using testing::Not;

SearchResult paper(const std::string& soort, const std::string& datum) {
  SearchResult document;
  document.id = "kst-99001-1";
  document.url = "/kst-99001-1";
  document.soort = soort;
  document.datum = datum;
  return document;
}

TEST(PaperKind, IsThatOfTheSoort) {
  for (const auto& [soort, kind] :
       {std::pair{"Brief regering", PaperKind::brief}, std::pair{"BRIEF", PaperKind::brief},
        std::pair{"Motie (gewijzigd/nader)", PaperKind::motie},
        std::pair{"Gewijzigde motie", PaperKind::motie},
        std::pair{"Gewijzigd amendement", PaperKind::amendement},
        std::pair{"Verslag van een commissiedebat", PaperKind::verslag},
        std::pair{"Nota naar aanleiding van het verslag", PaperKind::verslag},
        std::pair{"Nota van wijziging", PaperKind::wet},
        std::pair{"Geleidende brief", PaperKind::wet}, std::pair{"Jaarverslag", PaperKind::overig},
        std::pair{"", PaperKind::overig}}) {
    EXPECT_EQ(paper_kind(soort), kind) << soort;
  }
}

TEST(Timeline, TellsNothingOfOneDay) {
  EXPECT_FALSE(lay_out({}));
  EXPECT_FALSE(lay_out({paper("Motie", "2025-01-01"), paper("Motie", "2025-02-01")}));
  EXPECT_FALSE(lay_out({paper("Motie", "2025-01-01"), paper("Motie", "2025-01-01"),
                        paper("Motie", "2025-01-01"), paper("Motie", "ooit")}));
}

TEST(Timeline, HasALaneAKindAndAMarkADocument) {
  const auto timeline = lay_out({paper("Motie", "2025-02-15"), paper("Brief", "2025-01-01"),
                                 paper("Motie", "2025-01-15"), paper("Motie", "")});
  ASSERT_TRUE(timeline);
  EXPECT_EQ(timeline->undated, 1U);
  ASSERT_EQ(timeline->lanes.size(), 2U);
  const auto& motions = timeline->lanes[0];
  EXPECT_EQ(motions.kind, PaperKind::motie);
  EXPECT_EQ(motions.count, 2U);
  ASSERT_EQ(motions.marks.size(), 2U);
  EXPECT_EQ(motions.marks[0].document, 2U);
  EXPECT_EQ(motions.marks[1].document, 0U);
  EXPECT_EQ(motions.marks[1].level, 0U);
  EXPECT_LT(motions.marks[0].place, motions.marks[1].place);
  EXPECT_DOUBLE_EQ(timeline->lanes[1].marks[0].place, 0);
}

TEST(Timeline, NoMarkCoversAnother) {
  std::vector<SearchResult> documents;
  for (int day = 1; day <= 28; ++day) {
    documents.push_back(
        paper("Motie", "2025-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day)));
  }
  documents.push_back(paper("Motie", "2025-06-01"));
  const auto timeline = lay_out(documents);
  ASSERT_TRUE(timeline);
  const auto& marks = timeline->lanes.front().marks;
  ASSERT_EQ(marks.size(), documents.size());
  std::set<unsigned> levels;
  for (std::size_t one = 0; one < marks.size(); ++one) {
    levels.insert(marks[one].level);
    for (std::size_t other = one + 1; other < marks.size(); ++other) {
      if (marks[one].level != marks[other].level) continue;
      EXPECT_GE(marks[other].place - marks[one].place, 2.5);
    }
  }
  EXPECT_GT(levels.size(), 1U);
  EXPECT_EQ(marks.back().level, 0U) << "a mark falls as low as it can";
}

TEST(Timeline, CountsWhereMarksWouldPileUp) {
  std::vector<SearchResult> documents(20, paper("Motie", "2025-02-03"));
  documents.push_back(paper("Motie", "2025-04-30"));
  documents.push_back(paper("Brief", "2025-04-30"));
  const auto timeline = lay_out(documents);
  ASSERT_TRUE(timeline);
  ASSERT_EQ(timeline->lanes.size(), 2U);
  const auto& bars = timeline->lanes[0].bars;
  ASSERT_EQ(bars.size(), 2U);
  EXPECT_EQ(bars[0].bin, 0U);
  EXPECT_EQ(bars[0].count, 20U);
  EXPECT_EQ(bars[1].bin, 2U);
  EXPECT_EQ(bars[1].count, 1U);
  EXPECT_TRUE(timeline->lanes[1].marks.empty()) << "all lanes in one way";
  EXPECT_EQ(timeline->lanes[1].bars.size(), 1U);
}

TEST(Timeline, TheHighestBarOfALaneSaysHowHighItIs) {
  std::vector<SearchResult> documents(20, paper("Motie", "2025-02-03"));
  documents.push_back(paper("Motie", "2025-04-30"));
  const std::string drawn = render("timeline", timeline_view(*lay_out(documents), documents));
  EXPECT_THAT(drawn, HasSubstr(">20</text>"));
  EXPECT_THAT(drawn, Not(HasSubstr(">1</text>")));
  EXPECT_THAT(drawn, HasSubstr("<title>februari 2025: 20 documenten</title>"));
  EXPECT_THAT(drawn, HasSubstr("Elke staaf telt de documenten van een maand."));
}

TEST(Timeline, IsDrawnWithItsTextEscaped) {
  std::vector<SearchResult> documents(3, paper("Motie", "2025-02-03"));
  documents[0].datum = "2025-03-03";
  documents[1].onderwerp = "</title><script>1</script>";
  documents[2].url = "/\"x";
  const View view = timeline_view(*lay_out(documents), documents);
  const std::string drawn = render("timeline", view);
  EXPECT_THAT(drawn, HasSubstr("3 februari 2025, Motie: &lt;/title&gt;&lt;script&gt;"));
  EXPECT_THAT(drawn, HasSubstr("href=\"/&quot;x\""));
  EXPECT_THAT(drawn, Not(HasSubstr("style=")));
  EXPECT_THAT(drawn, HasSubstr("Moties: 3."));
}

}  // namespace
}  // namespace kamerzoek::web
