#include "search/similar.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "corpus/letters/fold.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/references/reference.hpp"
#include "search/bm25.hpp"
#include "search/database.hpp"
#include "search/listing.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using schema::Label;
using Xapian::Query;

constexpr std::size_t characteristic_words = 40;
// How rare a word is takes a look at the index: asked of those that a paper has most often.
constexpr std::size_t most_weighed = 400;
// A word that a tenth of the documents have sets none apart, and takes longer than all others.
constexpr double most_holding = 0.1;
// A list of so many documents is gone through in no time, and of a few dozen every word may be said
// to be in a tenth.
constexpr double shortest_list = 1000;
// Copies of the paper among the results are left out afterwards.
constexpr std::size_t most_copies = 20;

struct Word {
  std::string term;
  Xapian::termcount count;  ///< within the document, by field
  double weight = 0;
};

/// The lemmas of all fields together (docs/index-format.md); those of one field begin with ZX.
std::vector<Word> lemmas_of(const Xapian::Database& database, Xapian::docid docid) {
  std::vector<Word> words;
  auto term = database.termlist_begin(docid);
  const auto end = database.termlist_end(docid);
  for (term.skip_to("Z"); term != end; ++term) {
    std::string text = *term;
    if (text.front() != 'Z') break;
    const bool is_word = text.size() > 2 && text[1] != 'X' && (text[1] < '0' || text[1] > '9');
    if (is_word) words.push_back({std::move(text), term.get_wdf()});
  }
  return words;
}

template <class Projection>
void keep_highest(std::vector<Word>& words, std::size_t count, Projection of) {
  if (words.size() <= count) return;
  std::ranges::nth_element(words, words.begin() + static_cast<std::ptrdiff_t>(count),
                           std::ranges::greater{}, of);
  words.resize(count);
}

/// By tf·idf, the frequency in logarithms: a word that is there a hundred times is not a hundred
/// times as telling. A word that no other document has finds none.
std::vector<Word> characteristic(const Xapian::Database& database, Xapian::docid docid,
                                 double documents) {
  std::vector<Word> words = lemmas_of(database, docid);
  keep_highest(words, most_weighed, &Word::count);
  const double most = std::max(shortest_list, most_holding * documents);
  for (Word& word : words) {
    const Xapian::doccount holding = database.get_termfreq(word.term);
    if (holding < 2 || holding > most) continue;
    word.weight = (1 + std::log(word.count)) * std::log(documents / holding);
  }
  std::erase_if(words, [](const Word& word) { return word.weight <= 0; });
  keep_highest(words, characteristic_words, &Word::weight);
  return words;
}

class Likeness {
 public:
  Likeness(const Xapian::Database& database, Xapian::docid docid)
      : database_(database), docid_(docid) {}

  /// Nothing for a document without words of its own.
  Query run(double documents, const TieBonus& bonus) {
    for (const Word& word : characteristic(database_, docid_, documents)) {
      ways_.push_back(Query(Query::OP_SCALE_WEIGHT, Query(word.term), 1 + std::log(word.count)));
      full_ += 2 * word.weight;
    }
    if (ways_.empty()) return {};
    add_ties(Label::dossier, bonus.dossier);
    add_ties(Label::zaak, bonus.zaak);
    add_ties(Label::cites, bonus.citation);
    return Query(Query::OP_AND_NOT, Query(Query::OP_OR, ways_.begin(), ways_.end()), itself());
  }

 private:
  std::vector<std::string> labels(Label label, const std::string& start = {}) const {
    const std::string prefix = label_term(label, start);
    std::vector<std::string> values;
    auto term = database_.termlist_begin(docid_);
    const auto end = database_.termlist_end(docid_);
    for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
      values.push_back((*term).substr(prefix.size()));
    }
    return values;
  }

  /// Shares the bonus among the values of a label.
  void add_ties(Label label, double bonus) {
    const std::vector<std::string> values = labels(label);
    if (values.empty() || bonus == 0) return;
    const double each = full_ * bonus / static_cast<double>(values.size());
    for (const std::string& value : values) {
      Query points((new Xapian::FixedWeightPostingSource(each))->release());
      ways_.push_back(Query(Query::OP_FILTER, points, Query(label_term(label, value))));
    }
  }

  Query itself() const {
    std::vector<Query> own;
    for (const std::string& id : labels(Label::identity)) {
      own.emplace_back(label_term(Label::identity, id));
    }
    const std::string replaces = std::string(name_of(Relation::replaces)) + schema::list_separator;
    for (const std::string& key : labels(Label::relation, replaces)) {
      own.emplace_back(label_term(Label::key, key));
    }
    return Query(Query::OP_OR, own.begin(), own.end());
  }

  const Xapian::Database& database_;
  Xapian::docid docid_;
  std::vector<Query> ways_;
  double full_ = 0;  ///< about what a document has with all words
};

/// Of one day and with one subject: the same paper, from a source that does not say so.
bool is_copy(const schema::Listing& one, const SearchResult& other) {
  return !one.onderwerp.empty() && one.datum == other.datum &&
         fold(one.onderwerp) == fold(other.onderwerp);
}

}  // namespace

std::vector<SearchResult> similar_documents(const Xapian::Database& database, Xapian::docid docid,
                                            std::size_t limit, const TieBonus& bonus) {
  const auto own = load_listing(database.get_document(docid));
  if (!own || limit == 0) return {};
  const double documents = database.get_termfreq(label_term(Label::kind, name_of(Kind::document)));
  const Query query = Likeness(database, docid).run(documents, bonus);
  if (query.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Bm25::of_documents(database));
  const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit + most_copies));
  std::vector<SearchResult> results;
  for (auto hit = found.begin(); hit != found.end() && results.size() < limit; ++hit) {
    auto result = listed(hit.get_document());
    if (!result || is_copy(*own, *result)) continue;
    result->score = hit.get_weight();
    results.push_back(*std::move(result));
  }
  return results;
}

Result<SimilarPapers> Searcher::similar(std::string_view name, std::size_t limit) {
  return database_.read([&](const Xapian::Database& database) -> Result<SimilarPapers> {
    const auto docid = find_living(database, name);
    if (!docid) return tl::unexpected(docid.error());
    return SimilarPapers{.id = database.get_document(*docid).get_value(schema::id),
                         .results = similar_documents(database, *docid, limit)};
  });
}

}  // namespace kamerzoek
