#include "web/link_lists.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/reference.hpp"
#include "search/address.hpp"
#include "web/notation.hpp"

namespace kamerzoek::web {
namespace {

struct Phrase {
  Relation relation;
  std::string_view citing;  ///< what this paper does with the other
  std::string_view cited;   ///< what the other does with this one
};

constexpr std::array phrases = {
    Phrase{Relation::replaces, "vervangt", "vervangt dit stuk"},
    Phrase{Relation::executes, "voert uit", "voert dit uit"},
    Phrase{Relation::fulfils, "vervult een toezegging uit", "vervult een toezegging hieruit"},
    Phrase{Relation::answers, "beantwoordt", "beantwoordt dit"},
};

struct Group {
  std::string_view relation;
  std::string_view heading;
};

// In the order they are shown in; annexes have a place of their own on the page.
constexpr std::array groups = {
    Group{"vraag", "Vragen"},
    Group{"antwoord", "Antwoord"},
    Group{"uitstel", "Uitstel van antwoord"},
    Group{"wetsvoorstel", "Wetsvoorstel"},
    Group{"bij-wetsvoorstel", "Bij dit wetsvoorstel"},
    Group{"zelfde-zaak", "In dezelfde zaak"},
};

std::string_view phrase_for(const std::string& relation, bool incoming) {
  const auto found = std::ranges::find_if(
      phrases, [&](const Phrase& phrase) { return name_of(phrase.relation) == relation; });
  if (found == phrases.end()) return {};
  return incoming ? found->cited : found->citing;
}

View replacing(const std::vector<Link>& links, bool incoming) {
  View list = View::array();
  for (const Link& link : links) {
    if (link.relation == name_of(Relation::replaces)) list.push_back(link_entry(link, incoming));
  }
  return list;
}

class Lists {
 public:
  template <class Wanted>
  void add(std::string_view heading, const std::vector<Link>& links, bool incoming,
           std::string more, Wanted wanted) {
    View entries = View::array();
    for (const Link& link : links) {
      if (wanted(link)) entries.push_back(link_entry(link, incoming));
    }
    if (entries.empty()) return;
    list_.push_back(
        {{"heading", heading}, {"entries", std::move(entries)}, {"more", std::move(more)}});
  }

  View run() && { return std::move(list_); }

 private:
  View list_ = View::array();
};

View lists(const Links& links) {
  const auto all = [](const Link&) { return true; };
  const std::size_t more = links.cited_by_total - links.cited_by.size();
  Lists out;
  out.add("Aangehaald door", links.cited_by, true, more == 0 ? "" : document_count(more), all);
  out.add("Verwijst naar", links.cites, false, "", all);
  for (const Group& group : groups) {
    out.add(group.heading, links.related, false, "",
            [&](const Link& link) { return link.relation == group.relation; });
  }
  return std::move(out).run();
}

}  // namespace

View link_lists(const Links& links) {
  return {{"replaced_by", replacing(links.cited_by, true)},
          {"replaces", replacing(links.cites, false)},
          {"lists", lists(links)}};
}

View link_entry(const Link& link, bool incoming) {
  const SearchResult& paper = link.paper;
  const std::string label = short_name(paper);
  const std::string& subject = paper.onderwerp.empty() ? paper.titel : paper.onderwerp;
  return {{"href", link.held ? link.paper.url : address_of_cited(link.paper.id)},
          {"name", subject.empty() ? label : subject},
          {"label", subject.empty() ? "" : label},
          {"relation", phrase_for(link.relation, incoming)},
          {"soort", paper.soort},
          {"date", dutch_date(paper.datum)},
          {"iso_date", paper.datum.substr(0, 10)},
          {"sentence", link.sentence},
          {"note", link.note},
          {"absent", !link.held}};
}

std::string short_name(const SearchResult& paper) {
  if (!paper.dossier.empty() && !paper.volgnummer.empty()) {
    return kamerstuk_label(paper.dossier, paper.volgnummer);
  }
  const auto id = PublicationId::parse(paper.id);
  const bool kamerstuk = id && id->family == PublicationId::Family::kst && id->dossier &&
                         id->nummers.size() == 1 && id->achtervoegsel.empty();
  return kamerstuk ? kamerstuk_label(id->dossier->text(), id->nummers.front()) : paper.id;
}

}  // namespace kamerzoek::web
