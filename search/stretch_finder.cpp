#include "search/stretch_finder.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace kamerzoek {
namespace {

using schema::FilterWord;

bool wants_all_words(Way::Kind kind) {
  return kind == Way::Kind::phrase || kind == Way::Kind::abbreviation || kind == Way::Kind::near;
}

/// Whether one of the ways may be where `has` says that words are.
template <class Wanted, class Has>
bool may_be_there(const Wanted& ways, Has has) {
  return std::ranges::any_of(ways, [&](const auto& words) {
    return std::ranges::all_of(words,
                               [&](const auto& forms) { return std::ranges::any_of(forms, has); });
  });
}

}  // namespace

/// Filters have words by their lemmas, and those of grammar not at all: of these there are none.
StretchFinder::Forms StretchFinder::forms_of(const std::string& word, Analyzer& analyzer) {
  Forms forms{schema::filter_word(word)};
  for (const Token& token : analyzer.tokens(word)) {
    if (token.is_grammatical) return {};
    forms.push_back(schema::filter_word(token.stem));
  }
  return forms;
}

StretchFinder::StretchFinder(const Sought& sought, Analyzer& analyzer) {
  for (const SoughtWord& word : sought) {
    if (!word.field.empty()) continue;  // another field than the text
    Wanted& wanted = wanted_.emplace_back();
    Forms any;
    for (const Way& way : word.ways) {
      const bool all = wants_all_words(way.kind);
      if (all) wanted.emplace_back();
      for (const std::string& one : way.words) {
        Forms forms = forms_of(one, analyzer);
        if (forms.empty()) {
          if (!all) wanted.emplace_back();  // it is everywhere
        } else if (all) {
          wanted.back().push_back(std::move(forms));
        } else {
          any.insert(any.end(), forms.begin(), forms.end());
        }
      }
    }
    std::ranges::sort(any);
    any.erase(std::unique(any.begin(), any.end()), any.end());
    if (!any.empty()) wanted.push_back({std::move(any)});
  }
}

std::vector<StretchFinder::Promise> StretchFinder::promising(std::string_view filters) const {
  struct Rated {
    Promise promise;
    std::size_t within;  ///< words in the stretch itself
  };
  const std::size_t count = filters.size() / schema::filter_size;
  std::vector<Rated> rated;
  for (std::size_t stretch = 0; stretch < count; ++stretch) {
    const auto is_here = [&](FilterWord word) { return may_have(filters, stretch, word); };
    const auto is_near = [&](FilterWord word) {
      return is_here(word) || (stretch + 1 < count && may_have(filters, stretch + 1, word));
    };
    Rated one{{stretch, 0}, 0};
    for (const Wanted& wanted : wanted_) {
      if (!may_be_there(wanted, is_near)) continue;
      ++one.promise.words;
      if (may_be_there(wanted, is_here)) ++one.within;
    }
    if (one.promise.words > 0) rated.push_back(one);
  }
  std::ranges::stable_sort(rated, [](const Rated& a, const Rated& b) {
    return std::tie(a.promise.words, a.within) > std::tie(b.promise.words, b.within);
  });
  std::vector<Promise> promising;
  promising.reserve(rated.size());
  for (const Rated& one : rated) promising.push_back(one.promise);
  return promising;
}

}  // namespace kamerzoek
