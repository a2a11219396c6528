#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/model/json.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::cli {
namespace {

Exit export_all(const Common& common) {
  auto searcher = Searcher::open(common.index);
  if (!searcher) return fail(searcher.error());
  auto done = searcher->each_record([](const Record& record) { print_json(export_json(record)); });
  if (!done) return fail(done.error());
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    return fail(
        {ErrorCode::unreadable, "de uitvoer kan niet worden geschreven", "is de schijf vol?"});
  }
  return Exit::done;
}

}  // namespace

Action add_export(CLI::App& command) {
  auto common = std::make_shared<Common>();
  add_common(command, *common);
  return [common] { return export_all(*common); };
}

}  // namespace kamerzoek::cli
