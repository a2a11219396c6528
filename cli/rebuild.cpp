#include "indexer/rebuild.hpp"

#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "cli/progress_bar.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  unsigned megabytes = 1024;
  unsigned wait = 600;
  bool discard = false;
};

Exit discard(const Options& options) {
  if (auto done = discard_rebuild(options.common.index); !done) return fail(done.error());
  print("wat een afgebroken rebuild achterliet, is weg");
  return Exit::done;
}

Exit rebuild_index(const Options& options) {
  ProgressBar bar(is_terminal(2));
  const RebuildOptions how{.limits = {.memory = std::size_t{options.megabytes} << 20},
                           .patience = std::chrono::seconds{options.wait}};
  auto records = rebuild(
      options.common.index, how,
      [&](std::string_view what, std::size_t done, std::size_t of) { bar.show(what, done, of); });
  bar.clear();
  if (!records) return fail(records.error());
  if (options.common.format == Format::json) {
    print_json(nlohmann::ordered_json{{"records", *records}});
  } else {
    print(fmt::format("de index is opnieuw gemaakt: {} records", *records));
  }
  return Exit::done;
}

}  // namespace

Action add_rebuild(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  add_memory(command, options->megabytes);
  command
      .add_option("--wait", options->wait,
                  "Zoveel seconden aan het eind wachten op een ander proces dat schrijft")
      ->type_name("SECONDEN")
      ->check(number_up_to(1'000'000));
  command.add_flag("--discard", options->discard,
                   "Ruim op wat een afgebroken rebuild achterliet, en doe verder niets");
  return [options] { return options->discard ? discard(*options) : rebuild_index(*options); };
}

}  // namespace kamerzoek::cli
