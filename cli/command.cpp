#include "cli/command.hpp"

#include <cstdlib>
#include <exception>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/print.hpp"

namespace kamerzoek::cli {
namespace {

struct Subcommand {
  const char* name;
  const char* does;
  Register add;
};

constexpr Subcommand subcommands[] = {
    {"index", "Lees bestanden en mappen en neem op wat erin staat", add_index},
    {"search", "Zoek in de documenten", add_search},
    {"show", "Toon een document, of een zaak", add_show},
    {"dossier", "Toon de documenten van een dossier, op volgorde", add_dossier},
    {"serve", "Start de webpagina's", add_serve},
    {"export", "Schrijf alles wat in de index staat als JSON Lines", add_export},
    {"stats", "Tel wat er in de index staat", add_stats},
    {"analyze", "Laat zien hoe tekst zoektermen wordt", add_analyze},
    {"rebuild", "Maak de index opnieuw uit wat erin staat", add_rebuild},
};

Exit exit_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::bad_query:
      return Exit::usage;
    case ErrorCode::not_found:
      return Exit::not_found;
    case ErrorCode::unreadable:
      return Exit::partial;
    case ErrorCode::index_unavailable:
      break;
  }
  return Exit::index_unavailable;
}

/// CLI11's own sentences are English.
std::string in_dutch(const CLI::ParseError& error) {
  const std::string name = error.get_name();
  const std::string what = error.what();
  if (name == "ExtrasError")
    return "dit wordt niet verwacht" + what.substr(std::min(what.find(':'), what.size()));
  if (name == "RequiredError") {
    return what.find("ubcommand") != what.npos
               ? "welke opdracht? `kamerzoek --help` noemt ze"
               : fmt::format("hier ontbreekt {}", what.substr(0, what.find(" is required")));
  }
  if (name == "ArgumentMismatch")
    return fmt::format("een waarde ontbreekt of is te veel ({})", what);
  if (name == "ConversionError" || name == "ValidationError") {
    return fmt::format("een waarde die hier niet kan ({})", what);
  }
  return what;
}

void in_dutch(CLI::App& app) {
  app.set_help_flag("-h,--help", "Toon deze hulp");
  app.option_defaults()->group("Opties");
  app.get_help_ptr()->group("Opties");
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", "Gebruik");
  formatter->label("OPTIONS", "OPTIES");
  formatter->label("SUBCOMMAND", "OPDRACHT");
  formatter->label("Positionals", "Argumenten");
  formatter->label("REQUIRED", "verplicht");
  formatter->label("TEXT", "TEKST");
  formatter->label("UINT", "GETAL");
  formatter->label("Env", "Omgeving");
  formatter->column_width(34);
  app.formatter(formatter);
}

}  // namespace

std::filesystem::path default_index() {
  const auto from = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  if (const auto index = from("KAMERZOEK_INDEX"); !index.empty()) return index;
  if (const auto data = from("XDG_DATA_HOME"); !data.empty()) return data / "kamerzoek";
  return from("HOME") / ".local/share/kamerzoek";
}

void add_common(CLI::App& command, Common& common) {
  common.index = default_index();
  command.add_option("--index", common.index, "De map van de index")->type_name("MAP");
  const std::map<std::string, Format> formats = {{"text", Format::text}, {"json", Format::json}};
  command.add_option("--format", common.format, "text (voor mensen) of json")
      ->type_name("VORM")
      ->transform(CLI::CheckedTransformer(formats).description(""));
}

Exit fail(const Error& error) {
  print_error(error.message);
  if (!error.hint.empty()) print_note(error.hint);
  return exit_for(error.code);
}

int run(int argc, char** argv) {
  CLI::App app("Kamerzoek: zoek in de papieren van de Nederlandse volksvertegenwoordiging",
               "kamerzoek");
  in_dutch(app);
  app.set_version_flag("--version", "kamerzoek " KAMERZOEK_VERSION, "Toon de versie")
      ->group("Opties");
  app.require_subcommand(1);

  std::vector<std::pair<CLI::App*, Action>> commands;
  for (const Subcommand& subcommand : subcommands) {
    CLI::App* command = app.add_subcommand(subcommand.name, subcommand.does)->group("Opdrachten");
    in_dutch(*command);
    commands.emplace_back(command, subcommand.add(*command));
  }
  try {
    app.parse(argc, argv);
    for (const auto& [command, action] : commands) {
      if (command->parsed()) return static_cast<int>(action());
    }
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    print_error(in_dutch(error));
    return static_cast<int>(Exit::usage);
  } catch (const std::exception& error) {
    // Nothing below throws for what its user did; this is a fault, and must still be told.
    print_error(fmt::format("onverwachte fout: {}", error.what()));
    return static_cast<int>(Exit::index_unavailable);
  }
  return static_cast<int>(Exit::usage);
}

}  // namespace kamerzoek::cli
