#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/unit/web/csv_rows.hpp"
#include "tests/unit/web/markup.hpp"

/// What would come alive of an answer in the program that takes it: each function says in so many
/// words what is wrong, and nothing of what is right.
namespace kamerzoek::test {

using Complaints = std::vector<std::string>;

inline constexpr std::string_view own_site = "http://zoek.example";

/// The elements and attributes that stand in the templates, in lower case. In a page are no others.
struct Vocabulary {
  std::set<std::string> elements;
  std::set<std::string> attributes;

  static const Vocabulary& of_templates() {
    static const Vocabulary vocabulary = read();
    return vocabulary;
  }

 private:
  static std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
  }

  static Vocabulary read() {
    Vocabulary found;
    const std::regex element("<([A-Za-z0-9]+)");
    const std::regex attribute("\\s([a-zA-Z0-9:-]+)(?:=\"|>|/>)");
    for (const auto& file : std::filesystem::directory_iterator(KAMERZOEK_TEMPLATES)) {
      std::ifstream in(file.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const auto collect = [&](const std::regex& what, std::set<std::string>& into) {
        for (std::sregex_iterator at(text.begin(), text.end(), what), end; at != end; ++at) {
          into.insert(lower((*at)[1]));
        }
      };
      collect(element, found.elements);
      collect(attribute, found.attributes);
    }
    return found;
  }
};

/// Length of the character at the start of `text`; 0 where it is no UTF-8.
inline std::size_t utf8_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 0;
  }
  const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0;
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool none = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
  return overlong || none ? 0 : length;
}

/// Controls, what changes the direction of the letters around it, and what is no character at all.
inline bool has_no_place(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead < 0x20 || lead == 0x7f;
  return (character >= "\u0080" && character < "\u00a0" && character.size() == 2) ||
         (character >= "\u202a" && character <= "\u202e") ||
         (character >= "\u2066" && character <= "\u2069") || character == "\ufffe" ||
         character == "\uffff";
}

/// `allowed` are the controls that may stand in such a text.
inline Complaints text_complaints(std::string_view text, std::string_view allowed) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) return {fmt::format("no UTF-8 at byte {}", at)};
    const std::string_view character = text.substr(at, length);
    if (has_no_place(character) && allowed.find(character) == std::string_view::npos) {
      return {fmt::format("{:?} at byte {}", character, at)};
    }
    at += length;
  }
  return {};
}

/// An address that a reader may be led to: a place on this page or site, or one of those we know.
inline bool is_harmless_address(std::string_view address) {
  const bool printable = std::ranges::all_of(address, [](char c) {
    return c > ' ' && c < 0x7f &&
           std::string_view("\"'<>\\`{}|^").find(c) == std::string_view::npos;
  });
  if (!printable || address.empty()) return false;
  if (address.front() == '#') return address.size() > 1;
  if (address.starts_with(own_site)) address.remove_prefix(own_site.size());
  if (address.front() == '/') return !address.starts_with("//");
  static const std::regex elsewhere(
      "https://(zoek\\.officielebekendmakingen|www\\.officielebekendmakingen|www\\.tweedekamer|"
      "opendata\\.tweedekamer|deeplink\\.rechtspraak|eur-lex\\.europa|berthub)\\.(nl|eu)/");
  return std::regex_search(address.begin(), address.end(), elsewhere,
                           std::regex_constants::match_continuous);
}

inline bool holds_address(const std::string& attribute) {
  static const std::set<std::string> names = {"href",   "src",        "action",  "formaction",
                                              "data",   "background", "cite",    "poster",
                                              "srcset", "ping",       "manifest"};
  return names.contains(attribute);
}

/// What is right in any tree: elements and attributes that templates write, addresses that lead
/// where they may.
inline Complaints tree_complaints(const Markup& markup) {
  const Vocabulary& known = Vocabulary::of_templates();
  Complaints wrong;
  markup.each_node([&](const xmlNode& node) {
    if (node.type == XML_DTD_NODE || node.type == XML_HTML_DOCUMENT_NODE) return;
    const std::string name = Markup::name(node);
    if (node.type != XML_ELEMENT_NODE) return wrong.push_back("a node that is no element: " + name);
    std::string element = name;
    std::ranges::transform(element, element.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (!known.elements.contains(element)) wrong.push_back("<" + name + ">");
    for (auto [attribute, value] : Markup::attributes(node)) {
      std::ranges::transform(attribute, attribute.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
      if (!known.attributes.contains(attribute)) wrong.push_back(name + "@" + attribute);
      if (holds_address(attribute) && !is_harmless_address(value)) {
        wrong.push_back(fmt::format("{}@{}={}", name, attribute, value));
      }
    }
  });
  return wrong;
}

inline void append(Complaints& to, const Complaints& more) {
  to.insert(to.end(), more.begin(), more.end());
}

inline Complaints html_complaints(const std::string& text) {
  Complaints wrong = text_complaints(text, "\n\t\r");
  const Markup page = Markup::html(text);
  append(wrong, page.complaints);
  append(wrong, tree_complaints(page));
  page.each_node([&](const xmlNode& node) {
    if (node.type != XML_ELEMENT_NODE || Markup::name(node) != "script") return;
    const auto attributes = Markup::attributes(node);
    const bool ours = std::ranges::any_of(attributes, [](const auto& attribute) {
      return attribute.name == "src" && attribute.value.starts_with("/assets/kamerzoek-");
    });
    if (!ours || node.children != nullptr) wrong.emplace_back("a script that is not ours");
  });
  return wrong;
}

inline Complaints xml_complaints(const std::string& text) {
  Complaints wrong = text_complaints(text, "\n\t\r");
  const Markup document = Markup::xml(text);
  if (!document.well_formed()) return {"no well-formed XML"};
  append(wrong, tree_complaints(document));
  return wrong;
}

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
