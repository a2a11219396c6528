#include "corpus/formats/official_xml.hpp"
#include "tests/fuzz/invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kamerzoek::fuzz::check_reader(kamerzoek::read_vlos_xml, data, size);
  return 0;
}
