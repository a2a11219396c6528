#include "corpus/formats/guid.hpp"
#include "corpus/formats/syncfeed_page.hpp"
#include "corpus/formats/utc_stamp.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = syncfeed_page(fuzz::as_text(data, size));
  if (!page) {
    fuzz::check(page.error());
    return 0;
  }
  fuzz::require(!page->entries.empty() || page->has_next || page->is_end, "a page leads somewhere");
  std::uint64_t before = 0;
  for (const SyncfeedPage::Entry& entry : page->entries) {
    fuzz::require(entry.token > 0, "an entry has a place");
    fuzz::require(!page->in_order || entry.token > before, "behind the one before it");
    before = entry.token;
    fuzz::require(entry.id.empty() || guid(entry.id) == entry.id, "a GUID in lower case");
    fuzz::require(utc_stamp(entry.updated) == entry.updated, "a stamp in UTC");
    fuzz::require_utf8(entry.set, "entity set");
    fuzz::require_utf8(entry.changed, "changed");
  }
  return 0;
}
