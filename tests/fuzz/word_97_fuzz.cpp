#include "corpus/formats/word_97.hpp"
#include "tests/fuzz/invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kamerzoek::fuzz::check_reader(kamerzoek::read_text_of_word_97, data, size);
  return 0;
}
