#include "search/snippet.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace kamerzoek {
namespace {

constexpr std::size_t passage_size = 240;
// A page of results must not wait for the words of a 1 MB report.
constexpr std::size_t most_text = std::size_t{256} << 10;
constexpr std::string_view ellipsis = "…";

struct Span {
  std::size_t begin;
  std::size_t end;
};

struct Hit {
  Span at;
  std::string stem;
};

struct Words {
  std::vector<Span> all;
  std::vector<Hit> hits;
};

Words find_words(std::string_view text, const SoughtTerms& sought, Analyzer& analyzer) {
  Words words;
  analyzer.analyze(text, [&](const Token& token) {
    words.all.push_back({token.begin, token.end});
    if (!sought.matches(token)) return;
    const std::string stem(token.stem);
    words.hits.push_back({words.all.back(), stem});
    // Of `spreekt … uit` both are what matched.
    if (token.verb_end != 0) words.hits.push_back({{token.verb_begin, token.verb_end}, stem});
  });
  std::ranges::sort(words.hits, {}, [](const Hit& hit) { return hit.at.begin; });
  const auto same = [](const Hit& a, const Hit& b) { return a.at.begin == b.at.begin; };
  words.hits.erase(std::unique(words.hits.begin(), words.hits.end(), same), words.hits.end());
  return words;
}

/// The hits of the best passage: most different words, then most words, then the first.
Span best_hits(const std::vector<Hit>& hits) {
  std::map<std::string_view, std::size_t> inside;
  Span best{0, 0};
  std::size_t best_score = 0;
  std::size_t first = 0;
  for (std::size_t last = 0; last < hits.size(); ++last) {
    ++inside[hits[last].stem];
    while (hits[last].at.end - hits[first].at.begin > passage_size && first < last) {
      const auto leaving = inside.find(hits[first++].stem);
      if (--leaving->second == 0) inside.erase(leaving);
    }
    const std::size_t score = inside.size() * 100 + std::min<std::size_t>(last - first, 99);
    if (score > best_score) {
      best_score = score;
      best = {first, last + 1};
    }
  }
  return best;
}

/// Widens the hits to a passage that begins and ends at a word, with what precedes for context.
Span passage(std::string_view text, const Words& words, Span hits) {
  const std::size_t from = words.hits[hits.begin].at.begin;
  const std::size_t to = words.hits[hits.end - 1].at.end;
  const std::size_t room = passage_size > to - from ? passage_size - (to - from) : 0;
  const std::size_t earliest = from > room / 3 ? from - room / 3 : 0;
  const std::size_t latest =
      std::min(text.size(), earliest + std::max(passage_size, to - earliest));
  const auto first = std::ranges::lower_bound(words.all, earliest, {}, &Span::begin);
  auto last = std::ranges::upper_bound(words.all, latest, {}, &Span::end);
  const std::size_t begin = earliest == 0 ? 0 : first->begin;
  const std::size_t end = last == words.all.end() ? text.size() : std::prev(last)->end;
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
Span opening(std::string_view text, const Words& words) {
  const auto last = std::ranges::upper_bound(words.all, passage_size, {}, &Span::end);
  if (last == words.all.end()) return {0, text.size()};
  return {0, last == words.all.begin() ? last->end : std::prev(last)->end};
}

}  // namespace

Snippet make_snippet(std::string_view text, const SoughtTerms& sought, Analyzer& analyzer) {
  const std::string_view head = text.substr(0, most_text);
  const Words words = find_words(head, sought, analyzer);
  if (words.hits.empty()) return marked(text, opening(head, words), {});
  return marked(text, passage(head, words, best_hits(words.hits)), words.hits);
}

}  // namespace kamerzoek
