#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/model/merge.hpp"
#include "search/result_json.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::string name;
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
  }
  for (const SearchResult& document : linked.documenten) {
    print("");
    print_result(document);
  }
  if (!fields.tekst.empty()) print("\n" + fields.tekst);
  for (const Noot& note : fields.noten) print(fmt::format("[{}] {}", note.nummer, note.tekst));
}

Exit show(const Options& options) {
  auto searcher = Searcher::open(options.common.index);
  if (!searcher) return fail(searcher.error());
  auto linked = searcher->show(options.name);
  if (!linked) return fail(linked.error());
  if (options.common.format == Format::json) {
    print_json(to_json(*linked));
  } else {
    print_record(*linked);
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
  return [options] { return show(*options); };
}

}  // namespace kamerzoek::cli
