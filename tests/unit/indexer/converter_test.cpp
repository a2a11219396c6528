#include "indexer/converter.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/read_bytes.hpp"
#include "tests/support/flipped_bit.hpp"

namespace kamerzoek {
namespace {

using namespace std::chrono_literals;
using test::with_flipped_bit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::string test_file(const std::string& name) {
  std::ifstream file(std::filesystem::path(KAMERZOEK_TEST_DATA) / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_installed(const std::string& name) {
  return std::ranges::count(installed_converters(), name) == 1;
}

std::string refusal(const Result<std::string>& converted) {
  return converted ? "omgezet" : converted.error().message;
}

Piece letter(Format format, const std::string& name) {
  const auto converted = convert(format, test_file(name));
  EXPECT_TRUE(converted) << refusal(converted);
  Piece letter;
  const Sink sink{[&](Piece piece) { letter = std::move(piece); }, [](std::string, Error) {}};
  if (!converted) return letter;
  EXPECT_TRUE(read_bytes({*converted, "file:///" + name, format}, sink));
  return letter;
}

class Converter : public testing::TestWithParam<std::tuple<Format, const char*, const char*>> {
 protected:
  void SetUp() override {
    if (!is_installed(std::get<1>(GetParam()))) GTEST_SKIP() << "het programma is er niet";
  }
  static Format format() { return std::get<0>(GetParam()); }
  static std::string file() { return std::get<2>(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Programs, Converter,
                         testing::Values(std::tuple(Format::word_97, "antiword", "letter.doc"),
                                         std::tuple(Format::rtf, "pandoc", "letter.rtf")),
                         [](const auto& test) { return std::string(std::get<1>(test.param)); });

TEST_P(Converter, ALetterIsReadWithItsNotes) {
  const Piece piece = letter(format(), file());
  EXPECT_EQ(piece.source, format() == Format::rtf ? Source::rtf : Source::doc);
  EXPECT_THAT(piece.keys, ElementsAre("kst-99001-19"));
  EXPECT_EQ(piece.fields.datum, "2025-11-02");
  EXPECT_THAT(piece.fields.tekst, HasSubstr("coördinatie ligt bij de provincie Wâldermar.\n"));
  EXPECT_THAT(piece.fields.tekst, HasSubstr("\nJaar | Bedrag\n2026 | € 12 mln.\n"));
  ASSERT_THAT(piece.fields.noten, SizeIs(2));
  EXPECT_EQ(piece.fields.noten[0].tekst, "Kamerstuk 99 001, nr. 1.");
  EXPECT_EQ(piece.fields.noten[1].tekst, "Dertig afvaarten per dag.");
  EXPECT_EQ(piece.fields.noten[1].plaats, piece.fields.tekst.find("\nJaar"));
}

TEST_P(Converter, BrokenFilesDoNoHarm) {
  const std::string whole = test_file(file());
  for (std::size_t i = 0; i < 20; ++i) {
    static_cast<void>(convert(format(), with_flipped_bit(whole, i)));
    static_cast<void>(convert(format(), whole.substr(0, i * whole.size() / 20)));
  }
}

TEST_P(Converter, TimeAndLengthHaveLimits) {
  EXPECT_EQ(refusal(convert(format(), test_file(file()), {.tool = {}, .time = 0s})),
            "het lezen duurde te lang");
  EXPECT_EQ(refusal(convert(format(), test_file(file()),
                            {.tool = {}, .time = 60s, .largest_output = 10})),
            "de tekst ervan is te groot");
}

TEST_P(Converter, WithoutMemoryItSaysThatNothingCameOfIt) {
  EXPECT_THAT(refusal(convert(format(), test_file(file()), {.tool = {.memory = 1 << 20}})),
              HasSubstr("maakt er geen tekst van"));
}

TEST(Converters, OnlyWhatNeedsOneIsConverted) {
  EXPECT_TRUE(needs_conversion(Format::rtf));
  EXPECT_FALSE(needs_conversion(Format::html));
  EXPECT_FALSE(convert(Format::html, "<p>"));
}

}  // namespace
}  // namespace kamerzoek
