// search_latency INDEX [QUERIES [KIND]]: how long a page of results takes, by kind of query, as a
// table of percentiles. Words and phrases are drawn from the index itself, with a fixed seed; each
// query is asked once, and its page has snippets, facets and an exact total. INDEX is a folder that
// `kamerzoek index` made; QUERIES, 300 unless given, is how many are asked of each kind; with KIND
// only those of kinds whose name has that in it.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "search/searcher.hpp"
#include "tests/bench/drawn_queries.hpp"

namespace kamerzoek::bench {
namespace {

double percentile(const std::vector<double>& sorted, double part) {
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

void measure(Searcher& searcher, const QueryKind& kind, int count) {
  using Clock = std::chrono::steady_clock;
  Random random(20251124);
  std::vector<double> times;
  std::vector<double> totals;
  for (int i = 0; i < count; ++i) {
    const SearchRequest request = kind.draw(random);
    const auto begin = Clock::now();
    const auto page = searcher.search(request);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    if (!page) {
      std::fprintf(stderr, "%s: %s\n", request.query.c_str(), page.error().message.c_str());
      std::exit(1);
    }
    totals.push_back(static_cast<double>(page->total));
  }
  std::ranges::sort(times);
  std::ranges::sort(totals);
  std::printf("| %s | %.0f | %.2f | %.2f | %.2f | %.2f |\n", kind.name, percentile(totals, 0.5),
              percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99),
              times.back());
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
  std::puts("| kind of query | matches, median | p50, ms | p95 | p99 | slowest |");
  std::puts("|---|---|---|---|---|---|");
  const std::string only = argc > 3 ? argv[3] : "";
  for (const QueryKind& kind : query_kinds(source)) {
    if (std::string_view(kind.name).find(only) != std::string_view::npos) {
      measure(*searcher, kind, count);
    }
  }
  return 0;
}

}  // namespace
}  // namespace kamerzoek::bench

int main(int argc, char** argv) {
  return kamerzoek::bench::run(argc, argv);
}
