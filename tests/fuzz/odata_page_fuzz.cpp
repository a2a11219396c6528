#include "corpus/formats/guid.hpp"
#include "corpus/formats/odata_page.hpp"
#include "corpus/formats/utc_stamp.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = odata_page(fuzz::as_text(data, size));
  if (!page) {
    fuzz::check(page.error());
    return 0;
  }
  fuzz::require(page->places.size() <= page->size, "all records are counted");
  fuzz::require_utf8(page->type, "type");
  for (const OdataPage::Place& place : page->places) {
    fuzz::require(!place.id.empty() && guid(place.id) == place.id, "a GUID in lower case");
    fuzz::require(utc_stamp(place.stamp) == place.stamp, "a stamp in UTC");
  }
  return 0;
}
