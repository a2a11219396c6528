#include "corpus/references/publications.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/spelling_identifier.hpp"
#include "corpus/references/spelling_parts.hpp"

namespace kamerzoek::spelling {
namespace {

using Kind = Token::Kind;

// The papers all began with the kingdom or later; the other end only keeps nonsense out.
bool is_year(std::string_view digits) {
  return digits.size() == 4 && digits >= "1813" && digits <= "2199";
}

bool joined_mark(Cursor& at, char mark) {
  return at.peek_joined() != nullptr && at.mark(mark);
}

// Whether the word or number read last goes on.
bool goes_on(const Cursor& at) {
  const Token* token = at.peek_joined();
  return token != nullptr && (token->kind == Kind::word || token->kind == Kind::number);
}

// stb, stcrt, trb.
std::string_view read_paper(Cursor& at) {
  if (at.word({"stb", "staatsblad"})) return "stb";
  if (at.word({"stcrt", "staatscourant"})) return "stcrt";
  if (at.word({"trb", "tractatenblad"})) return "trb";
  return {};
}

bool is_publication_id(std::string_view paper, std::string_view year, std::string_view number) {
  const bool known = paper == "stb" || paper == "stcrt" || paper == "trb";
  return known && is_year(year) && !number.empty() && number.size() <= 6 && number.front() != '0';
}

// `stb-2024-123`, in lower case; what follows is left.
std::string read_publication_identifier(Cursor& at) {
  Cursor next = at;
  const std::string paper = lower(next.take(Kind::word).substr(0, 6));
  if (next.take_joined(Kind::dash).empty()) return {};
  const auto year = next.take_joined(Kind::number);
  if (next.take_joined(Kind::dash).empty()) return {};
  const auto number = next.take_joined(Kind::number);
  if (!is_publication_id(paper, year, number) || goes_on(next)) return {};
  at = next;
  return (paper + "-").append(year).append("-").append(number);
}

// The letters and digits up to a mark, at most so many.
std::string take_run(Cursor& at, std::size_t most) {
  std::string run;
  while (const Token* token = at.peek_joined()) {
    if (token->kind != Kind::word && token->kind != Kind::number) break;
    if (run.size() + token->text.size() > most) return {};
    run += at.take(token->kind);
  }
  return run;
}

// Longer than any identifier.
constexpr std::size_t most_bytes = 80;
// h-tk-20172018-70-5 is none before its fourth part; what is none after so many will not be.
constexpr int most_failures = 5;

// "kst-34682-228-nieuw" is an identifier and a word: but for single letters, those of an identifier
// are capitals or a Roman number, and the house is before the first digit.
bool may_be_in_identifier(std::string_view word) {
  return word.size() <= 2 || word == upper(word) || word.find_first_not_of("IVXLivxl") == word.npos;
}

// Whether a number follows, perhaps after the house, as in every identifier. Without the house it
// has four digits at least: H-3 is tritium.
bool may_be_identifier(Cursor at) {
  if (at.take_joined(Kind::dash).empty()) return false;
  const bool house = at.word({"tk", "ek", "vv"});
  if (house && at.take_joined(Kind::dash).empty()) return false;
  return at.take_joined(Kind::number).size() >= (house ? 1 : 4);
}

}  // namespace

std::string read_publication(Cursor& at) {
  if (auto id = read_publication_identifier(at); !id.empty()) return id;
  Cursor next = at;
  const std::string paper(read_paper(next));
  if (paper.empty()) return {};
  next.mark('.');
  next.mark('*');  // regulations set in Markdown have these names in italics
  next.mark(',');
  const auto year = next.take(Kind::number);
  const bool apart = next.mark(',') || next.mark('/') || next.dash();
  if (!read_nr(next) && !apart) return {};
  const auto number = next.take(Kind::number);
  if (!is_publication_id(paper, year, number)) return {};
  at = next;
  return (paper + "-").append(year).append("-").append(number);
}

std::string read_ecli(Cursor& at) {
  Cursor next = at;
  if (!next.word({"ecli"}) || !joined_mark(next, ':')) return {};
  const std::string country = upper(next.take_joined(Kind::word).substr(0, 3));
  if (country.size() != 2 || !joined_mark(next, ':')) return {};
  const std::string court = upper(take_run(next, 7));
  if (court.empty() || !joined_mark(next, ':')) return {};
  const auto year = next.take_joined(Kind::number);
  if (!is_year(year) || !joined_mark(next, ':')) return {};
  std::string number = upper(take_run(next, 25));
  if (number.empty()) return {};
  at = next;
  // Elsewhere in Europe the number has full stops; here one with nothing behind it is the
  // sentence's.
  while (joined_mark(next, '.')) {
    const std::string more = upper(take_run(next, 25));
    if (more.empty() || number.size() + more.size() > 24) break;
    number.append(".").append(more);
    at = next;
  }
  return ("ECLI:" + country).append(":").append(court).append(":").append(year) + ":" + number;
}

std::string read_celex(Cursor& at) {
  Cursor next = at;
  if (next.word({"celex"})) {
    if (!next.mark(':') && next.mark('%')) {  // as an address has it: CELEX%3A32016R0679
      const bool colon = next.take_joined(Kind::number) == "3";
      const Token* rest = next.peek_joined();
      if (!colon || rest == nullptr || rest->text != "A") return {};
      next.take(Kind::word);
    }
    next.dash();
    read_nr(next);
    next.mark(':');
  }
  const auto front = next.take(Kind::number);
  const auto letters = next.take_joined(Kind::word);
  const auto back = next.take_joined(Kind::number);
  if (front.size() != 5 || letters.empty() || letters.size() > 2 || back.size() != 4) return {};
  if (front.front() == '1' || !is_year(front.substr(1)) || letters != upper(letters)) return {};
  if (goes_on(next)) return {};
  at = next;
  std::string id = std::string("CELEX:").append(front).append(letters).append(back);
  // The text as it was on a day, and the first of several acts with one number.
  if (next.dash()) {
    const auto day = next.take_joined(Kind::number);
    if (day.size() == 8 && is_year(day.substr(0, 4))) {
      at = next;
      return id.append("-").append(day);
    }
  } else if (joined_mark(next, '(')) {
    const auto part = next.take_joined(Kind::number);
    if (part.size() == 2 && joined_mark(next, ')')) {
      at = next;
      return id.append("(").append(part).append(")");
    }
  }
  return id;
}

std::string read_document_number(Cursor& at) {
  Cursor next = at;
  const auto year = next.take(Kind::number);
  const auto kind = next.take_joined(Kind::word);
  const auto number = next.take_joined(Kind::number);
  if (year.size() != 4 || kind.size() != 1 || number.size() > 6 || goes_on(next)) return {};
  std::string id(year);
  id.append(upper(kind)).append(number);
  if (!DocumentNumber::parse(id) && !ZaakNumber::parse(id)) return {};
  at = next;
  return id;
}

std::string read_identifier(Cursor& at, std::vector<std::string>& others) {
  if (!Cursor(at).word({"kst", "ah", "h", "kv", "blg"})) return read_publication_identifier(at);
  Cursor next = at;
  std::string text(next.take(Kind::word));
  if (!may_be_identifier(next)) return {};
  std::vector<std::string> longest;
  int failures = 0;
  while (failures < most_failures) {
    const Token* token = next.peek_joined();
    if (token == nullptr || text.size() + token->text.size() > most_bytes) break;
    if (token->kind == Kind::other && token->text != "_") break;
    if (token->kind == Kind::word && !may_be_in_identifier(token->text)) break;
    next.skip();
    text += token->text;
    if (token->kind == Kind::dash) continue;
    auto keys = identifier_keys(text);
    ++failures;
    if (keys.empty()) continue;
    failures = 0;
    longest = std::move(keys);
    at = next;
  }
  if (longest.empty()) return {};
  others.assign(longest.begin() + 1, longest.end());
  return longest.front();
}

}  // namespace kamerzoek::spelling
