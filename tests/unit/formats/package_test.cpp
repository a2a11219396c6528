#include "corpus/formats/package.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/word_file.hpp"

namespace kamerzoek {
namespace {

using test::docx_of;
using test::p;
using test::zip_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

struct Read {
  std::vector<std::pair<std::string, std::string>> texts;  ///< origin and text
  std::vector<std::pair<std::string, std::string>> problems;
  std::string message;
};

Read read(const std::string& bytes) {
  Read read;
  const Sink sink{[&](Piece piece) { read.texts.emplace_back(piece.origin, piece.fields.tekst); },
                  [&](std::string where, Error why) {
                    read.problems.emplace_back(std::move(where), why.message);
                  }};
  const auto done = read_package({bytes, "file:///map/post.zip"}, sink);
  if (!done) read.message = done.error().message;
  return read;
}

TEST(Package, EveryEntryIsADocumentOfItsOwnName) {
  const auto got = read(zip_of({{"map/", ""},
                                {"map/brug 1.docx", docx_of({p("Een brug")})},
                                {"sluis.txt", "Een sluis"},
                                {"__MACOSX/._sluis.txt", "\x01\x02"}}));
  EXPECT_THAT(got.texts, ElementsAre(Pair("file:///map/post.zip!/map/brug%201.docx", "Een brug\n"),
                                     Pair("file:///map/post.zip!/sluis.txt", "Een sluis\n")));
  EXPECT_THAT(got.problems, IsEmpty());
}

TEST(Package, ABadEntryCostsOnlyItself) {
  const auto got = read(zip_of({{"../weg.txt", "buiten"},
                                {"link.txt", "/etc/passwd", false, S_IFLNK | 0777},
                                {"geheim.txt", "geheim", false, 0, "wachtwoord"},
                                {"leeg.txt", ""},
                                {"bom.txt", std::string(30U << 20, 'a')},
                                {"half.docx", docx_of({p("brug")}).substr(0, 100)},
                                {"goed.txt", "Een sluis"}}));
  EXPECT_THAT(got.texts, ElementsAre(Pair("file:///map/post.zip!/goed.txt", "Een sluis\n")));
  EXPECT_THAT(got.problems,
              ElementsAre(Pair("bestand met een onbruikbare naam", HasSubstr("buiten de map")),
                          Pair("link.txt", HasSubstr("geen gewoon bestand")),
                          Pair("geheim.txt", HasSubstr("versleuteld")), Pair("leeg.txt", "leeg"),
                          Pair("bom.txt", HasSubstr("toegestaan")),
                          Pair("half.docx", HasSubstr("niet te lezen"))));
}

TEST(Package, AProblemInsideAnEntryIsNamedByBoth) {
  const auto got =
      read(zip_of({{"lijst.jsonl", "{\"id\":\"kst-99001-1\",\"tekst\":\"brug\"}\nx\n"}}));
  EXPECT_THAT(got.texts, ElementsAre(Pair("", "brug")));
  EXPECT_THAT(got.problems, ElementsAre(Pair("lijst.jsonl, regel 2", HasSubstr("JSON"))));
}

TEST(Package, AnArchiveInAnArchiveIsNotOpened) {
  const auto got = read(zip_of({{"in.zip", zip_of({{"a.txt", "brug"}})}}));
  EXPECT_THAT(got.texts, IsEmpty());
  EXPECT_THAT(got.problems, ElementsAre(Pair("in.zip", HasSubstr("in een zip-bestand"))));
}

TEST(Package, ADocumentWithoutOneOfItsPartsIsNoArchive) {
  EXPECT_THAT(
      read(zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<d/>"}})).message,
      HasSubstr("'_rels/.rels' in het zip-bestand is er niet"));
  EXPECT_THAT(read(zip_of({{"META-INF/manifest.xml", "<m/>"}, {"content.xml", "<c/>"}})).message,
              HasSubstr("'mimetype' in het zip-bestand is er niet"));
}

TEST(Package, BrokenArchivesAreRefusedWithAReason) {
  EXPECT_THAT(read("").message, HasSubstr("leeg"));
  EXPECT_THAT(read("PK\x03\x04").message, HasSubstr("niet te lezen"));
  EXPECT_THAT(read(std::string("PK\x05\x06") + std::string(18, '\0')).message,
              HasSubstr("bevat geen bestanden"));
}

}  // namespace
}  // namespace kamerzoek
