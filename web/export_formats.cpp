#include "web/export_formats.hpp"

#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "search/address.hpp"
#include "search/result_json.hpp"

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

/// The length of what would break a line, or has no place in a text, at the start of `text`: C0 and
/// C1 controls, and the separators of lines and paragraphs.
std::size_t control_at(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  if (text.size() >= 2 && byte(0) == 0xc2 && byte(1) < 0xa0) return 2;
  if (text.starts_with("\u2028") || text.starts_with("\u2029")) return 3;
  return 0;
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
    const std::size_t control = control_at(text);
    out += control == 0 ? text.front() : ' ';
    text.remove_prefix(control == 0 ? 1 : control);
  }
  return out;
}

}  // namespace kamerzoek::web
