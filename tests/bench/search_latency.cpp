// search_latency INDEX [QUERIES [KIND]]: how long a page of results takes, by kind of query, as a
// table of percentiles. Words and phrases are drawn from the index itself, with a fixed seed; each
// query is asked once, and its page has snippets, facets and an exact total. Behind that the
// processor time of the page, and of the bare query to Xapian (bare_query.hpp). INDEX is a folder
// that `kamerzoek index` made; QUERIES, 300 unless given, is how many are asked of each kind; with
// KIND only those of kinds whose name has that in it.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "search/searcher.hpp"
#include "tests/bench/bare_query.hpp"
#include "tests/bench/drawn_queries.hpp"
#include "tests/bench/stopwatch.hpp"

namespace kamerzoek::bench {
namespace {

void measure(Searcher& searcher, BareQuery& bare, const QueryKind& kind, int count) {
  using Clock = std::chrono::steady_clock;
  Random random(20251124);
  std::vector<double> times;
  std::vector<double> totals;
  std::vector<double> processor;
  std::vector<double> bare_times;
  for (int i = 0; i < count; ++i) {
    const SearchRequest request = kind.draw(random);
    Result<ResultPage> page;
    const auto begin = Clock::now();
    processor.push_back(processor_time([&] { page = searcher.search(request); }));
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    if (!page) {
      std::fprintf(stderr, "%s: %s\n", request.query.c_str(), page.error().message.c_str());
      std::exit(1);
    }
    totals.push_back(static_cast<double>(page->total));
    bare_times.push_back(bare.time(request));
  }
  std::printf("| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n", kind.name,
              percentile(totals, 0.5), percentile(times, 0.5), percentile(times, 0.95),
              percentile(times, 0.99), percentile(times, 1), percentile(processor, 0.5),
              percentile(processor, 0.99), percentile(bare_times, 0.5),
              percentile(bare_times, 0.99));
  std::fflush(stdout);
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: search_latency INDEX [QUERIES [KIND]]\n", stderr);
    return 2;
  }
  auto searcher = Searcher::open(argv[1]);
  if (!searcher) {
    std::fprintf(stderr, "search_latency: %s\n", searcher.error().message.c_str());
    return 4;
  }
  const int count = argc > 2 ? std::atoi(argv[2]) : 300;
  const QuerySource source(argv[1]);
  BareQuery bare(argv[1]);
  std::puts(
      "| kind of query | matches, median | p50, ms | p95 | p99 | slowest | processor: p50 | p99 | "
      "bare: p50 | p99 |");
  std::puts("|---|---|---|---|---|---|---|---|---|---|");
  const std::string only = argc > 3 ? argv[3] : "";
  for (const QueryKind& kind : query_kinds(source)) {
    if (std::string_view(kind.name).find(only) != std::string_view::npos) {
      measure(*searcher, bare, kind, count);
    }
  }
  return 0;
}

}  // namespace
}  // namespace kamerzoek::bench

int main(int argc, char** argv) {
  return kamerzoek::bench::run(argc, argv);
}
