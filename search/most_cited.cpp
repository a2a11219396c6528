#include "search/most_cited.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "search/database.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

/// A document cited under one of its names.
struct Cited {
  std::size_t document;  ///< its index
  std::string term;
  std::size_t by;
};

std::vector<std::pair<std::string, std::size_t>> citing_terms(
    const std::vector<SearchResult>& documents) {
  std::vector<std::pair<std::string, std::size_t>> terms;
  terms.reserve(2 * documents.size());
  for (std::size_t at = 0; at < documents.size(); ++at) {
    const SearchResult& document = documents[at];
    terms.emplace_back(label_term(Label::cites, document.id), at);
    if (!document.documentNummer.empty() && document.documentNummer != document.id) {
      terms.emplace_back(label_term(Label::cites, document.documentNummer), at);
    }
  }
  std::ranges::sort(terms);
  return terms;
}

/// Most documents are cited by none. Walking both lists in order, one look at the index passes
/// over all names up to the next that is cited.
std::vector<Cited> cited_among(const Xapian::Database& database,
                               const std::vector<SearchResult>& documents) {
  std::vector<Cited> cited;
  const std::string prefix(schema::prefix_of(Label::cites));
  auto known = database.allterms_begin(prefix);
  const auto end = database.allterms_end(prefix);
  for (const auto& [term, document] : citing_terms(documents)) {
    if (known != end && *known < term) known.skip_to(term);
    if (known == end) break;
    if (*known == term) cited.push_back({document, term, known.get_termfreq()});
  }
  return cited;
}

/// A document that cites both names counts once.
std::size_t citing_either(const Xapian::Database& database, const std::string& one,
                          const std::string& other) {
  std::set<Xapian::docid> citing(database.postlist_begin(one), database.postlist_end(one));
  citing.insert(database.postlist_begin(other), database.postlist_end(other));
  return citing.size();
}

}  // namespace

std::vector<CitedDocument> most_cited(const Xapian::Database& database,
                                      const std::vector<SearchResult>& documents,
                                      std::size_t count) {
  std::map<std::size_t, Cited> by_document;
  for (Cited& cited : cited_among(database, documents)) {
    const auto [known, is_new] = by_document.try_emplace(cited.document, cited);
    if (!is_new) known->second.by = citing_either(database, known->second.term, cited.term);
  }
  std::vector<std::pair<std::size_t, std::size_t>> ranked;  // how often, the document
  ranked.reserve(by_document.size());
  for (const auto& [document, cited] : by_document) ranked.emplace_back(cited.by, document);
  std::ranges::sort(ranked, [](const auto& one, const auto& other) {
    return std::tie(other.first, one.second) < std::tie(one.first, other.second);
  });
  if (ranked.size() > count) ranked.resize(count);

  std::vector<CitedDocument> most;
  most.reserve(ranked.size());
  for (const auto& [by, document] : ranked) most.push_back({documents[document], by});
  return most;
}

}  // namespace kamerzoek
