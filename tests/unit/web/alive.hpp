#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "tests/unit/web/markup.hpp"

/// What would come alive of a page or a feed in the program that takes it (of files, see
/// alive_files.hpp): each function says in so many words what is wrong, and nothing of what is
/// right.
namespace kamerzoek::test {

using Complaints = std::vector<std::string>;

inline constexpr std::string_view own_site = "http://zoek.example";

/// The elements and attributes that stand in the templates, in lower case. In a page are no others.
struct Vocabulary {
  std::set<std::string> elements;
  std::set<std::string> attributes;

  static const Vocabulary& of_templates() {
    static const Vocabulary vocabulary = read();
    return vocabulary;
  }

 private:
  static std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
  }

  static Vocabulary read() {
    Vocabulary found;
    const std::regex element("<([A-Za-z0-9]+)");
    const std::regex attribute("\\s([a-zA-Z0-9:-]+)(?:=\"|>|/>)");
    for (const auto& file : std::filesystem::directory_iterator(KAMERZOEK_TEMPLATES)) {
      std::ifstream in(file.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const auto collect = [&](const std::regex& what, std::set<std::string>& into) {
        for (std::sregex_iterator at(text.begin(), text.end(), what), end; at != end; ++at) {
          into.insert(lower((*at)[1]));
        }
      };
      collect(element, found.elements);
      collect(attribute, found.attributes);
    }
    return found;
  }
};

/// Length of the character at the start of `text`; 0 where it is no UTF-8.
inline std::size_t utf8_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 0;
  }
  const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0;
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool none = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
  return overlong || none ? 0 : length;
}

/// Controls, what changes the direction of the letters around it, and what is no character at all.
inline bool has_no_place(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return lead < 0x20 || lead == 0x7f;
  return (character >= "\u0080" && character < "\u00a0" && character.size() == 2) ||
         (character >= "\u202a" && character <= "\u202e") ||
         (character >= "\u2066" && character <= "\u2069") || character == "\ufffe" ||
         character == "\uffff";
}

/// `allowed` are the controls that may stand in such a text.
inline Complaints text_complaints(std::string_view text, std::string_view allowed) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) return {fmt::format("no UTF-8 at byte {}", at)};
    const std::string_view character = text.substr(at, length);
    if (has_no_place(character) && allowed.find(character) == std::string_view::npos) {
      return {fmt::format("{:?} at byte {}", character, at)};
    }
    at += length;
  }
  return {};
}

/// An address that a reader may be led to: a place on this page or site, or one of those we know.
inline bool is_harmless_address(std::string_view address) {
  const bool printable = std::ranges::all_of(address, [](char c) {
    return c > ' ' && c < 0x7f &&
           std::string_view("\"'<>\\`{}|^").find(c) == std::string_view::npos;
  });
  if (!printable || address.empty()) return false;
  if (address.front() == '#') return address.size() > 1;
  if (address.starts_with(own_site)) address.remove_prefix(own_site.size());
  if (address.front() == '/') return !address.starts_with("//");
  static const std::regex elsewhere(
      "https://(zoek\\.officielebekendmakingen|www\\.officielebekendmakingen|www\\.tweedekamer|"
      "opendata\\.tweedekamer|deeplink\\.rechtspraak|eur-lex\\.europa|berthub)\\.(nl|eu)/");
  return std::regex_search(address.begin(), address.end(), elsewhere,
                           std::regex_constants::match_continuous);
}

inline bool holds_address(const std::string& attribute) {
  static const std::set<std::string> names = {"href",   "src",        "action",  "formaction",
                                              "data",   "background", "cite",    "poster",
                                              "srcset", "ping",       "manifest"};
  return names.contains(attribute);
}

/// What is right in any tree: elements and attributes that templates write, addresses that lead
/// where they may.
inline Complaints tree_complaints(const Markup& markup) {
  const Vocabulary& known = Vocabulary::of_templates();
  Complaints wrong;
  markup.each_node([&](const xmlNode& node) {
    if (node.type == XML_DTD_NODE || node.type == XML_HTML_DOCUMENT_NODE) return;
    const std::string name = Markup::name(node);
    if (node.type != XML_ELEMENT_NODE) return wrong.push_back("a node that is no element: " + name);
    std::string element = name;
    std::ranges::transform(element, element.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (!known.elements.contains(element)) wrong.push_back("<" + name + ">");
    for (auto [attribute, value] : Markup::attributes(node)) {
      std::ranges::transform(attribute, attribute.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
      if (!known.attributes.contains(attribute)) wrong.push_back(name + "@" + attribute);
      if (holds_address(attribute) && !is_harmless_address(value)) {
        wrong.push_back(fmt::format("{}@{}={}", name, attribute, value));
      }
    }
  });
  return wrong;
}

inline void append(Complaints& to, const Complaints& more) {
  to.insert(to.end(), more.begin(), more.end());
}

inline Complaints html_complaints(const std::string& text) {
  Complaints wrong = text_complaints(text, "\n\t\r");
  const Markup page = Markup::html(text);
  append(wrong, page.complaints);
  append(wrong, tree_complaints(page));
  page.each_node([&](const xmlNode& node) {
    if (node.type != XML_ELEMENT_NODE || Markup::name(node) != "script") return;
    const auto attributes = Markup::attributes(node);
    const bool ours = std::ranges::any_of(attributes, [](const auto& attribute) {
      return attribute.name == "src" && attribute.value.starts_with("/assets/kamerzoek-");
    });
    if (!ours || node.children != nullptr) wrong.emplace_back("a script that is not ours");
  });
  return wrong;
}

inline Complaints xml_complaints(const std::string& text) {
  Complaints wrong = text_complaints(text, "\n\t\r");
  const Markup document = Markup::xml(text);
  if (!document.well_formed()) return {"no well-formed XML"};
  append(wrong, tree_complaints(document));
  return wrong;
}

}  // namespace kamerzoek::test
