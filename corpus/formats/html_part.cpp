#include "corpus/formats/html_part.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace kamerzoek {
namespace {

bool has_class(const xmlNode& element, std::string_view name) {
  const std::string classes = " " + attribute(element, "class") + " ";
  return classes.find(" " + std::string(name) + " ") != std::string::npos;
}

/// How surely an element is the document; the surest first.
enum Sureness : std::size_t { broodtekst, main_column, stuk, article, main_part, content, none };

Sureness sureness_of(const xmlNode& element) {
  const std::string id = attribute(element, "id");
  if (id == "broodtekst") return broodtekst;
  if (id == "main-column") return main_column;
  if (has_class(element, "stuk")) return stuk;
  const std::string_view name = element_name(element);
  if (name == "article") return article;
  if (name == "main" || attribute(element, "role") == "main") return main_part;
  return id == "content" ? content : none;
}

}  // namespace

const xmlNode& document_part(const xmlNode& root) {
  std::array<const xmlNode*, none> found = {};
  std::size_t articles = 0;
  for (const xmlNode* node = &root; node != nullptr; node = next_node(*node, root)) {
    if (!is_element(*node)) continue;
    const Sureness sureness = sureness_of(*node);
    if (sureness == article) ++articles;
    if (sureness != none && found[sureness] == nullptr) found[sureness] = node;
  }
  // More than one are the teasers of a list.
  if (articles > 1) found[article] = nullptr;
  // The title of the dossier stands above the paper.
  if (found[stuk] != nullptr) found[stuk] = found[stuk]->parent;
  for (const xmlNode* part : found) {
    if (part != nullptr) return *part;
  }
  const xmlNode* body = child(root, "body");
  return body == nullptr ? root : *body;
}

const xmlNode* preview_part(const xmlNode& root) {
  for (const xmlNode* node = &root; node != nullptr; node = next_node(*node, root)) {
    if (is_element(*node) && has_class(*node, "m-modal__content")) return node;
  }
  return nullptr;
}

}  // namespace kamerzoek
