#include <algorithm>
#include <set>
#include <utility>

#include <xapian.h>

#include "search/address.hpp"
#include "search/listing.hpp"
#include "search/query_lexer.hpp"
#include "search/searcher.hpp"
#include "search/shared_vocabulary.hpp"
#include "search/typed_text.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t longest_typed = 200;  // code points; who types on needs no help
// Of the identifiers that begin so some belong to no living document.
constexpr std::size_t most_identifiers = 50;
// Of the words that a beginning can become, so many for each that is wanted are tried.
constexpr std::size_t tried_for_each = 2;

class Suggesting {
 public:
  Suggesting(const Xapian::Database& database, const Vocabulary& vocabulary, std::size_t limit)
      : database_(database), vocabulary_(vocabulary), limit_(limit) {}

  Suggestions run(const std::string& text) {
    Tokenizer tokenizer;
    const TypedText typed = read_typed(tokenizer, text);
    out_.query = text;
    add_named_documents(text);
    for (const std::uint32_t heading :
         vocabulary_.headings().find(typed.words, typed.open, limit_)) {
      add_document(vocabulary_.document(heading));
    }
    add_numbered_dossiers(text);
    for (const std::uint32_t at :
         vocabulary_.dossier_titles().find(typed.words, typed.open, limit_)) {
      add_dossier(vocabulary_.dossiers()[at]);
    }
    if (typed.open) add_terms(text, typed);
    return std::move(out_);
  }

 private:
  void add_named_documents(const std::string& text) {
    for (const std::string& beginning : identifier_beginnings(text)) {
      const std::string prefix = label_term(schema::Label::key, beginning);
      auto term = database_.allterms_begin(prefix);
      for (std::size_t seen = 0; term != database_.allterms_end(prefix) && seen < most_identifiers;
           ++term, ++seen) {
        add_document(*database_.postlist_begin(*term));
      }
    }
  }

  /// The vocabulary may be older than the database: what is gone is passed over.
  void add_document(Xapian::docid docid) {
    if (out_.documents.size() == limit_ || !shown_.insert(docid).second) return;
    try {
      if (auto result = listed(database_.get_document(docid))) {
        out_.documents.push_back(*std::move(result));
      }
    } catch (const Xapian::DocNotFoundError&) {
    }
  }

  void add_numbered_dossiers(const std::string& text) {
    const auto& all = vocabulary_.dossiers();
    for (const std::string& beginning : dossier_beginnings(text)) {
      const auto exact = std::ranges::find(all, beginning, &HeldDossier::nummer);
      if (exact != all.end()) add_dossier(*exact);
      for (const HeldDossier& dossier : all) {
        if (dossier.nummer.starts_with(beginning)) add_dossier(dossier);
      }
    }
  }

  void add_dossier(const HeldDossier& dossier) {
    if (out_.dossiers.size() == limit_) return;
    const auto number = DossierNumber::parse(dossier.nummer);
    const bool is_there = std::ranges::find(out_.dossiers, dossier.nummer,
                                            &Suggestions::Dossier::nummer) != out_.dossiers.end();
    if (!number || is_there) return;
    out_.dossiers.push_back(
        {dossier.nummer, dossier.titel, dossier.documenten, address_of(*number)});
  }

  void add_terms(const std::string& text, const TypedText& typed) {
    std::vector<Xapian::Query> before;
    for (std::size_t at = 0; at + 1 < typed.words.size(); ++at)
      before.emplace_back(typed.words[at]);
    for (const WordTable::Place place : completions(typed.words.back())) {
      if (out_.terms.size() == limit_) break;
      const std::string word(vocabulary_.words()[place]);
      std::size_t documents = vocabulary_.words().count(place);
      if (!before.empty()) documents = documents_with(before, word);
      if (documents == 0) continue;
      out_.terms.push_back({std::string(text).replace(typed.begin, typed.end - typed.begin,
                                                      vocabulary_.written(word)),
                            documents});
    }
    std::ranges::stable_sort(out_.terms, std::greater<>(), &Suggestions::Term::documents);
  }

  /// The words that begin so, most frequent first; some more than are wanted.
  std::vector<WordTable::Place> completions(const std::string& beginning) const {
    const WordTable& words = vocabulary_.words();
    const WordTable::Range range = words.beginning_with(beginning);
    std::vector<WordTable::Place> places;
    for (WordTable::Place place = range.begin; place < range.end; ++place) places.push_back(place);
    const std::size_t kept = std::min(places.size(), tried_for_each * limit_);
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(kept);
    std::ranges::partial_sort(places, end, [&](WordTable::Place a, WordTable::Place b) {
      return std::pair(words.count(b), a) < std::pair(words.count(a), b);
    });
    places.erase(end, places.end());
    return places;
  }

  std::size_t documents_with(const std::vector<Xapian::Query>& before, const std::string& word) {
    std::vector<Xapian::Query> all = before;
    all.emplace_back(word);
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, all.begin(), all.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

  const Xapian::Database& database_;
  const Vocabulary& vocabulary_;
  std::size_t limit_;
  Suggestions out_;
  std::set<Xapian::docid> shown_;
};

}  // namespace

Result<Suggestions> Searcher::suggest(const std::string& text, std::size_t limit) {
  const auto vocabulary = vocabulary_->get();
  return database_.read([&](const Xapian::Database& database) -> Result<Suggestions> {
    if (!vocabulary || code_points(text) > longest_typed) return Suggestions{.query = text};
    return Suggesting(database, *vocabulary, limit).run(text);
  });
}

}  // namespace kamerzoek
