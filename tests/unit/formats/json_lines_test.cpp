#include "corpus/formats/json_lines.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

struct Found {
  std::vector<Piece> pieces;
  std::vector<std::pair<std::string, std::string>> problems;
};

Found read(const std::string& lines, std::size_t max_line = std::size_t{1} << 20) {
  Found found;
  std::istringstream in(lines);
  const Sink sink{[&](Piece piece) { found.pieces.push_back(std::move(piece)); },
                  [&](std::string where, Error error) {
                    found.problems.emplace_back(std::move(where), error.message);
                  }};
  EXPECT_TRUE(read_json_lines(in, sink, max_line));
  return found;
}

TEST(JsonLines, ReadsARecord) {
  const Found found = read(
      R"({"id":"kst-39999-5","documentNummer":"2031D00001","onderwerp":"Molens","dossier":39999,)"
      R"("volgnummer":"5","bijgewerkt":"2031-01-01T01:00:00+01:00","bronnen":["opentk"]})");
  ASSERT_EQ(found.pieces.size(), 1U);
  const Piece& piece = found.pieces[0];
  EXPECT_EQ(piece.kind, Kind::document);
  EXPECT_EQ(piece.source, Source::jsonl);
  EXPECT_EQ(piece.name, "kst-39999-5");
  EXPECT_THAT(piece.keys, ElementsAre("2031D00001", "kst-39999-5"));
  EXPECT_EQ(piece.stamp, "2031-01-01T00:00:00.0000000Z");
  EXPECT_EQ(piece.fields.onderwerp, "Molens");
  EXPECT_EQ(piece.fields.dossiers.at(0).nummer.nummer, "39999");
}

TEST(JsonLines, InventsNoPublicationAndTrustsNoOddNumber) {
  const Found found =
      read(R"({"id":"mijn-1","dossier":"39999","volgnummer":"5","documentNummer":"1"})");
  EXPECT_THAT(found.pieces.at(0).keys, ElementsAre("mijn-1"));
  EXPECT_EQ(found.pieces.at(0).stamp, "");
}

TEST(JsonLines, KindMayBeGiven) {
  const Found found =
      read("{\"id\":\"2031Z00012\",\"kind\":\"zaak\"}\n{\"id\":\"x\",\"kind\":\"y\"}");
  EXPECT_EQ(found.pieces.at(0).kind, Kind::zaak);
  EXPECT_THAT(found.problems, ElementsAre(Pair("regel 2", "onbekende kind 'y'")));
}

TEST(JsonLines, LinesMayEndAnyWay) {
  const Found found = read("\xEF\xBB\xBF{\"id\":\"a\"}\r\n\r\n  \n{\"id\":\"b\"}\n{\"id\":\"c\"}");
  EXPECT_EQ(found.pieces.size(), 3U);
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(read("").pieces, IsEmpty());
}

TEST(JsonLines, BadLineIsReportedAndTheRestGoesOn) {
  const Found found =
      read("{\"soort\":\"x\"}\n{\"id\":5}\n{\"id\":\"\"}\n[]\n{\"id\":\"a\"\n{\"id\":\"\xFF\"}\n" +
           std::string(100000, '[') + "\n{\"id\":\"a\",\"onderwerp\":7}\n{\"id\":\"b\"}\n");
  ASSERT_EQ(found.problems.size(), 8U);
  EXPECT_EQ(found.problems[0], std::pair(std::string("regel 1"), std::string("zonder 'id'")));
  EXPECT_EQ(found.problems[4].second, "JSON houdt op voor het einde (byte 9)");
  EXPECT_EQ(found.problems[6].second, "JSON dieper genest dan 64 niveaus (byte 64)");
  EXPECT_EQ(found.problems[7].first, "regel 8");
  EXPECT_EQ(found.pieces.at(0).name, "b");
}

TEST(JsonLines, TooLongALineIsDropped) {
  const std::string fits = R"({"id":"a"})";
  const Found found =
      read(fits + "\n" + std::string(200000, 'x') + "\n" + fits + "\n" + fits + " \n", fits.size());
  EXPECT_EQ(found.pieces.size(), 2U);
  EXPECT_THAT(found.problems, ElementsAre(Pair("regel 2", "langer dan 10 bytes"),
                                          Pair("regel 4", "langer dan 10 bytes")));
}

TEST(JsonLines, LineMaySpanManyBlocks) {
  const std::string text(300000, 'a');
  const Found found = read(R"({"id":"x","tekst":")" + text + "\"}\n{\"id\":\"y\"}");
  EXPECT_EQ(found.pieces.at(0).fields.tekst, text);
  EXPECT_EQ(found.pieces.at(1).name, "y");
}

TEST(JsonLines, ExportIsRestoredPieceByPiece) {
  Record record;
  Piece odata;
  odata.source = Source::odata;
  odata.name = "Document/aaaaaaaa-0000-4000-8000-000000000001";
  odata.keys = {"2031D00001"};
  odata.stamp = "2031-01-01T00:00:00.0000000Z";
  odata.fields.onderwerp = "Molens";
  Piece withdrawn;
  withdrawn.source = Source::opentk;
  withdrawn.name = "2031D00001";
  withdrawn.keys = {"2031D00001"};
  withdrawn.withdrawn = true;
  record.pieces = {odata, withdrawn};
  const Found found = read(dump(export_json(record)));
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(found.pieces, ElementsAre(odata, withdrawn));
}

TEST(JsonLines, WhatTheApiTellsOfSourcesRestoresNothing) {
  Record record;
  Piece piece;
  piece.source = Source::odata;
  piece.name = "Document/1";
  piece.keys = {"2031D00001"};
  record.pieces = {piece};
  const Found found = read(dump(describe(record)));
  ASSERT_EQ(found.pieces.size(), 1U);
  EXPECT_EQ(found.pieces[0].source, Source::jsonl);
  EXPECT_EQ(found.pieces[0].name, "2031D00001");
}

TEST(JsonLines, BrokenPieceOfAnExportIsNamed) {
  const Found found =
      read(R"({"id":"a","bronnen":[{"sleutels":["a"],"velden":{},"bron":"opentk","naam":"a",)"
           R"("kind":"document"},{"sleutels":[],"velden":{}},5]})");
  EXPECT_EQ(found.pieces.size(), 1U);
  ASSERT_EQ(found.problems.size(), 2U);
  EXPECT_EQ(found.problems[0].first, "regel 1, bronnen[1]");
}

}  // namespace
}  // namespace kamerzoek
