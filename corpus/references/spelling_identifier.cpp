#include "corpus/references/spelling_identifier.hpp"

#include <algorithm>
#include <utility>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/spelling_tokens.hpp"

namespace kamerzoek::spelling {
namespace {

// Longer than any identifier, so that long texts are not taken apart at all.
constexpr std::size_t most_bytes = 80;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes what precedes `mark` off the front of `text`, and the mark too.
std::string_view take_until(std::string_view& text, char mark) {
  const auto end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool is_suffix(std::string_view part) {
  return part.size() > 1 &&
         std::string_view("bhnBHN").find(part.front()) != std::string_view::npos &&
         std::all_of(part.begin() + 1, part.end(), is_digit);
}

enum class Letters { as_written, lower, upper };

// Where the case follows from the place it is set; `letters` says what to do with the rest.
std::string with_case(std::string_view text, Letters letters) {
  std::string result = lower(take_until(text, '-'));
  const bool kst = result == "kst";
  const bool kv = result == "kv";
  for (bool first = true; !text.empty(); first = false) {
    const std::string_view part = take_until(text, '-');
    const bool last = text.empty();
    const bool kamer = first && !kst;
    const bool suffix = last && (is_suffix(part) || (kv && !first && part.size() == 1));
    const bool open = !part.empty() && is_digit(part.front());
    result += '-';
    if (suffix || (kamer && part.size() == 2 && !open)) {
      result += lower(part);
    } else if (open && letters == Letters::as_written) {
      result += part;
    } else {
      result += open && letters == Letters::lower ? lower(part) : upper(part);
    }
  }
  return result;
}

std::string parameter(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    std::string_view value = take_until(query, '&');
    // An address copied out of a page's source has its ampersands escaped.
    if (value.substr(0, 4) == "amp;") value.remove_prefix(4);
    if (take_until(value, '=') == name) return std::string(value);
  }
  return {};
}

std::vector<std::string> first_in_path(std::string_view path) {
  while (!path.empty()) {
    std::string_view segment = take_until(path, '/');
    auto keys = identifier_keys(take_until(segment, '.'));
    if (!keys.empty()) return keys;
  }
  return {};
}

std::string_view without_scheme(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (lower(address.substr(0, scheme.size())) == scheme) return address.substr(scheme.size());
  }
  return address;
}

}  // namespace

std::vector<std::string> identifier_keys(std::string_view text) {
  if (text.empty() || text.size() > most_bytes || text.back() == '-') return {};
  const std::string capitals = upper(text);
  if (DocumentNumber::parse(capitals) || ZaakNumber::parse(capitals)) return {capitals};
  std::vector<std::string> keys;
  for (const auto letters : {Letters::as_written, Letters::lower, Letters::upper}) {
    std::string key = with_case(text, letters);
    const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (!known && PublicationId::parse(key)) keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<std::string> address_keys(std::string_view address) {
  std::string_view query = without_scheme(address);
  query = take_until(query, '#');
  std::string_view path = take_until(query, '?');
  std::string host = lower(take_until(path, '/'));
  if (host.rfind("www.", 0) == 0) host.erase(0, 4);

  if (host == "officielebekendmakingen.nl" || host == "zoek.officielebekendmakingen.nl") {
    return first_in_path(path);
  }
  if (host == "berthub.eu") {
    auto keys = first_in_path(path);
    return keys.empty() ? identifier_keys(parameter(query, "nummer")) : keys;
  }
  if (host == "tweedekamer.nl") {
    // The id is that of the zaak the document is shown in.
    auto keys = identifier_keys(parameter(query, "did"));
    return keys.empty() ? identifier_keys(parameter(query, "id")) : keys;
  }
  return {};
}

}  // namespace kamerzoek::spelling
