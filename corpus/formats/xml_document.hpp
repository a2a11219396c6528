#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libxml/tree.h>

#include "corpus/model/result.hpp"

/// Hostile XML and HTML as a tree. The nodes are libxml2's and live as long as the document.
namespace kamerzoek {

class XmlDocument {
 public:
  /// Parses XML without network, entities or a document type: a DOCTYPE is refused, because no
  /// format here has one and every attack on an XML parser begins with one. libxml2's own limits
  /// (256 levels, 10 MB a text) stay on, and a tag has at most 500 attributes. UTF-8 only,
  /// whatever the declaration says. An error names the line and libxml2's reason.
  static Result<XmlDocument> parse(std::string_view bytes);

  /// Parses HTML as leniently as a browser; fails for empty input, for what is no UTF-8
  /// and past 256 levels. Time
  /// is quadratic in the attributes of one tag: leave them out before (html_text.hpp does).
  static Result<XmlDocument> parse_html(std::string_view bytes);

  const xmlNode& root() const { return *xmlDocGetRootElement(document_.get()); }

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  explicit XmlDocument(xmlDoc* document) : document_(document) {}

  std::unique_ptr<xmlDoc, Free> document_;
};

bool is_element(const xmlNode& node);
bool is_text(const xmlNode& node);
/// The local name of an element, without its namespace's prefix.
std::string_view element_name(const xmlNode& element);
/// The characters of a text node as they stand.
std::string_view characters_of(const xmlNode& text);
/// The value of an attribute, white space collapsed; empty where there is none.
std::string attribute(const xmlNode& element, std::string_view name);

/// The first child, or the first element below, of that name; null where there is none.
const xmlNode* child(const xmlNode& element, std::string_view name);
const xmlNode* descendant(const xmlNode& element, std::string_view name);

/// The node after `node` in document order, within `root`; null at its end. With `skip_children`
/// nothing below `node` is visited.
const xmlNode* next_node(const xmlNode& node, const xmlNode& root, bool skip_children = false);

/// Visits `root` and all below it in order. `enter(node)` says whether to go into an element;
/// `leave(element)` is called for those that were gone into. Without recursion: the depth of a
/// document is its author's choice.
template <class Enter, class Leave>
void walk(const xmlNode& root, Enter enter, Leave leave) {
  const xmlNode* node = &root;
  while (true) {
    const bool into = enter(*node) && is_element(*node);
    if (into && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (into) leave(*node);
    while (node != &root && node->next == nullptr) {
      node = node->parent;
      leave(*node);
    }
    if (node == &root) return;
    node = node->next;
  }
}

}  // namespace kamerzoek
