#include <functional>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/model/merge.hpp"
#include "search/links_json.hpp"
#include "search/result_json.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::string name;
  bool similar = false;
};

void print_actor(const Actor& actor) {
  std::string line = actor.naam;
  if (!actor.functie.empty()) line += ", " + actor.functie;
  if (!actor.fractie.empty()) line += " (" + actor.fractie + ")";
  print_field(actor.relatie.empty() ? "Betrokken" : actor.relatie, line);
}

void print_agenda(const std::vector<AgendaItem>& agenda) {
  for (const AgendaItem& item : agenda) {
    print_field("Agenda", fmt::format("{} {} ({})", item.datum, item.onderwerp, item.plaats));
  }
}

void print_head(const Record& record, const Fields& fields) {
  print(!fields.onderwerp.empty() ? fields.onderwerp : id(record));
  print("");
  print_field("Id", id(record));
  print_field("Nummer", fields.documentNummer);
  print_field("Soort", fields.soort);
  print_field("Titel", fields.titel);
  print_field("Datum", dutch_date(fields.datum));
  print_field("Vergaderjaar", fields.vergaderjaar);
  for (const DossierLink& link : fields.dossiers) {
    print_field("Dossier", fmt::format("{} {}", link.nummer.text(), link.titel));
  }
  print_field("Volgnummer", fields.volgnummer);
  print_field("Versie", fields.versie);
  print_field("Bijgewerkt", fields.bijgewerkt);
  print_field("Bijlage bij", fields.bronDocument);
}

void print_besluiten(const LinkedRecord& linked, const std::string& zaak) {
  for (const Besluit& besluit : linked.besluiten) {
    if (besluit.zaak != zaak) continue;
    print_field("Besluit", besluit.tekst.empty() ? besluit.soort : besluit.tekst);
    std::map<std::string, std::vector<std::string>, std::greater<>> votes;  // Voor before Tegen
    for (const Besluit::Stem& stem : besluit.stemmen) votes[stem.soort].push_back(stem.naam);
    for (const auto& [soort, names] : votes)
      print_field(soort, fmt::format("{}", fmt::join(names, ", ")));
  }
}

void print_link(const Link& link) {
  const SearchResult& paper = link.paper;
  std::string line = paper.id;
  if (link.held) {
    line += "  " + (paper.onderwerp.empty() ? paper.titel : paper.onderwerp);
  } else {
    line += "  (niet aanwezig)";
    if (!paper.url.empty()) line += "  " + paper.url;
  }
  print(fmt::format("  {}  {}", link.relation, line));
  for (const std::string* words : {&link.sentence, &link.note}) {
    if (!words->empty()) print("      “" + *words + "”");
  }
}

void print_links(std::string_view heading, const std::vector<Link>& links) {
  if (links.empty()) return;
  print(fmt::format("\n{}", heading));
  for (const Link& link : links) print_link(link);
}

void print_links(const Links& links) {
  print_links("Verwijst naar", links.cites);
  print_links(links.cited_by.size() == links.cited_by_total
                  ? "Aangehaald door"
                  : fmt::format("Aangehaald door {} documenten, waaronder", links.cited_by_total),
              links.cited_by);
  print_links("Verband", links.related);
}

void print_record(const LinkedRecord& linked) {
  const Fields fields = view(linked.record);
  print_head(linked.record, fields);
  for (const Actor& actor : fields.actoren) print_actor(actor);
  print_agenda(fields.agenda);
  for (const Bijlage& annex : fields.bijlagen) {
    print_field("Bijlage", annex.id.empty() ? annex.titel : annex.id + " " + annex.titel);
  }
  for (const std::string& zaak : fields.zaken) print_field("Zaak", zaak);
  for (const Record& zaak : linked.zaken) {
    const Fields of = view(zaak);
    print("");
    print_field("Zaak", fmt::format("{} {}", of.documentNummer, of.onderwerp));
    for (const Actor& actor : of.actoren) print_actor(actor);
    print_agenda(of.agenda);
    print_besluiten(linked, of.documentNummer);
  }
  if (linked.record.kind == Kind::zaak) print_besluiten(linked, fields.documentNummer);
  for (const SearchResult& document : linked.documenten) {
    print("");
    print_result(document);
  }
  if (!fields.tekst.empty()) print("\n" + fields.tekst);
  for (const Noot& note : fields.noten) print(fmt::format("[{}] {}", note.nummer, note.tekst));
}

Exit show_similar(const Options& options, Searcher& searcher) {
  const auto similar = searcher.similar(options.name);
  if (!similar) return fail(similar.error());
  if (options.common.format == Format::json) {
    print_json(to_json(*similar));
  } else {
    for (const SearchResult& result : similar->results) print_result(result);
  }
  return Exit::done;
}

Exit show(const Options& options) {
  auto searcher = Searcher::open(options.common.index);
  if (!searcher) return fail(searcher.error());
  if (options.similar) return show_similar(options, *searcher);
  auto linked = searcher->show(options.name);
  if (!linked) return fail(linked.error());
  auto links = searcher->links(linked->record);
  if (!links) return fail(links.error());
  if (options.common.format == Format::json) {
    nlohmann::ordered_json out = to_json(*linked);
    out.update(to_json(*links));
    print_json(out);
  } else {
    print_record(*linked);
    print_links(*links);
  }
  return Exit::done;
}

}  // namespace

Action add_show(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command
      .add_option("NAAM", options->name,
                  "Het document in elke schrijfwijze: kst-34682-228, '34 682, nr. 228', 2025D27614")
      ->required()
      ->type_name("");
  command.add_flag("--similar", options->similar, "Toon de documenten die er het meest op lijken");
  return [options] { return show(*options); };
}

}  // namespace kamerzoek::cli
