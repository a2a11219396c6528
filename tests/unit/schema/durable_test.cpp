#include "corpus/schema/durable.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace kamerzoek::schema {
namespace {

namespace fs = std::filesystem;

// That something outlasts a loss of power is shown by tests/crash.
class Durable : public testing::Test {
 protected:
  ~Durable() override { fs::remove_all(dir_); }
  const fs::path& dir() const { return dir_; }

 private:
  fs::path dir_ = testing::TempDir() + "durable-" + std::to_string(::getpid());
};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(Durable, AFolderIsMadeWithThoseAboveIt) {
  EXPECT_FALSE(make_folder(dir() / "a/b/c/"));
  EXPECT_TRUE(fs::is_directory(dir() / "a/b/c"));
  EXPECT_FALSE(make_folder(dir() / "a/b/c")) << "which is there";
  EXPECT_FALSE(make_folder(dir() / "a/../d")) << "by way of another";
  EXPECT_TRUE(fs::is_directory(dir() / "d"));
}

TEST_F(Durable, AFolderIsNotMadeInAFile) {
  ASSERT_FALSE(make_folder(dir()));
  std::ofstream(dir() / "file") << "text";
  EXPECT_EQ(make_folder(dir() / "file/a"), std::errc::not_a_directory);
}

TEST_F(Durable, AFileIsReplacedWhole) {
  ASSERT_FALSE(make_folder(dir()));
  EXPECT_FALSE(replace_file(dir() / "file", "the first, and longer"));
  EXPECT_FALSE(replace_file(dir() / "file", "the second"));
  EXPECT_EQ(content(dir() / "file"), "the second");
  EXPECT_FALSE(fs::exists(dir() / "file.nieuw"));
}

TEST_F(Durable, WhatCannotBeWrittenLeavesTheOldFile) {
  ASSERT_FALSE(make_folder(dir()));
  ASSERT_FALSE(replace_file(dir() / "file", "the first"));
  fs::create_directory(dir() / "file.nieuw");
  EXPECT_EQ(replace_file(dir() / "file", "the second"), std::errc::is_a_directory);
  EXPECT_EQ(content(dir() / "file"), "the first");
  EXPECT_EQ(sync_folder(dir() / "nowhere"), std::errc::no_such_file_or_directory);
}

}  // namespace
}  // namespace kamerzoek::schema
