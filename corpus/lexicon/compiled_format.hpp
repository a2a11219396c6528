#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The compiled lexicon: a hash table over records, read in place.
///
///     magic (8 bytes) | number of slots, a power of two (u32) | bytes of records (u32)
///     | tags (u8 each) | slots (u32 each) | records
///
/// A tag is 0 for an empty slot, else `tag` of the hash of the slot's word: most look-ups are of
/// words that are not there, and end at the tags, which fit into a cache. A slot is the offset of
/// a record among the records; a word is in the first slot from its hash on, around the end,
/// whose tag and record have it. A record is
///
///     length (u8) | word | roles (u16) | begins (u8) | ends (u8) | number of links (u8) | links
///
/// and a link `kind (u8) | cut (u8) | length (u8) | added`: the word without its last `cut` bytes,
/// with what is added. Numbers are little-endian.
namespace kamerzoek::lexicon {

inline constexpr std::string_view magic{"KZLEX\0\0\3", 8};

inline constexpr std::size_t head_size = magic.size() + 8;

enum class Link : std::uint8_t { lemma, part, verb, related };

/// FNV-1a.
constexpr std::uint32_t hash(std::string_view word) {
  std::uint32_t h = 2166136261U;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h;
}

/// What tells words in neighbouring slots apart; never 0.
constexpr std::uint8_t tag(std::uint32_t hashed) {
  return static_cast<std::uint8_t>(hashed >> 24 | 1);
}

}  // namespace kamerzoek::lexicon
