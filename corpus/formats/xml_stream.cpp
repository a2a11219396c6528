#include "corpus/formats/xml_stream.hpp"

#include <memory>

#include <libxml/xmlreader.h>

#include "corpus/formats/hostile_xml.hpp"

namespace kamerzoek {
namespace {

constexpr int options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using Reader = std::unique_ptr<xmlTextReader, FreeReader>;

// The first error is the cause of those after it.
void keep_first(void* kept, xmlErrorPtr error) {
  auto* first = static_cast<Error*>(kept);
  const bool counts = error->level >= XML_ERR_ERROR && error->domain != XML_FROM_NAMESPACE;
  if (counts && first->message.empty()) *first = not_well_formed(error);
}

bool is_at_element(xmlTextReader* reader) {
  return xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT;
}

bool is_at(xmlTextReader* reader, std::string_view path) {
  if (!is_at_element(reader)) return false;
  const xmlNode* node = xmlTextReaderCurrentNode(reader);
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return element_name(*node) == path;
  return element_name(*node) == path.substr(slash + 1) && node->parent != nullptr &&
         is_element(*node->parent) && element_name(*node->parent) == path.substr(0, slash);
}

// The children of the element the reader stands at, and beyond its end. As the reader's functions:
// 1 for done, 0 for the end of the input, -1 for an error.
int read_children(xmlTextReader* reader, const std::function<void(const xmlNode&)>& each) {
  const int depth = xmlTextReaderDepth(reader);
  if (xmlTextReaderIsEmptyElement(reader) == 1) return xmlTextReaderRead(reader);
  int status = xmlTextReaderRead(reader);
  while (status == 1 && xmlTextReaderDepth(reader) > depth) {
    if (is_at_element(reader)) {
      const xmlNode* node = xmlTextReaderExpand(reader);
      if (node == nullptr) return -1;
      each(*node);
    }
    status = xmlTextReaderNext(reader);
  }
  return status;
}

}  // namespace

Result<void> for_each_child(std::string_view bytes, std::string_view parent,
                            const std::function<void(const xmlNode&)>& each) {
  if (auto error = why_no_xml(bytes)) return tl::unexpected(*std::move(error));
  // Text cannot hold a '<', so that this is one, or stands in a comment or CDATA that no format
  // here has.
  if (bytes.find("<!DOCTYPE") != std::string_view::npos) return tl::unexpected(doctype_refused());
  prepare_libxml();
  const Reader reader(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options));
  if (!reader) return failure(ErrorCode::unreadable, "geen geheugen om de XML te lezen");
  Error first{ErrorCode::unreadable, {}, {}};
  xmlTextReaderSetStructuredErrorHandler(reader.get(), keep_first, &first);
  bool found = false;
  int status = xmlTextReaderRead(reader.get());
  while (status == 1) {
    const bool begins = !found && is_at(reader.get(), parent);
    found = found || begins;
    status = begins ? read_children(reader.get(), each) : xmlTextReaderRead(reader.get());
  }
  if (status == 0) return {};
  if (first.message.empty()) first = not_well_formed(nullptr);
  return tl::unexpected(std::move(first));
}

}  // namespace kamerzoek
