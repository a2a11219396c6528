#include "indexer/check.hpp"

#include <chrono>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"

namespace kamerzoek::cli {
namespace {

/// One line that is written over, on a terminal only.
class Progress {
 public:
  void show(std::string_view what, std::size_t done, std::size_t of) {
    if (!on_) return;
    shown_ = true;
    fmt::print(stderr, "\r\x1b[K{}: {} van {}", what, done, of);
    std::fflush(stderr);
  }
  void clear() const {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
  }

 private:
  bool on_ = is_terminal(2);
  bool shown_ = false;
};

nlohmann::ordered_json to_json(const CheckReport& report, double seconds) {
  auto counts = nlohmann::ordered_json::object();
  for (const auto& [kind, count] : report.findings.counts()) counts[name_of(kind)] = count;
  auto findings = nlohmann::ordered_json::array();
  for (const Finding& finding : report.findings.kept()) {
    findings.push_back({{"kind", name_of(finding.kind)},
                        {"where", finding.where},
                        {"docid", finding.docid},
                        {"message", finding.message},
                        {"advice", finding.advice},
                        {"damage", is_damage(finding.kind)},
                        {"mendable", finding.is_mendable}});
  }
  return {{"records", report.records},       {"clean", report.is_clean()},
          {"mendable", report.is_mendable},  {"counts", std::move(counts)},
          {"findings", std::move(findings)}, {"seconds", seconds}};
}

void print_findings(const Findings& findings) {
  for (const Finding& finding : findings.kept()) {
    print(fmt::format("{}: {}: {}", name_of(finding.kind), finding.where, finding.message));
    if (!finding.advice.empty()) print("  " + finding.advice);
  }
  for (const auto& [kind, count] : findings.counts()) {
    if (count <= Findings::most_of_a_kind) continue;
    print(fmt::format("{}: nog {} andere", name_of(kind), count - Findings::most_of_a_kind));
  }
}

/// What a rebuild would do about it.
std::string outlook(const CheckReport& report) {
  if (!report.is_mendable) {
    return "`kamerzoek rebuild` herstelt dit niet: het kan de index niet helemaal lezen";
  }
  bool leaves_some = false;
  for (const Finding& finding : report.findings.kept()) {
    leaves_some = leaves_some || (is_damage(finding.kind) && !finding.is_mendable);
  }
  return leaves_some ? "`kamerzoek rebuild` herstelt dit, op wat hierboven een eigen raad heeft na"
                     : "`kamerzoek rebuild` herstelt dit";
}

void print_report(const CheckReport& report, double seconds) {
  print_findings(report.findings);
  print(fmt::format("{} records nagezien in {:.1f} s: {}", report.records, seconds,
                    report.is_clean() ? "geen schade" : "de index is beschadigd"));
  if (!report.is_clean()) print(outlook(report));
}

Exit check_index(const Common& common) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  Progress progress;
  const auto report = check(common.index, [&](std::string_view what, std::size_t done,
                                              std::size_t of) { progress.show(what, done, of); });
  progress.clear();
  if (!report) return fail(report.error());
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  if (common.format == Format::json) {
    print_json(to_json(*report, seconds));
  } else {
    print_report(*report, seconds);
  }
  return report->is_clean() ? Exit::done : Exit::index_unavailable;
}

}  // namespace

Action add_check(CLI::App& command) {
  auto common = std::make_shared<Common>();
  add_common(command, *common);
  return [common] { return check_index(*common); };
}

}  // namespace kamerzoek::cli
