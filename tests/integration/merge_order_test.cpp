#include <algorithm>
#include <random>

#include "indexer/read_file.hpp"
#include "indexer/scan.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::TemporaryIndex;

/// Every piece of the samples, in the order of the files.
std::vector<Piece> sample_pieces() {
  std::vector<Piece> pieces;
  const Sink sink{[&](Piece piece) { pieces.push_back(std::move(piece)); },
                  [](const std::string& where, const Error& why) {
                    ADD_FAILURE() << where << ": " << why.message;
                  }};
  Extractor extractor({KAMERZOEK_PROGRAM, "extract"});
  scan(KAMERZOEK_SAMPLES, {[&](const std::filesystem::path& path) {
                             const auto read = read_file(path, extractor, sink);
                             EXPECT_TRUE(read) << path << ": " << read.error().message;
                           },
                           [](const std::filesystem::path& path, const Error& why) {
                             ADD_FAILURE() << path << ": " << why.message;
                           }});
  return pieces;
}

TEST(MergeOrder, TheSamePiecesGiveTheSameIndexInAnyOrder) {
  std::vector<Piece> pieces = sample_pieces();
  ASSERT_GT(pieces.size(), 100U);
  TemporaryIndex first;
  first.put(pieces);
  const std::string expected = first.exported();
  ASSERT_FALSE(expected.empty());

  std::mt19937 random(20251123);
  for (int round = 0; round < 5; ++round) {
    std::ranges::shuffle(pieces, random);
    TemporaryIndex shuffled;
    // In two runs, so that pieces also meet records that are already in the index.
    const auto middle = pieces.begin() + static_cast<std::ptrdiff_t>(pieces.size() / 2);
    shuffled.put({pieces.begin(), middle});
    shuffled.put({middle, pieces.end()});
    ASSERT_EQ(shuffled.exported(), expected) << "round " << round;
  }
}

TEST(MergeOrder, TwoRecordsBecomeOneWhenAPieceShowsThatTheyAre) {
  TemporaryIndex index;
  Piece number;
  number.source = Source::odata;
  number.name = "Document/1";
  number.keys = {"2025D00001"};
  number.fields.onderwerp = "Over de brug";
  Piece bridge = number;
  bridge.name = "DocumentVersie/2";
  bridge.keys = {"2025D00001", "kst-99999-1"};
  bridge.fields = {};
  index.put({number});
  index.put({test::document("kst-99999-1", "", "De tekst zelf")});
  EXPECT_EQ(test::search(index, {}).total, 2U);
  index.put({bridge});
  const auto page = test::search(index, {.query = "brug tekst"});
  EXPECT_EQ(page.total, 1U);
  EXPECT_EQ(test::ids(page), std::vector<std::string>{"kst-99999-1"});
  EXPECT_EQ(id(index.searcher().show("2025D00001")->record), "kst-99999-1");
}

}  // namespace
}  // namespace kamerzoek
