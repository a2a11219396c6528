// What may be shown of text from elsewhere.

#include "web/printable.hpp"

#include <gtest/gtest.h>

namespace kamerzoek::web {
namespace {

TEST(Printable, TextStaysAsItIs) {
  for (const char* text : {"", "dijk", "Één €, 中文 \U0001f600", "regel\r\nregel\ten verder",
                           "\u2028\u00a0\u200d\ufffd", "שלום عالم\u200f"}) {
    EXPECT_EQ(printable(text), text);
  }
}

TEST(Printable, ControlsAreSeen) {
  EXPECT_EQ(printable(std::string_view("a\0b\x1b[31mc\x7f", 10)), "a\ufffdb\ufffd[31mc\ufffd");
  EXPECT_EQ(printable("\u0080\u0085\u009f\u00a0"), "\ufffd\ufffd\ufffd\u00a0");
  EXPECT_EQ(printable("\ufffe\uffff\ufffd"), "\ufffd\ufffd\ufffd");
}

TEST(Printable, NothingTurnsTheDirectionOfWhatFollows) {
  EXPECT_EQ(printable("brief\u202efdp.exe"), "brief\ufffdfdp.exe");
  EXPECT_EQ(printable("\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069"),
            "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd");
}

TEST(Printable, BrokenBytesAreSeen) {
  EXPECT_EQ(printable("a\x80"
                      "b"),
            "a\ufffdb");
  EXPECT_EQ(printable("\xc3"), "\ufffd");
  EXPECT_EQ(printable("\xc2"), "\ufffd");
  EXPECT_EQ(printable("\xe2\x80"), "\ufffd");
}

}  // namespace
}  // namespace kamerzoek::web
