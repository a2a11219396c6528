#include "corpus/schema/stored_record.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/model/merge.hpp"
#include "corpus/schema/packed_pieces.hpp"
#include "corpus/schema/passage_filters.hpp"

namespace kamerzoek::schema {
namespace {

/// A text of at least so many bytes in which no two places look alike, with letters of two bytes.
std::string text_of(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += "Zin één " + std::to_string(i) + ".\n";
  return text;
}

Piece piece(Source source, std::string text) {
  Piece piece;
  piece.source = source;
  piece.name = "kst-34682-228";
  piece.keys = {"kst-34682-228"};
  piece.fields.onderwerp = "Woningbouw";
  piece.fields.tekst = std::move(text);
  return piece;
}

Record of(std::vector<Piece> pieces) {
  Record record;
  for (Piece& one : pieces) put(record, std::move(one));
  return record;
}

Record with_long_text(std::size_t size) {
  Piece long_one = piece(Source::official_xml, text_of(size));
  long_one.fields.marks = {{Mark::Kind::kop, 0, 3, {}},
                           {Mark::Kind::verwijzing, 4, 8, "kst-34682-1"},
                           {Mark::Kind::kop, 9, 12, {}}};
  long_one.fields.noten = {{"1", "Een noot", long_one.fields.tekst.size()}};
  return of(
      {piece(Source::text, "Kort."), std::move(long_one), piece(Source::opentk, text_of(9000))});
}

TEST(StoredRecord, ComesBackAsItWas) {
  for (const std::size_t size : {0U, 10U, 4095U, 4096U, 32'768U, 32'769U, 100'000U}) {
    const Record record = of({piece(Source::official_xml, text_of(size))});
    const auto back = restore(store(record));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, record) << size;
  }
  const Record record = with_long_text(70'000);
  EXPECT_EQ(restore(store(record)).value(), record);
}

TEST(StoredRecord, IsStoredAgainWithOtherFilters) {
  for (const std::size_t size : {0U, 10U, 4096U, 70'000U}) {
    const Record record = of({piece(Source::official_xml, text_of(size))});
    const std::string filters(
        size < least_long ? 0 : stretches_of(text_of(size).size()) * filter_size, 'f');
    EXPECT_EQ(store_again(store(record), record, filters), store(record, filters)) << size;
  }
  const Record record = with_long_text(70'000);
  const std::string filters(stretches_of(text_of(70'000).size()) * filter_size, 'f');
  EXPECT_EQ(store_again(store(record), record, filters), store(record, filters));
}

TEST(StoredRecord, OfAnEarlierSchemaIsStoredAgainAsNow) {
  const Record record = with_long_text(70'000);
  const std::string stored = store(record);
  const auto pieces = unpack_pieces(stored);
  ASSERT_TRUE(pieces);
  const std::string earlier = pieces->json + '\0' + stored.substr(pieces->end);
  EXPECT_EQ(store_again(earlier, record, {}), stored);
  EXPECT_EQ(store_again({}, record, {}), stored);
}

TEST(StoredRecord, OpensWithoutALongText) {
  const Record record = with_long_text(70'000);
  const std::string text = view(record).tekst;
  const auto opened = StoredRecord::open(store(record));
  ASSERT_TRUE(opened);
  const Fields fields = view(opened->record);
  EXPECT_EQ(id(opened->record), "kst-34682-228");
  EXPECT_LT(fields.tekst.size(), 600U);
  EXPECT_TRUE(text.starts_with(fields.tekst));
  ASSERT_TRUE(opened->text);
  EXPECT_EQ(opened->text->size(), text.size());
  ASSERT_EQ(opened->text->places().headings.size(), 2U);
  EXPECT_EQ(opened->text->places().headings[1].begin, 9U);
}

TEST(StoredRecord, ReadsAnyPartOfALongText) {
  const Record record = of({piece(Source::official_xml, text_of(100'000))});
  const std::string text = view(record).tekst;
  const auto opened = StoredRecord::open(store(record));
  ASSERT_TRUE(opened && opened->text);
  for (const auto& [begin, end] : std::initializer_list<std::pair<std::size_t, std::size_t>>{
           {0, 1}, {32'767, 32'769}, {32'768, 65'536}, {10, 99'000}, {99'990, 1'000'000}, {7, 7}}) {
    EXPECT_EQ(opened->text->read(begin, end).value(), text.substr(begin, end - begin));
  }
}

TEST(StoredRecord, KeepsTheFiltersOfALongText) {
  const Record record = of({piece(Source::official_xml, text_of(5000))});
  PassageFilters filters(view(record).tekst.size());
  filters.add(3000, "dijk");
  const auto opened = StoredRecord::open(store(record, filters.bytes()));
  EXPECT_EQ(opened.value().text.value().filters(), filters.bytes());
  // Without any, every word may be anywhere.
  const auto unfiltered = StoredRecord::open(store(record));
  EXPECT_TRUE(may_have(unfiltered.value().text.value().filters(), 4, filter_word("tunnel")));
}

TEST(StoredRecord, OfAShortTextIsPackedToHalfAndHasNothingBehindIt) {
  const std::string stored = store(of({piece(Source::official_xml, "Kort.")}));
  const auto pieces = unpack_pieces(stored);
  ASSERT_TRUE(pieces);
  EXPECT_THAT(pieces->json, testing::StartsWith(R"([{"bron":"kst-xml","naam":"kst-34682-228")"));
  EXPECT_EQ(pieces->end, stored.size());
  EXPECT_LT(stored.size() * 2, pieces->json.size());
  EXPECT_FALSE(StoredRecord::open(stored).value().text);
}

TEST(StoredRecord, OfAnEarlierSchemaIsReadForARebuild) {
  for (const std::size_t size : {10U, 70'000U}) {
    const Record record = with_long_text(size);
    const std::string stored = store(record);
    const auto pieces = unpack_pieces(stored);
    ASSERT_TRUE(pieces);
    EXPECT_EQ(restore(pieces->json + '\0' + stored.substr(pieces->end)).value(), record);
  }
  const Record short_one = of({piece(Source::official_xml, "Kort.")});
  EXPECT_EQ(restore(unpack_pieces(store(short_one)).value().json).value(), short_one);
}

TEST(StoredRecord, IsReadByWhatItWasPackedWithForEver) {
  // As schema 7 first wrote it. Another dictionary would make all indexes there are unreadable.
  const std::string_view stored(
      "\x28\xb5\x2f\xfd\x25\x01\x8e\x5d\x01\x00\x13\x41\x03\x27\x9f\xcf\x07\xd4"
      "\xf9\xae\xef\xb1\x57\x67\x84\x01\x09\xfc\x7d\x7d\x44\xe0\x5d\xc2\x52\xf1"
      "\x88\x33\x8c\x54\x82\x28\x0c\x8b\xa4\x22\x30\x18\x5f\x1b\x21\x1a\x07\x38"
      "\xaa\x53\xe3",
      57);
  EXPECT_EQ(restore(stored).value(), of({piece(Source::official_xml, "Kort.")}));
}

TEST(StoredRecord, IsNeverAnotherWhereABitOfItsPiecesTurned) {
  const Record record = of({piece(Source::official_xml, "Kort.")});
  const std::string stored = store(record);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < stored.size(); ++at) {
    std::string damaged = stored;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const auto back = restore(damaged);
    refused += back ? 0U : 1U;
    EXPECT_EQ(back.value_or(record), record) << at;
  }
  // All but a bit or two that say nothing.
  EXPECT_GT(refused, stored.size() - 4);
}

TEST(StoredRecord, IsRefusedWhereItIsBroken) {
  for (const char* broken :
       {"", "{", "[]", "[{}]", "[1]",
        R"([{"kind":"document","bron":"odata","naam":"a","sleutels":["a"]}])"}) {
    EXPECT_FALSE(restore(broken)) << broken;
  }
}

TEST(StoredRecord, IsRefusedWhereALongTextIsBroken) {
  const std::string stored = store(with_long_text(70'000));
  for (std::size_t cut = 1; cut < stored.size(); cut += 97) {
    EXPECT_FALSE(restore(stored.substr(0, stored.size() - cut))) << cut;
  }
  // Every block has a checksum.
  std::string damaged = stored;
  damaged[damaged.size() - 2000] ^= 0x01;
  const auto back = restore(damaged);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().code, ErrorCode::index_unavailable);
}

}  // namespace
}  // namespace kamerzoek::schema
