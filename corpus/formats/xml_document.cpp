#include "corpus/formats/xml_document.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include "corpus/formats/hostile_xml.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr int xml_options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
constexpr int html_options = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_RECOVER | HTML_PARSE_COMPACT;
constexpr const char* encoding_name = "UTF-8";

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// A DOCTYPE is met before any of its declarations: stopping here, none of them is ever read.
void refuse_doctype(void* parser, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* context = static_cast<xmlParserCtxt*>(parser);
  *static_cast<bool*>(context->_private) = true;
  xmlStopParser(context);
}

}  // namespace

Result<XmlDocument> XmlDocument::parse(std::string_view bytes) {
  if (auto error = why_no_xml(bytes)) return tl::unexpected(*std::move(error));
  prepare_libxml();
  const Context context(xmlNewParserCtxt());
  if (!context) return failure(ErrorCode::unreadable, "geen geheugen om de XML te lezen");
  bool doctype = false;
  context->_private = &doctype;
  context->sax->internalSubset = refuse_doctype;
  XmlDocument document(xmlCtxtReadMemory(context.get(), bytes.data(),
                                         static_cast<int>(bytes.size()), nullptr, encoding_name,
                                         xml_options));
  if (doctype) return tl::unexpected(doctype_refused());
  if (!document.document_ || xmlDocGetRootElement(document.document_.get()) == nullptr) {
    return tl::unexpected(not_well_formed(xmlCtxtGetLastError(context.get())));
  }
  return document;
}

Result<XmlDocument> XmlDocument::parse_html(std::string_view bytes) {
  if (auto error = why_no_markup(bytes, "HTML")) return tl::unexpected(*std::move(error));
  prepare_libxml();
  const Context context(htmlNewParserCtxt());
  if (!context) return failure(ErrorCode::unreadable, "geen geheugen om de HTML te lezen");
  XmlDocument document(htmlCtxtReadMemory(context.get(), bytes.data(),
                                          static_cast<int>(bytes.size()), nullptr, encoding_name,
                                          html_options));
  // It stops there, and gives what it has as if that were all.
  if (context->disableSAX != 0) {
    return failure(ErrorCode::unreadable, "de HTML is te diep genest: meer dan 256 elementen");
  }
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
