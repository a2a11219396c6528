#include "corpus/formats/word_97.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace kamerzoek {
namespace {

using test::read;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Word97, NotesHaveTheirPlaces) {
  const auto got = read(read_text_of_word_97,
                        "\n\nEen brug[1] en een sluis[2].\n\nEinde\n\n-----------------------\n"
                        "[1]\tDe brug.\n\n[2]\tTwee sluizen.\n\nEn meer.\n\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].source, Source::doc);
  EXPECT_EQ(got.fields().tekst, "Een brug en een sluis.\nEinde\n");
  ASSERT_THAT(got.fields().noten, SizeIs(2));
  EXPECT_EQ(got.fields().noten[0].plaats, 8U);
  EXPECT_EQ(got.fields().noten[1].tekst, "Twee sluizen. En meer.");
  EXPECT_EQ(got.fields().noten[1].plaats, 21U);
}

TEST(Word97, WithoutNotesBracketsAreText) {
  const auto got = read(read_text_of_word_97, "Zie [1] en\n-----------------------\n[a] verder\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_THAT(got.fields().noten, IsEmpty());
  EXPECT_EQ(got.fields().tekst, "Zie [1] en\n-----------------------\n[a] verder\n");
}

TEST(Word97, ANoteWithoutAMarkIsKept) {
  const auto got =
      read(read_text_of_word_97, "Een brug.\n-----------------------\n[1]\tDe brug.\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  ASSERT_THAT(got.fields().noten, SizeIs(1));
  EXPECT_EQ(got.fields().noten[0].plaats, 10U);
}

TEST(Word97, RowsAreLines) {
  const auto got =
      read(read_text_of_word_97, "|Gemeente     |Aantal  |\n|Dorp         |12      |\n|\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.fields().tekst, "Gemeente | Aantal\nDorp | 12\n|\n");
}

TEST(Word97, ALetterSaysWhichItIs) {
  const auto got = read(read_text_of_word_97,
                        "99 001 Nieuwoord\n\nNr. 12 Brief van de minister van Kustzaken\n\n"
                        "Den Haag, 2 november 2025\n\nEr wordt gebouwd.\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].name, "kst-99001-12");
  EXPECT_EQ(got.fields().datum, "2025-11-02");
}

TEST(Word97, NothingIsRefused) {
  EXPECT_EQ(read(read_text_of_word_97, "\n\n").message(), "het Word-bestand bevat geen tekst");
}

}  // namespace
}  // namespace kamerzoek
