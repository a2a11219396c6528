#include <fstream>
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
  std::vector<std::string> words;
  std::string queries;
  SearchRequest request;
};

void print_page(const ResultPage& page) {
  if (page.uitleg) {
    if (!page.uitleg->vraag.empty()) print("Gelezen als: " + page.uitleg->vraag);
    for (const std::string& sentence : page.uitleg->zinnen) print(sentence);
    print("");
  }
  for (const SearchResult& result : page.results) print_result(result);
  std::string line = page.total == 1 ? "1 document" : fmt::format("{} documenten", page.total);
  if (page.results.size() < page.total && !page.results.empty()) {
    line += fmt::format(", getoond {} tot en met {}", page.request.offset + 1,
                        page.request.offset + page.results.size());
  }
  if (page.partial) line += "; minder dan tien met alle woorden, de rest met een deel ervan";
  print_note(line);
  for (const std::string& note : page.notes) print_note(note);
  if (page.suggestion) print_note("Bedoelde u: " + *page.suggestion);
}

Exit search_one(Searcher& searcher, const Options& options) {
  auto page = searcher.search(options.request);
  if (!page) return fail(page.error());
  if (options.common.format == Format::json) {
    print_json(to_json(*page));
  } else {
    print_page(*page);
  }
  return Exit::done;
}

/// A run in the form of TREC: `id Q0 document rank score kamerzoek`.
Exit search_file(Searcher& searcher, const Options& options) {
  std::ifstream file(options.queries);
  if (!file) {
    return fail({ErrorCode::usage, fmt::format("{} kan niet worden gelezen", options.queries), {}});
  }
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      return fail({ErrorCode::usage,
                   fmt::format("{}, regel {}: geen tab na het nummer van de vraag", options.queries,
                               number),
                   "schrijf op elke regel een nummer, een tab en de vraag"});
    }
    SearchRequest request = options.request;
    request.query = line.substr(tab + 1);
    auto page = searcher.search(request);
    if (!page) {
      print_error(fmt::format("{}, regel {}", options.queries, number));
      return fail(page.error());
    }
    for (std::size_t rank = 0; rank < page->results.size(); ++rank) {
      print(fmt::format("{} Q0 {} {} {:.6f} kamerzoek", line.substr(0, tab), page->results[rank].id,
                        rank + 1, page->results[rank].score));
    }
  }
  return Exit::done;
}

Exit search(Options& options) {
  if (options.queries.empty() != (options.common.format != Format::trec)) {
    return fail({ErrorCode::usage, "--queries en --format trec horen bij elkaar", {}});
  }
  auto searcher = Searcher::open(options.common.index);
  if (!searcher) return fail(searcher.error());
  if (!options.queries.empty()) return search_file(*searcher, options);
  options.request.query = fmt::format("{}", fmt::join(options.words, " "));
  return search_one(*searcher, options);
}

}  // namespace

Action add_search(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->common.index = default_index();
  command.add_option("--index", options->common.index, "De map van de index")->type_name("MAP");
  command.add_option("--format", options->common.format, "text, json, of met --queries trec")
      ->type_name("VORM")
      ->transform(choice({{"text", static_cast<int>(Format::text)},
                          {"json", static_cast<int>(Format::json)},
                          {"trec", static_cast<int>(Format::trec)}}));
  SearchRequest& request = options->request;
  command.add_option("VRAAG", options->words, "Wat u zoekt")->type_name("");
  command
      .add_option("--queries", options->queries, "Een bestand met op elke regel nummer, tab, vraag")
      ->type_name("BESTAND");
  command.add_option("--limit", request.limit, "Hoeveel documenten (10)")
      ->type_name("GETAL")
      ->check(number_up_to(10'000));
  command.add_option("--offset", request.offset, "Hoeveel er worden overgeslagen (0)")
      ->type_name("GETAL")
      ->check(number_up_to(10'000'000));
  command.add_option("--sort", request.sort, "relevantie, nieuwste of oudste")
      ->type_name("VOLGORDE")
      ->transform(choice({{"relevantie", static_cast<int>(Sort::relevantie)},
                          {"nieuwste", static_cast<int>(Sort::nieuwste)},
                          {"oudste", static_cast<int>(Sort::oudste)}}));
  command.add_flag("--explain", request.explain,
                   "Leg uit hoe de vraag is gelezen en waarom elk document erbij staat");
  command.add_option("--soort", request.soort, "Alleen deze soort, zoals 'Brief regering'");
  command.add_option("--dossier", request.dossier, "Alleen dit dossier, zoals 36600-XXII");
  command.add_option("--indiener", request.indiener, "Alleen van deze indiener of ondertekenaar");
  command.add_option("--commissie", request.commissie, "Alleen van zaken van deze commissie");
  command.add_option("--van", request.van, "Vanaf deze datum")->type_name("DATUM");
  command.add_option("--tot", request.tot, "Tot en met deze datum")->type_name("DATUM");
  return [options] { return search(*options); };
}

}  // namespace kamerzoek::cli
