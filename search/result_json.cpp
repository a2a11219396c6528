#include "search/result_json.hpp"

#include <array>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/model/file_uri.hpp"
#include "corpus/model/json.hpp"
#include "corpus/model/merge.hpp"
#include "search/address.hpp"
#include "search/explanation_json.hpp"
#include "search/links_json.hpp"

namespace kamerzoek {
namespace {

using nlohmann::ordered_json;

constexpr std::array sort_names = {
    std::pair{Sort::relevantie, std::string_view{"relevantie"}},
    std::pair{Sort::nieuwste, std::string_view{"nieuwste"}},
    std::pair{Sort::oudste, std::string_view{"oudste"}},
};

ordered_json listing_json(const std::vector<SearchResult>& results) {
  ordered_json list = ordered_json::array();
  for (const SearchResult& result : results) list.push_back(listing_json(result));
  return list;
}

ordered_json to_json(const Snippet& snippet) {
  ordered_json parts = ordered_json::array();
  for (const SnippetPart& part : snippet) {
    ordered_json& out = parts.emplace_back(ordered_json{{"text", part.text}});
    if (part.match) out["match"] = true;
  }
  return parts;
}

ordered_json to_json(const Facet& facet) {
  ordered_json list = ordered_json::array();
  for (const FacetValue& value : facet) {
    ordered_json& out =
        list.emplace_back(ordered_json{{"value", value.value}, {"count", value.count}});
    if (!value.titel.empty()) out["titel"] = value.titel;
  }
  return list;
}

/// A record as its own page shows it, without what it is linked to.
ordered_json described(const Record& record) {
  ordered_json out = describe(record);
  out["url"] = address_of(record.kind, id(record));
  return out;
}

ordered_json besluiten_on(const LinkedRecord& linked, const std::string& zaak) {
  ordered_json list = ordered_json::array();
  for (const Besluit& besluit : linked.besluiten) {
    if (besluit.zaak == zaak) list.push_back(to_json(besluit));
  }
  return list;
}

}  // namespace

ordered_json listing_json(const SearchResult& result) {
  return {{"id", result.id},
          {"documentNummer", result.documentNummer},
          {"soort", result.soort},
          {"titel", result.titel},
          {"onderwerp", result.onderwerp},
          {"datum", result.datum},
          {"dossier", result.dossier},
          {"volgnummer", result.volgnummer},
          {"url", result.url}};
}

std::string_view name_of(Sort sort) {
  return sort_names[static_cast<std::size_t>(sort)].second;
}

std::optional<Sort> sort_named(std::string_view name) {
  for (const auto& [sort, text] : sort_names) {
    if (text == name) return sort;
  }
  return std::nullopt;
}

ordered_json to_json(const ResultPage& page) {
  ordered_json results = ordered_json::array();
  for (const SearchResult& result : page.results) {
    ordered_json& out = results.emplace_back(listing_json(result));
    out["score"] = result.score;
    out["snippet"] = to_json(result.snippet);
    if (!result.kop.empty()) out["kop"] = result.kop;
    if (!result.pagina.empty()) out["pagina"] = result.pagina;
    if (result.noot > 0) out["noot"] = result.nootNummer;
    if (result.uitleg) out["uitleg"] = to_json(*result.uitleg);
  }
  ordered_json out = {
      {"version", 1},
      {"query", page.request.query},
      {"total", page.total},
      {"matching", page.partial ? "deels" : "alle"},
      {"offset", page.request.offset},
      {"limit", page.request.limit},
      {"sort", name_of(page.request.sort)},
      {"results", std::move(results)},
      {"facets",
       {{"soort", to_json(page.facets.soort)},
        {"dossier", to_json(page.facets.dossier)},
        {"jaar", to_json(page.facets.jaar)},
        {"indiener", to_json(page.facets.indiener)},
        {"commissie", to_json(page.facets.commissie)}}},
      {"suggestion", page.suggestion ? ordered_json(*page.suggestion) : ordered_json()}};
  if (!page.notes.empty()) out["notes"] = page.notes;
  if (page.uitleg) out["uitleg"] = to_json(*page.uitleg);
  return out;
}

ordered_json to_json(const SimilarPapers& similar) {
  ordered_json results = ordered_json::array();
  for (const SearchResult& result : similar.results) {
    results.emplace_back(listing_json(result))["score"] = result.score;
  }
  return {{"id", similar.id}, {"results", std::move(results)}};
}

ordered_json to_json(const LinkedRecord& linked) {
  ordered_json out = described(linked.record);
  // Where a zaak is held, what is known of it stands in the place of its bare number.
  for (const Record& zaak : linked.zaken) {
    for (ordered_json& slot : out["zaken"]) {
      if (slot["nummer"] != view(zaak).documentNummer) continue;
      slot.update(described(zaak));
      slot["besluiten"] = besluiten_on(linked, view(zaak).documentNummer);
      slot.erase("documentNummer");
      slot.erase("bronnen");
    }
  }
  if (linked.record.kind == Kind::zaak) {
    out["besluiten"] = besluiten_on(linked, view(linked.record).documentNummer);
    out["documenten"] = listing_json(linked.documenten);
  }
  return out;
}

ordered_json to_json(const DossierPage& page) {
  ordered_json missing = ordered_json::array();
  for (const Gap& gap : page.ontbrekend) {
    for (unsigned number = gap.first; number <= gap.last; ++number) {
      missing.push_back(std::to_string(number));
    }
  }
  ordered_json parts = ordered_json::array();
  for (const Onderdossier& part : page.onderdossiers) parts.push_back(part.nummer.text());
  ordered_json most_cited = ordered_json::array();
  for (const CitedDocument& cited : page.meestAangehaald) {
    most_cited.emplace_back(listing_json(cited.document))["aantal"] = cited.cited_by;
  }
  return {{"nummer", page.nummer.nummer},
          {"toevoeging", page.nummer.toevoeging},
          {"titel", page.titel},
          {"documenten", listing_json(page.documenten)},
          {"ontbrekend", std::move(missing)},
          {"onderdossiers", std::move(parts)},
          {"periode", {{"van", page.van}, {"tot", page.tot}}},
          {"meestAangehaald", std::move(most_cited)}};
}

ordered_json to_json(const schema::SyncStatus& status) {
  return {{"bron", status.bron},
          {"bereikt", status.bereikt},
          {"bijgewerkt", status.bijgewerkt},
          {"gevuld", status.gevuld},
          {"fout", status.fout}};
}

ordered_json to_json(const Stats& stats) {
  ordered_json kinds = ordered_json::object();
  for (const Stats::OfKind& of : stats.kinds) {
    kinds[std::string(name_of(of.kind))] = {{"aanwezig", of.held}, {"ingetrokken", of.withdrawn}};
  }
  ordered_json sources = ordered_json::object();
  for (const Stats::OfSource& of : stats.sources) {
    sources[std::string(name_of(of.source))] = of.records;
  }
  return {{"records", std::move(kinds)},
          {"bronnen", std::move(sources)},
          {"soorten", to_json(stats.soorten)},
          {"zonderTekst", to_json(stats.without_text)},
          {"sync", stats.sync ? to_json(*stats.sync) : ordered_json()},
          {"opzij", stats.set_aside},
          {"bytes", stats.bytes}};
}

ordered_json to_json(const std::vector<SetAside>& files) {
  ordered_json list = ordered_json::array();
  for (const SetAside& file : files) {
    const auto named = file_named(file.bestand);
    for (const SetAside::Part& part : file.delen) {
      list.push_back({{"bestand", named ? named->path : file.bestand},
                      {"deel", part.deel},
                      {"reden", part.reden},
                      {"raad", part.raad},
                      {"tijd", file.tijd},
                      {"lezer", file.lezer}});
    }
  }
  return list;
}

ordered_json to_json(const std::vector<LearnedAbbreviation>& abbreviations) {
  ordered_json list = ordered_json::array();
  for (const LearnedAbbreviation& learned : abbreviations) {
    list.push_back({{"afkorting", learned.short_form},
                    {"voluit", learned.long_form},
                    {"documenten", learned.documents}});
  }
  return list;
}

}  // namespace kamerzoek
