#include "search/passage_place.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

/// The text of the tests, as the index keeps a long one.
schema::LongText long_text(const std::string& text, std::vector<Mark> marks) {
  Piece piece;
  piece.name = "stuk";
  piece.keys = {"stuk"};
  piece.fields.tekst = text;
  piece.fields.marks = std::move(marks);
  const auto stored = schema::StoredRecord::open(schema::store({Kind::document, {piece}}));
  return stored.value().text.value();
}

TEST(Headings, TheNearestBeforeThePlace) {
  const auto text =
      long_text("Inleiding\nTekst.\nDe dijken\nOver dijken.\n" + std::string(6000, 'x'),
                {{Mark::Kind::kop, 0, 9, ""},
                 {Mark::Kind::verwijzing, 10, 15, "kst-99001-1"},
                 {Mark::Kind::kop, 17, 26, ""}});
  EXPECT_EQ(heading_before(text, 12), "Inleiding");
  EXPECT_EQ(heading_before(text, 30), "De dijken");
  EXPECT_EQ(heading_before(text, 18), "") << "the place is in the heading itself";
}

TEST(Headings, ALongOneIsCutAtAWord) {
  std::string words;
  while (words.size() < 6000) words += "ééé ";
  const auto heading = heading_before(long_text(words, {{Mark::Kind::kop, 0, 301, ""}}), 400);
  ASSERT_TRUE(heading);
  EXPECT_LT(heading->size(), 130U);
  EXPECT_THAT(*heading, testing::EndsWith("é …"));
}

TEST(Pages, ThatOfThePlace) {
  const std::vector<Mark> marks = {{Mark::Kind::pagina, 3, 900, "iv"},
                                   {Mark::Kind::kop, 5, 9, ""},
                                   {Mark::Kind::pagina, 900, 5000, "v"}};
  const auto text = long_text(std::string(6000, 'x'), marks);
  Fields fields;
  fields.marks = marks;
  for (const auto& [at, page] : {std::pair<std::size_t, std::string>{0, ""},
                                 {3, "iv"},
                                 {899, "iv"},
                                 {900, "v"},
                                 {5999, "v"}}) {
    EXPECT_EQ(page_at(text, at), page) << at;
    EXPECT_EQ(page_at(fields, at), page) << at;
  }
}

}  // namespace
}  // namespace kamerzoek
