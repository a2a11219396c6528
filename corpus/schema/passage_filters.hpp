#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kamerzoek::schema {

/// Bytes of text that share a filter.
inline constexpr std::size_t stretch_size = 1024;
/// Bytes of a filter. A stretch has some eighty different words; of others one in twenty-five
/// passes for one of them.
inline constexpr std::size_t filter_size = 64;

constexpr std::size_t stretches_of(std::size_t text_size) {
  return (text_size + stretch_size - 1) / stretch_size;
}

/// A word as filters know it. The same in every process and on every machine: it is stored.
enum class FilterWord : std::uint64_t {};

/// 64-bit FNV-1a (Fowler, Noll and Vo), its halves mixed.
FilterWord filter_word(std::string_view word);

/// Says of every stretch of a long text which words it may have, so that a search finds the passage
/// to show without reading all of it: one Bloom filter (B. Bloom, 1970) a stretch, four bits a
/// word. What it says is not there is not.
class PassageFilters {
 public:
  /// Of a text of so many bytes, none of whose words are known yet.
  explicit PassageFilters(std::size_t text_size);

  /// A word that begins at byte `at` of the text.
  void add(std::size_t at, std::string_view word);

  /// filter_size bytes for each stretch.
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Whether the stretch may have the word. `filters` are the bytes of PassageFilters.
bool may_have(std::string_view filters, std::size_t stretch, FilterWord word);

}  // namespace kamerzoek::schema
