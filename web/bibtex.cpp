#include <array>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "web/export_formats.hpp"
#include "web/notation.hpp"
#include "web/person_name.hpp"

namespace kamerzoek::web {
namespace {

/// What LaTeX shows instead of obeying. BibTeX counts braces, also escaped ones, so theirs are
/// written with names. Everything else is UTF-8, as LaTeX has read it since 2018.
std::string_view escaped(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

std::string latex(std::string_view text) {
  std::string out;
  for (const char c : on_one_line(text)) {
    const std::string_view instead = escaped(c);
    if (instead.empty()) {
      out += c;
    } else {
      out += instead;
    }
  }
  return out;
}

/// The identifier as a key, which has few characters to its disposal; what has none of them is
/// written as an underscore and its number, so that no two identifiers share a key.
std::string key_of(std::string_view id) {
  std::string key;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == ':';
    key += plain ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return key;
}

/// A name that is not taken apart stands in braces: BibTeX would take its last word for the family.
std::string author(const std::string& written) {
  const PersonName name = person_name(written);
  if (name.given.empty()) return "{" + latex(name.family) + "}";
  return fmt::format("{{{}}}, {}", latex(name.family), latex(name.given));
}

void add(std::string& entry, std::string_view field, const std::string& value) {
  if (!value.empty()) entry += fmt::format(",\n  {} = {{{}}}", field, value);
}

std::string begin() {
  return {};
}

std::string entry(const SearchResult& document, const std::string& site) {
  constexpr std::array months = {"jan", "feb", "mar", "apr", "may", "jun",
                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  std::string entry = "@misc{" + key_of(document.id);
  // Braces of its own: a style may not take the capitals off names.
  add(entry, "title", "{" + latex(title_of(document)) + "}");
  std::vector<std::string> authors;
  for (const std::string& written : document.indieners) authors.push_back(author(written));
  add(entry, "author", fmt::format("{}", fmt::join(authors, " and ")));
  std::vector<std::string> published;
  for (const std::string& part :
       {document.soort, kamerstuk_label(document.dossier, document.volgnummer),
        dutch_date(document.datum)}) {
    if (!part.empty()) published.push_back(latex(part));
  }
  add(entry, "howpublished", fmt::format("{}", fmt::join(published, ", ")));
  if (const auto date = calendar_date(document.datum)) {
    add(entry, "year", fmt::format("{:04}", date->year));
    entry += fmt::format(",\n  month = {}", months[date->month - 1]);
  }
  add(entry, "language", "dutch");
  // Read as it stands, and percent-encoded already.
  add(entry, "url", cited_address(document, site));
  return entry + "\n}\n\n";
}

}  // namespace

const ExportFormat bibtex = {.extension = "bib",
                             .type = "application/x-bibtex; charset=utf-8",
                             .begin = begin,
                             .entry = entry};

}  // namespace kamerzoek::web
