#pragma once

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/unit/web/alive.hpp"
#include "tests/unit/web/csv_rows.hpp"

/// What would come alive of JSON, of an export, or of the metrics.
namespace kamerzoek::test {

/// A program that takes JSON takes any string; but addresses it may show as links.
inline void json_complaints(const nlohmann::json& value, const std::string& name,
                            Complaints& wrong) {
  if (value.is_structured()) {
    for (const auto& [key, member] : value.items()) {
      json_complaints(member, value.is_array() ? name : key, wrong);
    }
  }
  const bool address = name == "url" || name.ends_with("_url");
  if (!value.is_string() || !address || value == "") return;
  if (!is_harmless_address(value.get_ref<const std::string&>())) {
    wrong.push_back(name + ": " + value.dump());
  }
}

inline Complaints json_complaints(const std::string& text) {
  const auto value = nlohmann::json::parse(text, nullptr, false);
  if (value.is_discarded()) return {"no JSON"};
  Complaints wrong;
  json_complaints(value, "", wrong);
  return wrong;
}

/// `text` cut at every `end`, with which it must end too.
inline std::vector<std::string> lines_of(const std::string& text, std::string_view end) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find(end, at);
    if (found == std::string::npos) throw std::runtime_error("a last line without an end");
    lines.push_back(text.substr(at, found - at));
    at = found + end.size();
  }
  return lines;
}

inline Complaints json_lines_complaints(const std::string& text) {
  Complaints wrong;
  for (const std::string& line : lines_of(text, "\n")) append(wrong, json_complaints(line));
  return wrong;
}

/// Cells that a spreadsheet would take for a formula, also one that splits at the semicolon.
inline Complaints csv_complaints(const std::string& text) {
  Complaints wrong;
  static const std::regex formula("(^|;)[ \"]*[=+@\\t\\r\\n-]");
  const std::string without_mark = text.substr(3);
  for (const auto& row : read_csv(without_mark)) {
    if (row.size() != 10) wrong.push_back(fmt::format("a row of {} cells", row.size()));
    for (const std::string& cell : row) {
      append(wrong, text_complaints(cell, ""));
      if (std::regex_search(cell.substr(0, 500), formula)) wrong.push_back("a formula: " + cell);
    }
  }
  return wrong;
}

inline Complaints ris_complaints(const std::string& text) {
  Complaints wrong;
  bool inside = false;
  static const std::regex tagged("(ID|TI|T2|AU|PY|DA|M3|M1|PB|LA|UR)  - [^\\r\\n]+");
  for (const std::string& line : lines_of(text, "\r\n")) {
    append(wrong, text_complaints(line, ""));
    const bool begins = line == "TY  - GOVDOC";
    const bool ends = line == "ER  - ";
    const bool right = begins         ? !inside
                       : ends         ? inside
                       : line.empty() ? !inside
                                      : inside && std::regex_match(line.substr(0, 500), tagged);
    if (!right) wrong.push_back("a line out of place: " + line);
    inside = begins || (inside && !ends);
  }
  if (inside) wrong.emplace_back("an entry without an end");
  return wrong;
}

/// Reads BibTeX as BibTeX does: by counting braces, whatever stands between them.
class BibtexReader {
 public:
  explicit BibtexReader(std::string_view text) : rest_(text) {}

  Complaints run() {
    while (!rest_.empty() && wrong_.empty()) entry();
    return wrong_;
  }

 private:
  void entry() {
    expect("@misc{");
    const std::size_t end = std::min(rest_.find_first_of(",{}\"#%~\\ \n"), rest_.size());
    if (end == 0) wrong_.emplace_back("an entry without a key");
    rest_.remove_prefix(end);
    while (wrong_.empty() && rest_.starts_with(",\n  ")) field();
    expect("\n}\n\n");
  }

  void field() {
    static const std::set<std::string_view> fields = {"title", "author",   "howpublished", "year",
                                                      "month", "language", "url"};
    expect(",\n  ");
    const std::size_t end = std::min(rest_.find(" = "), rest_.size());
    if (!fields.contains(rest_.substr(0, end)))
      wrong_.push_back(fmt::format("a field {:.40}", rest_));
    rest_.remove_prefix(std::min(end + 3, rest_.size()));
    if (rest_.starts_with('{')) return value();
    rest_.remove_prefix(std::min(rest_.find_first_of(",\n"), rest_.size()));
  }

  void value() {
    int depth = 0;
    std::size_t at = 0;
    do {
      depth += rest_[at] == '{' ? 1 : rest_[at] == '}' ? -1 : 0;
    } while (++at < rest_.size() && depth > 0);
    append(wrong_, text_complaints(rest_.substr(0, at), ""));
    rest_.remove_prefix(at);
  }

  void expect(std::string_view text) {
    if (!wrong_.empty()) return;
    if (!rest_.starts_with(text)) {
      wrong_.push_back(fmt::format("{:?} instead of {:?}", rest_.substr(0, 40), text));
      rest_ = {};
    }
    rest_.remove_prefix(std::min(text.size(), rest_.size()));
  }

  std::string_view rest_;
  Complaints wrong_;
};

/// A site map, whole and of this site alone.
inline Complaints sitemap_complaints(const std::string& text) {
  Complaints wrong = text_complaints(text, "\n");
  const Markup map = Markup::xml(text);
  if (!map.well_formed() || !map.valid("sitemap.rng")) return {"no site map"};
  for (const std::string& address : map.all("//s:loc")) {
    if (!address.starts_with(std::string(own_site) + "/")) wrong.push_back(address);
  }
  return wrong;
}

/// Prometheus' text format.
inline Complaints metrics_complaints(const std::string& text) {
  Complaints wrong;
  static const std::regex line(
      "# (HELP|TYPE) [a-z_]+ [^\\\\]+|"
      "[a-z_]+(\\{[a-z]+=\"[A-Za-z0-9_.+]+\"(,[a-z]+=\"[A-Za-z0-9_.+]+\")*\\})? [0-9.e+-]+");
  for (const std::string& one : lines_of(text, "\n")) {
    if (!std::regex_match(one, line)) wrong.push_back("no sample: " + one);
  }
  return wrong;
}

}  // namespace kamerzoek::test
