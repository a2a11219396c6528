#include "corpus/formats/xml_document.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr int xml_options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
constexpr int html_options = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_RECOVER | HTML_PARSE_COMPACT;
constexpr std::size_t longest_reason = 200;
constexpr std::size_t most_attributes = 500;
constexpr const char* encoding_name = "UTF-8";

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

// libxml2 sets up tables of its own at first use, and not safely for threads.
void prepare_libxml() {
  static const bool prepared = (xmlInitParser(), true);
  static_cast<void>(prepared);
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// A DOCTYPE is met before any of its declarations: stopping here, none of them is ever read.
void refuse_doctype(void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* context = static_cast<xmlParserCtxt*>(parser);
  *static_cast<bool*>(context->_private) = true;
  xmlStopParser(context);
}

std::string reason_of(const xmlError& error) {
  std::string_view message = error.message == nullptr ? "onbekende fout" : error.message;
  message = message.substr(0, message.find('\n')).substr(0, longest_reason);
  message = message.substr(0, first_invalid_utf8(message));
  return collapsed(message);
}

Error not_well_formed(xmlParserCtxt* context) {
  const xmlError* error = xmlCtxtGetLastError(context);
  if (error == nullptr) return {ErrorCode::unreadable, "de XML is niet goed gevormd", {}};
  return {ErrorCode::unreadable,
          fmt::format("de XML is niet goed gevormd, regel {}: {}", error->line, reason_of(*error)),
          {}};
}

// libxml2 compares every attribute of a tag with all before it: half a megabyte of them keeps it
// busy for seconds. No tag holds a '<', so that the '=' between two of those are enough to count.
bool has_crowded_tag(std::string_view bytes) {
  std::size_t attributes = 0;
  char before = '<';
  for (const char c : bytes) {
    if (c == '<') attributes = 0;
    if (c == '=' && before != '=' && ++attributes > most_attributes) return true;
    before = c;
  }
  return false;
}

std::optional<Error> unfit(std::string_view bytes, std::string_view what) {
  const auto error = [&](std::string_view why) {
    return Error{ErrorCode::unreadable, fmt::format("de {} {}", what, why), {}};
  };
  if (bytes.empty()) return error("is leeg");
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return error("is groter dan 2 GB");
  }
  if (const std::size_t at = first_invalid_utf8(bytes); at != std::string_view::npos) {
    return error(fmt::format("is geen UTF-8 (byte {})", at));
  }
  return std::nullopt;
}

}  // namespace

Result<XmlDocument> XmlDocument::parse(std::string_view bytes) {
  if (auto error = unfit(bytes, "XML")) return tl::unexpected(std::move(*error));
  if (has_crowded_tag(bytes)) {
    return failure(
        ErrorCode::unreadable,
        fmt::format("de XML heeft een element met meer dan {} attributen", most_attributes));
  }
  prepare_libxml();
  const Context context(xmlNewParserCtxt());
  if (!context) return failure(ErrorCode::unreadable, "geen geheugen om de XML te lezen");
  bool doctype = false;
  context->_private = &doctype;
  context->sax->internalSubset = refuse_doctype;
  XmlDocument document(xmlCtxtReadMemory(context.get(), bytes.data(),
                                         static_cast<int>(bytes.size()), nullptr, encoding_name,
                                         xml_options));
  if (doctype) {
    return failure(ErrorCode::unreadable,
                   "de XML heeft een DOCTYPE, die hier om veiligheidsredenen wordt geweigerd",
                   "verwijder de DOCTYPE-regel; de publicaties zelf hebben er geen");
  }
  if (!document.document_ || xmlDocGetRootElement(document.document_.get()) == nullptr) {
    return tl::unexpected(not_well_formed(context.get()));
  }
  return document;
}

Result<XmlDocument> XmlDocument::parse_html(std::string_view bytes) {
  if (auto error = unfit(bytes, "HTML")) return tl::unexpected(std::move(*error));
  prepare_libxml();
  const Context context(htmlNewParserCtxt());
  if (!context) return failure(ErrorCode::unreadable, "geen geheugen om de HTML te lezen");
  XmlDocument document(htmlCtxtReadMemory(context.get(), bytes.data(),
                                          static_cast<int>(bytes.size()), nullptr, encoding_name,
                                          html_options));
  if (!document.document_ || xmlDocGetRootElement(document.document_.get()) == nullptr) {
    return failure(ErrorCode::unreadable, "de HTML bevat geen enkel element");
  }
  return document;
}

bool is_element(const xmlNode& node) {
  return node.type == XML_ELEMENT_NODE;
}

bool is_text(const xmlNode& node) {
  return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

std::string_view element_name(const xmlNode& element) {
  return view(element.name);
}

std::string_view characters_of(const xmlNode& text) {
  return view(text.content);
}

std::string attribute(const xmlNode& element, std::string_view name) {
  if (!is_element(element)) return {};
  for (const xmlAttr* property = element.properties; property != nullptr;
       property = property->next) {
    if (view(property->name) != name) continue;
    std::string value;
    for (const xmlNode* part = property->children; part != nullptr; part = part->next) {
      if (is_text(*part)) value += characters_of(*part);
    }
    return collapsed(value);
  }
  return {};
}

const xmlNode* child(const xmlNode& element, std::string_view name) {
  for (const xmlNode* node = element.children; node != nullptr; node = node->next) {
    if (is_element(*node) && element_name(*node) == name) return node;
  }
  return nullptr;
}

const xmlNode* descendant(const xmlNode& element, std::string_view name) {
  const xmlNode* node = next_node(element, element);
  while (node != nullptr && !(is_element(*node) && element_name(*node) == name)) {
    node = next_node(*node, element);
  }
  return node;
}

const xmlNode* next_node(const xmlNode& node, const xmlNode& root, bool skip_children) {
  if (!skip_children && is_element(node) && node.children != nullptr) return node.children;
  const xmlNode* at = &node;
  while (at != &root && at->next == nullptr) at = at->parent;
  return at == &root ? nullptr : at->next;
}

}  // namespace kamerzoek
