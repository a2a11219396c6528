#include "web/target.hpp"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "search/address.hpp"

namespace kamerzoek::web {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

/// The JSON library has the replacement of broken UTF-8 that is needed here.
std::string valid_utf8(const std::string& bytes) {
  if (std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return bytes;
  }
  using nlohmann::json;
  const std::string quoted = json(bytes).dump(-1, ' ', false, json::error_handler_t::replace);
  return json::parse(quoted).get<std::string>();
}

enum class Plus { is_plus, is_space };

std::string decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
        continue;
      }
    }
    out += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
  }
  return valid_utf8(out);
}

/// Calls `each` for the parts of `text` between separators, empty ones too.
template <class Each>
void split(std::string_view text, char separator, Each each) {
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    each(text.substr(0, end));
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string Target::encoded_path() const {
  std::string out;
  for (const std::string& part : path) out += "/" + percent_encoded(part);
  return out.empty() ? "/" : out;
}

std::string Target::stem() const {
  return path.empty() ? std::string() : path.back().substr(0, path.back().rfind('.'));
}

std::string Target::extension() const {
  const std::size_t dot = path.empty() ? std::string::npos : path.back().rfind('.');
  return dot == std::string::npos ? std::string() : path.back().substr(dot + 1);
}

std::string site_of(const std::string& host) {
  const bool plain = std::ranges::all_of(host, [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
  });
  return plain && !host.empty() && host.size() <= 255 ? "http://" + host : std::string();
}

Target parse_target(std::string_view text) {
  Target target;
  const std::size_t question = std::min(text.find('?'), text.size());
  std::string_view path = text.substr(0, question);
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  if (!path.empty()) {
    split(path, '/',
          [&](std::string_view part) { target.path.push_back(decoded(part, Plus::is_plus)); });
  }
  if (question == text.size()) return target;
  split(text.substr(question + 1), '&', [&](std::string_view pair) {
    if (pair.empty()) return;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
    target.parameters.emplace_back(decoded(pair.substr(0, equals), Plus::is_space),
                                   decoded(value, Plus::is_space));
  });
  return target;
}

}  // namespace kamerzoek::web
