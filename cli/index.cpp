#include <memory>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "cli/progress_bar.hpp"
#include "cli/report.hpp"
#include "cli/stop_at_signal.hpp"
#include "indexer/folder_watch.hpp"
#include "indexer/index_paths.hpp"
#include "indexer/sync/polite_client.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::vector<std::filesystem::path> paths;
  bool watch = false;
  unsigned megabytes = 1024;
};

Exit index(const Options& options, const std::vector<std::filesystem::path>& paths) {
  ProgressBar progress(is_terminal(2));
  const IndexListener listener{
      [&](const std::string& where, const Error& why) {
        progress.clear();
        print_error(fmt::format("{} overgeslagen: {}", where, why.message));
        if (!why.hint.empty()) print_note(why.hint);
      },
      [&](const IndexReport& report) { progress.show("lezen", report.read, 0); },
      [&](std::string_view what, std::size_t done, std::size_t of) {
        progress.show(what, done, of);
      }};
  // This very program, whatever has become of its file.
  const IndexOptions how{.reader = {"/proc/self/exe", "extract"},
                         .limits = {.memory = std::size_t{options.megabytes} << 20}};
  auto report = index_paths(options.common.index, paths, how, listener);
  progress.clear();
  if (!report) return fail(report.error());
  print_report(*report, std::nullopt, options.common.format);
  return report->skipped > 0 ? Exit::partial : Exit::done;
}

/// Until SIGTERM. What cannot be written now, because somebody else writes, is tried again.
Exit watch(const Options& options) {
  const StopAtSignal stop;
  auto folders = FolderWatch::open(options.paths);
  if (!folders) return fail(folders.error());
  std::vector<std::filesystem::path> changed = options.paths;
  while (!stop.token().stop_requested()) {
    if (index(options, changed) == Exit::index_unavailable) {
      sync::real_clock(stop.token()).sleep(std::chrono::seconds{5});
      continue;
    }
    std::fflush(stdout);
    changed = folders->wait(stop.token());
  }
  return Exit::done;
}

}  // namespace

Action add_index(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command.add_option("PAD", options->paths, "Bestanden en mappen, tot elke diepte")
      ->required()
      ->type_name("");
  command.add_flag("--watch", options->watch,
                   "Blijf volgen wat er in de mappen bijkomt en verandert, tot SIGTERM of Ctrl-C");
  add_memory(command, options->megabytes);
  return [options] { return options->watch ? watch(*options) : index(*options, options->paths); };
}

}  // namespace kamerzoek::cli
