#include "corpus/formats/opentk.hpp"
#include "tests/fuzz/invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kamerzoek::fuzz::check_reader(kamerzoek::read_opentk_text, data, size);
  return 0;
}
