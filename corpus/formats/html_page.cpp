#include "corpus/formats/html_page.hpp"

#include <algorithm>
#include <utility>

#include "corpus/formats/text_lines.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t reach_of_comment = 2048;

// "<!-- saved from url=(0058)https://… -->", which a browser puts in front.
std::string saved_from(std::string_view html) {
  constexpr std::string_view label = "<!-- saved from url=(";
  html = html.substr(0, reach_of_comment);
  std::size_t at = html.find(label);
  if (at == std::string_view::npos) return {};
  at = html.find(')', at);
  if (at == std::string_view::npos) return {};
  const std::string_view address = html.substr(at + 1);
  return std::string(address.substr(0, address.find_first_of(" \r\n>")));
}

std::vector<std::string> addresses_in(const xmlNode* head, std::string_view html) {
  std::vector<std::string> addresses = {saved_from(html)};
  for (const xmlNode* node = head == nullptr ? nullptr : head->children; node != nullptr;
       node = node->next) {
    if (!is_element(*node)) continue;
    if (ascii_lower(attribute(*node, "rel")) == "canonical") {
      addresses.push_back(attribute(*node, "href"));
    }
    const bool address = attribute(*node, "property") == "og:url" ||
                         ascii_lower(attribute(*node, "name")) == "dcterms.identifier";
    if (address) addresses.push_back(attribute(*node, "content"));
  }
  return addresses;
}

bool is_of_the_kamer(std::string_view address) {
  constexpr std::string_view host = "tweedekamer.nl/kamerstukken/";
  const std::size_t at = address.find(host);
  return address.starts_with("http") && at != std::string_view::npos && at <= 12;
}

}  // namespace

HtmlPage read_html_page(const xmlNode& root, std::string_view html) {
  const xmlNode* head = child(root, "head");
  const xmlNode* title = head == nullptr ? nullptr : child(*head, "title");
  HtmlPage page{
      PublicationMetadata(head), title == nullptr ? std::string() : line_of(*title), {}, false};
  for (const std::string& address : addresses_in(head, html)) {
    page.of_the_kamer = page.of_the_kamer || is_of_the_kamer(address);
    AddressKeys keys = keys_of_address(address);
    if (page.keys.document.empty()) page.keys.document = std::move(keys.document);
    if (page.keys.zaken.empty()) page.keys.zaken = std::move(keys.zaken);
  }
  return page;
}

}  // namespace kamerzoek
