#include "cli/print.hpp"

#include <array>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "corpus/model/json.hpp"

namespace kamerzoek::cli {
namespace {

/// Length of the C1 control character (U+0080–U+009F, two bytes) or of the ASCII one at `at`.
std::size_t control_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if ((byte < 0x20 && text[at] != '\n') || byte == 0x7f) return 1;
  const bool c1 =
      byte == 0xc2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xa0;
  return c1 ? 2 : 0;
}

void write(std::FILE* to, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), to);
  std::fputc('\n', to);
}

/// Where the passage stands: "[De brug, p. 12, noot 5]".
void print_place(const SearchResult& result) {
  std::string place = result.kop;
  const auto add = [&](const std::string& part) { place += (place.empty() ? "" : ", ") + part; };
  if (!result.pagina.empty()) add("p. " + result.pagina);
  if (result.noot > 0) add("noot " + result.nootNummer);
  if (!place.empty()) print("    [" + place + "]");
}

/// The passage, and where it stands; nothing where there is none.
void print_snippet(const SearchResult& result) {
  if (result.snippet.empty()) return;
  print_place(result);
  // Bold is the program's own; whatever the document held has been made harmless by then.
  std::string out;
  for (const SnippetPart& part : result.snippet) {
    const std::string text = harmless(part.text);
    out += part.match && is_terminal(1) ? fmt::format("\x1b[1m{}\x1b[0m", text) : text;
  }
  write(stdout, "    " + out);
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = control_length(text, at); length > 0) {
      out += "\uFFFD";
      at += length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

void print(std::string_view line) {
  write(stdout, harmless(line));
}
void print_json(const nlohmann::ordered_json& value) {
  write(stdout, dump(value));
}
void print_error(std::string_view what) {
  write(stderr, fmt::format("kamerzoek: {}", harmless(what)));
}
void print_note(std::string_view what) {
  write(stderr, fmt::format("  {}", harmless(what)));
}
bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

std::string dutch_date(std::string_view iso) {
  constexpr std::array months = {"januari",   "februari", "maart",    "april",
                                 "mei",       "juni",     "juli",     "augustus",
                                 "september", "oktober",  "november", "december"};
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const std::string text(iso.substr(0, 10));
  if (std::sscanf(text.c_str(), "%4u-%2u-%2u", &year, &month, &day) != 3 || month < 1 ||
      month > 12) {
    return std::string(iso);
  }
  return fmt::format("{} {} {}", day, months[month - 1], year);
}

void print_result(const SearchResult& result) {
  const std::string& subject = !result.onderwerp.empty() ? result.onderwerp
                               : !result.titel.empty()   ? result.titel
                                                         : result.id;
  print(fmt::format("{}  {}", result.id, subject));
  std::string line = "    " + result.soort;
  if (!result.datum.empty()) line += ", " + dutch_date(result.datum);
  if (!result.dossier.empty()) {
    line += fmt::format(", {}{}{}", result.dossier, result.volgnummer.empty() ? "" : " nr. ",
                        result.volgnummer);
  }
  print(line);
  print_snippet(result);
  if (!result.uitleg) return;
  for (const std::string& sentence : result.uitleg->zinnen) print("    - " + sentence);
}

void print_field(std::string_view label, std::string_view value) {
  if (!value.empty()) print(fmt::format("{:<14} {}", fmt::format("{}:", label), value));
}

}  // namespace kamerzoek::cli
