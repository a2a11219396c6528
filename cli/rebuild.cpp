#include "indexer/rebuild.hpp"

#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"

namespace kamerzoek::cli {
namespace {

Exit rebuild_index(const Common& common) {
  auto records = rebuild(common.index);
  if (!records) return fail(records.error());
  if (common.format == Format::json) {
    print_json(nlohmann::ordered_json{{"records", *records}});
  } else {
    print(fmt::format("de index is opnieuw gemaakt: {} records", *records));
  }
  return Exit::done;
}

}  // namespace

Action add_rebuild(CLI::App& command) {
  auto common = std::make_shared<Common>();
  add_common(command, *common);
  return [common] { return rebuild_index(*common); };
}

}  // namespace kamerzoek::cli
