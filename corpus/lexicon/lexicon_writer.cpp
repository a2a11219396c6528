#include "corpus/lexicon/lexicon_writer.hpp"

#include <algorithm>
#include <stdexcept>

namespace kamerzoek::lexicon {
namespace {

void append(std::string& bytes, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

void append_count(std::string& bytes, std::size_t count, std::string_view word) {
  if (count > 0xFF) {
    throw std::length_error("too long for a compiled lexicon: " + std::string(word));
  }
  append(bytes, static_cast<std::uint32_t>(count), 1);
}

/// So many that a quarter at least stays empty: a look-up ends at an empty one.
std::uint32_t slots_for(std::size_t words) {
  std::uint32_t slots = 1;
  while (slots < words + words / 3 + 1) slots *= 2;
  return slots;
}

}  // namespace

void LexiconWriter::add(std::string_view form, const Lexicon::Word& word) {
  offsets_.emplace_back(hash(form), static_cast<std::uint32_t>(records_.size()));
  append_count(records_, form.size(), form);
  records_ += form;
  append(records_, word.shape.roles, 2);
  append(records_, word.shape.begins, 1);
  append(records_, word.shape.ends, 1);
  append_count(records_,
               word.lemmas.size() + word.parts.size() + word.verbs.size() + word.related.size(),
               form);
  add_links(form, word.lemmas, Link::lemma);
  add_links(form, word.parts, Link::part);
  add_links(form, word.verbs, Link::verb);
  add_links(form, word.related, Link::related);
}

void LexiconWriter::add_links(std::string_view form, const std::vector<std::string>& links,
                              Link kind) {
  for (const std::string& linked : links) {
    const auto [in_form, in_linked] = std::ranges::mismatch(form, linked);
    append(records_, static_cast<std::uint32_t>(kind), 1);
    append_count(records_, static_cast<std::size_t>(form.end() - in_form), form);
    append_count(records_, static_cast<std::size_t>(linked.end() - in_linked), linked);
    records_.append(in_linked, linked.end());
  }
}

std::string LexiconWriter::bytes() const {
  const std::uint32_t slots = slots_for(offsets_.size());
  std::vector<std::uint32_t> table(slots);
  std::string tags(slots, '\0');
  for (const auto& [hashed, offset] : offsets_) {
    std::uint32_t slot = hashed & (slots - 1);
    while (tags[slot] != 0) slot = (slot + 1) & (slots - 1);
    tags[slot] = static_cast<char>(tag(hashed));
    table[slot] = offset;
  }
  std::string out(magic);
  append(out, slots, 4);
  append(out, static_cast<std::uint32_t>(records_.size()), 4);
  out += tags;
  for (const std::uint32_t offset : table) append(out, offset, 4);
  return out + records_;
}

}  // namespace kamerzoek::lexicon
