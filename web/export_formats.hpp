#pragma once

#include <string>
#include <string_view>

#include "search/result_page.hpp"

/// How documents are written for other programs, one after the other. Everything that goes in may
/// be hostile; each format escapes in its own source. docs/exports.md describes them.
namespace kamerzoek::web {

struct ExportFormat {
  std::string_view extension;
  std::string_view type;  ///< for Content-Type
  std::string (*begin)();
  /// `site` is "https://host" before the addresses of this site; empty where it is not known.
  std::string (*entry)(const SearchResult& document, const std::string& site);
};

/// Comma-separated values by RFC 4180 with a header row, UTF-8 with a byte order mark.
extern const ExportFormat csv;
/// The tagged format of Research Information Systems.
extern const ExportFormat ris;
extern const ExportFormat bibtex;
/// JSON Lines: each as the API lists it, with its indieners.
extern const ExportFormat json_lines;

/// Where a reference to the document leads: where it is officially published, else its page here.
std::string cited_address(const SearchResult& document, const std::string& site);

/// What the document is called: its onderwerp, else its titel, else its identifier.
const std::string& title_of(const SearchResult& document);

/// The text on one line: whatever is not printable (printable.hpp), a tab, or breaks lines becomes
/// a space.
std::string on_one_line(std::string_view text);

}  // namespace kamerzoek::web
