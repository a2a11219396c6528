#include "cli/command.hpp"

#include <charconv>
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
  const char* group = "Opdrachten";  ///< in the help
};

constexpr const char* not_told = "";  // CLI11's way to leave it out of the help

constexpr Subcommand subcommands[] = {
    {"index", "Lees bestanden en mappen en neem op wat erin staat", add_index},
    {"sync", "Haal op wat er nieuw is bij de Tweede Kamer", add_sync},
    {"search", "Zoek in de documenten", add_search},
    {"show", "Toon een document, of een zaak", add_show},
    {"dossier", "Toon de documenten van een dossier, op volgorde", add_dossier},
    {"serve", "Start de webpagina's", add_serve},
    {"export", "Schrijf alles wat in de index staat als JSON Lines", add_export},
    {"stats", "Tel wat er in de index staat", add_stats},
    {"analyze", "Laat zien hoe tekst zoektermen wordt", add_analyze},
    {"references", "Noem de verwijzingen in een tekst, als JSON", add_references},
    {"check", "Zie na of de index heel is", add_check},
    {"rebuild", "Maak de index opnieuw uit wat erin staat", add_rebuild},
    {"extract", "Lees bestanden voor index, afgeschermd", add_extract, not_told},
};

Exit exit_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::bad_query:
      return Exit::usage;
    case ErrorCode::not_found:
      return Exit::not_found;
    case ErrorCode::unreadable:
    case ErrorCode::unreachable:
      return Exit::partial;
    case ErrorCode::too_slow:
    case ErrorCode::index_unavailable:
      break;
  }
  return Exit::index_unavailable;
}

/// CLI11's own sentences are English; what they are about stands behind the last colon, or first.
std::string in_dutch(const CLI::ParseError& error) {
  std::string what = error.what();
  const std::string about = what.substr(what.rfind(": ") == what.npos ? 0 : what.rfind(": ") + 2);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    return fmt::format("'{}' wordt hier niet verwacht", about);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return fmt::format("hier ontbreekt {}", what.substr(0, what.find(" is required")));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return fmt::format("een waarde ontbreekt of is te veel bij {}", what.substr(0, what.find(':')));
  }
  return what;  // of our own validators below
}

void in_dutch(CLI::App& app) {
  app.set_help_flag("-h,--help", "Toon deze hulp");
  app.option_defaults()->group("Opties");
  app.get_help_ptr()->group("Opties");
  app.set_version_flag("--version", "kamerzoek " KAMERZOEK_VERSION, "Toon de versie")
      ->group("Opties");
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
  if (auto index = from("KAMERZOEK_INDEX"); !index.empty()) return index;
  if (const auto data = from("XDG_DATA_HOME"); !data.empty()) return data / "kamerzoek";
  return from("HOME") / ".local/share/kamerzoek";
}

CLI::Validator choice(std::map<std::string, int> values) {
  return CLI::Validator(
      [values = std::move(values)](std::string& value) {
        const auto found = values.find(value);
        if (found != values.end()) {
          value = std::to_string(found->second);
          return std::string();
        }
        std::string names;
        for (const auto& entry : values) names += (names.empty() ? "" : ", ") + entry.first;
        return fmt::format("'{}' kan hier niet; kies uit {}", value, names);
      },
      "");
}

CLI::Validator number_up_to(unsigned most) {
  return CLI::Validator(
      [most](std::string& value) {
        unsigned number = 0;
        const char* end = value.data() + value.size();
        const auto read = std::from_chars(value.data(), end, number);
        const bool fits = read.ec == std::errc{} && read.ptr == end && number <= most;
        return fits ? std::string()
                    : fmt::format("'{}' is geen getal van 0 tot en met {}", value, most);
      },
      "");
}

void add_memory(CLI::App& command, unsigned& megabytes) {
  command
      .add_option("--memory", megabytes,
                  "Zoveel megabytes geheugen mag het bouwen van een index hoogstens kosten")
      ->type_name("MB")
      ->check(number_up_to(1'000'000));
}

void add_common(CLI::App& command, Common& common) {
  common.index = default_index();
  command.add_option("--index", common.index, "De map van de index")->type_name("MAP");
  command.add_option("--format", common.format, "text (voor mensen) of json")
      ->type_name("VORM")
      ->transform(choice(
          {{"text", static_cast<int>(Format::text)}, {"json", static_cast<int>(Format::json)}}));
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
  app.require_subcommand(0, 1);

  std::vector<std::pair<CLI::App*, Action>> commands;
  for (const Subcommand& subcommand : subcommands) {
    CLI::App* command =
        app.add_subcommand(subcommand.name, subcommand.does)->group(subcommand.group);
    in_dutch(*command);
    commands.emplace_back(command, subcommand.add(*command));
  }
  try {
    app.parse(argc, argv);
    for (const auto& [command, action] : commands) {
      if (command->parsed()) return static_cast<int>(action());
    }
    return static_cast<int>(fail({ErrorCode::usage, "zonder opdracht is er niets te doen",
                                  "`kamerzoek --help` noemt de opdrachten"}));
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    print_error(in_dutch(error));
    print_note("`kamerzoek --help` noemt de opdrachten, `kamerzoek OPDRACHT --help` wat erbij kan");
    return static_cast<int>(Exit::usage);
  } catch (const std::exception& error) {
    // Nothing below throws for what its user did; this is a fault, and must still be told.
    print_error(fmt::format("onverwachte fout: {}", error.what()));
    return static_cast<int>(Exit::index_unavailable);
  }
}

}  // namespace kamerzoek::cli
