#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::found;
using test::TemporaryIndex;
using testing::ElementsAre;

// Every other document of an index is one that these words do not find.
std::vector<Piece> with_others(std::vector<Piece> pieces) {
  for (int number = 100; number < 120; ++number) {
    pieces.push_back(document("kst-99009-" + std::to_string(number), "Iets anders",
                              "De regering antwoordt later.", "2025-01-01"));
  }
  return pieces;
}

TEST(Ranking, PutsTheSubjectBeforeTheTextAndTheTextBeforeANote) {
  TemporaryIndex index;
  Piece in_note = document("kst-99001-1", "Een stuk", "De regering antwoordt.", "2025-01-01");
  in_note.fields.noten = {{"1", "Over het windpark.", std::nullopt}};
  Piece in_text = document("kst-99001-2", "Een stuk", "De regering antwoordt. Over het windpark.",
                           "2025-01-01");
  Piece in_subject = document("kst-99001-3", "Over het windpark",
                              "De regering antwoordt. Een stuk.", "2025-01-01");
  index.put(with_others({in_note, in_text, in_subject}));
  EXPECT_THAT(found(index, "windpark"), ElementsAre("kst-99001-3", "kst-99001-2", "kst-99001-1"));
}

TEST(Ranking, CountsTheTitleOfTheDossierWhereThePaperHasAnother) {
  TemporaryIndex index;
  Piece of_dossier = document("kst-99001-1", "Een stuk", "De regering antwoordt later over veel.");
  of_dossier.fields.titel = "Verslag";
  of_dossier.fields.dossiers.front().titel = "Windparken op zee";
  Piece in_text = document("kst-99002-1", "Een stuk", "De regering antwoordt over windparken.");
  in_text.fields.titel = "Verslag";
  index.put(with_others({of_dossier, in_text}));
  EXPECT_THAT(found(index, "windparken"), ElementsAre("kst-99001-1", "kst-99002-1"));
}

TEST(Ranking, PutsWordsThatStandTogetherFirst) {
  TemporaryIndex index;
  const std::string between = " en al wat er verder nog over te zeggen en te vragen valt, ";
  index.put(with_others(
      {document("kst-99001-1", "Een stuk", "Over zonnepanelen" + between + "op daken."),
       document("kst-99001-2", "Een stuk", "Over" + between + "zonnepanelen op daken.")}));
  EXPECT_THAT(found(index, "zonnepanelen daken"), ElementsAre("kst-99001-2", "kst-99001-1"));
}

TEST(Ranking, PrefersTheRecentTheLetterAndTheCitedWhereWordsDoNotTell) {
  TemporaryIndex index;
  const auto paper = [](const std::string& id, const std::string& soort, const std::string& datum) {
    Piece piece = document(id, "Over het windpark", "De regering antwoordt.", datum);
    piece.fields.soort = soort;
    return piece;
  };
  index.put(with_others(
      {paper("kst-99001-1", "Motie", "2005-01-01"), paper("kst-99001-2", "Motie", "2025-01-01")}));
  EXPECT_THAT(found(index, "windpark"), ElementsAre("kst-99001-2", "kst-99001-1"));

  index.put({paper("kst-99001-1", "Convocatie commissieactiviteit", "2025-01-01"),
             paper("kst-99001-2", "Brief regering", "2025-01-01")});
  EXPECT_THAT(found(index, "windpark"), ElementsAre("kst-99001-2", "kst-99001-1"));

  index.put({paper("kst-99001-1", "Motie", "2025-01-01"),
             paper("kst-99001-2", "Motie", "2025-01-01"),
             document("kst-99001-7", "Nog iets", "Zie Kamerstukken II, 99 001, nr. 2."),
             document("kst-99001-8", "Nog iets", "Zie Kamerstukken II, 99 001, nr. 2.")});
  EXPECT_THAT(found(index, "windpark"), ElementsAre("kst-99001-2", "kst-99001-1"));
}

TEST(Ranking, PrefersTheShorterSubjectWithTheSameWords) {
  TemporaryIndex index;
  index.put(with_others(
      {document("kst-99001-1", "Over het windpark in de Noordzee en wat daar verder bij hoort",
                "De regering antwoordt.", "2025-01-01"),
       document("kst-99001-2", "Over het windpark", "De regering antwoordt. Daar hoort wat bij.",
                "2025-01-01")}));
  EXPECT_THAT(found(index, "windpark"), ElementsAre("kst-99001-2", "kst-99001-1"));
}

TEST(Ranking, TakesNoReplacementForAnHonour) {
  TemporaryIndex index;
  const std::string text = "De regering antwoordt later over het windpark.";
  index.put(with_others(
      {document("kst-99001-1", "Motie over het windpark", text, "2025-01-01"),
       document("kst-99001-2", "Motie over het windpark", text, "2025-01-01"),
       document("kst-99001-8", "Gewijzigde motie (t.v.v. 99001-2)", "Iets.", "2025-01-02")}));
  // Equal in all else, the identifier decides.
  EXPECT_THAT(found(index, "windpark"), ElementsAre("kst-99001-1", "kst-99001-2"));
}

}  // namespace
}  // namespace kamerzoek
