#include "corpus/formats/sniff_json.hpp"

#include <cstddef>

namespace kamerzoek {
namespace {

constexpr std::string_view spaces = " \t\r\n";

/// What the members of the object that begins the text tell, as far as the text reaches.
struct Members {
  bool context = false;     ///< any annotation "@odata.…"
  bool capital_id = false;  ///< "Id"
  bool changed = false;     ///< "ApiGewijzigdOp" or "GewijzigdOp"
  bool small_id = false;    ///< "id"
  bool one_line = true;     ///< no line ends within the object
  bool whole = false;       ///< the object ends within the text

  void note(std::string_view name) {
    context = context || name.starts_with("@odata");
    capital_id = capital_id || name == "Id";
    changed = changed || name == "ApiGewijzigdOp" || name == "GewijzigdOp";
    small_id = small_id || name == "id";
  }
};

/// The end of the string literal that begins at `at`: the offset of its closing quote.
std::size_t closing_quote(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i;
    }
  }
  return std::string_view::npos;
}

Members members_of(std::string_view text) {
  Members members;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') members.one_line = false;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) {
      members.whole = true;
      return members;
    }
    if (c != '"') continue;
    const std::size_t end = closing_quote(text, at);
    if (end == std::string_view::npos) return members;
    const std::size_t next = text.find_first_not_of(spaces, end + 1);
    const bool is_name = depth == 1 && next != std::string_view::npos && text[next] == ':';
    if (is_name) members.note(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return members;
}

bool begins(std::string_view text, char bracket, std::string_view then) {
  if (!text.starts_with(bracket)) return false;
  const std::size_t next = text.find_first_not_of(spaces, 1);
  return next != std::string_view::npos && then.find(text[next]) != std::string_view::npos;
}

}  // namespace

std::optional<Result<Format>> sniff_json(std::string_view text) {
  // A list of words in brackets is text: OpenTK's pages begin with their menu, "[overzicht]".
  if (begins(text, '[', "{")) {
    return failure(ErrorCode::unreadable, "een JSON-lijst; JSON Lines heeft een object per regel");
  }
  if (!begins(text, '{', "\"}")) return std::nullopt;
  const Members members = members_of(text);
  if (members.context || (members.capital_id && members.changed)) return Format::odata;
  if (members.small_id && members.one_line) return Format::json_lines;
  if (members.small_id) {
    return failure(ErrorCode::unreadable,
                   "JSON over meer regels; JSON Lines heeft een object per regel");
  }
  // A line longer than the text at hand may name its `id` last; its reader will say if it does not.
  if (!members.whole && members.one_line && !members.capital_id) return Format::json_lines;
  return failure(ErrorCode::unreadable,
                 "JSON zonder 'id', en zonder '@odata.context' of de 'Id' en "
                 "'GewijzigdOp' van OData");
}

}  // namespace kamerzoek
