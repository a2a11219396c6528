#include "cli/report.hpp"

#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/print.hpp"

namespace kamerzoek::cli {

void print_report(const IndexReport& report, std::optional<std::size_t> texts, Format format) {
  if (format == Format::json) {
    nlohmann::ordered_json out = {{"read", report.read},       {"added", report.added},
                                  {"updated", report.updated}, {"unchanged", report.unchanged},
                                  {"deleted", report.deleted}, {"skipped", report.skipped}};
    if (texts) out["texts"] = *texts;
    out["seconds"] = report.seconds;
    return print_json(out);
  }
  const std::string fetched = texts ? fmt::format(" {} teksten;", *texts) : std::string();
  print(
      fmt::format("{} gelezen: {} nieuw, {} bijgewerkt, {} ongewijzigd, {} verwijderd;{} "
                  "{} overgeslagen; {:.1f} s",
                  report.read, report.added, report.updated, report.unchanged, report.deleted,
                  fetched, report.skipped, report.seconds));
}

}  // namespace kamerzoek::cli
