#include "corpus/references/found.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tsl/robin_map.h>

#include "corpus/references/address.hpp"
#include "corpus/references/publications.hpp"
#include "corpus/references/spelling_parts.hpp"
#include "corpus/references/surroundings.hpp"

namespace kamerzoek::spelling {
namespace {

using Kind = Token::Kind;
using Read = Found (*)(Cursor at, const Context& context);

Found papers(Named named, const Cursor& at) {
  if (named.papers.empty()) return {};
  return {std::move(named), at.end()};
}

Found one(std::vector<std::string> keys, std::size_t begin, std::size_t end) {
  Found found{{}, end};
  found.named.papers.push_back({std::move(keys), begin, end, 0, 0, 0});
  return found;
}

template <Named read(Cursor&)>
Found name(Cursor at, const Context& /*context*/) {
  Named named = read(at);
  return papers(std::move(named), at);
}

template <std::string read(Cursor&)>
Found number(Cursor at, const Context& /*context*/) {
  const std::size_t begin = at.peek()->begin;
  std::string id = read(at);
  if (id.empty()) return {};
  return one({std::move(id)}, begin, at.end());
}

Found identifier(Cursor at, const Context& /*context*/) {
  const std::size_t begin = at.peek()->begin;
  std::vector<std::string> keys;
  std::string id = read_identifier(at, keys);
  if (id.empty()) return {};
  keys.insert(keys.begin(), std::move(id));
  return one(std::move(keys), begin, at.end());
}

Found kamerstuk(Cursor at, const Context& /*context*/) {
  Named named = read_kamerstuk(at, Expected::no);
  return papers(std::move(named), at);
}

// `nr. 206 (28 844)`, `stuk nr. 12 (36 600 VII)`; and where the dossier is known without being
// named: `stuk nr. 12`, `gedrukt onder nr. 23`, `t.v.v. nr. 184`.
Found numbers(Cursor at, const Context& context) {
  Cursor next = at;
  if (Named named = read_kamerstuk_number_first(next); !named.papers.empty()) {
    return papers(std::move(named), next);
  }
  if (context.dossier == nullptr) return {};
  const bool of_paper = at.word({"kamerstuk"}) || Cursor(at).word({"stuk", "stukken"}) ||
                        (at.word({"gedrukt", "gedrukte"}) && at.word({"onder"}));
  if (!of_paper && !context.announces_replaced) return {};
  const auto announced = read_numbers_announced(at);
  if (!announced) return {};
  Named named = in_dossier(*context.dossier, read_numbers(at, *announced));
  return papers(std::move(named), at);
}

struct Beginning {
  std::string_view word;
  Read read;
};

// With these words names begin, besides digits; of one word what stands first is tried first.
constexpr Beginning beginnings[] = {
    {"kst", identifier},
    {"kst", kamerstuk},
    {"kamerstuk", kamerstuk},
    {"kamerstuk", numbers},
    {"kamerstukken", kamerstuk},
    {"kamerst", kamerstuk},
    {"kamerstukdossier", kamerstuk},
    {"kamerstuknummer", kamerstuk},
    {"tweede", name<read_aanhangsel>},
    {"tweede", kamerstuk},
    {"eerste", name<read_aanhangsel>},
    {"eerste", kamerstuk},
    {"tk", kamerstuk},
    {"ek", kamerstuk},
    {"vergaderjaar", kamerstuk},
    {"aanhangsel", name<read_aanhangsel>},
    {"kamervragen", name<read_aanhangsel>},
    {"handelingen", name<read_handelingen>},
    {"ah", identifier},
    {"h", identifier},
    {"kv", identifier},
    {"blg", identifier},
    {"stb", number<read_publication>},
    {"staatsblad", number<read_publication>},
    {"stcrt", number<read_publication>},
    {"staatscourant", number<read_publication>},
    {"trb", number<read_publication>},
    {"tractatenblad", number<read_publication>},
    {"ecli", number<read_ecli>},
    {"celex", number<read_celex>},
    {"nr", numbers},
    {"nrs", numbers},
    {"nummer", numbers},
    {"nummers", numbers},
    {"stuk", numbers},
    {"stukken", numbers},
    {"gedrukt", numbers},
    {"gedrukte", numbers},
};

/// The first of `beginnings` with each word.
const tsl::robin_map<std::string_view, const Beginning*>& first_beginnings() {
  static const auto first = [] {
    tsl::robin_map<std::string_view, const Beginning*> of;
    for (const Beginning& beginning : beginnings) of.emplace(beginning.word, &beginning);
    return of;
  }();
  return first;
}

Found find_at_word(const TokenWindow& window, const Context& context) {
  const LowerWord word(window.token().text);
  const auto first = first_beginnings().find(word.text());
  if (first == first_beginnings().end()) return {};
  const Beginning* beginning = first->second;
  for (; beginning != std::end(beginnings) && beginning->word == word.text(); ++beginning) {
    if (Found found = beginning->read(window.cursor(), context); found.end != 0) return found;
  }
  return {};
}

// Dossiers of five digits began in the eighties; the forties of thousands are years away.
bool is_plausible(const Named& named) {
  return named.dossier && named.dossier->nummer.front() >= '1' &&
         named.dossier->nummer.front() <= '4';
}

// `34682-228` among other words; `20 000-250` and `14.001-24` are amounts.
bool is_plausible_without_nr(const Named& named, std::string_view text) {
  const auto& dossier = *named.dossier;
  const Paper& paper = named.papers.front();
  const bool round = dossier.toevoeging.empty() && dossier.nummer.substr(2) == "000";
  // Numbers of chemicals (10486-00-7) look like those of papers of a council (21501-02-2882).
  const bool chemical = dossier.toevoeging.starts_with('0') && dossier.nummer != "21501";
  return !round && !chemical &&
         text.substr(paper.begin, paper.end - paper.begin).find('.') == text.npos;
}

// Whether a dossier stands here that a name may go on from: most numbers are not as long, and in a
// row of amounts a comma and the next one follow. Only the councils' dossier has digits there.
bool may_be_dossier(Cursor at, const Context& context) {
  const auto length = at.peek()->text.size();
  if (length != 5 && length != 2) return false;
  const auto dossier = read_dossier_digits(at);
  if (!dossier) return false;
  if (context.announces_replaced || dossier->nummer == "21501") return true;
  at.mark(',');
  return at.peek() != nullptr && at.peek()->kind != Kind::number;
}

Found find_dossier_first(const TokenWindow& window, std::string_view text, const Context& context,
                         Before before) {
  if (!may_be_dossier(window.cursor(), context)) return {};
  for (const Expected expected : {Expected::no, Expected::perhaps, Expected::yes}) {
    if (expected == Expected::perhaps && before == Before::code) continue;
    if (expected == Expected::yes && !context.announces_replaced) continue;
    Cursor at = window.cursor();
    Named named = read_kamerstuk(at, expected);
    if (named.papers.empty()) continue;
    const bool said = expected != Expected::perhaps;  // by `nr.`, or by words before it
    if (!said && (!is_plausible(named) || !is_plausible_without_nr(named, text))) continue;
    return papers(std::move(named), at);
  }
  return {};
}

Found find_at_number(const TokenWindow& window, std::string_view text, const Context& context) {
  for (const auto read : {number<read_celex>, number<read_document_number>}) {
    if (Found found = read(window.cursor(), context); found.end != 0) return found;
  }
  const Before before = what_stands_before(window, text);
  if (before == Before::number) return {};
  if (Found found = find_dossier_first(window, text, context, before); found.end != 0) return found;
  if (before == Before::code || !may_be_number_of_paper(window)) return {};
  Cursor at = window.cursor();
  Named named = read_kamerstuk_number_first(at);
  return named.papers.empty() || !is_plausible(named) ? Found{} : papers(std::move(named), at);
}

Found find_address(const Token& token, std::string_view text) {
  if (token.text.size() < std::string_view("www").size()) return {};
  const std::size_t length = address_length(text.substr(token.begin));
  if (length == 0) return {};
  auto keys = keys_in_address(text.substr(token.begin, length));
  const std::size_t end = token.begin + length;
  return keys.empty() ? Found{{}, end} : one(std::move(keys), token.begin, end);
}

}  // namespace

Found find_at(const TokenWindow& window, std::string_view text, const Context& context) {
  const Token& token = window.token();
  if (token.kind == Kind::number) return find_at_number(window, text, context);
  if (token.kind != Kind::word) return {};
  if (Found found = find_address(token, text); found.end != 0) return found;
  return find_at_word(window, context);
}

}  // namespace kamerzoek::spelling
