#include "cli/last_words.hpp"

#include <csignal>
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

TEST(LastWordsDeathTest, TellWhyWhereXapianCannotUnwind) {
  EXPECT_EXIT(
      {
        say_last_words();
        const ThrowsAtItsEnd unwound(Xapian::DatabaseError("Error writing block 8"));
      },
      testing::ExitedWithCode(4), "^kamerzoek: .*schrijven blijft mislukken[^\n]*\n$");
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
