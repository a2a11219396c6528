#include "corpus/formats/pdf.hpp"
#include "tests/fuzz/invariants.hpp"
#include "tests/support/known_leaks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kamerzoek::fuzz::check_reader(kamerzoek::read_pdf, data, size);
  return 0;
}
