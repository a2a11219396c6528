#include "corpus/lexicon/lexicon.hpp"

#include <bit>
#include <stdexcept>
#include <utility>

#include "corpus/lexicon/compiled_format.hpp"

namespace kamerzoek {
namespace {

using lexicon::Link;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

std::size_t byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

constexpr std::size_t shape_size = 4;
constexpr std::size_t link_head = 3;

/// What follows the word in a record, which is long enough.
Lexicon::Shape shape_in(std::string_view record) {
  const std::size_t at = 1 + byte(record, 0);
  return {static_cast<std::uint16_t>(number(record, at, 2)),
          static_cast<std::uint8_t>(record[at + 2]), static_cast<std::uint8_t>(record[at + 3])};
}

/// Adds the link that `links` begins with and takes it off; false if it is broken.
bool take_link(std::string_view& links, std::string_view word, Lexicon::Word& known) {
  if (links.size() < link_head) return false;
  const std::size_t cut = byte(links, 1);
  const std::size_t added = byte(links, 2);
  if (cut > word.size() || links.size() < link_head + added) return false;
  std::string linked(word.substr(0, word.size() - cut));
  linked += links.substr(link_head, added);
  switch (static_cast<Link>(links[0])) {
    case Link::lemma:
      known.lemmas.push_back(std::move(linked));
      break;
    case Link::part:
      known.parts.push_back(std::move(linked));
      break;
    case Link::verb:
      known.verbs.push_back(std::move(linked));
      break;
    case Link::related:
      known.related.push_back(std::move(linked));
      break;
    default:
      return false;
  }
  links.remove_prefix(link_head + added);
  return true;
}

[[noreturn]] void refuse(const char* what) {
  throw std::runtime_error(std::string("not a compiled lexicon: ") + what);
}

}  // namespace

Lexicon::Lexicon(std::string_view compiled) {
  if (!compiled.starts_with(lexicon::magic)) refuse("it begins otherwise");
  if (compiled.size() < lexicon::head_size) refuse("it ends in its head");
  const std::uint32_t slots = number(compiled, lexicon::magic.size(), 4);
  const std::size_t records = number(compiled, lexicon::magic.size() + 4, 4);
  if (!std::has_single_bit(slots)) refuse("its number of slots is no power of two");
  const std::size_t table = std::size_t{5} * slots;
  if (compiled.size() != lexicon::head_size + table + records) refuse("its size is another");
  mask_ = slots - 1;
  tags_ = compiled.substr(lexicon::head_size, slots);
  slots_ = compiled.substr(lexicon::head_size + slots, std::size_t{4} * slots);
  records_ = compiled.substr(lexicon::head_size + table);
}

std::string_view Lexicon::record(std::string_view word) const {
  const std::uint32_t hashed = lexicon::hash(word);
  std::uint32_t slot = hashed & mask_;
  // Each slot at most once: a damaged table may have no empty one.
  for (std::uint32_t tried = 0; tried <= mask_; ++tried, slot = (slot + 1) & mask_) {
    const auto tag = static_cast<std::uint8_t>(tags_[slot]);
    if (tag == 0) return {};
    if (tag != lexicon::tag(hashed)) continue;
    const std::uint32_t offset = number(slots_, std::size_t{4} * slot, 4);
    if (offset >= records_.size()) return {};
    const std::string_view found = records_.substr(offset);
    const std::size_t length = byte(found, 0);
    if (length != word.size() || found.substr(1, length) != word) continue;
    return found.size() > 1 + length + shape_size ? found : std::string_view{};
  }
  return {};
}

std::optional<Lexicon::Shape> Lexicon::shape(std::string_view word) const {
  const std::string_view found = record(word);
  if (found.empty()) return std::nullopt;
  return shape_in(found);
}

std::optional<Lexicon::Word> Lexicon::find(std::string_view word) const {
  const std::string_view found = record(word);
  if (found.empty()) return std::nullopt;
  Word known{.shape = shape_in(found), .lemmas = {}, .parts = {}, .verbs = {}, .related = {}};
  const std::size_t counted = 1 + word.size() + shape_size;
  std::string_view links = found.substr(counted + 1);
  for (std::size_t left = byte(found, counted); left > 0; --left) {
    if (!take_link(links, word, known)) return std::nullopt;
  }
  if (known.lemmas.empty()) return std::nullopt;
  return known;
}

}  // namespace kamerzoek
