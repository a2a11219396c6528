#include "corpus/references/address.hpp"

#include <algorithm>

#include "corpus/references/publications.hpp"
#include "corpus/references/spelling_identifier.hpp"
#include "corpus/references/token_window.hpp"

namespace kamerzoek::spelling {
namespace {

// What browsers and servers take, about; a line of megabytes is no address.
constexpr std::size_t most_bytes = 2048;

constexpr std::string_view beginnings[] = {"https://",
                                           "http://",
                                           "www.",
                                           "zoek.officielebekendmakingen.nl/",
                                           "tweedekamer.nl/",
                                           "berthub.eu/",
                                           "officielebekendmakingen.nl/"};

bool is_in_address(char c) {
  return c > ' ' && c <= '~' && std::string_view("\"<>[]\\^`{|}").find(c) == std::string_view::npos;
}

std::vector<std::string> keys_at(Cursor at) {
  std::vector<std::string> keys;
  std::string id = read_identifier(at, keys);
  for (const auto read : {read_publication, read_ecli, read_celex, read_document_number}) {
    if (id.empty()) id = read(at);
  }
  if (!id.empty()) keys.insert(keys.begin(), std::move(id));
  return keys;
}

}  // namespace

std::size_t address_length(std::string_view text) {
  text = text.substr(0, most_bytes);
  // Every word of a text is asked; the rest is for those few that begin alike.
  if (text.empty() || std::string_view("HhWwZzTtBbOo").find(text.front()) == text.npos) return 0;
  const auto begins = [&](std::string_view beginning) { return begins_with(text, beginning); };
  if (std::ranges::none_of(beginnings, begins)) return 0;
  text = text.substr(
      0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_in_address) - text.begin()));
  const auto last = text.find_last_not_of(".,;:!?'*)");
  return last == text.npos ? 0 : last + 1;
}

std::vector<std::string> keys_in_address(std::string_view address) {
  if (auto keys = address_keys(address); !keys.empty()) return keys;
  for (TokenWindow window(address); !window.at_end(); window.next()) {
    if (auto keys = keys_at(window.cursor()); !keys.empty()) return keys;
  }
  return {};
}

}  // namespace kamerzoek::spelling
