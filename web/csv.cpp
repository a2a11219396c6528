#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "web/export_formats.hpp"

namespace kamerzoek::web {
namespace {

// A spreadsheet that opens the file has nothing else to know UTF-8 by, and would show "FinanciÃ«n".
// Programs for which the mark would be in the way have JSON Lines.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view line_end = "\r\n";

bool begins_formula(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@';
}

/// The cell between quotes. A spreadsheet would run what begins like a formula, so that gets an
/// apostrophe before it, which spreadsheets take for "this is text". The Dutch ones split at a
/// semicolon: behind it a cell begins as well.
std::string cell(std::string_view raw) {
  std::string out = "\"";
  bool at_begin = true;
  for (const char c : on_one_line(raw)) {
    if (at_begin && begins_formula(c)) out += '\'';
    at_begin = c == ';' || (at_begin && (c == ' ' || c == '"'));
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string begin() {
  return fmt::format(
      "{}id,documentNummer,soort,titel,onderwerp,datum,dossier,volgnummer,indieners,url{}",
      byte_order_mark, line_end);
}

std::string row(const SearchResult& document, const std::string& site) {
  const std::array cells = {cell(document.id),
                            cell(document.documentNummer),
                            cell(document.soort),
                            cell(document.titel),
                            cell(document.onderwerp),
                            cell(document.datum),
                            cell(document.dossier),
                            cell(document.volgnummer),
                            cell(fmt::format("{}", fmt::join(document.indieners, "; "))),
                            cell(site + document.url)};
  return fmt::format("{}{}", fmt::join(cells, ","), line_end);
}

}  // namespace

const ExportFormat csv = {.extension = "csv",
                          .type = "text/csv; charset=utf-8; header=present",
                          .begin = begin,
                          .entry = row};

}  // namespace kamerzoek::web
