#include "search/snippet.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/passage_filters.hpp"
#include "corpus/schema/schema.hpp"
#include "search/passage_place.hpp"
#include "search/stretch.hpp"
#include "search/stretch_finder.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t passage_size = 240;
// Of a long text so many promising stretches are read, and more until something is found, as of a
// phrase the words may be everywhere: a page of results must not wait for all words of ten reports.
constexpr std::size_t least_read = 2;
constexpr std::size_t usually_read = 6;
constexpr std::size_t most_read = 512;
// Bytes of notes: a report may have a thousand, and a page shows ten reports. Where the text has
// something to show they are read for what may be better, and that is less worth.
constexpr std::size_t most_notes = 256 << 10;
constexpr std::size_t most_notes_beside_text = 16 << 10;
constexpr std::string_view ellipsis = "…";

Span moved(Span span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

/// Puts in the words of the stretch and what of them matched.
void read(Stretch& stretch, std::string_view field, const Matcher& matcher, Analyzer& analyzer) {
  ReadText read = matcher.read(stretch.text, field, analyzer);
  stretch.words = std::move(read.words);
  for (Span& word : stretch.words) word = moved(word, stretch.begin);
  for (const Match& match : read.matches) {
    stretch.hits.push_back({moved(match.at, stretch.begin), match.by.word});
    // Of `spreekt … uit` both are what matched.
    if (match.verb.end != 0) {
      stretch.hits.push_back({moved(match.verb, stretch.begin), match.by.word});
    }
  }
  const auto place = [](const Hit& hit) { return std::pair{hit.at.begin, hit.word}; };
  const auto same = [&](const Hit& a, const Hit& b) { return place(a) == place(b); };
  std::ranges::sort(stretch.hits, {}, place);
  stretch.hits.erase(std::unique(stretch.hits.begin(), stretch.hits.end(), same),
                     stretch.hits.end());
}

/// Some hits, by their indices, and how good a passage with them is.
struct Choice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t words = 0;  ///< different ones of the query
  std::size_t score = 0;
};

/// The hits of the best passage: of most different words, then most hits, then the first.
Choice best_hits(const std::vector<Hit>& hits) {
  std::map<std::size_t, std::size_t> inside;
  Choice best;
  std::size_t first = 0;
  for (std::size_t last = 0; last < hits.size(); ++last) {
    ++inside[hits[last].word];
    while (hits[last].at.end - hits[first].at.begin > passage_size && first < last) {
      const auto leaving = inside.find(hits[first++].word);
      if (--leaving->second == 0) inside.erase(leaving);
    }
    const std::size_t score = inside.size() * 100 + std::min<std::size_t>(last - first, 99);
    if (score > best.score) best = {first, last + 1, inside.size(), score};
  }
  return best;
}

/// Widens the hits to a passage that begins and ends at a word, with what precedes for context.
Span widened(const Stretch& stretch, const Choice& hits) {
  const std::size_t from = stretch.hits[hits.begin].at.begin;
  const std::size_t to = stretch.hits[hits.end - 1].at.end;
  const std::size_t room = passage_size > to - from ? passage_size - (to - from) : 0;
  const std::size_t earliest = from > room / 3 ? from - room / 3 : 0;
  const std::size_t latest = earliest + std::max(passage_size, to - earliest);
  const auto first = std::ranges::lower_bound(stretch.words, earliest, {}, &Span::begin);
  const auto last = std::ranges::upper_bound(stretch.words, latest, {}, &Span::end);
  const std::size_t begin = earliest == 0 ? 0 : first->begin;
  const bool to_the_end = last == stretch.words.end() && stretch.is_last;
  const std::size_t end = to_the_end ? stretch.begin + stretch.text.size() : std::prev(last)->end;
  return {begin, std::max(end, to)};
}

/// Line ends are white space to the reader of a snippet.
std::string flattened(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

void append(Snippet& snippet, std::string_view text, bool match) {
  if (!text.empty()) snippet.push_back({flattened(text), match});
}

Snippet marked(const Stretch& stretch, Span span, const std::vector<Hit>& hits) {
  Snippet snippet;
  std::size_t at = span.begin;
  if (at > 0) snippet.push_back({std::string(ellipsis) + " ", false});
  for (const Hit& hit : hits) {
    if (hit.at.begin < at || hit.at.end > span.end) continue;
    append(snippet, stretch.part(at, hit.at.begin), false);
    append(snippet, stretch.part(hit.at.begin, hit.at.end), true);
    at = hit.at.end;
  }
  append(snippet, stretch.part(at, span.end), false);
  const bool to_the_end = stretch.is_last && span.end == stretch.begin + stretch.text.size();
  if (!to_the_end) snippet.push_back({" " + std::string(ellipsis), false});
  return snippet;
}

/// The first words, up to the size of a passage.
Span opening(std::string_view text, Analyzer& analyzer) {
  if (text.size() <= passage_size) return {0, text.size()};
  std::size_t end = 0;
  // One more word than fits may reach past it.
  for (const Token& token : analyzer.tokens(text.substr(0, 2 * passage_size))) {
    if (token.end > passage_size && end > 0) break;
    end = token.end;
  }
  return {0, end};
}

Passage passage_of(const Stretch& stretch, const Choice& hits) {
  return {.parts = marked(stretch, widened(stretch, hits), stretch.hits),
          .words = hits.words,
          .at = stretch.hits[hits.begin].at.begin};
}

/// What a text begins with, for one that has nothing that was sought.
Passage beginning_of(const Stretch& text, Analyzer& analyzer) {
  return {.parts = marked(text, opening(text.text, analyzer), {})};
}

struct NoteFound {
  Passage passage;
  std::size_t note;  ///< by its place among the notes
};

/// The note that has most of what is sought, if that is more than these words of it.
std::optional<NoteFound> best_note(const std::vector<Noot>& notes, std::size_t words,
                                   const Matcher& matcher, Analyzer& analyzer) {
  std::optional<NoteFound> best;
  std::size_t left = words > 0 ? most_notes_beside_text : most_notes;
  for (std::size_t i = 0; i < notes.size() && words < matcher.sought().size(); ++i) {
    const std::string& text = notes[i].tekst;
    if (text.size() > left) break;
    left -= text.size();
    Passage passage = best_passage(text, schema::tekst.prefix, matcher, analyzer);
    if (passage.words <= words) continue;
    words = passage.words;
    best = NoteFound{std::move(passage), i};
  }
  return best;
}

}  // namespace

Passage best_passage(std::string_view text, std::string_view field, const Matcher& matcher,
                     Analyzer& analyzer) {
  Stretch all{.text = text};
  if (!matcher.sought().empty()) read(all, field, matcher, analyzer);
  const Choice hits = best_hits(all.hits);
  return hits.score == 0 ? beginning_of(all, analyzer) : passage_of(all, hits);
}

Result<Passage> best_passage(const schema::LongText& text, const Matcher& matcher,
                             Analyzer& analyzer) {
  const StretchFinder finder(matcher.sought(), analyzer);
  Passage best;
  Choice found;
  std::size_t count = 0;
  for (const StretchFinder::Promise& promise : finder.promising(text.filters())) {
    const bool is_enough = found.score > 0 && count >= least_read && found.words >= promise.words;
    if (is_enough || count >= (found.score > 0 ? usually_read : most_read)) break;
    ++count;
    const Span wide = around(promise.stretch);
    auto part = text.read(wide.begin, wide.end);
    if (!part) return tl::unexpected(part.error());
    Stretch stretch = with_margins(*part, promise.stretch, wide.end >= text.size());
    read(stretch, schema::tekst.prefix, matcher, analyzer);
    const Choice hits = best_hits(stretch.hits);
    if (hits.score <= found.score) continue;
    found = hits;
    best = passage_of(stretch, hits);
  }
  if (found.score > 0) return best;
  auto part = text.read(0, 2 * passage_size);
  if (!part) return tl::unexpected(part.error());
  return beginning_of(whole_words(*part, 0, false), analyzer);
}

Result<void> add_snippet(SearchResult& result, const Fields& fields,
                         const std::optional<schema::LongText>& text, const Matcher& matcher,
                         Analyzer& analyzer) {
  Passage best;
  if (text) {
    auto passage = best_passage(*text, matcher, analyzer);
    if (!passage) return tl::unexpected(passage.error());
    best = *std::move(passage);
  } else {
    best = best_passage(fields.tekst, schema::tekst.prefix, matcher, analyzer);
  }
  std::optional<std::size_t> place;
  if (best.words > 0) place = best.at;
  const std::vector<Noot>& notes = text ? text->places().notes : fields.noten;
  if (auto found = best_note(notes, best.words, matcher, analyzer)) {
    best = std::move(found->passage);
    place = notes[found->note].plaats;
    result.noot = found->note + 1;
    const std::string& number = notes[found->note].nummer;
    result.nootNummer = number.empty() ? std::to_string(result.noot) : number;
  }
  if (place) {
    result.pagina = text ? page_at(*text, *place) : page_at(fields, *place);
    auto heading = text ? heading_before(*text, *place) : std::string();
    if (!heading) return tl::unexpected(heading.error());
    result.kop = *std::move(heading);
  }
  for (const auto& [other, field] : {std::pair{&fields.onderwerp, &schema::onderwerp},
                                     std::pair{&fields.titel, &schema::titel}}) {
    if (best.words > 0) break;
    Passage passage = best_passage(*other, field->prefix, matcher, analyzer);
    if (passage.words > 0 || best.parts.empty()) best = std::move(passage);
  }
  result.snippet = std::move(best.parts);
  return {};
}

}  // namespace kamerzoek
