#include "corpus/references/spelling.hpp"

#include "corpus/references/spelling_identifier.hpp"
#include "corpus/references/spelling_names.hpp"
#include "corpus/references/spelling_parts.hpp"
#include "corpus/references/spelling_tokens.hpp"

// The grammar is that of names in running text; here a name counts only when nothing is left over.
namespace kamerzoek {
namespace {

using namespace spelling;
using Keys = std::vector<std::string>;

Keys identifier(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) {
    if (token.spaced() && &token != tokens.data()) return {};
    text += token.text;
  }
  return identifier_keys(text);
}

// A list of papers is no name of one.
template <class Read>
Keys only_paper(const std::vector<Token>& tokens, Read read) {
  Cursor at(tokens);
  const Named named = read(at);
  if (named.papers.size() != 1) return {};
  read_pages(at);
  return at.at_end() ? named.papers.front().keys : Keys{};
}

}  // namespace

std::vector<std::string> keys_named(std::string_view text) {
  text = trimmed(text);
  if (auto keys = address_keys(text); !keys.empty()) return keys;
  const auto tokens = tokens_of(text);
  if (tokens.empty()) return {};
  if (auto keys = identifier(tokens); !keys.empty()) return keys;
  const auto kamerstuk = [](Cursor& at) { return read_kamerstuk(at, Expected::perhaps); };
  if (auto keys = only_paper(tokens, kamerstuk); !keys.empty()) return keys;
  for (const auto read : {read_kamerstuk_number_first, read_aanhangsel, read_handelingen}) {
    if (auto keys = only_paper(tokens, read); !keys.empty()) return keys;
  }
  return {};
}

std::optional<DossierNumber> dossier_named(std::string_view text) {
  const auto tokens = tokens_of(trimmed(text));
  Cursor at(tokens);
  if (at.word({"kamerstukdossier", "dossier", "dossiernummer", "kamerstukken", "kamerstuk"})) {
    at.mark(':');
    read_nr(at);
  }
  Cursor next = at;
  if (auto dossier = read_dossier_with_addition(next); dossier && next.at_end()) {
    return dossier;
  }
  auto dossier = read_dossier_digits(at);
  return dossier && at.at_end() ? dossier : std::nullopt;
}

}  // namespace kamerzoek
