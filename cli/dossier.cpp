#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "search/result_json.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::string number;
};

void print_page(const DossierPage& page) {
  print(fmt::format("{}  {}", page.nummer.text(), page.titel));
  print("");
  for (const SearchResult& document : page.documenten) {
    print(fmt::format("{:>8}  {}  {}", document.volgnummer, document.datum,
                      document.onderwerp.empty() ? document.titel : document.onderwerp));
    print(fmt::format("{:>8}  {}, {}", "", document.soort, document.id));
  }
  if (!page.onderdossiers.empty()) {
    print(fmt::format("\nOnderdossiers: {}", fmt::join(page.onderdossiers, ", ")));
  }
  print_note(fmt::format("{} documenten, {} nummers niet aanwezig", page.documenten.size(),
                         page.ontbrekend.size()));
}

Exit dossier(const Options& options) {
  auto searcher = Searcher::open(options.common.index);
  if (!searcher) return fail(searcher.error());
  auto page = searcher->dossier(options.number);
  if (!page) return fail(page.error());
  if (options.common.format == Format::json) {
    print_json(to_json(*page));
  } else {
    print_page(*page);
  }
  return Exit::done;
}

}  // namespace

Action add_dossier(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command.add_option("NUMMER", options->number, "Het dossier: 34682, 36600-XXII")
      ->required()
      ->type_name("");
  return [options] { return dossier(*options); };
}

}  // namespace kamerzoek::cli
