#include "corpus/model/merge.hpp"

#include <algorithm>
#include <array>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Piece piece(Source source, std::string name, std::vector<std::string> keys, Fields fields = {},
            std::string stamp = {}) {
  return {.kind = Kind::document,
          .source = source,
          .name = std::move(name),
          .keys = std::move(keys),
          .stamp = std::move(stamp),
          .withdrawn = false,
          .origin = {},
          .fields = std::move(fields)};
}

Piece withdrawal(std::string name, std::vector<std::string> keys, std::string stamp) {
  Piece gone = piece(Source::odata, std::move(name), std::move(keys), {}, std::move(stamp));
  gone.withdrawn = true;
  return gone;
}

Fields subject(std::string text) {
  Fields fields;
  fields.onderwerp = std::move(text);
  return fields;
}

constexpr const char* guid = "2daaa7f1-8781-4c07-a8dc-8753eb9bd473";

TEST(Put, AFirstPieceAddsAndTheSameAgainChangesNothing) {
  Record record;
  const Piece one = piece(Source::odata, "Document/1", {guid}, subject("A"), "2025-01-01");
  EXPECT_EQ(put(record, one), Change::added);
  EXPECT_EQ(put(record, one), Change::none);
  EXPECT_EQ(record.pieces.size(), 1U);
}

TEST(Put, ALaterStampReplacesAndAnEarlierOneIsLeftOut) {
  Record record;
  put(record, piece(Source::odata, "Document/1", {guid}, subject("old"), "2025-01-01"));
  EXPECT_EQ(put(record, piece(Source::odata, "Document/1", {guid}, subject("new"), "2025-02-01")),
            Change::updated);
  EXPECT_EQ(put(record, piece(Source::odata, "Document/1", {guid}, subject("old"), "2025-01-01")),
            Change::none);
  EXPECT_EQ(view(record).onderwerp, "new");
}

TEST(Put, WithoutStampsTheLastOneReadStays) {
  Record record;
  put(record, piece(Source::jsonl, "a", {"a"}, subject("first")));
  put(record, piece(Source::jsonl, "a", {"a"}, subject("second")));
  EXPECT_EQ(view(record).onderwerp, "second");
}

TEST(Put, OfOneVersionTheFullerStaysInEitherOrder) {
  Fields full = subject("A");
  full.kenmerken = {{"kamer", "2"}};
  const Piece plain = piece(Source::odata, "Document/1", {guid}, subject("A"), "2025-01-01");
  const Piece expanded = piece(Source::odata, "Document/1", {guid}, full, "2025-01-01");
  Record record;
  put(record, plain);
  EXPECT_EQ(put(record, expanded), Change::updated);
  EXPECT_EQ(put(record, plain), Change::none);
  EXPECT_EQ(view(record).kenmerken.size(), 1U);
}

TEST(Put, OfTwoFilesTheFullerStaysButAnEditedFileReplacesItself) {
  Piece longer = piece(Source::opentk, "2025D1", {"2025D1"}, subject("a longer subject"));
  longer.origin = "file:///saved.html";
  Piece shorter = piece(Source::opentk, "2025D1", {"2025D1"}, subject("short"));
  shorter.origin = "file:///saved.txt";
  Record record;
  put(record, longer);
  EXPECT_EQ(put(record, shorter), Change::none);
  shorter.origin = longer.origin;
  EXPECT_EQ(put(record, shorter), Change::updated);
  EXPECT_EQ(view(record).onderwerp, "short");
}

TEST(Put, TheSameFileInAnotherFolderIsNoChange) {
  Record record;
  Piece here = piece(Source::text, "a", {"a"}, subject("A"));
  here.origin = "file:///here";
  Piece there = here;
  there.origin = "file:///there";
  put(record, here);
  EXPECT_EQ(put(record, there), Change::none);
}

TEST(Withdrawal, TakesTheRecordAndAllTheSourceSaidOfIt) {
  Record record;
  put(record, piece(Source::odata, "Document/1", {guid}, subject("A"), "2025-01-01"));
  put(record, piece(Source::odata, "DocumentVersie/2", {guid, "kst-1-1"}, {}, "2025-01-01"));
  EXPECT_EQ(put(record, withdrawal("Document/1", {guid}, "2025-02-01")), Change::withdrawn);
  EXPECT_TRUE(withdrawn(record));
  EXPECT_TRUE(view(record).onderwerp.empty());
}

TEST(Withdrawal, LeavesWhatAnotherSourceSays) {
  Record record;
  put(record, piece(Source::official_xml, "kst-1-1", {"kst-1-1"}, subject("printed")));
  put(record, withdrawal("Document/1", {guid}, "2025-02-01"));
  EXPECT_FALSE(withdrawn(record));
  EXPECT_EQ(view(record).onderwerp, "printed");
}

TEST(Withdrawal, IsNotUndoneByAnOlderPieceButByANewerOne) {
  Record record;
  put(record, withdrawal("Document/1", {guid}, "2025-02-01"));
  EXPECT_EQ(put(record, piece(Source::odata, "Document/1", {guid}, subject("A"), "2025-01-01")),
            Change::none);
  EXPECT_EQ(put(record, piece(Source::odata, "Document/1", {guid}, subject("A"), "2025-03-01")),
            Change::added);
  EXPECT_FALSE(withdrawn(record));
}

TEST(View, TakesEachFieldFromTheFirstSourceThatHasIt) {
  Record record;
  Fields page = subject("from the page");
  page.soort = "Brief regering";
  put(record, piece(Source::opentk, "2025D1", {"2025D00001"}, page));
  put(record, piece(Source::odata, "Document/1", {"2025D00001"}, subject("from OData")));
  EXPECT_EQ(view(record).onderwerp, "from OData");
  EXPECT_EQ(view(record).soort, "Brief regering");
}

TEST(View, TakesTextWithItsMarksFromTheMostFaithfulSource) {
  Record record;
  Fields xml;
  xml.tekst = "Kop\ntekst";
  xml.marks = {{Mark::Kind::kop, 0, 3, {}}};
  Fields page;
  page.tekst = "from the page";
  page.noten = {{"1", "a note", 2}};
  put(record, piece(Source::opentk, "p", {"kst-1-1"}, page));
  put(record, piece(Source::official_xml, "x", {"kst-1-1"}, xml));
  EXPECT_EQ(view(record).tekst, "Kop\ntekst");
  EXPECT_EQ(view(record).marks.size(), 1U);
  EXPECT_THAT(view(record).noten, IsEmpty());
}

TEST(View, TakesTheTextOfTheFormatThatSaysMostOfIt) {
  constexpr std::array best_first = {Source::official_xml, Source::docx, Source::html,
                                     Source::rtf,          Source::doc,  Source::opentk,
                                     Source::text,         Source::pdf};
  Record record;
  for (auto source = best_first.rbegin(); source != best_first.rend(); ++source) {
    Fields fields;
    fields.tekst = name_of(*source);
    put(record, piece(*source, "x", {"kst-1-1"}, fields));
    EXPECT_EQ(view(record).tekst, name_of(*source));
  }
}

TEST(View, UnitesZakenAndDossiers) {
  Record record;
  Fields one;
  one.zaken = {"2025Z2"};
  one.dossiers = {{{"36600", "XXII"}, ""}};
  Fields other;
  other.zaken = {"2025Z1", "2025Z2"};
  other.dossiers = {{{"34682", ""}, "Visie"}, {{"36600", "XXII"}, "Begroting"}};
  put(record, piece(Source::odata, "a", {"a"}, one));
  put(record, piece(Source::opentk, "b", {"a"}, other));
  const Fields merged = view(record);
  EXPECT_THAT(merged.zaken, ElementsAre("2025Z1", "2025Z2"));
  EXPECT_THAT(merged.dossiers, ElementsAre(DossierLink{{"36600", "XXII"}, "Begroting"},
                                           DossierLink{{"34682", ""}, "Visie"}));
}

TEST(Id, PrefersAPublicationThatSaysWhatItIs) {
  Record record;
  put(record, piece(Source::odata, "a", {guid, "2025D27614"}));
  EXPECT_EQ(id(record), "2025D27614");
  put(record, piece(Source::official_xml, "b", {"ah-1151601"}));
  EXPECT_EQ(id(record), "ah-1151601");
  put(record, piece(Source::opentk, "c", {"kst-34682-228"}));
  EXPECT_EQ(id(record), "kst-34682-228");
}

TEST(Id, IsAGuidOnlyForWantOfAnything) {
  Record record;
  put(record, piece(Source::odata, "a", {guid}));
  EXPECT_EQ(id(record), guid);
  put(record, piece(Source::odata, "b", {guid, "2024P14925"}));
  EXPECT_EQ(id(record), "2024P14925");
}

/// All pieces of one record, with two versions of one of them and a withdrawal among them.
std::vector<Piece> assorted_pieces() {
  Fields xml = subject("MOTIE VAN HET LID A");
  xml.tekst = "De Kamer,";
  Fields relation;
  relation.zaken = {"2025Z1"};
  return {piece(Source::odata, "Document/1", {guid, "2025D1"}, subject("oud"), "2025-01-01"),
          piece(Source::odata, "Document/1", {guid, "2025D1"}, subject("nieuw"), "2025-02-01"),
          piece(Source::odata, "DocumentVersie/2", {guid, "kst-1-1"}, {}, "2025-01-01"),
          piece(Source::odata, "Zaak/3/Document", {guid}, relation, "2025-01-01"),
          withdrawal("Document/4", {"4daaa7f1-8781-4c07-a8dc-8753eb9bd473"}, "2025-01-02"),
          piece(Source::official_xml, "kst-1-1", {"kst-1-1"}, xml)};
}

TEST(Merge, GivesTheSameInEveryOrder) {
  std::vector<Piece> pieces = assorted_pieces();
  const auto before = [](const Piece& a, const Piece& b) {
    return std::tie(a.source, a.name, a.stamp) < std::tie(b.source, b.name, b.stamp);
  };
  std::ranges::sort(pieces, before);
  std::string expected;
  do {
    // One half is put into a record of its own, which then proves to be the same.
    for (std::size_t split = 0; split < pieces.size(); ++split) {
      Record record;
      Record other;
      for (std::size_t i = 0; i < pieces.size(); ++i) put(i < split ? record : other, pieces[i]);
      absorb(record, std::move(other));
      const std::string exported = dump(export_json(record));
      if (expected.empty()) expected = exported;
      ASSERT_EQ(exported, expected);
    }
  } while (std::ranges::next_permutation(pieces, before).found);
  EXPECT_NE(expected.find("nieuw"), std::string::npos);
}

}  // namespace
}  // namespace kamerzoek
