#include "corpus/formats/html.hpp"
#include "tests/fuzz/invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kamerzoek::fuzz::check_reader(kamerzoek::read_html, data, size);
  return 0;
}
