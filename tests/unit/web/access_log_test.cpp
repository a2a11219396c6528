#include "web/access_log.hpp"

#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/support/temporary_index.hpp"

namespace kamerzoek::web {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

Answered answered(const std::string& target) {
  Answered out;
  out.request.target = target;
  out.client = "192.0.2.1";
  out.version = "HTTP/1.1";
  out.user_agent = "curl/8";
  out.status = 200;
  out.bytes = 5120;
  out.took = std::chrono::microseconds(3100);
  return out;
}

std::vector<std::string> lines(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<std::string> all;
  for (std::string line; std::getline(file, line);) all.push_back(line);
  return all;
}

TEST(AccessLog, LineIsInTheCombinedFormat) {
  const std::chrono::sys_seconds when(std::chrono::seconds(1749720600));
  EXPECT_EQ(access_log_line(answered("/zoeken?q=dijk"), when),
            "192.0.2.1 - - [12/Jun/2025:09:30:00 +0000] \"GET /zoeken?q=dijk HTTP/1.1\" 200 5120 "
            "\"-\" \"curl/8\" 0.0031\n");
}

TEST(AccessLog, WhatAClientSentCannotLookLikeALine) {
  Answered hostile = answered("/a\"b\\c\n192.0.2.9 - - []\x1b[31m\xc2\x9b");
  hostile.user_agent = std::string(100'000, 'x') + "\"";
  hostile.client.clear();
  const std::string line = access_log_line(hostile, {});
  EXPECT_THAT(line, HasSubstr("\"GET /a\\x22b\\x5cc\\x0a192.0.2.9 - - []\\x1b[31m\\xc2\\x9b HTTP"));
  EXPECT_THAT(line, testing::StartsWith("- - - ["));
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_LT(line.size(), 600);
}

TEST(AccessLog, LinesOfSeveralThreadsDoNotMix) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "log";
  const auto log = AccessLog::open(path);
  ASSERT_TRUE(log);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 500; ++j) (*log)->write(answered("/" + std::string(300, 'a')));
    });
  }
  threads.clear();
  const auto all = lines(path);
  EXPECT_THAT(all, SizeIs(2000));
  EXPECT_THAT(all, testing::Each(EndsWith("\"curl/8\" 0.0031")));
}

TEST(AccessLog, AddsToWhatIsThereForItsOwnerOnly) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "log";
  for (int i = 0; i < 2; ++i) (*AccessLog::open(path))->write(answered("/"));
  EXPECT_THAT(lines(path), SizeIs(2));
  struct stat file = {};
  ASSERT_EQ(::stat(path.c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777U, 0600U);
}

TEST(AccessLog, GoesOnInANewFileWhenTheOldOneWasMoved) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "log";
  const auto log = AccessLog::open(path);
  ASSERT_TRUE(log);
  (*log)->write(answered("/een"));
  std::filesystem::rename(path, folder.path() / "log.1");
  (*log)->write(answered("/twee"));
  EXPECT_TRUE((*log)->reopen());
  (*log)->write(answered("/drie"));
  EXPECT_THAT(lines(folder.path() / "log.1"), SizeIs(2));
  EXPECT_THAT(lines(path), testing::ElementsAre(HasSubstr("/drie")));
}

TEST(AccessLog, WhereItCannotBeOpenedIsSaidWhy) {
  const test::TemporaryFolder folder;
  const auto log = AccessLog::open(folder.path() / "niets" / "log");
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, ErrorCode::usage);
  EXPECT_THAT(log.error().message, HasSubstr("niets/log"));
  EXPECT_THAT(log.error().hint, Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace kamerzoek::web
