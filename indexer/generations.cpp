#include "indexer/generations.hpp"

#include <charconv>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "corpus/schema/layout.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

Error cannot(const char* what, const fs::path& path, const std::error_code& why) {
  return {ErrorCode::index_unavailable,
          fmt::format("kan {} {} niet maken: {}", what, path.string(), why.message()),
          "controleer de map en haar rechten, of kies een andere met --index"};
}

/// The number at the end of a generation's name; 0 when there is none.
unsigned number_of(const fs::path& generation) {
  const std::string name = generation.filename().string();
  const std::size_t dash = name.rfind('-');
  unsigned number = 0;
  if (dash != std::string::npos) {
    std::from_chars(name.data() + dash + 1, name.data() + name.size(), number);
  }
  return number;
}

Result<fs::path> make_generation(const fs::path& dir, unsigned number) {
  const fs::path generation = dir / schema::generation_name(number);
  std::error_code error;
  fs::remove_all(generation, error);
  if (!error) fs::create_directories(generation, error);
  if (error) return tl::unexpected(cannot("de map", generation, error));
  return generation;
}

}  // namespace

Result<fs::path> live_generation(const fs::path& dir) {
  std::error_code error;
  const fs::path target = fs::read_symlink(schema::current(dir), error);
  if (!error) return dir / target;
  auto first = make_generation(dir, 1);
  if (!first) return first;
  if (auto live = go_live(dir, *first); !live) return tl::unexpected(live.error());
  return first;
}

Result<fs::path> next_generation(const fs::path& dir) {
  std::error_code error;
  const fs::path target = fs::read_symlink(schema::current(dir), error);
  return make_generation(dir, number_of(target) + 1);
}

Result<void> go_live(const fs::path& dir, const fs::path& generation) {
  const fs::path link = dir / "current.new";
  std::error_code error;
  fs::remove(link, error);
  fs::create_symlink(generation.filename(), link, error);
  if (error) return tl::unexpected(cannot("de verwijzing", link, error));
  fs::rename(link, schema::current(dir), error);
  if (error) return tl::unexpected(cannot("de verwijzing", schema::current(dir), error));
  return {};
}

}  // namespace kamerzoek
