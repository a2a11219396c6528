#include "corpus/formats/html_tags.hpp"

#include <algorithm>
#include <cstddef>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What stands in a <!…> or <?…> is not for the reader.
std::size_t past_hidden(std::string_view html, std::size_t at, std::string_view end) {
  const std::size_t found = html.find(end, at);
  return found == std::string_view::npos ? html.size() : found + end.size();
}

// Where the end tag of a script or style begins: what looks like tags in between is none.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (ascii_lower(html.substr(at + 2, name.size())) == name) return at;
    at += 2;
  }
  return html.size();
}

/// Goes through what stands behind the name of a tag.
class Attributes {
 public:
  Attributes(std::string_view html, std::size_t at) : html_(html), at_(at) {}

  /// False at the end of the tag, which it has then passed.
  bool next() {
    at_ = std::min(html_.find_first_not_of(" \t\r\n\f/", at_), html_.size());
    if (at_ == html_.size()) return false;
    if (html_[at_] == '>') {
      ++at_;
      return false;
    }
    // A '=' in front belongs to the name.
    name_ = take(std::min(html_.find_first_of(" \t\r\n\f/>=", at_ + 1), html_.size()));
    value_ = {};
    const std::size_t sign = std::min(html_.find_first_not_of(spaces, at_), html_.size());
    if (sign < html_.size() && html_[sign] == '=') read_value(sign + 1);
    return true;
  }

  std::string_view name() const { return name_; }
  std::string_view value() const { return value_; }
  std::size_t end() const { return at_; }

 private:
  std::string_view take(std::size_t end) {
    const std::string_view taken = html_.substr(at_, end - at_);
    at_ = end;
    return taken;
  }

  void read_value(std::size_t at) {
    at_ = std::min(html_.find_first_not_of(spaces, at), html_.size());
    if (at_ == html_.size()) return;
    const char quote = html_[at_];
    if (quote != '"' && quote != '\'') {
      value_ = take(std::min(html_.find_first_of(" \t\r\n\f>", at_), html_.size()));
      return;
    }
    ++at_;
    value_ = take(std::min(html_.find(quote, at_), html_.size()));
    at_ = std::min(at_ + 1, html_.size());
  }

  std::string_view html_;
  std::size_t at_;
  std::string_view name_;
  std::string_view value_;
};

void add_attribute(std::string& tag, std::string_view name, std::string_view value) {
  tag.append(" ").append(name).append("=\"");
  for (const char c : value) {
    if (c == '"') {
      tag += "&quot;";
    } else {
      tag += c;
    }
  }
  tag += '"';
}

// Adds the attributes that are kept, and returns where the tag ends.
std::size_t add_attributes(std::string_view html, std::size_t at,
                           std::span<const std::string_view> names, std::string& tag) {
  std::size_t seen = 0;
  Attributes attributes(html, at);
  while (attributes.next()) {
    const auto name = std::ranges::find(names, ascii_lower(attributes.name().substr(0, 16)));
    if (name == names.end()) continue;
    const std::size_t bit = std::size_t{1} << (name - names.begin());
    if ((seen & bit) == 0) add_attribute(tag, *name, attributes.value());
    seen |= bit;
  }
  return attributes.end();
}

}  // namespace

std::string with_attributes(std::string_view html, std::span<const std::string_view> names) {
  std::string out;
  out.reserve(html.size());
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    out.append(html, at, open - at);
    at = open;
    if (at == html.size()) break;
    const std::string_view rest = html.substr(at);
    const std::size_t name = rest.starts_with("</") ? 2 : 1;
    if (rest.starts_with("<!--")) {
      at = past_hidden(html, at + 4, "-->");
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      at = past_hidden(html, at, ">");
    } else if (rest.size() > name && is_letter(rest[name])) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n\f/>=\"'<", name), rest.size());
      out.append(rest.substr(0, end));
      at = add_attributes(html, at + end, name == 1 ? names : names.first(0), out);
      out.append(">");
      const std::string tag = ascii_lower(rest.substr(1, std::min<std::size_t>(end - 1, 8)));
      if (tag == "script" || tag == "style") at = end_of_raw_text(html, at, tag);
    } else {
      out.append("&lt;");
      ++at;
    }
  }
  return out;
}

}  // namespace kamerzoek
