#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/model/record.hpp"
#include "search/result_json.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::cli {
namespace {

void print_stats(const Stats& stats) {
  for (const Stats::OfKind& of : stats.kinds) {
    if (of.held == 0 && of.withdrawn == 0) continue;
    std::string line = fmt::format("{:<12} {:>8}", name_of(of.kind), of.held);
    if (of.withdrawn > 0) line += fmt::format("  (en {} ingetrokken)", of.withdrawn);
    print(line);
  }
  print("\nSoorten documenten");
  for (const FacetValue& kind : stats.soorten)
    print(fmt::format("{:>8}  {}", kind.count, kind.value));
  print("\nBronnen");
  for (const Stats::OfSource& of : stats.sources) {
    if (of.records > 0) print(fmt::format("{:>8}  {}", of.records, name_of(of.source)));
  }
  print(fmt::format("\n{:.1f} MB op schijf", static_cast<double>(stats.bytes) / 1e6));
}

Exit count(const Common& common) {
  auto searcher = Searcher::open(common.index);
  if (!searcher) return fail(searcher.error());
  auto stats = searcher->stats();
  if (!stats) return fail(stats.error());
  if (common.format == Format::json) {
    print_json(to_json(*stats));
  } else {
    print_stats(*stats);
  }
  return Exit::done;
}

}  // namespace

Action add_stats(CLI::App& command) {
  auto common = std::make_shared<Common>();
  add_common(command, *common);
  return [common] { return count(*common); };
}

}  // namespace kamerzoek::cli
