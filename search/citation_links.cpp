#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/model/merge.hpp"
#include "corpus/references/citations.hpp"
#include "search/address.hpp"
#include "search/database.hpp"
#include "search/linked_papers.hpp"
#include "search/listing.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// The papers a page lists; a debate of a day names a few hundred.
constexpr std::size_t most_cited = 500;
// The sentence of each is looked up in the text of the citing paper.
constexpr std::size_t most_citing = 100;

constexpr std::array strong_relations = {Relation::replaces, Relation::executes, Relation::fulfils,
                                         Relation::answers};

std::vector<std::string> names_of(const Reference& reference) {
  std::vector<std::string> names = {reference.id};
  names.insert(names.end(), reference.others.begin(), reference.others.end());
  return names;
}

bool names_one_of(const Citation& citation, const std::vector<std::string>& keys) {
  return std::ranges::any_of(names_of(citation.reference), [&](const std::string& name) {
    return std::ranges::binary_search(keys, name);
  });
}

void describe(const Fields& fields, const Citation& citation, Link& link) {
  link.relation = name_of(citation.reference.relation);
  link.basis = citation.basis == Citation::Basis::marked ? Link::Basis::marked : Link::Basis::found;
  link.sentence = sentence_of(fields, citation);
  const bool in_note = citation.place == Citation::Place::noot;
  link.note = in_note ? fields.noten[citation.noot].tekst : std::string();
}

/// Of two citations of one paper the one to show: that which does more than cite; else one in a
/// sentence rather than in a note or a subject.
auto worth(const Citation& citation) {
  return std::tuple(citation.reference.relation != Relation::cites,
                    citation.place == Citation::Place::tekst);
}

struct Citing {
  Relation relation = Relation::cites;
  std::string datum;
  Xapian::docid docid = 0;
};

/// The documents with this term, into `citing` with what they do.
void gather(const Xapian::Database& database, const std::string& term, Relation relation,
            std::map<Xapian::docid, Relation>& citing) {
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    Relation& known = citing.try_emplace(*at, Relation::cites).first->second;
    if (known == Relation::cites) known = relation;
  }
}

/// A zaak says by its subject what its document does; where that is held too it stands for both.
void leave_zaken_to_their_documents(const Xapian::Database& database,
                                    std::map<Xapian::docid, Relation>& citing) {
  std::erase_if(citing, [&](const auto& one) {
    if (!database.get_document(one.first).get_value(schema::listing).empty()) return false;
    const auto zaak = load_record(database, one.first);
    if (!zaak) return true;
    const std::string term = label_term(Label::zaak, view(*zaak).documentNummer);
    return std::any_of(database.postlist_begin(term), database.postlist_end(term),
                       [&](Xapian::docid other) { return citing.contains(other); });
  });
}

/// What does more than cite first, then the newest.
std::vector<Citing> citing_papers(const Xapian::Database& database,
                                  const std::vector<std::string>& keys) {
  std::map<Xapian::docid, Relation> relations;
  for (const std::string& key : keys) {
    gather(database, label_term(Label::cites, key), Relation::cites, relations);
    for (const Relation relation : strong_relations) {
      std::string value(name_of(relation));
      value += schema::list_separator;
      gather(database, label_term(Label::relation, value + key), relation, relations);
    }
  }
  leave_zaken_to_their_documents(database, relations);
  std::vector<Citing> citing;
  citing.reserve(relations.size());
  for (const auto& [docid, relation] : relations) {
    citing.push_back({relation, database.get_document(docid).get_value(schema::datum), docid});
  }
  std::ranges::sort(citing, [](const Citing& a, const Citing& b) {
    const bool a_plain = a.relation == Relation::cites;
    const bool b_plain = b.relation == Relation::cites;
    return std::tie(a_plain, b.datum, b.docid) < std::tie(b_plain, a.datum, a.docid);
  });
  return citing;
}

/// The citation of one of `keys` that is worth showing.
const Citation* citation_of(const std::vector<Citation>& citations,
                            const std::vector<std::string>& keys) {
  const Citation* best = nullptr;
  for (const Citation& citation : citations) {
    if (!names_one_of(citation, keys)) continue;
    if (best == nullptr || worth(citation) > worth(*best)) best = &citation;
  }
  return best;
}

}  // namespace

Link link_to(const Xapian::Database& database, const std::vector<std::string>& keys) {
  Link link;
  if (const Xapian::docid docid = find_record(database, keys); docid != 0) {
    if (auto paper = listed(database.get_document(docid))) {
      link.held = true;
      link.paper = *std::move(paper);
      return link;
    }
  }
  link.paper.id = keys.front();
  link.paper.url = official_address(keys.front());
  return link;
}

std::vector<Link> cited_papers(const Xapian::Database& database, const Fields& fields,
                               const std::vector<Citation>& citations,
                               const std::vector<std::string>& keys) {
  std::vector<Link> links;
  std::map<std::string, std::pair<std::size_t, const Citation*>> placed;  // by the paper's id
  for (const Citation& citation : citations) {
    if (names_dossier(citation) || names_one_of(citation, keys)) continue;
    Link link = link_to(database, names_of(citation.reference));
    const auto [at, is_new] = placed.try_emplace(link.paper.id, links.size(), &citation);
    if (is_new) {
      if (links.size() == most_cited) break;
      describe(fields, citation, link);
      links.push_back(std::move(link));
    } else if (worth(citation) > worth(*at->second.second)) {
      at->second.second = &citation;
      describe(fields, citation, links[at->second.first]);
    }
  }
  return links;
}

Result<void> add_citing_papers(const Xapian::Database& database,
                               const std::vector<std::string>& keys, Links& links) {
  std::vector<Citing> citing = citing_papers(database, keys);
  std::erase_if(citing, [self = find_record(database, keys)](const Citing& one) {
    return one.docid == self;
  });
  links.cited_by_total = citing.size();
  if (citing.size() > most_citing) citing.resize(most_citing);
  for (const Citing& one : citing) {
    auto record = load_record(database, one.docid);
    if (!record) return tl::unexpected(record.error());
    const Fields fields = view(*record);
    const std::vector<Citation> citations = citations_in(fields);
    Link link;
    if (const Citation* citation = citation_of(citations, keys)) describe(fields, *citation, link);
    link.held = true;
    link.paper = listed(id(*record), schema::listing_of(fields));
    link.paper.url = address_of(record->kind, link.paper.id);
    links.cited_by.push_back(std::move(link));
  }
  return {};
}

}  // namespace kamerzoek
