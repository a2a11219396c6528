#include "search/did_you_mean.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/letters/fold.hpp"
#include "corpus/references/spelling.hpp"
#include "search/correction.hpp"
#include "search/query_words.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t most_readings = 4;  // each is counted
constexpr std::size_t alternatives = 3;
constexpr std::size_t most_mistaken = 6;  // more words that hardly anybody knows are no slips
constexpr std::size_t most_joined = 4;
constexpr std::size_t longest_abbreviation = 5;
constexpr std::size_t hardly_any = 4;  // documents with a word that may yet be a slip
constexpr std::size_t worth_it = 10;   // how many times as much a suggestion finds

/// A stretch of the query and what may stand there instead, likeliest first.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::string> instead;
};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// With the word, or with a form of it.
std::size_t documents_with(const Xapian::Database& database, const QueryWord& word) {
  return std::max(database.get_termfreq(word.exact), database.get_termfreq("Z" + word.stem));
}

bool is_rare(const Xapian::Database& database, const QueryWord& word) {
  return documents_with(database, word) < hardly_any;
}

bool is_abbreviation(std::string_view written) {
  return written.size() <= longest_abbreviation && std::ranges::all_of(written, is_capital);
}

class Mending {
 public:
  Mending(std::string_view text, const Vocabulary& vocabulary, const Xapian::Database& database,
          const CountDocuments& count)
      : text_(text), vocabulary_(vocabulary), database_(database), count_(count) {}

  /// The query as it may have been meant, likeliest first.
  std::vector<std::string> readings(const std::vector<QueryWord>& words) {
    std::vector<Edit> edits = joined(words);
    std::vector<QueryWord> doubtful;
    for (const QueryWord& word : words) {
      const bool is_joined = std::ranges::any_of(edits, [&](const Edit& join) {
        return join.begin <= word.begin && word.end <= join.end;
      });
      if (!is_joined && is_rare(database_, word)) doubtful.push_back(word);
    }
    if (doubtful.size() > most_mistaken) return {};
    for (const QueryWord& word : doubtful) {
      if (Edit edit = corrected(word); !edit.instead.empty()) edits.push_back(std::move(edit));
    }
    if (edits.empty()) return {};
    std::ranges::sort(edits, {}, &Edit::begin);
    std::vector<std::string> all = {with(edits)};
    for (Edit& edit : edits) {
      for (; edit.instead.size() > 1 && all.size() < most_readings; all.push_back(with(edits))) {
        edit.instead.erase(edit.instead.begin());
      }
    }
    return all;
  }

 private:
  /// Words side by side that are one word of the index.
  std::vector<Edit> joined(const std::vector<QueryWord>& words) const {
    std::vector<Edit> edits;
    for (std::size_t first = 0; first < words.size();) {
      std::size_t taken = 1;
      for (std::size_t count = most_joined; count > 1 && taken == 1; --count) {
        if (first + count > words.size()) continue;
        if (Edit edit = join(words, first, count); !edit.instead.empty()) {
          edits.push_back(std::move(edit));
          taken = count;
        }
      }
      first += taken;
    }
    return edits;
  }

  Edit join(const std::vector<QueryWord>& words, std::size_t first, std::size_t count) const {
    std::string whole;
    std::string linked;  // with the s that many compounds have between their parts
    for (std::size_t at = first; at < first + count; ++at) {
      if (words[at].is_grammatical) return {};
      if (at > first && !are_neighbours(words[at - 1], words[at])) return {};
      whole += words[at].exact;
      linked += (at > first ? "s" : "") + words[at].exact;
    }
    Edit edit{words[first].begin, words[first + count - 1].end, {}};
    for (const std::string& word : {whole, linked}) {
      if (vocabulary_.words().find(word)) edit.instead.push_back(written(word, edit.begin));
    }
    return edit;
  }

  bool are_neighbours(const QueryWord& one, const QueryWord& next) const {
    const std::string_view between = text_.substr(one.end, next.begin - one.end);
    return between.find_first_not_of(" \t") == std::string_view::npos &&
           (one.clause == next.clause || (one.is_free && next.is_free));
  }

  Edit corrected(const QueryWord& word) const {
    Edit edit{word.begin, word.end, {}};
    if (is_abbreviation(text_.substr(word.begin, word.end - word.begin))) return edit;
    const std::size_t documents = documents_with(database_, word);
    std::vector<Correction> all =
        corrections(vocabulary_.words(), word.exact, documents, alternatives);
    if (documents == 0 && word.is_free) add_apart(word.exact, all);
    std::ranges::stable_sort(all, std::greater<>(), &Correction::score);
    for (const Correction& correction : all) {
      if (edit.instead.size() == alternatives) break;
      edit.instead.push_back(written(correction.word, word.begin));
    }
    return edit;
  }

  /// As two words that stand side by side somewhere.
  void add_apart(const std::string& word, std::vector<Correction>& all) const {
    for (const auto& [one, other] : apart(vocabulary_.words(), word, alternatives)) {
      std::string both = fmt::format("{} {}", one, other);
      const std::size_t documents = count_(fmt::format("\"{}\"", both));
      if (documents == 0) continue;
      all.push_back({std::move(both), std::log(documents) - cost_of_slip});
    }
  }

  /// As headings write it, and with a capital where one was typed.
  std::string written(const std::string& word, std::size_t at) const {
    std::string spelling = vocabulary_.written(word);
    if (is_capital(text_[at]) && spelling.front() >= 'a' && spelling.front() <= 'z') {
      spelling.front() = static_cast<char>(spelling.front() - 'a' + 'A');
    }
    return spelling;
  }

  /// The text with the first of each edit's alternatives; the edits are in order.
  std::string with(const std::vector<Edit>& edits) const {
    std::string out;
    std::size_t from = 0;
    for (const Edit& edit : edits) {
      out.append(text_.substr(from, edit.begin - from)).append(edit.instead.front());
      from = edit.end;
    }
    return out.append(text_.substr(from));
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  const Xapian::Database& database_;
  const CountDocuments& count_;
};

}  // namespace

std::optional<std::string> did_you_mean(const std::string& query, SharedVocabulary& vocabulary,
                                        Analyzer& analyzer, const Xapian::Database& database,
                                        const CountDocuments& count) {
  const std::string text = repaired_utf8(query);
  const auto parsed = parse_query(text);
  if (!parsed || !keys_named(text).empty() || dossier_named(text)) return std::nullopt;
  const std::vector<QueryWord> words = query_words(*parsed, text, analyzer);
  const std::size_t found = count(text);
  const bool is_doubtful = found == 0 || std::ranges::any_of(words, [&](const QueryWord& word) {
                             return is_rare(database, word);
                           });
  if (words.empty() || !is_doubtful) return std::nullopt;
  const auto known = vocabulary.get();
  if (!known) return std::nullopt;
  for (const std::string& reading : Mending(text, *known, database, count).readings(words)) {
    if (count(reading) > worth_it * found) return reading;
  }
  return std::nullopt;
}

}  // namespace kamerzoek
