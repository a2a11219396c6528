#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/letters/fold.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/references/spelling.hpp"
#include "search/address.hpp"
#include "web/citation.hpp"
#include "web/document_text.hpp"
#include "web/facts.hpp"
#include "web/link_lists.hpp"
#include "web/neighbourhood.hpp"
#include "web/notation.hpp"
#include "web/originals.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"
#include "web/result_list.hpp"
#include "web/search_link.hpp"
#include "web/timeline.hpp"

namespace kamerzoek::web {
namespace {

constexpr std::size_t most_similar = 5;

View facts_of(const Fields& fields, const std::string& id, const Links& links) {
  View facts = View::array();
  add_fact(facts, "Soort", fields.soort);
  add_fact(facts, "Nummer", id);
  if (fields.documentNummer != id) add_fact(facts, "Documentnummer", fields.documentNummer);
  add_fact(facts, "Datum", dutch_date(fields.datum));
  add_fact(facts, "Bijgewerkt", dutch_date(fields.bijgewerkt));
  add_fact(facts, "Versie", fields.versie);
  add_fact(facts, "Vergaderjaar", fields.vergaderjaar);
  add_dossiers(facts, fields);
  for (const Link& link : links.related) {
    if (link.relation != "bijlage-bij") continue;
    const View entry = link_entry(link, false);
    add_fact(facts, "Bijlage bij", short_name(link.paper), entry["href"].get<std::string>());
  }
  return facts;
}

/// Where the document is published by those who made it.
View official_pages(const Fields& fields, const std::string& id) {
  View pages = View::array();
  if (PublicationId::parse(id)) {
    pages.push_back({{"label", "Officiële bekendmaking"}, {"to", official_address(id)}});
  }
  if (DocumentNumber::parse(fields.documentNummer)) {
    pages.push_back(
        {{"label", "Bij de Tweede Kamer"}, {"to", official_address(fields.documentNummer)}});
  }
  return pages;
}

/// As the papers around it are named.
std::string own_name(const Fields& fields, const std::string& id) {
  SearchResult self;
  self.id = id;
  if (!fields.dossiers.empty()) self.dossier = fields.dossiers.front().nummer.text();
  self.volgnummer = fields.volgnummer;
  return short_name(self);
}

/// The annexes the document lists, and those that only name the document.
View annexes(const Fields& fields, const Links& links) {
  std::vector<const Link*> held;
  for (const Link& link : links.related) {
    if (link.relation == "bijlage" && link.held) held.push_back(&link);
  }
  const auto take = [&](const Bijlage& annex) -> const Link* {
    const auto found = std::ranges::find_if(held, [&](const Link* link) {
      if (annex.id.empty()) return fold(link->paper.onderwerp) == fold(annex.titel);
      return annex.id == link->paper.id || annex.id == link->paper.documentNummer;
    });
    if (found == held.end()) return nullptr;
    const Link* link = *found;
    held.erase(found);
    return link;
  };
  View list = View::array();
  for (const Bijlage& annex : fields.bijlagen) {
    const Link* link = take(annex);
    const std::string& name = annex.titel.empty() ? annex.id : annex.titel;
    const bool leads = link != nullptr || !annex.id.empty();
    const std::string to = "/document/" + percent_encoded(annex.id);
    list.push_back({{"link", leads ? name : ""},
                    {"plain", leads ? "" : name},
                    {"href", link != nullptr ? link->paper.url : to}});
  }
  for (const Link* link : held) {
    const View entry = link_entry(*link, false);
    list.push_back({{"link", entry["name"]}, {"plain", ""}, {"href", entry["href"]}});
  }
  return list;
}

/// The zaken by number: what is held of each, and of the others the number alone.
View zaken_of(const LinkedRecord& linked, const Fields& fields) {
  View list = View::array();
  for (const std::string& number : fields.zaken) {
    View zaak = {{"number", number},
                 {"to", ""},
                 {"soort", ""},
                 {"subject", ""},
                 {"groups", View::array()},
                 {"agenda", View::array()},
                 {"besluiten", besluiten_on(linked.besluiten, number)}};
    const auto held = std::ranges::find_if(linked.zaken, [&](const Record& record) {
      return std::ranges::binary_search(keys(record), number);
    });
    if (held != linked.zaken.end()) {
      const Fields known = view(*held);
      zaak["to"] = address_of(Kind::zaak, id(*held));
      zaak["soort"] = known.soort;
      zaak["subject"] = known.onderwerp.empty() ? known.titel : known.onderwerp;
      zaak["groups"] = people(known.actoren);
      zaak["agenda"] = agenda(known.agenda);
    }
    list.push_back(std::move(zaak));
  }
  return list;
}

/// The dossier on a line of time, and where on it this document is.
View course_of(const Fields& fields, Searcher& searcher) {
  if (fields.dossiers.empty()) return false;
  const auto dossier = searcher.dossier(fields.dossiers.front().nummer.text());
  if (!dossier) return false;
  const auto timeline = lay_out(dossier->documenten);
  return timeline ? timeline_view(*timeline, dossier->documenten, fields.datum) : View(false);
}

/// What it is, from when, and in which dossier.
std::string description_of(const Fields& fields) {
  std::string description;
  for (const std::string& part : {fields.soort, dutch_date(fields.datum), fields.titel}) {
    if (!part.empty()) description += (description.empty() ? "" : ", ") + part;
  }
  return description;
}

/// The files it was read from.
View original_files(const Record& record, const std::string& name) {
  View list = View::array();
  for (const Original& file : originals_of(record)) {
    list.push_back({{"to", original_address(record.kind, name, file)}, {"label", file.name}});
  }
  return list;
}

/// Papers about the same, by what they are called.
View similar_to(const std::string& name, Searcher& searcher) {
  const auto similar = searcher.similar(name, most_similar);
  return similar ? result_list(similar->results) : View::array();
}

}  // namespace

Response document_page(const LinkedRecord& linked, const Links& links, const Target& target,
                       Searcher& searcher) {
  const std::string query = parameter(target, "q");
  const Fields fields = view(linked.record);
  const std::string name = id(linked.record);
  const std::string heading = heading_of(fields, name);
  const auto found = searcher.words_found(linked.record, query);
  View text = document_text(fields, links.citations, found.value_or(std::vector<TextSpan>()));
  const auto marks = text["marks"].get<std::size_t>();
  View lists = link_lists(links);
  View course = course_of(fields, searcher);
  const bool tied = !lists["lists"].empty() || course != false;
  const DossierLink* own = fields.dossiers.empty() ? nullptr : fields.dossiers.data();
  const View content = {
      {"heading", heading},
      {"soort", fields.soort},
      {"date", dutch_date(fields.datum)},
      {"iso_date", fields.datum.substr(0, 10)},
      {"kamerstuk", own == nullptr ? "" : kamerstuk_label(own->nummer.text(), fields.volgnummer)},
      {"dossier_to", own == nullptr ? "" : address_of(own->nummer)},
      {"title", fields.titel == heading ? "" : fields.titel},
      {"facts", facts_of(fields, name, links)},
      {"official", official_pages(fields, name)},
      {"originals", original_files(linked.record, name)},
      {"self", address_of(linked.record.kind, name)},
      {"others", others(fields)},
      {"groups", people(fields.actoren)},
      {"annexes", annexes(fields, links)},
      {"agenda", agenda(fields.agenda)},
      {"zaken", zaken_of(linked, fields)},
      {"cited_as", cited_as(fields, name)},
      {"searched", marks > 0 ? query : ""},
      {"marks", marks == 1 ? "1 treffer" : dutch_number(marks) + " treffers"},
      {"contents", std::move(text["contents"])},
      {"paragraphs", std::move(text["paragraphs"])},
      {"notes", std::move(text["notes"])},
      {"replaced_by", std::move(lists["replaced_by"])},
      {"replaces", std::move(lists["replaces"])},
      {"tied", tied},
      {"lists", std::move(lists["lists"])},
      {"neighbourhood", neighbourhood(links, own_name(fields, name))},
      {"course", std::move(course)},
      {"entries", similar_to(name, searcher)},
      {"sources", sources(linked.record)}};
  return html_page({.title = heading,
                    .canonical = address_of(linked.record.kind, name),
                    .query = query,
                    .for_engines = true,
                    .description = description_of(fields),
                    .site = target.site},
                   "document", content);
}

/// A paper that is not held, but cited by some that are.
Response cited_page(const Target& target, const std::string& name, const Error& absent,
                    Searcher& searcher) {
  const std::vector<std::string> names = keys_named(name);
  const auto links = searcher.links(name);
  if (names.empty() || !links) return problem(target, absent);
  std::string address = address_of(Kind::document, names.front());
  if (target.encoded_path() != address) return redirect(301, std::move(address));
  SearchResult paper;
  paper.id = names.front();
  const std::string heading = short_name(paper);
  View lists = link_lists(*links);
  return html_page({.title = heading, .canonical = std::move(address)}, "cited",
                   {{"heading", heading},
                    {"official", official_address(paper.id)},
                    {"replaced_by", std::move(lists["replaced_by"])},
                    {"tied", true},
                    {"lists", std::move(lists["lists"])},
                    {"neighbourhood", neighbourhood(*links, heading)},
                    {"course", false}});
}

Response record_page(const Target& target, const std::string& name, Searcher& searcher) {
  if (auto known = check_parameters(target, {"q"}); !known) return problem(target, known.error());
  const auto linked = searcher.show(name);
  if (!linked && linked.error().code == ErrorCode::not_found) {
    return cited_page(target, name, linked.error(), searcher);
  }
  if (!linked) return problem(target, linked.error());
  std::string address = address_of(linked->record.kind, id(linked->record));
  if (target.encoded_path() != address) {
    return redirect(301, address_with_query(std::move(address), parameter(target, "q")));
  }
  const auto links = searcher.links(linked->record);
  if (!links) return problem(target, links.error());
  return linked->record.kind == Kind::zaak ? zaak_page(*linked, *links)
                                           : document_page(*linked, *links, target, searcher);
}

}  // namespace kamerzoek::web
