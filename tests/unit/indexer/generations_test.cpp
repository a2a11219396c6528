#include "indexer/generations.hpp"

#include <atomic>
#include <fstream>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::HasSubstr;

// What a database is made of is nothing to the folders of an index.
Result<void> make_file(const fs::path& folder) {
  std::ofstream(folder / "made") << "once";
  return {};
}

fs::path link_in(const fs::path& dir) {
  return fs::read_symlink(dir / "current");
}

TEST(LiveGeneration, TheFirstIsThereWhole) {
  const TemporaryFolder folder;
  const fs::path dir = folder.path() / "not/yet/there";
  const auto live = live_generation(dir, make_file);
  ASSERT_TRUE(live);
  EXPECT_EQ(link_in(dir), "generation-000001");
  EXPECT_TRUE(fs::exists(*live / "made"));
  EXPECT_EQ(*live_generation(dir, make_file), *live);
}

TEST(LiveGeneration, OneThatCannotBeMadeIsNotSeen) {
  const TemporaryFolder folder;
  const auto fails = [](const fs::path& made) -> Result<void> {
    std::ofstream(made / "half") << "of it";
    return failure(ErrorCode::index_unavailable, "full");
  };
  EXPECT_FALSE(live_generation(folder.path(), fails));
  EXPECT_FALSE(fs::exists(folder.path() / "current"));
  EXPECT_FALSE(fs::exists(folder.path() / "generation-000001"));
  const auto live = live_generation(folder.path(), make_file);
  ASSERT_TRUE(live);
  EXPECT_FALSE(fs::exists(*live / "half"));
}

TEST(LiveGeneration, ALinkThatIsNotThereYetIsMade) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "generation-000007");
  const auto live = live_generation(folder.path(), make_file);
  ASSERT_TRUE(live);
  EXPECT_EQ(link_in(folder.path()), "generation-000007");
  EXPECT_FALSE(fs::exists(*live / "made")) << "nothing of an index is overwritten";
}

TEST(LiveGeneration, OfTwoWithoutALinkNoneIsChosen) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "generation-000007");
  fs::create_directory(folder.path() / "generation-000008");
  const auto live = live_generation(folder.path(), make_file);
  ASSERT_FALSE(live);
  EXPECT_THAT(live.error().message, HasSubstr("current"));
  EXPECT_TRUE(fs::exists(folder.path() / "generation-000007"));
  EXPECT_TRUE(fs::exists(folder.path() / "generation-000008"));
}

TEST(LiveGeneration, OfManyAtOnceOneMakesIt) {
  const TemporaryFolder folder;
  std::atomic<int> made = 0;
  const auto make = [&](const fs::path& path) {
    ++made;
    return make_file(path);
  };
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 8; ++i) {
      writers.emplace_back([&] { EXPECT_TRUE(live_generation(folder.path(), make)); });
    }
  }
  EXPECT_EQ(made, 1);
}

TEST(GoLive, TheNextNumberIsTheLiveOne) {
  const TemporaryFolder folder;
  ASSERT_TRUE(live_generation(folder.path(), make_file));
  fs::create_directories(folder.path() / "build/generation");
  ASSERT_TRUE(make_file(folder.path() / "build/generation"));
  const auto done = go_live(folder.path(), folder.path() / "build/generation");
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(link_in(folder.path()), "generation-000002");
  EXPECT_TRUE(fs::exists(folder.path() / "current/made"));
  EXPECT_FALSE(fs::exists(folder.path() / "build/generation"));
  EXPECT_TRUE(fs::exists(folder.path() / "generation-000001"));
}

TEST(RemoveOldGenerations, LeavesTheLiveOneAndWhatIsNoGeneration) {
  const TemporaryFolder folder;
  for (const char* name : {"generation-000002", "generation-000003", "generation-000009", "else"}) {
    fs::create_directory(folder.path() / name);
  }
  fs::create_directory_symlink("generation-000003", folder.path() / "current");
  remove_old_generations(folder.path());
  EXPECT_FALSE(fs::exists(folder.path() / "generation-000002"));
  EXPECT_TRUE(fs::exists(folder.path() / "generation-000003"));
  EXPECT_FALSE(fs::exists(folder.path() / "generation-000009"));
  EXPECT_TRUE(fs::exists(folder.path() / "else"));
}

}  // namespace
}  // namespace kamerzoek
