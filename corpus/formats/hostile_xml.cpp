#include "corpus/formats/hostile_xml.hpp"

#include <cstddef>
#include <limits>

#include <fmt/format.h>
#include <libxml/parser.h>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t longest_reason = 200;
constexpr std::size_t most_attributes = 500;

std::string reason_of(const xmlError& error) {
  std::string_view message = error.message == nullptr ? "onbekende fout" : error.message;
  message = message.substr(0, message.find('\n')).substr(0, longest_reason);
  message = message.substr(0, first_invalid_utf8(message));
  return collapsed(message);
}

// No tag holds a '<', so that the '=' between two of those are enough to count.
bool has_crowded_tag(std::string_view bytes) {
  std::size_t attributes = 0;
  char before = '<';
  for (const char c : bytes) {
    if (c == '<') attributes = 0;
    if (c == '=' && before != '=' && ++attributes > most_attributes) return true;
    before = c;
  }
  return false;
}

}  // namespace

void prepare_libxml() {
  static const bool prepared = (xmlInitParser(), true);
  static_cast<void>(prepared);
}

std::optional<Error> why_no_markup(std::string_view bytes, std::string_view what) {
  const auto error = [&](std::string_view why) {
    return Error{ErrorCode::unreadable, fmt::format("de {} {}", what, why), {}};
  };
  if (bytes.empty()) return error("is leeg");
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return error("is groter dan 2 GB");
  }
  if (const std::size_t at = first_invalid_utf8(bytes); at != std::string_view::npos) {
    return error(fmt::format("is geen UTF-8 (byte {})", at));
  }
  return std::nullopt;
}

std::optional<Error> why_no_xml(std::string_view bytes) {
  if (auto error = why_no_markup(bytes, "XML")) return error;
  if (!has_crowded_tag(bytes)) return std::nullopt;
  return Error{ErrorCode::unreadable,
               fmt::format("de XML heeft een element met meer dan {} attributen", most_attributes),
               {}};
}

Error doctype_refused() {
  return {ErrorCode::unreadable,
          "de XML heeft een DOCTYPE, die hier om veiligheidsredenen wordt geweigerd",
          "verwijder de DOCTYPE-regel; de publicaties zelf hebben er geen"};
}

Error not_well_formed(const xmlError* error) {
  if (error == nullptr || error->code == XML_ERR_OK) {
    return {ErrorCode::unreadable, "de XML is niet goed gevormd", {}};
  }
  return {ErrorCode::unreadable,
          fmt::format("de XML is niet goed gevormd, regel {}: {}", error->line, reason_of(*error)),
          {}};
}

}  // namespace kamerzoek
