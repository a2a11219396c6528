#include "corpus/formats/syncfeed_page.hpp"

#include <charconv>
#include <utility>

#include "corpus/formats/guid.hpp"
#include "corpus/formats/utc_stamp.hpp"
#include "corpus/formats/xml_stream.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

/// The skiptoken in "https://…/Feed?skiptoken=53457&category=Document"; 0 where there is none. The
/// rest of an address that a page gives is not believed.
std::uint64_t token_in(std::string_view address) {
  constexpr std::string_view name = "skiptoken=";
  const std::size_t at = address.find(name);
  if (at == std::string_view::npos) return 0;
  const std::string_view digits = address.substr(at + name.size());
  const char* const end = digits.data() + digits.size();
  std::uint64_t token = 0;
  const auto [rest, error] = std::from_chars(digits.data(), end, token);
  return error == std::errc() && (rest == end || *rest == '&') ? token : 0;
}

std::string text_in(const xmlNode& entry, std::string_view name) {
  const xmlNode* element = child(entry, name);
  return element == nullptr ? std::string() : line_of(*element);
}

/// "DocumentActor" for "documentActor".
std::string entity_set(std::string term) {
  if (!term.empty() && term[0] >= 'a' && term[0] <= 'z') term[0] -= 'a' - 'A';
  return term;
}

const xmlNode* first_element(const xmlNode* parent) {
  const xmlNode* node = parent == nullptr ? nullptr : parent->children;
  while (node != nullptr && !is_element(*node)) node = node->next;
  return node;
}

class PageReader {
 public:
  Result<SyncfeedPage> read(std::string_view bytes) {
    auto done = for_each_child(bytes, "feed", [this](const xmlNode& part) { take(part); });
    if (!done) return tl::unexpected(std::move(done.error()));
    if (lacks_place_) {
      return failure(ErrorCode::unreadable, "de SyncFeed heeft een regel zonder skiptoken");
    }
    if (page_.entries.empty() && !page_.has_next && !page_.is_end) {
      return failure(ErrorCode::unreadable, "geen bladzijde van de SyncFeed");
    }
    return std::move(page_);
  }

 private:
  void take(const xmlNode& part) {
    if (element_name(part) == "entry") return take_entry(part);
    if (element_name(part) != "link") return;
    const std::string rel = attribute(part, "rel");
    page_.has_next = page_.has_next || rel == "next";
    page_.is_end = page_.is_end || rel == "resume";
  }

  void take_entry(const xmlNode& entry) {
    const std::uint64_t token = token_behind(entry);
    lacks_place_ = lacks_place_ || token == 0;
    if (!page_.entries.empty() && token <= page_.entries.back().token) page_.in_order = false;
    const xmlNode* category = child(entry, "category");
    SyncfeedPage::Entry read{
        .token = token,
        .set = category == nullptr ? std::string() : entity_set(attribute(*category, "term")),
        .id = guid(text_in(entry, "title")),
        .updated = utc_stamp(text_in(entry, "updated"))};
    if (const xmlNode* record = first_element(child(entry, "content"))) {
      read.changed = attribute(*record, "bijgewerkt");
      read.withdrawn = attribute(*record, "verwijderd") == "true";
    }
    page_.entries.push_back(std::move(read));
  }

  static std::uint64_t token_behind(const xmlNode& entry) {
    for (const xmlNode* node = entry.children; node != nullptr; node = node->next) {
      if (is_element(*node) && element_name(*node) == "link" && attribute(*node, "rel") == "next") {
        return token_in(attribute(*node, "href"));
      }
    }
    return 0;
  }

  SyncfeedPage page_;
  bool lacks_place_ = false;
};

}  // namespace

Result<SyncfeedPage> syncfeed_page(std::string_view bytes) {
  return PageReader().read(bytes);
}

}  // namespace kamerzoek
