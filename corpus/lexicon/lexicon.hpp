#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/lexicon/role.hpp"

namespace kamerzoek {

/// What Dutch words are and belong to, compiled from Debian's dictionaries when the program is
/// built (`compile_lexicon`) and a part of it, so that an index never depends on what is installed
/// where it is read. Words are folded UTF-8 without hyphens, as the analyser yields them. Any
/// thread may use one; look-ups allocate what they return and nothing else.
class Lexicon {
 public:
  /// The built-in one.
  static const Lexicon& dutch();

  /// Reads a compiled lexicon, which must outlive this. Throws std::runtime_error if its head or
  /// its size is wrong. What is wrong behind its head shows in look-ups: damaged words are not
  /// found, and nothing outside the given bytes is read.
  explicit Lexicon(std::string_view compiled);

  /// The small things about a word that compound splitting asks for thousands of times.
  struct Shape {
    std::uint16_t roles = 0;  ///< `lexicon::Role`s
    /// How many words of the dictionaries begin with it, as 8 · log2 of one more.
    std::uint8_t begins = 0;
    std::uint8_t ends = 0;  ///< how many end with it, likewise

    bool is(lexicon::Role role) const { return (roles & role) != 0; }
  };

  /// All that is known of a word.
  struct Word {
    Shape shape;
    std::vector<std::string> lemmas;   ///< the likeliest first; at least one
    std::vector<std::string> parts;    ///< lemmas of a compound's parts; none for a simple word
    std::vector<std::string> verbs;    ///< infinitives that this is a main clause's form of
    std::vector<std::string> related;  ///< lemmas that belong to this one, if it is a lemma
  };

  /// Nothing for a word that is not there.
  std::optional<Shape> shape(std::string_view word) const;
  std::optional<Word> find(std::string_view word) const;

 private:
  /// From the word's record to the end; empty if there is none.
  std::string_view record(std::string_view word) const;

  std::string_view tags_;
  std::string_view slots_;
  std::string_view records_;
  std::uint32_t mask_ = 0;
};

}  // namespace kamerzoek
