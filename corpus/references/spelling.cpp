#include "corpus/references/spelling.hpp"

#include <algorithm>
#include <utility>

#include "corpus/references/spelling_identifier.hpp"
#include "corpus/references/spelling_parts.hpp"
#include "corpus/references/spelling_tokens.hpp"

// A name is read from left to right by one function for each kind of name, and counts only when
// nothing is left over. The parts are in spelling_parts.hpp; identifiers and addresses, which know
// no spaces, in spelling_identifier.hpp.
namespace kamerzoek {
namespace {

using namespace spelling;
using Keys = std::vector<std::string>;
using Kind = Token::Kind;

// Kamerstukken carry the vergaderjaar in their identifier up to this one.
constexpr int last_jaar_in_identifier = 2009;

// The one gate: what is not an identifier is no key, whatever the grammar made of it.
void add_key(Keys& keys, const std::string& key) {
  if (PublicationId::parse(key) && std::find(keys.begin(), keys.end(), key) == keys.end()) {
    keys.push_back(key);
  }
}

bool read_end(Cursor& at) {
  read_pages(at);
  return at.at_end();
}

Keys keys_of_kamerstuk(const DossierNumber& dossier, const WrittenOndernummer& ondernummer,
                       const Preamble& preamble) {
  Keys keys;
  for (const auto& spelling : ondernummer.spellings) {
    auto id = PublicationId::kamerstuk(dossier, spelling);
    id.achtervoegsel = ondernummer.achtervoegsel;
    add_key(keys, id.text());
    if (!preamble.jaar || preamble.jaar->begin > last_jaar_in_identifier) continue;
    id.jaar = preamble.jaar->compact();
    add_key(keys, id.text());
    // People set the letter apart where the identifier of those years has it glued (29800F), and
    // the other way round.
    id.glued = dossier.toevoeging.size() == 1;
    add_key(keys, id.text());
  }
  return keys;
}

// The second half of a kamerstuk: what stands between dossier and ondernummer, and on to the end.
// A bare comma is enough only where a word before it has said that a name is to be expected.
std::optional<WrittenOndernummer> rest_of_kamerstuk(Cursor at, bool announced) {
  const bool dash = at.dash();
  const bool comma = !dash && at.mark(',');
  const bool nr = read_nr(at) || at.word({"letter"});
  if (!dash && !nr && !(comma && announced)) return std::nullopt;
  auto ondernummer = read_ondernummer(at);
  if (!ondernummer || !read_end(at)) return std::nullopt;
  return ondernummer;
}

Keys kamerstuk(Cursor at) {
  Preamble preamble;
  bool announced = at.word({"kamerstukken", "kamerstuk", "kamerst", "kst"});
  if (announced) at.mark('.');
  if (!announced) announced = Cursor(at).word({"tweede", "eerste", "tk", "ek", "vergaderjaar"});
  if (announced) read_kamer_and_jaar(at, preamble);

  // "36600-XXII-26" has an addition, "35420-T" has none: whichever leaves nothing over.
  Cursor next = at;
  if (const auto dossier = read_dossier_with_addition(next)) {
    if (const auto ondernummer = rest_of_kamerstuk(next, announced)) {
      return keys_of_kamerstuk(*dossier, *ondernummer, preamble);
    }
  }
  const auto dossier = read_dossier_digits(at);
  if (!dossier) return {};
  const auto ondernummer = rest_of_kamerstuk(at, announced);
  if (!ondernummer) return {};
  if (is_numeric_addition(dossier->nummer, ondernummer->spellings.front())) return {};
  return keys_of_kamerstuk(*dossier, *ondernummer, preamble);
}

std::string with_house_and_year(std::string_view family, const Preamble& preamble) {
  // Nearly all of them, and all that leave the house unsaid, are the Tweede Kamer's.
  const std::string kamer = preamble.kamer.empty() ? "tk" : preamble.kamer;
  std::string id(family);
  return id.append("-").append(kamer).append("-").append(preamble.jaar->compact());
}

// A number and perhaps a suffix, as the parts they are of an identifier.
std::string read_numbered_part(Cursor& at) {
  const auto number = at.take(Kind::number);
  if (number.empty() || number.size() > 6) return {};
  std::string part("-");
  part += number;
  if (const auto suffix = read_suffix(at); !suffix.empty()) part.append("-").append(suffix);
  return part;
}

Keys aanhangsel_number(Cursor at, const Preamble& preamble) {
  if (!preamble.jaar) return {};
  at.mark(',');
  read_nr(at);
  const std::string number = read_numbered_part(at);
  Keys keys;
  if (!number.empty() && read_end(at)) add_key(keys, with_house_and_year("ah", preamble) + number);
  return keys;
}

// "Aanhangsel Handelingen …" and "Kamervragen (Aanhangsel) …", the house and year on either side.
Keys aanhangsel(Cursor at) {
  Preamble preamble;
  read_kamer_and_jaar(at, preamble);
  const bool kamervragen = at.word({"kamervragen"}) && at.mark('(');
  if (!at.word({"aanhangsel"}) || (kamervragen && !at.mark(')'))) return {};
  if (at.word({"van"})) at.word({"de"});
  if (at.word({"handelingen"})) at.mark(',');
  read_kamer_and_jaar(at, preamble);
  return aanhangsel_number(at, preamble);
}

Keys handelingen(Cursor at) {
  Preamble preamble;
  if (!at.word({"handelingen"})) return {};
  read_kamer_and_jaar(at, preamble);
  if (at.word({"aanhangsel"})) return aanhangsel_number(at, preamble);
  if (!preamble.jaar) return {};
  read_nr(at);
  const auto meeting = at.take(Kind::number);
  // Only an item is a document; a meeting as a whole is none.
  const bool dash = at.dash();
  if (!dash) at.mark(',');
  if (meeting.size() > 6 || (!at.word({"item", "agendapunt"}) && !dash)) return {};
  const std::string item = read_numbered_part(at);
  if (meeting.empty() || item.empty() || !read_end(at)) return {};
  Keys keys;
  add_key(keys, with_house_and_year("h", preamble) + "-" + std::string(meeting) + item);
  return keys;
}

Keys identifier(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) {
    if (token.spaced && &token != tokens.data()) return {};
    text += token.text;
  }
  return identifier_keys(text);
}

}  // namespace

std::vector<std::string> keys_named(std::string_view text) {
  text = trimmed(text);
  if (auto keys = address_keys(text); !keys.empty()) return keys;
  const auto tokens = tokens_of(text);
  if (tokens.empty()) return {};
  if (auto keys = identifier(tokens); !keys.empty()) return keys;
  for (const auto read : {kamerstuk, aanhangsel, handelingen}) {
    if (auto keys = read(Cursor(tokens)); !keys.empty()) return keys;
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
