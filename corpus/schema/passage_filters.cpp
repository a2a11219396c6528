#include "corpus/schema/passage_filters.hpp"

#include <array>

namespace kamerzoek::schema {
namespace {

constexpr unsigned bits_in_filter = filter_size * 8;

std::array<unsigned, 4> bits_of(FilterWord word) {
  const auto hash = static_cast<std::uint64_t>(word);
  const auto bit = [&](unsigned shift) {
    return static_cast<unsigned>(hash >> shift) % bits_in_filter;
  };
  return {bit(0), bit(9), bit(18), bit(27)};
}

}  // namespace

FilterWord filter_word(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return FilterWord{hash ^ hash >> 32U};
}

PassageFilters::PassageFilters(std::size_t text_size)
    : bytes_(stretches_of(text_size) * filter_size, '\0') {}

void PassageFilters::add(std::size_t at, std::string_view word) {
  const std::size_t begin = at / stretch_size * filter_size;
  for (const unsigned bit : bits_of(filter_word(word))) {
    char& byte = bytes_[begin + bit / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | 1U << bit % 8);
  }
}

bool may_have(std::string_view filters, std::size_t stretch, FilterWord word) {
  const std::string_view filter = filters.substr(stretch * filter_size, filter_size);
  for (const unsigned bit : bits_of(word)) {
    const unsigned byte = static_cast<unsigned char>(filter[bit / 8]);
    if ((byte >> bit % 8 & 1U) == 0) return false;
  }
  return true;
}

}  // namespace kamerzoek::schema
