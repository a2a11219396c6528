#include <sstream>
#include <string>

#include "corpus/formats/json_lines.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::as_text(data, size));
  // The second time most lines are too long, and what follows them must still be read right.
  for (const std::size_t max_line : {std::size_t{1} << 20, std::size_t{40}}) {
    std::istringstream in(text);
    const auto done = read_json_lines(in, fuzz::checking_sink(), max_line);
    if (!done) fuzz::check(done.error());
  }
  return 0;
}
