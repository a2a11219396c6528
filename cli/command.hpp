#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include <CLI/CLI.hpp>

#include "corpus/model/result.hpp"

namespace kamerzoek::cli {

/// Exit statuses of the contract.
enum class Exit { done = 0, not_found = 1, usage = 2, partial = 3, index_unavailable = 4 };

/// Reports the error on standard error and says how the program ends.
Exit fail(const Error& error);

enum class Format { text, json, trec };

/// What every subcommand takes.
struct Common {
  std::filesystem::path index;
  Format format = Format::text;
};

/// What a subcommand does once its options are read.
using Action = std::function<Exit()>;

/// Adds `--index` and `--format`; the values are in `common` when the action runs.
void add_common(CLI::App& command, Common& common);

/// For an option of an enumeration: turns a name into its number, and refuses what is none in
/// Dutch.
CLI::Validator choice(std::map<std::string, int> values);

/// For an option that is a whole number.
CLI::Validator number_up_to(unsigned most);

/// Adds `--memory`: how many megabytes building an index may take.
void add_memory(CLI::App& command, unsigned& megabytes);

/// Where the index is when nobody says: $KAMERZOEK_INDEX, else $XDG_DATA_HOME/kamerzoek, else
/// ~/.local/share/kamerzoek.
std::filesystem::path default_index();

/// One function a subcommand: adds it to the program and returns what it does.
using Register = Action (*)(CLI::App& command);

Action add_analyze(CLI::App& command);
Action add_check(CLI::App& command);
Action add_dossier(CLI::App& command);
Action add_export(CLI::App& command);
Action add_extract(CLI::App& command);
Action add_index(CLI::App& command);
Action add_rebuild(CLI::App& command);
Action add_references(CLI::App& command);
Action add_search(CLI::App& command);
Action add_serve(CLI::App& command);
Action add_show(CLI::App& command);
Action add_stats(CLI::App& command);
Action add_sync(CLI::App& command);

/// The whole program.
int run(int argc, char** argv);

}  // namespace kamerzoek::cli
