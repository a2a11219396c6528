#include <cstddef>
#include <memory>
#include <string>

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

const std::string& name_of(const SearchResult& document) {
  return document.onderwerp.empty() ? document.titel : document.onderwerp;
}

std::string documents(std::size_t number) {
  return fmt::format("{} document{}", number, number == 1 ? "" : "en");
}

/// A number, or the first and last of several.
std::string range(const Gap& gap) {
  if (gap.first == gap.last) return std::to_string(gap.first);
  return fmt::format("{}–{}", gap.first, gap.last);
}

void print_documents(const DossierPage& page) {
  auto gap = page.ontbrekend.begin();
  for (std::size_t at = 0; at < page.documenten.size(); ++at) {
    if (gap != page.ontbrekend.end() && gap->before == at) {
      print(fmt::format("{:>8}  niet aanwezig", range(*gap++)));
    }
    const SearchResult& document = page.documenten[at];
    print(fmt::format("{:>8}  {}  {}", document.volgnummer, document.datum, name_of(document)));
    print(fmt::format("{:>8}  {}, {}", "", document.soort, document.id));
  }
}

void print_page(const DossierPage& page) {
  print(fmt::format("{}  {}", page.nummer.text(), page.titel));
  if (!page.van.empty()) {
    print(fmt::format("{} – {}", dutch_date(page.van), dutch_date(page.tot)));
  }
  print("");
  print_documents(page);
  if (!page.meestAangehaald.empty()) print("\nMeest aangehaald:");
  for (const CitedDocument& cited : page.meestAangehaald) {
    print(fmt::format("{:>8}  {} (in {})", cited.document.volgnummer, name_of(cited.document),
                      documents(cited.cited_by)));
  }
  if (!page.onderdossiers.empty()) print("\nOnderdossiers:");
  for (const Onderdossier& part : page.onderdossiers) {
    print(
        fmt::format("{:>14}  {} ({})", part.nummer.text(), part.titel, documents(part.documenten)));
  }
  std::size_t missing = 0;
  for (const Gap& gap : page.ontbrekend) missing += gap.last - gap.first + 1;
  print_note(
      fmt::format("{}, {} nummers niet aanwezig", documents(page.documenten.size()), missing));
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
