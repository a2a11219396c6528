// page_latency INDEX [COUNT]: what pages cost in process, beside the question alone that they put
// to the index, as a table of percentiles in milliseconds of processor time, so that what else runs
// hardly matters; `added` is of the differences, page by page. COUNT,
// 500 unless given, is how many are drawn of each kind. With KIND behind it no page is made: the
// addresses drawn of that kind are printed, for scripts/load.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <xapian.h>

#include "tests/bench/drawn_pages.hpp"
#include "web/routes.hpp"

namespace kamerzoek::bench {
namespace {

/// Of this thread on a processor, in milliseconds: other programs do not count.
double processor_time() {
  timespec now = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work>
double milliseconds(Work work) {
  const double begin = processor_time();
  work();
  return processor_time() - begin;
}

double percentile(std::vector<double>& values, double part) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// What a request for this address is answered with.
web::Response page_at(Searcher& searcher, const std::string& address) {
  return web::route({.target = address, .host = "localhost"}, searcher);
}

void measure(Searcher& searcher, const PageKind& kind) {
  std::vector<double> pages;
  std::vector<double> questions;
  std::vector<double> added;
  std::vector<double> sizes;
  for (const std::string& address : kind.addresses) {
    // What is read from the disk, and which words are new, is no matter of pages.
    (void)page_at(searcher, address);
    questions.push_back(milliseconds([&] { kind.ask(searcher, address); }));
    pages.push_back(milliseconds([&] {
      const web::Response page = page_at(searcher, address);
      sizes.push_back(static_cast<double>(page.body.size()));
      if (page.status >= 400) std::fprintf(stderr, "%s: %d\n", address.c_str(), page.status);
    }));
    added.push_back(pages.back() - questions.back());
  }
  if (pages.empty()) return;
  std::printf("| %s | %.0f | %.2f | %.2f | %s | %.2f | %.2f | %.2f | %.2f |\n", kind.name,
              percentile(sizes, 0.5), percentile(pages, 0.5), percentile(pages, 0.99),
              kind.question, percentile(questions, 0.5), percentile(questions, 0.99),
              percentile(added, 0.5), percentile(added, 0.99));
  std::fflush(stdout);
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: page_latency INDEX [COUNT [KIND]]\n", stderr);
    return 2;
  }
  auto searcher = Searcher::open(argv[1]);
  if (!searcher) {
    std::fprintf(stderr, "page_latency: %s\n", searcher.error().message.c_str());
    return 4;
  }
  const int count = argc > 2 ? std::atoi(argv[2]) : 500;
  const auto kinds = drawn_pages(argv[1], static_cast<std::size_t>(std::max(count, 1)));
  if (argc > 3) {
    for (const PageKind& kind : kinds) {
      if (kind.name != std::string(argv[3])) continue;
      for (const std::string& address : kind.addresses) std::puts(address.c_str());
    }
    return 0;
  }
  std::puts(
      "| page | bytes, median | whole: p50, ms | p99 | question | p50 | p99 | added: p50 | p99 |");
  std::puts("|---|---|---|---|---|---|---|---|---|");
  for (const PageKind& kind : kinds) measure(*searcher, kind);
  return 0;
}

}  // namespace
}  // namespace kamerzoek::bench

int main(int argc, char** argv) {
  return kamerzoek::bench::run(argc, argv);
}
