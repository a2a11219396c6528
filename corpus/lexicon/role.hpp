#pragma once

#include <cstdint>

namespace kamerzoek::lexicon {

/// What a form can be; several at once.
enum Role : std::uint16_t {
  noun = 1,
  verb = 2,
  adjective = 4,
  name = 8,
  word = 16,    ///< stands alone; otherwise it occurs in compounds only (`gezondheids`)
  begins = 32,  ///< the dictionary has compounds begin with it, in this form
  ends = 64,    ///< the dictionary has compounds end with it
  infinitive = 128,
  particle = 256,    ///< splits off a separable verb: `uit`, `terug`
  function = 512,    ///< auxiliary verb
  grammar = 1024,    ///< preposition, pronoun, conjunction, article
  combining = 2048,  ///< begins compounds, whatever else it is: `anti`, `noord`
  separable = 4096,  ///< a form of a separable verb, written together: `uitgesproken`
  common = 8192,     ///< written with a small letter; a name that is no word besides is not
};

}  // namespace kamerzoek::lexicon
