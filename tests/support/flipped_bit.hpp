#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace kamerzoek::test {

/// The same bytes with one bit turned, chosen by `seed`: the same seed, the same bit.
inline std::string with_flipped_bit(std::string bytes, std::uint64_t seed) {
  // SplitMix64, so that a failing seed fails everywhere.
  seed += 0x9E3779B97F4A7C15U;
  seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9U;
  seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EBU;
  seed ^= seed >> 31;
  char& byte = bytes[(seed >> 3) % bytes.size()];
  byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (seed & 7U)));
  return bytes;
}

}  // namespace kamerzoek::test
