#include "search/correction.hpp"

#include <map>

#include <gmock/gmock.h>

#include "search/edit_cost.hpp"

namespace kamerzoek {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

WordTable table_of(const std::map<std::string, std::uint32_t>& words) {
  WordTable table;
  for (const auto& [word, documents] : words) table.add(word, documents);
  return table;
}

std::string first(const WordTable& words, std::string_view typed, std::size_t documents = 0) {
  const auto all = corrections(words, typed, documents, 3);
  return all.empty() ? "" : all.front().word;
}

TEST(EditCost, IsHalfForWhatSoundsAlike) {
  EXPECT_EQ(edit_cost("woning", "woning"), 0);
  EXPECT_EQ(edit_cost("wonung", "woning"), 1);
  EXPECT_EQ(edit_cost("wonnig", "woning"), 1);
  EXPECT_EQ(edit_cost("wonig", "woning"), 1);
  for (const auto& [typed, meant] :
       {std::pair{"beleit", "beleid"}, std::pair{"belijd", "beleid"}, std::pair{"gebout", "gebaut"},
        std::pair{"wordt", "word"}, std::pair{"comite", "komite"},
        std::pair{"zubsidie", "subsidie"}, std::pair{"begrotting", "begroting"},
        std::pair{"comissie", "commissie"}, std::pair{"lybie", "libie"},
        std::pair{"partei", "partij"}}) {
    EXPECT_EQ(edit_cost(typed, meant), 0.5) << typed;
    EXPECT_EQ(edit_cost(meant, typed), 0.5) << meant;
  }
  EXPECT_EQ(edit_cost(std::string(65, 'a'), "a"), 64);
}

TEST(Corrections, PreferWhatIsNearAndFrequent) {
  const WordTable words = table_of({{"gemeenten", 900}, {"gemeente", 1000}, {"gemeen", 3}});
  EXPECT_EQ(first(words, "gemeetne"), "gemeente");
  EXPECT_EQ(first(words, "gemeentte"), "gemeente");
  EXPECT_EQ(first(table_of({{"stikker", 2}, {"stikstof", 400}}), "stikstoff"), "stikstof");
  EXPECT_THAT(corrections(words, "gemeetnen", 0, 3).size(), testing::Le(3U));
}

TEST(Corrections, LeaveWhatIsRightAlone) {
  const WordTable words = table_of({{"kanten", 500}, {"jetten", 50}});
  EXPECT_THAT(corrections(words, "katten", 0, 3), IsEmpty()) << "the dictionary has it";
  EXPECT_EQ(first(words, "jettem"), "jetten");
  EXPECT_EQ(first(words, "jettem", 3), "")
      << "documents have it, and the other is not much likelier";
  EXPECT_EQ(first(table_of({{"jetten", 5000}}), "jettem", 2), "jetten");
  EXPECT_THAT(corrections(words, "2025d1", 0, 3), IsEmpty());
  EXPECT_THAT(corrections(words, "je", 0, 3), IsEmpty());
  EXPECT_THAT(corrections(words, "", 0, 3), IsEmpty());
}

TEST(Corrections, MendOnePartOfACompoundThatNobodyHasWritten) {
  const WordTable words =
      table_of({{"overheid", 600}, {"opgave", 80}, {"stikstof", 300}, {"woningbouw", 400}});
  EXPECT_EQ(first(words, "woningbouwopgvae"), "woningbouwopgave");
  EXPECT_EQ(first(words, "wonigbouwopgave"), "woningbouwopgave");
  EXPECT_EQ(first(words, "stikstovopgave"), "stikstofopgave");
  EXPECT_EQ(first(words, "overhiedsopgave"), "overheidsopgave");
  EXPECT_EQ(first(words, "stikstofopgave"), "") << "both parts are right";
}

TEST(Corrections, PreferTheCompoundThatIsThere) {
  const WordTable words = table_of({{"opgaven", 80}, {"woningbouw", 400}, {"woningbouwopgave", 5}});
  EXPECT_EQ(first(words, "woningbouwopgvae"), "woningbouwopgave");
}

TEST(Apart, CutsBetweenTwoWords) {
  const WordTable words = table_of({{"op", 5000}, {"zee", 300}, {"opz", 3}, {"ee", 3}});
  EXPECT_THAT(apart(words, "opzee", 3), ElementsAre(Pair("op", "zee")));
  EXPECT_THAT(apart(words, "zee", 3), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
