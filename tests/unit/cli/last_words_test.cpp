#include "cli/last_words.hpp"

#include <cerrno>
#include <csignal>
#include <exception>
#include <stdexcept>
#include <utility>

#include <gtest/gtest.h>
#include <xapian.h>

namespace kamerzoek::cli {
namespace {

template <typename Exception>
void fail(const Exception& exception) {
  throw Exception(exception);
}

template <typename Exception>
struct ThrowsAtItsEnd {
  explicit ThrowsAtItsEnd(Exception what) : exception(std::move(what)) {}
  ~ThrowsAtItsEnd() { fail(exception); }
  Exception exception;
};

/// As the compiler has it where an exception comes out of a destructor that is inlined.
struct EndsTheProgram {
  explicit EndsTheProgram(int last) : error_number(last) {}
  ~EndsTheProgram() {
    errno = error_number;
    std::terminate();
  }
  int error_number;
};

TEST(LastWordsDeathTest, TellWhyWhereXapianCannotUnwind) {
  EXPECT_EXIT(
      {
        say_last_words();
        const ThrowsAtItsEnd unwound(Xapian::DatabaseError("Error writing block 8"));
      },
      testing::ExitedWithCode(4), "^kamerzoek: .*schrijven blijft mislukken[^\n]*\n$");
}

TEST(LastWordsDeathTest, TellWhyWhereNobodyCanSayWhatWasThrown) {
  EXPECT_EXIT(
      {
        say_last_words();
        try {
          const EndsTheProgram unwound(EIO);
          fail(Xapian::DatabaseError("Error writing block 8"));
        } catch (const Xapian::Error&) {
        }
      },
      testing::ExitedWithCode(4), "^kamerzoek: .*schrijven blijft mislukken[^\n]*\n$");
}

TEST(LastWordsDeathTest, AreNotSaidWhereTheDiskIsNotToBlame) {
  EXPECT_EXIT(
      {
        say_last_words();
        try {
          const EndsTheProgram unwound(0);
          fail(std::logic_error("a fault of ours"));
        } catch (const std::logic_error&) {
        }
      },
      testing::KilledBySignal(SIGABRT), "without an active exception");
}

TEST(LastWordsDeathTest, AreNotSaidOfAnotherFault) {
  EXPECT_EXIT(
      {
        say_last_words();
        const ThrowsAtItsEnd unwound(std::logic_error("a fault of ours"));
      },
      testing::KilledBySignal(SIGABRT), "a fault of ours");
}

}  // namespace
}  // namespace kamerzoek::cli
