#include "indexer/set_asides.hpp"

#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

using Remembered = std::map<std::string, std::string>;

/// What an index remembers of a file that failed as a whole.
Remembered after_failing(const FileIdentity& file, const std::string& reader) {
  SetAsides none({}, reader);
  const auto note = none.tried(file, {{"", "beschadigd", ""}}, false);
  return note ? Remembered{{note->key, note->value}} : Remembered{};
}

TEST(SetAsides, AFileIsTriedAgainWhenItOrTheReaderHasChanged) {
  const FileIdentity file = {"file:///post/brief.pdf", "10 bytes, 1.0"};
  const Remembered remembered = after_failing(file, "1");
  const SetAsides same(remembered, "1");
  ASSERT_NE(same.still(file), nullptr);
  EXPECT_EQ(same.still(file)->delen[0].reden, "beschadigd");
  EXPECT_EQ(same.still({file.origin, "11 bytes, 1.0"}), nullptr);
  EXPECT_EQ(same.still({file.origin, ""}), nullptr);
  EXPECT_EQ(same.still({"file:///post/ander.pdf", file.state}), nullptr);
  EXPECT_EQ(SetAsides(remembered, "2").still(file), nullptr);
}

TEST(SetAsides, WhatFailedForNoFaultOfItsOwnIsTriedEveryTime) {
  const Remembered remembered = after_failing({"file:///post/brief.pdf", ""}, "1");
  ASSERT_EQ(remembered.size(), 1U);
  EXPECT_EQ(SetAsides(remembered, "1").still({"file:///post/brief.pdf", "10 bytes, 1.0"}), nullptr);
}

TEST(SetAsides, WhatIsKnownIsNotWrittenAgainAndWhatIsMendedIsForgotten) {
  const FileIdentity file = {"file:///post/brief.pdf", "10 bytes, 1.0"};
  SetAsides files(after_failing(file, "1"), "1");
  EXPECT_FALSE(files.tried(file, {{"", "beschadigd", ""}}, false));
  EXPECT_TRUE(files.tried(file, {{"", "te groot", ""}}, false));
  const auto note = files.tried(file, {}, true);
  ASSERT_TRUE(note);
  EXPECT_EQ(note->value, "");
  EXPECT_FALSE(files.tried(file, {}, true));
}

TEST(SetAsides, AreForgottenWithTheirFiles) {
  const auto remembered = after_failing({"file:///no/such/brief.pdf", "1 bytes, 1.0"}, "1");
  const auto notes = SetAsides(remembered, "1").vanished();
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].key, remembered.begin()->first);
  EXPECT_TRUE(SetAsides(after_failing({"file:///", "1 bytes, 1.0"}, "1"), "1").vanished().empty());
}

TEST(SetAsides, DamagedMemoryIsNoMemory) {
  EXPECT_EQ(
      SetAsides({{"kamerzoek.opzij.1", "{"}, {"kamerzoek.opzij.2", "[]"}}, "1").vanished().size(),
      0U);
}

}  // namespace
}  // namespace kamerzoek
