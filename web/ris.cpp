#include <fmt/format.h>

#include "web/export_formats.hpp"
#include "web/notation.hpp"
#include "web/person_name.hpp"

namespace kamerzoek::web {
namespace {

// What a value could break is its line, and a line is all that the format has.
void add(std::string& entry, std::string_view tag, std::string_view value) {
  if (!value.empty()) entry += fmt::format("{}  - {}\r\n", tag, on_one_line(value));
}

std::string begin() {
  return {};
}

std::string entry(const SearchResult& document, const std::string& site) {
  std::string entry = "TY  - GOVDOC\r\n";
  add(entry, "ID", document.id);
  add(entry, "TI", title_of(document));
  if (document.titel != title_of(document)) add(entry, "T2", document.titel);
  for (const std::string& written : document.indieners) {
    const PersonName name = person_name(written);
    add(entry, "AU", name.given.empty() ? name.family : name.family + ", " + name.given);
  }
  if (const auto date = calendar_date(document.datum)) {
    add(entry, "PY", fmt::format("{:04}", date->year));
    add(entry, "DA", fmt::format("{:04}/{:02}/{:02}/", date->year, date->month, date->day));
  }
  add(entry, "M3", document.soort);
  add(entry, "M1", kamerstuk_label(document.dossier, document.volgnummer));
  add(entry, "PB", "Staten-Generaal");
  add(entry, "LA", "nl");
  add(entry, "UR", cited_address(document, site));
  return entry + "ER  - \r\n\r\n";
}

}  // namespace

const ExportFormat ris = {.extension = "ris",
                          .type = "application/x-research-info-systems; charset=utf-8",
                          .begin = begin,
                          .entry = entry};

}  // namespace kamerzoek::web
