#include "corpus/formats/zip_archive.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/flipped_bit.hpp"
#include "tests/support/zip_file.hpp"

namespace kamerzoek {
namespace {

using test::with_flipped_bit;
using test::zip_of;
using testing::ElementsAre;
using testing::HasSubstr;

std::string why_not(Result<std::string> read) {
  return read ? "gelezen: " + std::to_string(read->size()) + " bytes" : read.error().message;
}

std::string why_not(const std::string& bytes, std::string_view name, const ZipLimits& limits = {}) {
  auto archive = ZipArchive::open(bytes, limits);
  return archive ? why_not(archive->read(name)) : archive.error().message;
}

TEST(ZipArchive, EntriesAreUnpacked) {
  const std::string bytes = zip_of({{"map/een.txt", "brug"}, {"twee.txt", "sluis", true}});
  auto archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive) << archive.error().message;
  EXPECT_THAT(archive->names(), ElementsAre("map/een.txt", "twee.txt"));
  EXPECT_EQ(archive->read("map/een.txt").value(), "brug");
  EXPECT_EQ(archive->read("twee.txt").value(), "sluis");
  EXPECT_EQ(archive->read(std::size_t{0}).value(), "brug");
  EXPECT_THAT(why_not(archive->read("drie.txt")), HasSubstr("'drie.txt' in het zip-bestand is er"));
}

TEST(ZipArchive, NamesThatLeadOutOfTheirFolder) {
  for (const char* name : {"../x", "a/../../x", "a/..", "/etc/passwd", "C:\\x", "a\\..\\x", "C:x",
                           "a\x01"
                           "b",
                           ""}) {
    EXPECT_FALSE(is_safe_entry_name(name)) << name;
  }
  for (const char* name : {"x", "a/b.docx", "..x", "x..", "brief (1).docx", "Fryslân.pdf"}) {
    EXPECT_TRUE(is_safe_entry_name(name)) << name;
  }
  EXPECT_THAT(why_not(zip_of({{"../x", "brug"}}), "../x"), HasSubstr("buiten de map"));
}

TEST(ZipArchive, LinksAndDevicesAreNoFiles) {
  EXPECT_THAT(why_not(zip_of({{"x", "/etc/passwd", false, S_IFLNK | 0777}}), "x"),
              HasSubstr("geen gewoon bestand"));
  EXPECT_THAT(why_not(zip_of({{"x", "", false, S_IFCHR | 0600}}), "x"),
              HasSubstr("geen gewoon bestand"));
  EXPECT_THAT(why_not(zip_of({{"x", "brug", false, S_IFREG | 0600}}), "x"), HasSubstr("4 bytes"));
}

TEST(ZipArchive, EncryptedEntriesAreNamed) {
  const std::string bytes = zip_of({{"geheim.docx", "brug", false, 0, "wachtwoord"}});
  auto archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive);
  const auto read = archive->read("geheim.docx");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message, "'geheim.docx' in het zip-bestand is versleuteld");
  EXPECT_THAT(read.error().hint, HasSubstr("wachtwoord"));
}

TEST(ZipArchive, BombsAreStopped) {
  const std::string bomb = zip_of({{"bom", std::string(30U << 20, ' ')}});
  EXPECT_LT(bomb.size(), 100'000U);
  EXPECT_THAT(why_not(bomb, "bom"), HasSubstr("meer dan is toegestaan"));
  ZipLimits limits;
  limits.ratio = 2000;
  EXPECT_THAT(why_not(bomb, "bom", limits), HasSubstr("gelezen"));
  limits.entry_bytes = 1U << 20;
  EXPECT_THAT(why_not(bomb, "bom", limits), HasSubstr("meer dan is toegestaan"));
}

TEST(ZipArchive, ASizeThatTheDirectoryHidesIsFoundOut) {
  std::string bytes = zip_of({{"bom", std::string(30U << 20, ' ')}});
  // The size unpacked is the fourth number behind the signature of a directory entry.
  const std::size_t entry = bytes.rfind(std::string("PK\x01\x02"));
  ASSERT_NE(entry, std::string::npos);
  bytes.replace(entry + 24, 4, std::string("\x10\0\0\0", 4));
  EXPECT_THAT(why_not(bytes, "bom"),
              testing::AnyOf(HasSubstr("groter dan"), HasSubstr("beschadigd")));
}

TEST(ZipArchive, TheTotalIsLimitedToo) {
  const std::string bytes =
      zip_of({{"a", std::string(600, 'a'), true}, {"b", std::string(600, 'b'), true}});
  ZipLimits limits;
  limits.total_bytes = 1000;
  auto archive = ZipArchive::open(bytes, limits);
  ASSERT_TRUE(archive);
  EXPECT_TRUE(archive->read("a"));
  EXPECT_THAT(why_not(archive->read("b")), HasSubstr("meer dan is toegestaan"));
}

TEST(ZipArchive, TooManyEntries) {
  ZipLimits limits;
  limits.entries = 2;
  EXPECT_THAT(why_not(zip_of({{"a", ""}, {"b", ""}, {"c", ""}}), "a", limits),
              HasSubstr("bevat 3 bestanden"));
}

TEST(ZipArchive, BrokenFilesAreRefusedWithAReason) {
  EXPECT_THAT(why_not("", "a"), HasSubstr("leeg"));
  EXPECT_THAT(why_not("PK\x03\x04", "a"), HasSubstr("niet te lezen"));
  const std::string good = zip_of({{"a", std::string(2000, 'a')}, {"b", "brug"}});
  for (std::size_t size = 1; size < good.size(); ++size) {
    EXPECT_THAT(why_not(good.substr(0, size), "a"), HasSubstr("niet te lezen")) << size;
  }
}

TEST(ZipArchive, AFlippedBitIsDamageOrNone) {
  const std::string content = "een brug over de rivier en een sluis in het kanaal";
  const std::string good = zip_of({{"a", content}});
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const std::string bytes = with_flipped_bit(good, seed);
    auto archive = ZipArchive::open(bytes);
    if (!archive) continue;
    const auto read = archive->read("a");
    if (read) {
      EXPECT_EQ(*read, content) << seed;
    }
  }
}

}  // namespace
}  // namespace kamerzoek
