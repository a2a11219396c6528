#include "bad_input.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/formats/sniff.hpp"
#include "tests/support/pdf_file.hpp"
#include "tests/support/word_file.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;
using test::BadInput;
using test::skipped;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::SizeIs;
using namespace std::chrono_literals;

TEST_F(BadInput, Empty) {
  folder.write("leeg.xml", "");
  expect_only_skipped("leeg.xml", "leeg");
}

TEST_F(BadInput, EmptyWhateverItIsCalled) {
  for (const char* name : {"0.docx", "0.odt", "0.pdf", "0.zip", "0.txt", "0.json", "0.html"}) {
    folder.write(name, "");
  }
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, SizeIs(7));
  EXPECT_THAT(index.skipped, Each(skipped("0.", "leeg")));
}

TEST_F(BadInput, TruncatedXml) {
  folder.write("half.xml", "<?xml version=\"1.0\"?><officiele-publicatie><kamerstuk><al>De Ka");
  expect_only_skipped("half.xml", "regel 1");
}

TEST_F(BadInput, TruncatedJson) {
  folder.write("half.json",
               R"({"@odata.context":"https://example.org/$metadata#Document","value":[{"Id":)");
  expect_only_skipped("half.json", "JSON");
}

TEST_F(BadInput, DeeplyNestedJson) {
  folder.write("diep.json", R"({"@odata.context":"x$metadata#Document","value":)" +
                                std::string(100'000, '[') + std::string(100'000, ']') + "}");
  expect_only_skipped("diep.json", "diep");
}

TEST_F(BadInput, DeeplyNestedXml) {
  std::string xml = "<officiele-publicatie>";
  for (int i = 0; i < 100'000; ++i) xml += "<a>";
  folder.write("diep.xml", xml);
  expect_only_skipped("diep.xml", "");
}

TEST_F(BadInput, EntityBomb) {
  folder.write("bom.xml",
               "<!DOCTYPE officiele-publicatie [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
               "\"&a;&a;&a;&a;&a;\">]><officiele-publicatie><al>&b;</al></officiele-publicatie>");
  expect_only_skipped("bom.xml", "DOCTYPE");
}

TEST_F(BadInput, Binary) {
  folder.write("ruis.bin", std::string("\x01\x02\x00\x03\x7f\x45\x4c\x46", 8));
  expect_only_skipped("ruis.bin", "binaire gegevens");
}

TEST_F(BadInput, TruncatedPdf) {
  folder.write("brief.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj");
  expect_only_skipped("brief.pdf", "PDF");
}

TEST_F(BadInput, TruncatedWordFile) {
  const std::string whole = test::docx_of({test::p("Een notitie")});
  folder.write("brief.docx", whole.substr(0, whole.size() / 2));
  expect_only_skipped("brief.docx", "niet te lezen");
}

TEST_F(BadInput, AWordFileThatUnpacksToGigabytes) {
  folder.write("bom.docx", test::docx_of({test::p(std::string(60'000'000, 'a'))}));
  expect_only_skipped("bom.docx", "meer dan is toegestaan");
}

TEST_F(BadInput, AWordFileWithAPassword) {
  std::string names;
  for (const char c : std::string("EncryptedPackage")) names += {c, '\0'};
  folder.write("geheim.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + names);
  expect_only_skipped("geheim.docx", "wachtwoord");
}

TEST_F(BadInput, AFileIsWhatItHoldsNotWhatItIsCalled) {
  folder.write("aa.txt", test::docx_of({test::p("Een goede brief")}));
  folder.write("bb.docx", test::pdf_of({{{70, 60, "Een goede nota"}}}));
  folder.write("cc.pdf", test::zip_of({{"dd.xml", "Een goed verslag\n\nmet goede tekst"}}));
  folder.write("ee.pdf", "\x89PNG\r\n\x1A\n");
  folder.write("ff.docx", "\xFF\xD8\xFF");
  folder.write("gg.json", "Een goede lijst\n\nzonder haken");
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, ElementsAre(skipped("ee.pdf", "een PNG-afbeelding"),
                                         skipped("ff.docx", "een JPEG-afbeelding")));
  EXPECT_EQ(test::found(index, "goede").size(), 6U);
}

TEST_F(BadInput, NoUtf8) {
  folder.write("latin1.txt", "Een notitie over Frysl\xe2n en meer");
  expect_only_skipped("latin1.txt", "geen UTF-8");
}

TEST_F(BadInput, NoUtf8AfterTheFirst64KiB) {
  folder.write("laat.txt", std::string(100'000, 'a') + "\xff");
  expect_only_skipped("laat.txt", "geen UTF-8");
}

TEST_F(BadInput, FiveGigabytes) {
  // Sparse files of their full size: a beginning, then nothing but NUL.
  for (const auto& [name, head] :
       {std::pair("groot.docx", "PK\x03\x04"), std::pair("groot.pdf", "%PDF-1.7\n"),
        std::pair("groot.txt", "Een notitie"), std::pair("groot.xml", "<officiele-publicatie>")}) {
    const std::string text = std::string(head) + std::string(sniffed_bytes, ' ');
    fs::resize_file(folder.write(name, text), std::uintmax_t{5} << 30);
  }
  const auto begin = std::chrono::steady_clock::now();
  index.index({folder.path()});
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  EXPECT_THAT(index.skipped, SizeIs(4));
  EXPECT_THAT(index.skipped, Each(skipped("groot", "te groot: meer dan 64 MB")));
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

TEST_F(BadInput, ALineOf100MegabytesAmongGoodLines) {
  std::string lines = R"({"id":"kst-99999-1","onderwerp":"eerste regel"})"
                      "\n";
  lines += R"({"id":"kst-99999-2","tekst":")" + std::string(100'000'000, 'a') + "\"}\n";
  lines += R"({"id":"kst-99999-3","onderwerp":"derde regel"})"
           "\n";
  folder.write("lang.jsonl", lines);
  expect_only_skipped("lang.jsonl, regel 2", "");
  EXPECT_EQ(test::found(index, "regel").size(), 2U);
}

TEST_F(BadInput, AFolderThatCannotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads every folder";
  const auto locked = folder / "dicht";
  fs::create_directory(locked);
  fs::permissions(locked, fs::perms::none);
  expect_only_skipped("dicht", "denied");
  fs::permissions(locked, fs::perms::owner_all);
}

TEST_F(BadInput, ALinkThatLoops) {
  fs::create_directory(folder / "map");
  fs::create_directory_symlink(folder.path(), folder / "map/rond");
  expect_only_skipped("rond", "kring");
}

TEST_F(BadInput, ALinkToNothing) {
  fs::create_symlink("nergens", folder / "los.txt");
  expect_only_skipped("los.txt", "No such file");
}

TEST_F(BadInput, APipe) {
  ASSERT_EQ(::mkfifo((folder / "pijp").c_str(), 0600), 0);
  expect_only_skipped("pijp", "geen gewoon bestand");
}

TEST_F(BadInput, ANameThatIsNoUtf8) {
  folder.write("naam\xff.txt", "Een notitie");
  expect_only_skipped("naam\\xff.txt", "geen UTF-8");
}

TEST_F(BadInput, ANameThatWouldCommandATerminal) {
  folder.write("naam\x1b[2J.txt", "Een notitie");
  expect_only_skipped("naam\\x1b[2J.txt", "stuurtekens");
}

TEST_F(BadInput, APathThatIsNotThere) {
  index.index({folder / "nergens", folder.path()});
  EXPECT_THAT(index.skipped, Contains(skipped("nergens", "No such file")));
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

}  // namespace
}  // namespace kamerzoek
