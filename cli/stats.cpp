#include <algorithm>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/model/file_uri.hpp"
#include "corpus/model/record.hpp"
#include "corpus/schema/schema.hpp"
#include "search/result_json.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::cli {
namespace {

std::string_view in_words(std::string_view why) {
  if (why == schema::awaits_first_try) return "de tekst is nog niet opgehaald";
  if (why == "niet-gevonden") return "de bron heeft geen bestand";
  if (why == "geweigerd") return "de bron geeft het bestand niet";
  if (why == "te-groot") return "het bestand is te groot";
  if (why == "geen-lezer") return "een soort bestand dat niet wordt gelezen";
  if (why == "onleesbaar") return "er is geen tekst uit het bestand te halen";
  return why;
}

void print_without_text(const Facet& reasons) {
  if (reasons.empty()) return;
  print("\nDocumenten waarvan alleen de gegevens er zijn");
  for (const FacetValue& why : reasons) {
    print(fmt::format("{:>8}  {}", why.count, in_words(why.value)));
  }
}

void print_sync(const schema::SyncStatus& status) {
  const auto known = [](const std::string& moment) {
    return moment.empty() ? "nog nooit" : moment;
  };
  print("\nBijgehouden");
  print_field("bron", status.bron);
  print_field("bereikt", known(status.bereikt));
  print_field("bijgewerkt", known(status.bijgewerkt));
  if (!status.gevuld) print_field("eerste vulling", "nog niet klaar");
  print_field("mislukt", status.fout);
}

void print_stats(const Stats& stats) {
  for (const Stats::OfKind& of : stats.kinds) {
    if (of.held == 0 && of.withdrawn == 0) continue;
    std::string line = fmt::format("{:<12} {:>8}", name_of(of.kind), of.held);
    if (of.withdrawn > 0) line += fmt::format("  (en {} ingetrokken)", of.withdrawn);
    print(line);
  }
  print("\nSoorten documenten");
  for (const FacetValue& kind : stats.soorten)
    print(fmt::format("{:>8}  {}", kind.count, kind.value));
  print("\nBronnen");
  for (const Stats::OfSource& of : stats.sources) {
    if (of.records > 0) print(fmt::format("{:>8}  {}", of.records, name_of(of.source)));
  }
  print_without_text(stats.without_text);
  if (stats.sync) print_sync(*stats.sync);
  if (stats.set_aside > 0) {
    print(fmt::format("\n{} bestanden opzij gelegd; kamerzoek stats --set-aside noemt ze",
                      stats.set_aside));
  }
  print(fmt::format("\n{:.1f} MB op schijf", static_cast<double>(stats.bytes) / 1e6));
}

void print_abbreviations(const std::vector<LearnedAbbreviation>& abbreviations) {
  std::size_t width = 0;
  for (const auto& learned : abbreviations) width = std::max(width, learned.short_form.size());
  for (const auto& learned : abbreviations) {
    print(fmt::format("{:>8}  {:<{}}  {}", learned.documents, learned.short_form, width,
                      learned.long_form));
  }
}

void print_set_aside(const std::vector<SetAside>& files) {
  for (const SetAside& file : files) {
    const auto named = file_named(file.bestand);
    const std::string path = named ? named->path : file.bestand;
    for (const SetAside::Part& part : file.delen) {
      print(path + (part.deel.empty() ? "" : ", " + part.deel));
      print(fmt::format("  {}", part.reden));
      if (!part.raad.empty()) print(fmt::format("  {}", part.raad));
      print(fmt::format("  geprobeerd op {} met lezer {}", file.tijd, file.lezer));
    }
  }
}

Exit list_set_aside(const Common& common) {
  auto searcher = Searcher::open(common.index);
  if (!searcher) return fail(searcher.error());
  const auto files = searcher->set_aside();
  if (!files) return fail(files.error());
  if (common.format == Format::json) {
    print_json(to_json(*files));
  } else {
    print_set_aside(*files);
  }
  return Exit::done;
}

Exit list_abbreviations(const Common& common) {
  auto searcher = Searcher::open(common.index);
  if (!searcher) return fail(searcher.error());
  const auto abbreviations = searcher->abbreviations();
  if (!abbreviations) return fail(abbreviations.error());
  if (common.format == Format::json) {
    print_json(to_json(*abbreviations));
  } else {
    print_abbreviations(*abbreviations);
  }
  return Exit::done;
}

Exit count(const Common& common) {
  auto searcher = Searcher::open(common.index);
  if (!searcher) return fail(searcher.error());
  auto stats = searcher->stats();
  if (!stats) return fail(stats.error());
  if (common.format == Format::json) {
    print_json(to_json(*stats));
  } else {
    print_stats(*stats);
  }
  return Exit::done;
}

}  // namespace

Action add_stats(CLI::App& command) {
  auto common = std::make_shared<Common>();
  add_common(command, *common);
  auto work = std::make_shared<Exit (*)(const Common&)>(count);
  auto* abbreviations = command.add_flag_callback(
      "--abbreviations", [work] { *work = list_abbreviations; },
      "Noem de afkortingen die de documenten uitleggen, met het aantal documenten");
  command
      .add_flag_callback(
          "--set-aside", [work] { *work = list_set_aside; },
          "Noem de bestanden waarvan iets niet kon worden gelezen, met de reden")
      ->excludes(abbreviations);
  return [common, work] { return (*work)(*common); };
}

}  // namespace kamerzoek::cli
