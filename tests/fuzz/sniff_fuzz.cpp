#include <string>

#include "corpus/formats/sniff.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view head = fuzz::as_text(data, size);
  const auto format = sniff(head);
  if (!format) {
    fuzz::check(format.error());
    return 0;
  }
  fuzz::require(!head.empty(), "nothing has no format");
  // A byte order mark is allowed, once, before what is text.
  const bool is_text = *format != Format::package && *format != Format::pdf;
  if (is_text && !head.starts_with("\xEF\xBB\xBF")) {
    const auto marked = sniff("\xEF\xBB\xBF" + std::string(head));
    fuzz::require(marked && *marked == *format, "a byte order mark changes nothing");
  }
  return 0;
}
