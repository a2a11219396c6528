#include "web/printable.hpp"

#include <algorithm>
#include <array>

#include "corpus/letters/fold.hpp"

namespace kamerzoek::web {
namespace {

// Of embeddings, overrides and isolates, and of the two that are no characters.
constexpr std::array<std::string_view, 11> of_three_bytes = {"\u202a", "\u202b", "\u202c", "\u202d",
                                                             "\u202e", "\u2066", "\u2067", "\u2068",
                                                             "\u2069", "\ufffe", "\uffff"};

}  // namespace

std::size_t unprintable_at(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) {
    const bool space = first == '\t' || first == '\n' || first == '\r';
    return (first < 0x20 && !space) || first == 0x7f ? 1 : 0;
  }
  if (first == 0xc2) return text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xa0 ? 2 : 0;
  if (first != 0xe2 && first != 0xef) return 0;
  return std::ranges::find(of_three_bytes, text.substr(0, 3)) == of_three_bytes.end() ? 0 : 3;
}

std::string printable(std::string_view text) {
  const std::string whole = repaired_utf8(text);
  std::string out;
  out.reserve(whole.size());
  for (std::string_view rest = whole; !rest.empty();) {
    const std::size_t unprintable = unprintable_at(rest);
    out += unprintable == 0 ? rest.substr(0, 1) : "\uFFFD";
    rest.remove_prefix(std::max<std::size_t>(unprintable, 1));
  }
  return out;
}

}  // namespace kamerzoek::web
