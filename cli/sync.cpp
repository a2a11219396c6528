#include "indexer/sync/sync.hpp"

#include <cstdlib>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "cli/progress_bar.hpp"
#include "cli/report.hpp"
#include "cli/stop_at_signal.hpp"
#include "corpus/formats/utc_stamp.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  sync::Options sync;
  double interval = 60;
  bool metadata_only = false;
};

CLI::Validator is_date() {
  return CLI::Validator(
      [](std::string& value) {
        return value.size() == 10 && iso_date(value) == value
                   ? std::string()
                   : fmt::format("'{}' is geen datum als 2025-06-12", value);
      },
      "");
}

CLI::Validator is_between(double least, double most) {
  return CLI::Validator(
      [least, most](std::string& value) {
        char* end = nullptr;
        const double number = std::strtod(value.c_str(), &end);
        const bool fits = !value.empty() && *end == '\0' && number >= least && number <= most;
        return fits ? std::string()
                    : fmt::format("'{}' is geen getal van {} tot en met {}", value, least, most);
      },
      "");
}

void show(const sync::Progress& at, ProgressBar& bar) {
  const bool texts = at.phase == sync::Progress::Phase::fetching_texts;
  const char* what = texts ? "teksten" : at.left == 0 ? "bijwerken" : "vullen";
  bar.show(what, at.done, at.left == 0 ? 0 : at.done + at.left);
}

Exit run_sync(Options options) {
  options.sync.index = options.common.index;
  options.sync.texts = !options.metadata_only;
  // This very program, whatever has become of its file.
  options.sync.reader = {"/proc/self/exe", "extract"};
  options.sync.interval = std::chrono::milliseconds(static_cast<long>(options.interval * 1000));
  const StopAtSignal stop;
  ProgressBar progress(is_terminal(2));
  const sync::Listener listener{
      [&](const std::string& where, const Error& why) {
        progress.clear();
        print_error(fmt::format("{} overgeslagen: {}", where, why.message));
      },
      [&](const sync::Progress& at) { show(at, progress); },
      [&](const Error& why) {
        progress.clear();
        print_error(why.message + "; straks nog eens");
      }};
  auto report = sync::sync(options.sync, listener, stop.token());
  progress.clear();
  if (!report) return fail(report.error());
  print_report(*report, report->texts, options.common.format);
  return report->skipped > 0 ? Exit::partial : Exit::done;
}

}  // namespace

Action add_sync(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command
      .add_option("--from", options->sync.odata,
                  "Het adres van de OData-dienst van de Tweede Kamer")
      ->type_name("URL");
  command
      .add_option("--source", options->sync.source,
                  "odata of syncfeed: wat zegt dat er iets is gewijzigd")
      ->type_name("BRON")
      ->transform(choice({{"odata", static_cast<int>(sync::Source::odata)},
                          {"syncfeed", static_cast<int>(sync::Source::syncfeed)}}));
  command.add_option("--feed", options->sync.syncfeed, "Het adres van de SyncFeed")
      ->type_name("URL");
  command
      .add_option("--since", options->sync.since,
                  "Haal de eerste keer alleen op wat sinds die dag is gewijzigd")
      ->type_name("DATUM")
      ->check(is_date());
  command
      .add_option("--publications", options->sync.publications,
                  "Het adres waar de officiële publicaties staan")
      ->type_name("URL");
  command.add_flag("--metadata-only", options->metadata_only,
                   "Haal alleen gegevens op en laat de teksten voor later");
  command.add_flag("--watch", options->sync.watch, "Blijf volgen, tot SIGTERM of Ctrl-C");
  command
      .add_option("--interval", options->interval,
                  "Zoveel seconden tussen twee keer kijken bij --watch")
      ->type_name("SECONDEN")
      ->check(is_between(0.01, 86'400));
  command
      .add_option("--rate", options->sync.manners.requests_a_second,
                  "Hoogstens zoveel verzoeken per seconde")
      ->type_name("GETAL")
      ->check(is_between(0.01, 100'000));
  return [options] { return run_sync(*options); };
}

}  // namespace kamerzoek::cli
