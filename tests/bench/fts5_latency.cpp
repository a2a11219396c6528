// fts5_latency INDEX DATABASE [QUERIES]: how long a page of results takes, and the same page of
// SQLite's FTS5 (scripts/fts5 makes DATABASE of the same documents), by turns, as a table of
// percentiles in milliseconds of processor time. Queries are those of search_latency. FTS5 ranks by
// bm25 and cuts snippets; its time is given without and with the count that makes a total. It keeps
// no dates here: what is newest is for it what was added last.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "search/searcher.hpp"
#include "tests/bench/drawn_queries.hpp"
#include "tests/bench/stopwatch.hpp"

namespace kamerzoek::bench {
namespace {

class Fts5 {
 public:
  explicit Fts5(const char* path) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY, nullptr);
    database_.reset(opened);
    if (status != SQLITE_OK) fail();
    run("PRAGMA mmap_size = 4294967296", {});
  }

  void page(const SearchRequest& request) {
    const std::string limit = " LIMIT 10 OFFSET " + std::to_string(request.offset);
    if (request.query.empty()) {
      run("SELECT id, titel, substr(tekst, 1, 240) FROM documents ORDER BY rowid DESC" + limit, {});
      return;
    }
    const std::string order = request.sort == Sort::relevantie ? "rank" : "rowid DESC";
    run("SELECT id, titel, snippet(documents, -1, '[', ']', '…', 32) FROM documents "
        "WHERE documents MATCH ? ORDER BY " +
            order + limit,
        request.query);
  }

  void total(const SearchRequest& request) {
    if (request.query.empty()) {
      run("SELECT count(*) FROM documents", {});
    } else {
      run("SELECT count(*) FROM documents WHERE documents MATCH ?", request.query);
    }
  }

 private:
  void run(const std::string& sql, const std::string& query) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
      fail();
    }
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared,
                                                                               sqlite3_finalize);
    if (!query.empty()) sqlite3_bind_text(prepared, 1, query.c_str(), -1, nullptr);
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(prepared)) == SQLITE_ROW) {
      for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
        sqlite3_column_text(prepared, column);
      }
    }
    if (status != SQLITE_DONE) fail();
  }

  [[noreturn]] void fail() const {
    std::fprintf(stderr, "fts5_latency: %s\n", sqlite3_errmsg(database_.get()));
    std::exit(1);
  }

  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database_{nullptr, sqlite3_close};
};

void measure(Searcher& searcher, Fts5& fts5, const QueryKind& kind, int count) {
  Random random(20251124);
  std::vector<double> ours;
  std::vector<double> pages;
  std::vector<double> with_totals;
  for (int i = 0; i < count; ++i) {
    const SearchRequest request = kind.draw(random);
    Result<ResultPage> page;
    ours.push_back(processor_time([&] { page = searcher.search(request); }));
    if (!page) std::exit(1);
    pages.push_back(processor_time([&] { fts5.page(request); }));
    with_totals.push_back(pages.back() + processor_time([&] { fts5.total(request); }));
  }
  const auto times = [](const std::vector<double>& theirs, const std::vector<double>& own) {
    return std::vector{percentile(theirs, 0.5), percentile(theirs, 0.99),
                       percentile(theirs, 0.5) / percentile(own, 0.5),
                       percentile(theirs, 0.99) / percentile(own, 0.99)};
  };
  std::printf("| %s | %.2f | %.2f |", kind.name, percentile(ours, 0.5), percentile(ours, 0.99));
  for (const auto& theirs : {pages, with_totals}) {
    const auto row = times(theirs, ours);
    std::printf(" %.2f | %.2f | %.1f | %.1f |", row[0], row[1], row[2], row[3]);
  }
  std::puts("");
  std::fflush(stdout);
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: fts5_latency INDEX DATABASE [QUERIES]\n", stderr);
    return 2;
  }
  auto searcher = Searcher::open(argv[1]);
  if (!searcher) {
    std::fprintf(stderr, "fts5_latency: %s\n", searcher.error().message.c_str());
    return 4;
  }
  Fts5 fts5(argv[2]);
  const int count = argc > 3 ? std::atoi(argv[3]) : 300;
  const QuerySource source(argv[1]);
  std::puts(
      "| kind of query | here: p50, ms | p99 | FTS5: p50 | p99 | FTS5 / here: p50 | p99 | FTS5 "
      "with "
      "a total: p50 | p99 | / here: p50 | p99 |");
  std::puts("|---|---|---|---|---|---|---|---|---|---|---|");
  for (const QueryKind& kind : query_kinds(source)) measure(*searcher, fts5, kind, count);
  return 0;
}

}  // namespace
}  // namespace kamerzoek::bench

int main(int argc, char** argv) {
  return kamerzoek::bench::run(argc, argv);
}
