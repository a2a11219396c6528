// pages_bench [INDEX] [--benchmark_…]: how long the largest dossiers and the most cited papers of
// an index take, as plain values and as the whole page; for each the median and the slowest of
// many. INDEX is a folder that `kamerzoek index` made, otherwise $KAMERZOEK_INDEX.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "search/searcher.hpp"
#include "web/routes.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t most_measured = 5;
constexpr int repetitions = 50;

std::optional<Searcher> searcher;

/// The numbers under which most records stand, with how many they are.
std::vector<std::pair<std::size_t, std::string>> largest(const std::string& index,
                                                         schema::Label label) {
  const Xapian::Database database(schema::current(index).string());
  const std::string prefix(schema::prefix_of(label));
  std::vector<std::pair<std::size_t, std::string>> sizes;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    sizes.emplace_back(term.get_termfreq(), (*term).substr(prefix.size()));
  }
  std::ranges::sort(sizes, std::greater<>());
  if (sizes.size() > most_measured) sizes.resize(most_measured);
  return sizes;
}

void as_values(benchmark::State& state, const std::string& number) {
  std::size_t documents = 0;
  for (auto _ : state) {
    const auto page = searcher->dossier(number);
    documents = page ? page->documenten.size() : 0;
  }
  state.counters["documents"] = static_cast<double>(documents);
}

void as_links(benchmark::State& state, const std::string& id) {
  std::size_t cited_by = 0;
  for (auto _ : state) {
    const auto links = searcher->links(id);
    cited_by = links ? links->cited_by_total : 0;
  }
  state.counters["cited_by"] = static_cast<double>(cited_by);
}

void as_page(benchmark::State& state, const std::string& path) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    bytes = web::route({.target = path}, *searcher).body.size();
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}

void measure(const char* what, void (*run)(benchmark::State&, const std::string&),
             const std::string& number) {
  benchmark::RegisterBenchmark((std::string(what) + "/" + number).c_str(),
                               [run, number](benchmark::State& state) { run(state, number); })
      ->Unit(benchmark::kMillisecond)
      ->Iterations(1)
      ->Repetitions(repetitions)
      ->ReportAggregatesOnly()
      ->ComputeStatistics(
          "max", [](const std::vector<double>& times) { return *std::ranges::max_element(times); });
}

int bench(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const char* named = argc > 1 ? argv[1] : std::getenv("KAMERZOEK_INDEX");
  if (named == nullptr) {
    std::fputs("pages_bench: name an index\n", stderr);
    return 2;
  }
  auto opened = Searcher::open(named);
  if (!opened) {
    std::fprintf(stderr, "pages_bench: %s\n", opened.error().message.c_str());
    return 4;
  }
  searcher = *std::move(opened);
  // Whole dossiers, and those with the most below them (36600 with all its chapters).
  auto numbers = largest(named, schema::Label::dossier);
  for (auto& one : largest(named, schema::Label::hoofddossier)) numbers.push_back(std::move(one));
  std::ranges::sort(numbers, {}, &std::pair<std::size_t, std::string>::second);
  numbers.erase(
      std::ranges::unique(numbers, {}, &std::pair<std::size_t, std::string>::second).begin(),
      numbers.end());
  for (const auto& [records, number] : numbers) {
    measure("values", as_values, number);
    measure("page", as_page, "/dossier/" + number);
  }
  for (const auto& [records, id] : largest(named, schema::Label::cites)) {
    measure("links", as_links, id);
    measure("page", as_page, "/" + id);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  return kamerzoek::bench(argc, argv);
}
