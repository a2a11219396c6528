#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/model/result.hpp"
#include "corpus/references/reference.hpp"
#include "corpus/references/spelling.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::string file;
  std::string dossier;
};

tl::unexpected<Error> unreadable(const std::string& what) {
  const std::error_code why(errno, std::generic_category());
  return failure(ErrorCode::unreadable,
                 fmt::format("{} kan niet gelezen worden: {}", what, why.message()));
}

Result<std::string> read_all(std::FILE* from, const std::string& what) {
  std::string text;
  char buffer[1 << 16];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, from)) {
    text.append(buffer, count);
  }
  if (std::ferror(from) != 0) return unreadable(what);
  return text;
}

Result<std::string> read_text(const std::string& file) {
  if (file.empty()) return read_all(stdin, "de standaardinvoer");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> from(std::fopen(file.c_str(), "rb"),
                                                             &std::fclose);
  if (from == nullptr) return unreadable(file);
  return read_all(from.get(), file);
}

nlohmann::ordered_json to_json(const Reference& reference, std::string_view text) {
  nlohmann::ordered_json json{
      {"text", text.substr(reference.begin, reference.end - reference.begin)},
      {"id", reference.id},
      {"begin", reference.begin},
      {"end", reference.end}};
  if (reference.relation != Relation::cites) json["relation"] = name_of(reference.relation);
  return json;
}

Exit references(const Options& options) {
  std::optional<DossierNumber> own;
  if (!options.dossier.empty() && !(own = dossier_named(options.dossier))) {
    return fail({ErrorCode::usage, fmt::format("'{}' is geen dossiernummer", options.dossier),
                 "een dossiernummer is bijvoorbeeld 34682 of 36600-XXII"});
  }
  const auto text = read_text(options.file);
  if (!text) return fail(text.error());
  // The contract knows one form of this answer: an object a reference, whatever the format.
  for (const Reference& reference : references_in(*text, own)) {
    print_json(to_json(reference, *text));
  }
  return Exit::done;
}

}  // namespace

Action add_references(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command.add_option("BESTAND", options->file, "De tekst; zonder BESTAND de standaardinvoer")
      ->type_name("");
  command
      .add_option("--dossier", options->dossier,
                  "Het dossier van het stuk, waarin 'gedrukt onder nr. 23' staat")
      ->type_name("NUMMER");
  return [options] { return references(*options); };
}

}  // namespace kamerzoek::cli
