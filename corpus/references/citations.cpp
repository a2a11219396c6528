#include "corpus/references/citations.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace kamerzoek {
namespace {

// To either side of a citation; a longer sentence is cut at a word.
constexpr std::size_t most_before = 300;
constexpr std::size_t most_behind = 200;

std::vector<Citation> found_in(std::string_view text, const std::optional<DossierNumber>& own,
                               Citation::Place place, std::size_t noot) {
  std::vector<Citation> found;
  for (Reference& reference : references_in(text, own)) {
    found.push_back({std::move(reference), place, noot, Citation::Basis::found});
  }
  return found;
}

Citation marked(const Mark& mark) {
  Reference reference{mark.begin, mark.end, mark.doel, {}, Relation::cites};
  return {std::move(reference), Citation::Place::tekst, 0, Citation::Basis::marked};
}

/// What was found, with each mark in the place of what it overlaps; what the words around that say
/// stays. Both are ordered by where they begin, and are gone through once.
std::vector<Citation> with_marks(std::vector<Citation> found, const std::vector<Mark>& marks,
                                 std::size_t text_size) {
  std::vector<Citation> all;
  auto next = found.begin();
  for (const Mark& mark : marks) {
    const bool usable = mark.kind == Mark::Kind::verwijzing && !mark.doel.empty();
    if (!usable || mark.begin >= mark.end || mark.end > text_size) continue;
    Citation citation = marked(mark);
    while (next != found.end() && next->reference.end <= mark.begin) {
      all.push_back(std::move(*next++));
    }
    for (; next != found.end() && next->reference.begin < mark.end; ++next) {
      if (citation.reference.relation == Relation::cites) {
        citation.reference.relation = next->reference.relation;
      }
    }
    all.push_back(std::move(citation));
  }
  std::move(next, found.end(), std::back_inserter(all));
  std::ranges::stable_sort(all, {}, [](const Citation& one) { return one.reference.begin; });
  return all;
}

/// A note's mark stands behind the full stop of its sentence.
std::size_t before_stop(std::string_view text, std::size_t at) {
  while (at > 0 && std::string_view(".,;:?!)").find(text[at - 1]) != std::string_view::npos) --at;
  return at;
}

/// Where a note's mark stands, within its sentence.
std::optional<std::size_t> place_of(const Fields& fields, std::size_t noot) {
  const auto& mark = fields.noten[noot].plaats;
  if (!mark || *mark > fields.tekst.size()) return std::nullopt;
  return before_stop(fields.tekst, *mark);
}

/// A note names the paper, the sentence that bears its mark says what is done with it.
std::vector<Citation> in_note(const Fields& fields, std::size_t noot,
                              const std::optional<DossierNumber>& own) {
  std::vector<Citation> found =
      found_in(fields.noten[noot].tekst, own, Citation::Place::noot, noot);
  const auto place = place_of(fields, noot);
  if (!place || found.empty()) return found;
  const Relation relation = relation_at(fields.tekst, *place);
  if (relation == Relation::replaces) return found;
  for (Citation& citation : found) {
    if (citation.reference.relation == Relation::cites) citation.reference.relation = relation;
  }
  return found;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether a sentence ends behind the sign at `at`. The dots of `nr.` and `p.` are followed by a
/// digit, those of `c.s.` and `m.b.t.` by a small letter.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (std::string_view(".?!").find(text[at]) == std::string_view::npos) return false;
  if (at + 2 >= text.size()) return true;
  if (!is_space(text[at + 1])) return false;
  const bool initial = at > 0 && is_capital(text[at - 1]);
  return !initial && (is_capital(text[at + 2]) || static_cast<unsigned char>(text[at + 2]) >= 0x80);
}

bool begins_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// A place in a text, and whether the sentence goes on beyond it.
struct Edge {
  std::size_t at;
  bool is_cut;
};

Edge begin_of(std::string_view text, std::size_t at) {
  const std::size_t first = at > most_before ? at - most_before : 0;
  std::size_t word = at;  // where the last word begins that is near enough
  while (at > first && !ends_sentence(text, at - 1)) {
    if (is_space(text[--at])) word = at;
  }
  const bool is_cut = at == first && first != 0 && !ends_sentence(text, first - 1);
  if (is_cut) at = word;
  while (at < text.size() && is_space(text[at])) ++at;
  while (!begins_character(text, at)) ++at;
  return {at, is_cut};
}

Edge end_of(std::string_view text, std::size_t at) {
  const std::size_t last = std::min(text.size(), at + most_behind);
  std::size_t word = at;
  while (at < last && !ends_sentence(text, at)) {
    if (is_space(text[at++])) word = at - 1;
  }
  const bool is_cut = at == last && last != text.size();
  if (is_cut) at = word;
  if (at < last && text[at] != '\n' && !is_cut) ++at;  // the full stop
  while (!begins_character(text, at)) --at;
  return {at, is_cut};
}

std::string sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
  if (end > text.size() || begin > end) return {};
  const Edge from = begin_of(text, begin);
  const Edge to = end_of(text, end);
  const std::size_t first = std::min(from.at, begin);
  std::string sentence = from.is_cut ? "… " : "";
  sentence += text.substr(first, std::max(to.at, end) - first);
  if (to.is_cut) sentence += " …";
  return sentence;
}

/// Who tells that one motion replaced another replaces nothing: only a paper's subject and headings
/// speak of itself.
void leave_replacing_to_headings(const Fields& fields, std::vector<Citation>& citations) {
  std::vector<Mark> headings;
  std::ranges::copy_if(fields.marks, std::back_inserter(headings),
                       [](const Mark& mark) { return mark.kind == Mark::Kind::kop; });
  std::ranges::sort(headings, {}, &Mark::begin);
  for (Citation& citation : citations) {
    Reference& reference = citation.reference;
    if (reference.relation != Relation::replaces) continue;
    const auto behind = std::ranges::upper_bound(headings, reference.begin, {}, &Mark::begin);
    const bool in_heading = behind != headings.begin() && reference.begin < std::prev(behind)->end;
    if (!in_heading) reference.relation = Relation::cites;
  }
}

}  // namespace

std::vector<Citation> citations_in(const Fields& fields) {
  std::optional<DossierNumber> own;
  if (!fields.dossiers.empty()) own = fields.dossiers.front().nummer;
  std::vector<Citation> all = found_in(fields.onderwerp, own, Citation::Place::onderwerp, 0);
  std::vector<Citation> in_text = with_marks(found_in(fields.tekst, own, Citation::Place::tekst, 0),
                                             fields.marks, fields.tekst.size());
  leave_replacing_to_headings(fields, in_text);
  std::ranges::move(in_text, std::back_inserter(all));
  for (std::size_t i = 0; i < fields.noten.size(); ++i) {
    std::ranges::move(in_note(fields, i, own), std::back_inserter(all));
  }
  return all;
}

bool names_dossier(const Citation& citation) {
  return DossierNumber::parse(citation.reference.id).has_value();
}

std::string sentence_of(const Fields& fields, const Citation& citation) {
  const Reference& reference = citation.reference;
  switch (citation.place) {
    case Citation::Place::onderwerp:
      return fields.onderwerp;
    case Citation::Place::tekst:
      return sentence_around(fields.tekst, reference.begin, reference.end);
    case Citation::Place::noot:
      break;
  }
  const auto place = place_of(fields, citation.noot);
  return place ? sentence_around(fields.tekst, *place, *place) : std::string();
}

}  // namespace kamerzoek
