#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// The first characters of the text below an element, a few more than any mark has.
std::string short_text_of(const xmlNode& element);

/// A link to a place in the page itself.
bool leads_into_page(const xmlNode& link);

/// The notes of a page. Nothing in HTML marks them as such; every site and word processor has its
/// own classes. All of them make a mark a link of a few characters to a place below it, and that
/// place a paragraph, list item or block that begins with the same characters or has a link of its
/// own (back to the mark, to close the note). The page is to be gone through in order, once.
class HtmlNotes {
 public:
  /// `page` is all of it: notes may stand outside of the part that holds the text.
  explicit HtmlNotes(const xmlNode& page);

  /// To be told of every element that is come across.
  void pass(const xmlNode& element) { passed_.insert(&element); }

  /// "1" of a link that looks like a mark, without its brackets; empty for any other element.
  static std::string mark_of(const xmlNode& link);

  /// The note whose mark the link is, each once; null where there is none below.
  const xmlNode* take(const xmlNode& link);
  bool is_taken(const xmlNode& element) const { return taken_.contains(&element); }

 private:
  std::unordered_map<std::string, const xmlNode*> places_;  ///< by their id or name
  std::unordered_set<const xmlNode*> passed_;
  std::unordered_set<const xmlNode*> judged_;  ///< holders of places a mark led to
  std::unordered_set<const xmlNode*> taken_;
};

}  // namespace kamerzoek
