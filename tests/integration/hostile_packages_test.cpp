// Word, OpenDocument and ZIP files that were made to do harm, read by the process that `index`
// reads them with.

#include <cstdint>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "bad_input.hpp"
#include "tests/support/open_document.hpp"
#include "tests/support/word_file.hpp"

namespace kamerzoek {
namespace {

using test::BadInput;
using test::docx_of;
using test::odt_of;
using test::p;
using test::skipped;
using test::zip_of;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class HostilePackages : public BadInput {};

/// Bytes that no reader takes: a bomb that costs no time once it is unpacked.
std::string megabytes_of_nothing(std::size_t megabytes) {
  return std::string(megabytes << 20, '\0');
}

std::string nested(std::size_t levels, const std::string& name, const std::string& inside) {
  std::string xml;
  for (std::size_t i = 0; i < levels; ++i) xml += "<" + name + ">";
  xml += inside;
  for (std::size_t i = 0; i < levels; ++i) xml += "</" + name + ">";
  return xml;
}

/// The directory of a ZIP file names the one entry it has many times over.
std::string entry_many_times(const std::string& zip, std::uint16_t times) {
  const std::size_t directory = zip.find("PK\x01\x02");
  const std::size_t end = zip.find("PK\x05\x06");
  std::string bytes = zip.substr(0, directory);
  for (std::uint16_t i = 0; i < times; ++i) bytes += zip.substr(directory, end - directory);
  const auto size = static_cast<std::uint32_t>(bytes.size() - directory);
  bytes += zip.substr(end);
  char* counts = bytes.data() + bytes.size() - 14;
  for (const std::size_t at : {0U, 2U}) {
    counts[at] = static_cast<char>(times & 0xFFU);
    counts[at + 1] = static_cast<char>(times >> 8U);
  }
  for (std::size_t i = 0; i < 4; ++i) counts[4 + i] = static_cast<char>(size >> (8 * i) & 0xFFU);
  return bytes;
}

TEST_F(HostilePackages, ABombByItsRatio) {
  folder.write("bom.docx", docx_of({.body = p(std::string(20U << 20, 'a'))}));
  expect_only_skipped("bom.docx", "'word/document.xml' in het zip-bestand zou uitgepakt 20 MB");
}

TEST_F(HostilePackages, ABombInAPartBesideTheText) {
  folder.write("bom.docx",
               docx_of({.body = p("Een brief"), .styles = std::string(20U << 20, ' ')}));
  expect_only_skipped("bom.docx", "word/styles.xml");
}

TEST_F(HostilePackages, ABombInAnOpenDocument) {
  folder.write("bom.odt", odt_of({.text = "<text:p>" + std::string(20U << 20, 'a')}));
  expect_only_skipped("bom.odt", "content.xml");
}

TEST_F(HostilePackages, ABombInAnArchive) {
  folder.write("post.zip", zip_of({{"bom.docx", docx_of({.body = p(std::string(20U << 20, 'a'))})},
                                   {"goed.docx", docx_of({.body = p("Over turf")})}}));
  expect_only_skipped("post.zip, bom.docx", "meer dan is toegestaan");
  EXPECT_THAT(test::found(index, "turf"), SizeIs(1));
}

TEST_F(HostilePackages, MuchThatIsSmallByItself) {
  // A megabyte is no bomb at any ratio; three hundred of them are.
  folder.write("bom.zip", entry_many_times(zip_of({{"x.bin", megabytes_of_nothing(1)}}), 300));
  index.index({folder.path()});
  ASSERT_THAT(index.skipped, SizeIs(300));
  EXPECT_THAT(index.skipped[255], skipped("bom.zip, x.bin", "binaire gegevens"));
  EXPECT_THAT(index.skipped[256], skipped("bom.zip, x.bin", "meer dan is toegestaan"));
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

TEST_F(HostilePackages, MoreEntriesThanAreRead) {
  folder.write("vol.zip", entry_many_times(zip_of({{"x.txt", "Een notitie"}}), 20'001));
  expect_only_skipped("vol.zip", "bevat 20001 bestanden");
}

TEST_F(HostilePackages, ArchivesInArchives) {
  std::string zip = zip_of({{"x.txt", "turf"}});
  for (int i = 0; i < 10; ++i) zip = zip_of({{"in.zip", zip}});
  folder.write("pop.zip", zip);
  expect_only_skipped("pop.zip, in.zip", "een zip-bestand in een zip-bestand");
  EXPECT_THAT(test::found(index, "turf"), IsEmpty());
}

TEST_F(HostilePackages, NothingThatADocumentPointsAtIsRead) {
  const test::TemporaryFolder outside;
  const auto secret = outside.write("geheim.txt", "turfschip");
  const std::string file = "file://" + secret.string();
  const std::string entity = "<!DOCTYPE w [<!ENTITY e SYSTEM \"" + file +
                             "\"><!ENTITY % d SYSTEM \"http://127.0.0.1:1/d\">%d;]>";
  const std::string text =
      entity + "<w:document xmlns:w=\"u\"><w:body>" + p("&e;") + "</w:body></w:document>";
  const auto pointing_at = [](const std::string& part, const std::string& more = {}) {
    return zip_of(
        {{"_rels/.rels", test::relations(test::relation("officeDocument", part) + more)}});
  };
  folder.write("entiteit.docx",
               zip_of({{"_rels/.rels", test::relations(test::relation("officeDocument", "d.xml"))},
                       {"d.xml", text}}));
  folder.write("kaal.docx", docx_of({.body = p("&e;")}));
  folder.write("pad.docx", pointing_at("../../.." + secret.string()));
  folder.write("uri.docx", pointing_at(file));
  folder.write("entiteit.odt",
               zip_of({{"mimetype", "application/vnd.oasis.opendocument.text", true},
                       {"content.xml", text}}));
  index.index({folder.path()});
  EXPECT_THAT(
      index.skipped,
      ElementsAre(skipped("entiteit.docx", "d.xml in het Word-bestand: de XML heeft een DOCTYPE"),
                  skipped("entiteit.odt", "content.xml in het OpenDocument-bestand: de XML heeft"),
                  skipped("kaal.docx", "regel 1"), skipped("pad.docx", "is er niet"),
                  skipped("uri.docx", "is er niet")));
  EXPECT_THAT(test::found(index, "turfschip"), IsEmpty());
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

TEST_F(HostilePackages, AnEntityBombInAPart) {
  test::Docx docx{.body = p("Een brief")};
  docx.more = {{"word/footnotes.xml",
                "<!DOCTYPE f [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                "<w:footnotes xmlns:w=\"u\">&b;</w:footnotes>"}};
  folder.write("bom.docx", docx_of(docx));
  expect_only_skipped("bom.docx",
                      "word/footnotes.xml in het Word-bestand: de XML heeft een DOCTYPE");
}

TEST_F(HostilePackages, TenThousandLevels) {
  folder.write("diep.docx", docx_of({.body = nested(10'000, "w:sdt", p("turf"))}));
  folder.write("diep.odt", odt_of({.text = nested(10'000, "text:section", "turf")}));
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, ElementsAre(skipped("diep.docx", "word/document.xml"),
                                         skipped("diep.odt", "content.xml")));
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

TEST_F(HostilePackages, CutOffAnywhere) {
  const std::string docx = docx_of({.body = p("Een brief over turf")});
  const std::string odt = odt_of({.text = "<text:p>Een brief over turf</text:p>"});
  for (std::size_t tenth = 1; tenth < 10; ++tenth) {
    folder.write("half" + std::to_string(tenth) + ".docx",
                 docx.substr(0, docx.size() * tenth / 10));
    folder.write("half" + std::to_string(tenth) + ".odt", odt.substr(0, odt.size() * tenth / 10));
  }
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, SizeIs(18));
  EXPECT_THAT(index.skipped, Each(skipped("half", "het einde ontbreekt")));
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

TEST_F(HostilePackages, WordFilesWithEncryptedParts) {
  folder.write("geheim.docx",
               zip_of({{"_rels/.rels", test::relations(test::relation("officeDocument", "d.xml"))},
                       {"d.xml", "turf", false, 0, "wachtwoord"}}));
  expect_only_skipped("geheim.docx", "'d.xml' in het zip-bestand is versleuteld");
}

TEST_F(HostilePackages, NamesLinksAndDevicesThatLeadOutside) {
  const test::TemporaryFolder outside;
  const std::string target = (outside / "ontsnapt.txt").string();
  folder.write("map/post.zip", zip_of({{"../../ontsnapt.txt", "turf"},
                                       {target, "turf"},
                                       {"map/../../ontsnapt.txt", "turf"},
                                       {"C:\\ontsnapt.txt", "turf"},
                                       {"link.txt", "/etc/passwd", false, S_IFLNK | 0777},
                                       {"sda", "", false, S_IFBLK | 0600},
                                       {"null", "", false, S_IFCHR | 0600},
                                       {"pijp", "", false, S_IFIFO | 0600}}));
  index.index({folder.path()});
  ASSERT_THAT(index.skipped, SizeIs(8));
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_THAT(index.skipped[i], skipped("post.zip, bestand met een", "buiten de map wijst"));
  }
  for (std::size_t i = 4; i < 8; ++i) {
    EXPECT_THAT(index.skipped[i], skipped("post.zip, ", "geen gewoon bestand"));
  }
  EXPECT_THAT(test::found(index, "turf"), IsEmpty());
  EXPECT_THAT(test::found(index, "root"), IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(target));
  EXPECT_FALSE(std::filesystem::exists(folder / "ontsnapt.txt"));
}

}  // namespace
}  // namespace kamerzoek
