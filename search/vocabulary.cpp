#include "search/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "corpus/schema/listing.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/text/normal_form.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t shortest_word = 2;
constexpr std::size_t longest_word = 40;
constexpr std::uint32_t fewest_documents = 2;  // what stands in one is as often a slip as a word
constexpr std::size_t most_words = 1'000'000;
constexpr std::size_t most_documents = 1'000'000;

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_plausible(std::string_view term) {
  return term.size() >= shortest_word && term.size() <= longest_word &&
         is_small_letter(term.front()) && is_small_letter(term.back()) &&
         std::ranges::all_of(term, [](char c) { return is_small_letter(c) || c == '\''; });
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Without the capital of a sentence's first word; EU-lidstaat keeps its own.
std::string uncapitalised(std::string_view word) {
  std::string out(word);
  const bool is_alone = out.size() > 1 && is_capital(out[0]) && !is_capital(out[1]);
  if (is_alone) out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

/// Counts how words are written that their folded form does not show.
class Spellings {
 public:
  void count(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    while (true) {
      text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
      if (text.empty()) return;
      const std::string_view word = text.substr(0, text.find_first_of(space));
      text.remove_prefix(word.size());
      if (std::ranges::any_of(word, [](char c) { return c == '-' || (c & 0x80) != 0; })) {
        count_word(word);
      }
    }
  }

  /// The most frequent spelling of each that is not mostly written as it is folded.
  std::unordered_map<std::string, std::string> most_frequent(const Headings& headings) const {
    std::unordered_map<std::string, std::string> best;
    for (const auto& [exact, spellings] : counts_) {
      const auto most = std::ranges::max_element(spellings, {}, &Counts::value_type::second);
      if (2 * most->second >= headings.with(exact)) best.emplace(exact, most->first);
    }
    return best;
  }

 private:
  using Counts = std::map<std::string, std::size_t>;

  void count_word(std::string_view word) {
    tokenizer_.each_word(word, [&](std::size_t begin, std::size_t end) {
      const std::string written = uncapitalised(word.substr(begin, end - begin));
      std::string exact = normal_form(written).exact;
      if (exact != written && is_plausible(exact)) ++counts_[std::move(exact)][written];
    });
  }

  Tokenizer tokenizer_;
  std::unordered_map<std::string, Counts> counts_;
};

/// What one pass over the documents collects.
class Documents {
 public:
  void add(Xapian::docid docid, const schema::Listing& listing, std::string_view dossiers) {
    const std::string& heading = listing.onderwerp.empty() ? listing.titel : listing.onderwerp;
    headings_.add(heading);
    spellings_.count(heading);
    dated_.emplace_back(listing.datum, docid);
    while (!dossiers.empty()) {
      const std::size_t end = std::min(dossiers.find(schema::list_separator), dossiers.size());
      Dossier& dossier = dossiers_[std::string(dossiers.substr(0, end))];
      ++dossier.documents;
      dossiers.remove_prefix(std::min(end + 1, dossiers.size()));
    }
    if (!listing.dossierTitel.empty()) {
      Dossier& own = dossiers_[listing.dossier];
      if (own.title.empty() || listing.datum > own.title_date) {
        own.title = listing.dossierTitel;
        own.title_date = listing.datum;
      }
    }
  }

  /// The headings, newest document first, and whose they are.
  std::pair<Headings, std::vector<Xapian::docid>> headings() {
    std::vector<std::uint32_t> order(dated_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t at) { return dated_[at]; });
    std::vector<Xapian::docid> documents;
    documents.reserve(order.size());
    for (const std::uint32_t at : order) documents.push_back(dated_[at].second);
    return {headings_.finish(order), std::move(documents)};
  }

  std::vector<HeldDossier> dossiers() const {
    std::vector<HeldDossier> held;
    for (const auto& [number, dossier] : dossiers_) {
      if (dossier.documents > 0) held.push_back({number, dossier.title, dossier.documents});
    }
    std::ranges::stable_sort(held, std::greater<>(), &HeldDossier::documenten);
    return held;
  }

  std::unordered_map<std::string, std::string> written(const Headings& headings) const {
    return spellings_.most_frequent(headings);
  }

 private:
  struct Dossier {
    std::string title;
    std::string title_date;
    std::uint32_t documents = 0;
  };

  HeadingsBuilder headings_;
  Spellings spellings_;
  std::vector<std::pair<std::string, Xapian::docid>> dated_;
  std::map<std::string, Dossier> dossiers_;
};

Headings titles_of(const std::vector<HeldDossier>& dossiers) {
  HeadingsBuilder builder;
  for (const HeldDossier& dossier : dossiers) builder.add(dossier.titel);
  std::vector<std::uint32_t> as_they_are(dossiers.size());
  std::iota(as_they_are.begin(), as_they_are.end(), 0);
  return builder.finish(as_they_are);
}

}  // namespace

Vocabulary Vocabulary::read(const Xapian::Database& database) {
  Vocabulary vocabulary;
  vocabulary.read_words(database);
  vocabulary.read_documents(database);
  return vocabulary;
}

void Vocabulary::read_words(const Xapian::Database& database) {
  // Exact forms have no prefix, and prefixes begin with a capital, which sorts before them.
  auto term = database.allterms_begin();
  term.skip_to("a");
  for (const auto end = database.allterms_end(); term != end; ++term) {
    const std::string word = *term;
    if (word > "z\x7f") break;
    if (!is_plausible(word) || term.get_termfreq() < fewest_documents) continue;
    words_.add(word, term.get_termfreq());
    if (words_.size() == 2 * most_words) words_ = words_.most_frequent(most_words);
  }
  words_ = words_.most_frequent(most_words);
}

void Vocabulary::read_documents(const Xapian::Database& database) {
  Documents collected;
  // Only living documents have a listing. Those that came last are the newest, as a rule.
  std::size_t left = database.get_value_freq(schema::listing);
  auto listing = database.valuestream_begin(schema::listing);
  auto dossiers = database.valuestream_begin(schema::dossiers);
  const auto no_dossiers = database.valuestream_end(schema::dossiers);
  for (const auto end = database.valuestream_end(schema::listing); listing != end; ++listing) {
    if (left-- > most_documents) continue;
    const Xapian::docid docid = listing.get_docid();
    const auto unpacked = schema::unpack(*listing);
    if (!unpacked) continue;
    if (dossiers != no_dossiers) dossiers.skip_to(docid);
    const bool has = dossiers != no_dossiers && dossiers.get_docid() == docid;
    collected.add(docid, *unpacked, has ? *dossiers : std::string());
  }
  std::tie(headings_, documents_) = collected.headings();
  dossiers_ = collected.dossiers();
  dossier_titles_ = titles_of(dossiers_);
  written_ = collected.written(headings_);
}

std::string Vocabulary::written(std::string_view word) const {
  const auto found = written_.find(std::string(word));
  return found == written_.end() ? std::string(word) : found->second;
}

std::size_t Vocabulary::bytes() const {
  // A node of the map holds two strings, which are short.
  std::size_t strings = written_.size() * (2 * sizeof(std::string) + 4 * sizeof(void*));
  for (const HeldDossier& dossier : dossiers_) {
    strings += sizeof(HeldDossier) + dossier.nummer.capacity() + dossier.titel.capacity();
  }
  return words_.bytes() + headings_.bytes() + dossier_titles_.bytes() +
         sizeof(Xapian::docid) * documents_.capacity() + strings;
}

}  // namespace kamerzoek
