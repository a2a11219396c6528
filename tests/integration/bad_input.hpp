#pragma once

#include <string>

#include <gmock/gmock.h>

#include "tests/support/temporary_index.hpp"

namespace kamerzoek::test {

inline auto skipped(const std::string& where, const std::string& why) {
  return testing::AllOf(testing::Field("where", &Skipped::where, testing::HasSubstr(where)),
                        testing::Field("why", &Skipped::why, testing::HasSubstr(why)));
}

/// Puts a good file beside the bad one: it must be indexed all the same.
class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    folder.write("aa-goed.txt", "Een goede notitie\n\nmet tekst");
    folder.write("zz-goed.txt", "Nog een goede notitie\n\nmet tekst");
  }

  void expect_only_skipped(const std::string& where, const std::string& why) {
    const IndexReport report = index.index({folder.path()});
    EXPECT_THAT(index.skipped, testing::ElementsAre(skipped(where, why)));
    EXPECT_EQ(report.skipped, 1U);
    EXPECT_EQ(found(index, "goede").size(), 2U);
  }

  TemporaryFolder folder;
  TemporaryIndex index;
};

}  // namespace kamerzoek::test
