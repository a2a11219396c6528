#include "web/export_formats.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "search/address.hpp"
#include "search/result_json.hpp"
#include "web/printable.hpp"

namespace kamerzoek::web {
namespace {

std::string nothing() {
  return {};
}

std::string json_line(const SearchResult& document, const std::string& /*site*/) {
  nlohmann::ordered_json line = listing_json(document);
  line["indieners"] = document.indieners;
  return dump(line) + "\n";
}

/// The length of what breaks a line at the start of `text`, or 0.
std::size_t line_break_at(std::string_view text) {
  if (text.front() == '\n' || text.front() == '\r' || text.front() == '\t') return 1;
  return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

}  // namespace

const ExportFormat json_lines = {
    .extension = "jsonl", .type = "application/jsonl", .begin = nothing, .entry = json_line};

std::string cited_address(const SearchResult& document, const std::string& site) {
  std::string official = official_address(document.id);
  return official.empty() ? site + document.url : official;
}

const std::string& title_of(const SearchResult& document) {
  if (!document.onderwerp.empty()) return document.onderwerp;
  return document.titel.empty() ? document.id : document.titel;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t break_or_control = std::max(line_break_at(text), unprintable_at(text));
    out += break_or_control == 0 ? text.front() : ' ';
    text.remove_prefix(std::max<std::size_t>(break_or_control, 1));
  }
  return out;
}

}  // namespace kamerzoek::web
