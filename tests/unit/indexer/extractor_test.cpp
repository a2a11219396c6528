// Real processes: a reader that does what the file tells it (tests/support/reader_process.cpp).

#include "indexer/extractor.hpp"

#include <cerrno>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool memory_is_limited = false;
#else
constexpr bool memory_is_limited = true;
#endif

class ExtractorTest : public ::testing::Test {
 protected:
  Result<void> read(const std::string& bytes) {
    const Sink sink{[this](Piece piece) { pieces_.push_back(std::move(piece)); },
                    [this](const std::string& where, const Error& error) {
                      problems_.emplace_back(where, error.message);
                    }};
    return extractor_.read({bytes, "file:///a"}, sink);
  }

  std::string refusal(const std::string& bytes) {
    const auto done = read(bytes);
    return done ? "" : done.error().message;
  }

  void expect_to_go_on() {
    pieces_.clear();
    EXPECT_TRUE(read("goed"));
    ASSERT_EQ(pieces_.size(), 1U);
    EXPECT_EQ(pieces_.front().fields.tekst, "goed");
  }

  std::vector<Piece> pieces_;
  std::vector<std::pair<std::string, std::string>> problems_;
  Extractor extractor_{{KAMERZOEK_READER_PROCESS},
                       {.time = 20s,
                        .longest_piece = std::size_t{8} << 20,
                        .largest_output = std::size_t{16} << 20}};
};

TEST_F(ExtractorTest, PiecesComeAsTheyWereRead) {
  const std::string text = "goed \xc3\xa9\xc3\xa9n \"regel\"\n\x01 " + std::string(2 << 20, 'x');
  EXPECT_TRUE(read(text));
  ASSERT_EQ(pieces_.size(), 1U);
  EXPECT_EQ(pieces_.front().fields.tekst, text);
  EXPECT_EQ(pieces_.front().origin, "file:///a");
  EXPECT_THAT(pieces_.front().keys, ElementsAre("goed"));
  for (int i = 0; i < 100; ++i) expect_to_go_on();
}

TEST_F(ExtractorTest, WhatAReaderRefusesItRefuses) {
  const auto done = read("refuse");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "geen bestand");
  EXPECT_EQ(done.error().hint, "probeer iets anders");
  EXPECT_THAT(refusal("throw"), HasSubstr("(fout)"));
  expect_to_go_on();
}

TEST_F(ExtractorTest, ACrashCostsOneFile) {
  EXPECT_THAT(refusal("crash"), HasSubstr("liep erop vast"));
  expect_to_go_on();
  EXPECT_THAT(refusal("leave"), HasSubstr("geen bruikbaar antwoord"));
  expect_to_go_on();
  EXPECT_THAT(refusal("half"), HasSubstr("liep erop vast"));
  ASSERT_FALSE(pieces_.empty());
  EXPECT_EQ(pieces_.back().name, "eerste") << "what came before it counts";
  expect_to_go_on();
}

TEST_F(ExtractorTest, WhoComputesForeverIsStopped) {
  EXPECT_EQ(refusal("spin"), "het lezen duurde te lang");
  expect_to_go_on();
}

TEST_F(ExtractorTest, WhoWaitsForeverIsStopped) {
  Extractor impatient({KAMERZOEK_READER_PROCESS}, {.time = 1s});
  const Sink sink{[](const Piece&) {}, [](const std::string&, const Error&) {}};
  const auto done = impatient.read({"hang", ""}, sink);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "het lezen duurde te lang");
  EXPECT_TRUE(impatient.read({"goed", ""}, sink));
}

TEST_F(ExtractorTest, WhoFillsItsMemoryIsStopped) {
  if (!memory_is_limited) GTEST_SKIP() << "the sanitizer needs terabytes of address space";
  EXPECT_THAT(refusal("memory"), HasSubstr("256 MB"));
  expect_to_go_on();
}

TEST_F(ExtractorTest, AnswersThatMakeNoSenseAreNotTaken) {
  EXPECT_THAT(refusal("gibberish"), HasSubstr("geen bruikbaar antwoord"));
  expect_to_go_on();
  EXPECT_THAT(refusal("flood"), HasSubstr("geen bruikbaar antwoord"));
  expect_to_go_on();
  EXPECT_THAT(refusal("latin1"), HasSubstr("geen bruikbaar antwoord"));
  expect_to_go_on();
  EXPECT_THAT(refusal("outside"), HasSubstr("geen bruikbaar antwoord"));
  expect_to_go_on();
}

TEST_F(ExtractorTest, NothingButComputingIsLeft) {
  for (const char* what : {"open", "write", "stat", "connect", "fork", "exec", "kill", "code"}) {
    EXPECT_TRUE(read(std::string("attempt ") + what)) << what;
    ASSERT_FALSE(problems_.empty()) << what;
    EXPECT_EQ(problems_.back(), std::pair(std::string(what), std::to_string(EPERM)));
  }
  EXPECT_FALSE(std::filesystem::exists("/tmp/kamerzoek-ontsnapt"));
}

TEST_F(ExtractorTest, ProgramThatIsNotThereIsNamed) {
  Extractor nobody({"/bestaat/niet"});
  const Sink sink{[](const Piece&) {}, [](const std::string&, const Error&) {}};
  const auto done = nobody.read({"goed", ""}, sink);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message, HasSubstr("/bestaat/niet"));
}

TEST_F(ExtractorTest, EachThreadHasItsOwn) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      Extractor own({KAMERZOEK_READER_PROCESS});
      int pieces = 0;
      const Sink sink{[&](const Piece&) { ++pieces; }, [](const std::string&, const Error&) {}};
      for (int j = 0; j < 50; ++j) EXPECT_TRUE(own.read({"goed", ""}, sink));
      EXPECT_EQ(pieces, 50);
    });
  }
}

}  // namespace
}  // namespace kamerzoek
