#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <unistd.h>

#include "web/metrics.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

void write_gauge(std::string& text, std::string_view name, std::string_view help, auto value) {
  text += metric_heading(name, "gauge", help);
  fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

/// 0 where the system does not tell.
std::uint64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t whole = 0;
  std::uint64_t resident = 0;
  if (!(file >> whole >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void write_index(std::string& text, const Freshness& freshness) {
  const auto now = std::chrono::system_clock::now();
  const auto age = [&](std::chrono::system_clock::time_point then) {
    return std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
  };
  write_gauge(text, "kamerzoek_index_documents", "Documents in the index.", freshness.documents);
  write_gauge(text, "kamerzoek_index_bytes", "Size of the index on disk.", freshness.bytes);
  write_gauge(text, "kamerzoek_index_commit_age_seconds", "Since the newest commit.",
              age(freshness.committed));
  if (!freshness.newest) return;
  write_gauge(text, "kamerzoek_index_newest_document_age_seconds",
              "Since the day of the newest document began.",
              age(std::chrono::sys_days(*freshness.newest)));
}

}  // namespace

Response metrics_page(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto freshness = searcher.freshness();
  if (!freshness) return problem(target, freshness.error());
  std::string text = request_metrics().text();
  write_index(text, *freshness);
  write_gauge(text, "process_resident_memory_bytes", "Resident memory.", resident_bytes());
  text += metric_heading("kamerzoek_build_info", "gauge", "The version that runs.");
  text +=
      fmt::format("kamerzoek_build_info{{version=\"{}\"}} 1\n", metric_label(KAMERZOEK_VERSION));
  return {.type = "text/plain; version=0.0.4; charset=utf-8",
          .body = std::move(text),
          .cache = "no-store"};
}

}  // namespace kamerzoek::web
