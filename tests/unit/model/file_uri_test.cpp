#include "corpus/model/file_uri.hpp"

#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

TEST(FileUri, NamesAFileWhateverItIsCalled) {
  std::string path = "/post/";
  for (int byte = 1; byte < 256; ++byte) path += static_cast<char>(byte);
  const auto named = file_named(file_uri(path));
  ASSERT_TRUE(named);
  EXPECT_EQ(named->path, path);
  EXPECT_EQ(named->entry, "");
  EXPECT_EQ(file_uri("/post/brief 1.pdf"), "file:///post/brief%201.pdf");
}

TEST(FileUri, OfAnEntryNamesItsArchive) {
  const std::string archive = file_uri("/post/mei!/juni.zip");
  const auto named = file_named(entry_uri(archive, "map/brief.docx"));
  ASSERT_TRUE(named);
  EXPECT_EQ(named->path, "/post/mei!/juni.zip");
  EXPECT_EQ(named->entry, "map/brief.docx");
}

TEST(FileUri, OfAnythingElseNamesNoFile) {
  for (const char* uri : {"", "file:", "file://", "file://host/brief.pdf", "https://example.org/",
                          "/etc/passwd", "file:///a%", "file:///a%2", "file:///a%zz", "file:///%00",
                          "file:///%+1", "file:///a.zip!/%"}) {
    EXPECT_FALSE(file_named(uri)) << uri;
  }
}

}  // namespace
}  // namespace kamerzoek
