#include "corpus/lexicon/lexicon.hpp"

extern "C" {
extern const char kamerzoek_lexicon_begin[];
extern const char kamerzoek_lexicon_end[];
}

namespace kamerzoek {

const Lexicon& Lexicon::dutch() {
  static const Lexicon built_in(
      {kamerzoek_lexicon_begin,
       static_cast<std::size_t>(kamerzoek_lexicon_end - kamerzoek_lexicon_begin)});
  return built_in;
}

}  // namespace kamerzoek
