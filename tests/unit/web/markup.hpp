#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

namespace kamerzoek::test {

/// A document as libxml2 reads it.
class Markup {
 public:
  struct Attribute {
    std::string name;
    std::string value;
  };

  /// Takes no broken XML: see `well_formed`.
  static Markup xml(const std::string& text) {
    return Markup(::xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_NOERROR));
  }

  /// Repairs what is broken, and says in `complaints` what that was.
  static Markup html(const std::string& text) {
    std::vector<std::string> complaints;
    ::xmlSetStructuredErrorFunc(&complaints, complain);
    Markup read(::htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                 HTML_PARSE_NONET));
    ::xmlSetStructuredErrorFunc(nullptr, nullptr);
    read.complaints = std::move(complaints);
    return read;
  }

  bool well_formed() const { return document_ != nullptr; }

  /// By the RELAX NG schema of this name in tests/data.
  bool valid(const std::string& schema_name) const {
    const std::string path = std::string(KAMERZOEK_TEST_DATA) + "/" + schema_name;
    const std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&::xmlRelaxNGFreeParserCtxt)> parser(
        ::xmlRelaxNGNewParserCtxt(path.c_str()), ::xmlRelaxNGFreeParserCtxt);
    const std::unique_ptr<xmlRelaxNG, decltype(&::xmlRelaxNGFree)> schema(
        ::xmlRelaxNGParse(parser.get()), ::xmlRelaxNGFree);
    if (schema == nullptr) throw std::runtime_error("no schema at " + path);
    const std::unique_ptr<xmlRelaxNGValidCtxt, decltype(&::xmlRelaxNGFreeValidCtxt)> validator(
        ::xmlRelaxNGNewValidCtxt(schema.get()), ::xmlRelaxNGFreeValidCtxt);
    return ::xmlRelaxNGValidateDoc(validator.get(), document_.get()) == 0;
  }

  /// The text of all that an XPath finds, with `a:` for Atom and `s:` for site maps.
  std::vector<std::string> all(const std::string& path) const {
    const std::unique_ptr<xmlXPathContext, decltype(&::xmlXPathFreeContext)> context(
        ::xmlXPathNewContext(document_.get()), ::xmlXPathFreeContext);
    ::xmlXPathRegisterNs(context.get(), text_of("a"), text_of("http://www.w3.org/2005/Atom"));
    ::xmlXPathRegisterNs(context.get(), text_of("s"),
                         text_of("http://www.sitemaps.org/schemas/sitemap/0.9"));
    const std::unique_ptr<xmlXPathObject, decltype(&::xmlXPathFreeObject)> found(
        ::xmlXPathEvalExpression(text_of(path.c_str()), context.get()), ::xmlXPathFreeObject);
    std::vector<std::string> texts;
    const xmlNodeSet* nodes = found->nodesetval;
    for (int i = 0; nodes != nullptr && i < nodes->nodeNr; ++i) {
      texts.push_back(content(nodes->nodeTab[i]));
    }
    return texts;
  }

  /// Calls `each` for every element, comment, instruction and the like, but for text.
  void each_node(const std::function<void(xmlNode&)>& each) const {
    for (xmlNode* node = document_->children; node != nullptr;) {
      if (node->type != XML_TEXT_NODE) each(*node);
      if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        node = node->children;
        continue;
      }
      while (node != nullptr && node->next == nullptr) node = node->parent;
      if (node != nullptr) node = node->next;
    }
  }

  static std::string name(const xmlNode& node) { return text_of(node.name); }

  static std::string content(const xmlNode* node) {
    const std::unique_ptr<xmlChar, xmlFreeFunc> text(::xmlNodeGetContent(node), ::xmlFree);
    return text == nullptr ? std::string() : text_of(text.get());
  }

  static std::vector<Attribute> attributes(const xmlNode& node) {
    std::vector<Attribute> list;
    for (const xmlAttr* at = node.properties; at != nullptr; at = at->next) {
      std::string value;
      for (const xmlNode* part = at->children; part != nullptr; part = part->next) {
        value += content(part);
      }
      list.push_back({text_of(at->name), std::move(value)});
    }
    return list;
  }

  std::vector<std::string> complaints;

 private:
  explicit Markup(xmlDoc* document) : document_(document, ::xmlFreeDoc) {}

  static const xmlChar* text_of(const char* text) {
    const void* bytes = text;
    return static_cast<const xmlChar*>(bytes);
  }

  static std::string text_of(const xmlChar* text) {
    if (text == nullptr) return {};
    const void* bytes = text;
    return static_cast<const char*>(bytes);
  }

  // It knows HTML 4 only.
  static void complain(void* complaints, xmlError* error) {
    if (error->code == XML_HTML_UNKNOWN_TAG) return;
    const char* message = error->message == nullptr ? "broken" : error->message;
    static_cast<std::vector<std::string>*>(complaints)->emplace_back(message);
  }

  std::unique_ptr<xmlDoc, decltype(&::xmlFreeDoc)> document_;
};

}  // namespace kamerzoek::test
