#include <memory>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "corpus/text/analyzer.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::vector<std::string> words;
};

Exit analyze(const Options& options) {
  const std::string text = fmt::format("{}", fmt::join(options.words, " "));
  // The contract knows one form of this answer: an object a token, whatever the format.
  Analyzer().analyze(text, [](const Token& token) {
    print_json(nlohmann::ordered_json{
        {"token", token.text},
        {"begin", token.begin},
        {"end", token.end},
        {"exact", token.exact},
        {"stem", token.stem},
        {"parts", std::vector<std::string>(token.parts.begin(), token.parts.end())}});
  });
  return Exit::done;
}

}  // namespace

Action add_analyze(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command.add_option("TEKST", options->words, "De tekst")->required()->type_name("");
  return [options] { return analyze(*options); };
}

}  // namespace kamerzoek::cli
