#include "search/snippet.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "corpus/schema/schema.hpp"
#include "search/skim.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t passage_size = 240;
// A longer text is skimmed first: a page of results must not wait for all words of ten reports.
constexpr std::size_t most_read = std::size_t{32} << 10;
// All of a shorter text is under the heading that the result has as its subject.
constexpr std::size_t least_with_headings = 6000;
// Longer is no heading but a paragraph in its place.
constexpr std::size_t longest_heading = 120;
constexpr std::string_view ellipsis = "…";

/// A place that is marked, and the word of the query it is for.
struct Hit {
  Span at;
  std::size_t word;
};

/// A stretch of the text as it was read; places are those in the whole text.
struct Stretch {
  Span of;
  std::vector<Span> words;
  std::vector<Hit> hits;
};

Span moved(Span span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

class Reading {
 public:
  Reading(std::string_view text, std::string_view field, const Matcher& matcher, Analyzer& analyzer,
          const std::set<WordWay>& absent)
      : text_(text), field_(field), matcher_(matcher), analyzer_(analyzer), absent_(absent) {}

  Stretch read(Span of) const {
    ReadText read =
        matcher_.read(text_.substr(of.begin, of.end - of.begin), field_, analyzer_, absent_);
    Stretch stretch{.of = of, .words = std::move(read.words), .hits = {}};
    for (Span& word : stretch.words) word = moved(word, of.begin);
    for (const Match& match : read.matches) {
      stretch.hits.push_back({moved(match.at, of.begin), match.by.word});
      // Of `spreekt … uit` both are what matched.
      if (match.verb.end != 0) {
        stretch.hits.push_back({moved(match.verb, of.begin), match.by.word});
      }
    }
    const auto place = [](const Hit& hit) { return std::pair{hit.at.begin, hit.word}; };
    const auto same = [&](const Hit& a, const Hit& b) { return place(a) == place(b); };
    std::ranges::sort(stretch.hits, {}, place);
    stretch.hits.erase(std::unique(stretch.hits.begin(), stretch.hits.end(), same),
                       stretch.hits.end());
    return stretch;
  }

 private:
  std::string_view text_;
  std::string_view field_;
  const Matcher& matcher_;
  Analyzer& analyzer_;
  const std::set<WordWay>& absent_;
};

/// Some hits, by their indices, and how good a passage with them is.
struct Choice {
  std::size_t begin = 0;
  std::size_t end = 0;
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
    if (score > best.score) best = {first, last + 1, score};
  }
  return best;
}

/// Widens the hits to a passage that begins and ends at a word, with what precedes for context.
Span widened(std::string_view text, const Stretch& stretch, const Choice& hits) {
  const std::size_t from = stretch.hits[hits.begin].at.begin;
  const std::size_t to = stretch.hits[hits.end - 1].at.end;
  const std::size_t room = passage_size > to - from ? passage_size - (to - from) : 0;
  const std::size_t earliest = from > room / 3 ? from - room / 3 : 0;
  const std::size_t latest = earliest + std::max(passage_size, to - earliest);
  const auto first = std::ranges::lower_bound(stretch.words, earliest, {}, &Span::begin);
  const auto last = std::ranges::upper_bound(stretch.words, latest, {}, &Span::end);
  const std::size_t begin = earliest == 0 ? 0 : first->begin;
  const bool to_the_end = last == stretch.words.end() && stretch.of.end == text.size();
  const std::size_t end = to_the_end ? text.size() : std::prev(last)->end;
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

Snippet marked(std::string_view text, Span span, const std::vector<Hit>& hits) {
  Snippet snippet;
  std::size_t at = span.begin;
  if (at > 0) snippet.push_back({std::string(ellipsis) + " ", false});
  for (const Hit& hit : hits) {
    if (hit.at.begin < at || hit.at.end > span.end) continue;
    append(snippet, text.substr(at, hit.at.begin - at), false);
    append(snippet, text.substr(hit.at.begin, hit.at.end - hit.at.begin), true);
    at = hit.at.end;
  }
  append(snippet, text.substr(at, span.end - at), false);
  if (span.end < text.size()) snippet.push_back({" " + std::string(ellipsis), false});
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

}  // namespace

Passage best_passage(std::string_view text, std::string_view field, const Matcher& matcher,
                     Analyzer& analyzer, const std::set<WordWay>& absent) {
  const Reading reading(text, field, matcher, analyzer, absent);
  std::vector<Span> stretches{{0, text.size()}};
  if (matcher.sought().empty()) {
    stretches.clear();
  } else if (text.size() > most_read) {
    stretches = promising_stretches(text, passage_size, matcher, analyzer);
  }
  Stretch best;
  Choice hits;
  for (const Span& of : stretches) {
    Stretch stretch = reading.read(of);
    const Choice found = best_hits(stretch.hits);
    if (found.score <= hits.score) continue;
    hits = found;
    best = std::move(stretch);
  }
  if (hits.score == 0) return {.parts = marked(text, opening(text, analyzer), {})};
  return {.parts = marked(text, widened(text, best, hits), best.hits),
          .has_match = true,
          .at = best.hits[hits.begin].at.begin};
}

std::string heading_before(const Fields& fields, std::size_t at) {
  if (fields.tekst.size() < least_with_headings) return {};
  const Mark* heading = nullptr;
  for (const Mark& mark : fields.marks) {
    if (mark.begin > at) break;
    if (mark.kind == Mark::Kind::kop) heading = &mark;
  }
  // The passage is the heading itself.
  if (heading == nullptr || at < heading->end) return {};
  std::string text = flattened(
      std::string_view(fields.tekst).substr(heading->begin, heading->end - heading->begin));
  if (text.size() <= longest_heading) return text;
  std::size_t end = std::min(text.rfind(' ', longest_heading), longest_heading);
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text + " " + std::string(ellipsis);
}

void add_snippet(SearchResult& result, const Fields& fields, const Matcher& matcher,
                 Analyzer& analyzer, const std::set<WordWay>& absent) {
  Passage best = best_passage(fields.tekst, schema::tekst.prefix, matcher, analyzer, absent);
  if (best.has_match) {
    result.kop = heading_before(fields, best.at);
  } else {
    for (const auto& [text, field] : {std::pair{&fields.onderwerp, &schema::onderwerp},
                                      std::pair{&fields.titel, &schema::titel}}) {
      Passage other = best_passage(*text, field->prefix, matcher, analyzer, absent);
      if (!other.has_match && !best.parts.empty()) continue;
      best = std::move(other);
      if (best.has_match) break;
    }
  }
  result.snippet = std::move(best.parts);
}

}  // namespace kamerzoek
