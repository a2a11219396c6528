#include "corpus/references/spelling_names.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/references/spelling_parts.hpp"

namespace kamerzoek::spelling {
namespace {

using Keys = std::vector<std::string>;
using Kind = Token::Kind;

// Kamerstukken carry the vergaderjaar in their identifier up to this one.
constexpr int last_jaar_in_identifier = 2009;

// A paper belongs to a few dossiers at most.
constexpr std::size_t most_dossiers = 8;

// The one gate: what is not an identifier is no key, whatever the grammar made of it.
void add_key(Keys& keys, const std::string& key) {
  if (PublicationId::parse(key) && std::find(keys.begin(), keys.end(), key) == keys.end()) {
    keys.push_back(key);
  }
}

void add_keys_of_kamerstuk(Keys& keys, const DossierNumber& dossier,
                           const WrittenOndernummer& ondernummer, const Preamble& preamble) {
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
}

Paper paper_at(const WrittenNumber& written) {
  return {{}, written.begin, written.end, written.through, written.begin, written.range_end};
}

Named kamerstukken(const std::vector<DossierNumber>& dossiers,
                   const std::vector<WrittenNumber>& numbers, const Preamble& preamble) {
  Named named{{}, dossiers.front()};
  for (const WrittenNumber& written : numbers) {
    Paper paper = paper_at(written);
    for (const auto& dossier : dossiers) {
      add_keys_of_kamerstuk(paper.keys, dossier, written.number, preamble);
    }
    if (!paper.keys.empty()) named.papers.push_back(std::move(paper));
  }
  return named;
}

// `Kamerstukken II 2024/25,`; `Tweede Kamer, vergaderjaar 2024-2025,`. A house alone announces
// something only where the whole text is a name.
bool read_announcement(Cursor& at, Preamble& preamble) {
  Cursor next = at;
  if (next.word(
          {"kamerstukken", "kamerstuk", "kamerst", "kamerstukdossier", "kamerstuknummer", "kst"})) {
    next.mark('.');
    read_kamer_and_jaar(next, preamble);
    read_nr(next);
  } else {
    if (!Cursor(at).word({"tweede", "eerste", "tk", "ek", "vergaderjaar"})) return false;
    read_kamer_and_jaar(next, preamble);
    if (next.running() && !preamble.jaar) return false;
  }
  at = next;
  return true;
}

// `34 682`, `36 045/29 521`, `31 293 en 31 289`.
std::vector<DossierNumber> read_dossiers(Cursor& at, bool with_addition) {
  std::vector<DossierNumber> dossiers;
  Cursor next = at;
  while (dossiers.size() < most_dossiers) {
    auto dossier = with_addition ? read_dossier(next) : read_dossier_digits(next);
    if (!dossier) break;
    dossiers.push_back(*std::move(dossier));
    at = next;
    if (!next.mark('/') && !next.word({"en"})) break;
  }
  return dossiers;
}

// `34682-228` among other words could be anything of digits and a dash; what stands in the way of
// its being a kamerstuk is space around the dash and whatever goes on behind it.
bool stands_alone(const Cursor& at) {
  Cursor next = at;
  const Token* token = next.peek_joined();
  if (token == nullptr) return true;
  if (token->kind != Kind::other) return false;
  const char mark = token->text.front();
  next.mark(mark);
  const Token* behind = next.peek_joined();
  const bool digits = behind != nullptr && behind->kind == Kind::number;
  // A full stop and a digit end a sentence that has a note ("34682-228.1").
  return std::string_view("/%+_@#").find(mark) == std::string_view::npos &&
         !(digits && (mark == ',' || mark == ':'));
}

std::vector<WrittenNumber> read_number_after_dash(Cursor& at, Expected expected) {
  Cursor next = at;
  const bool free = !next.running() || expected == Expected::yes;
  if (!free && (expected == Expected::no || next.peek_joined() == nullptr)) return {};
  if (!next.dash() || (!free && next.peek_joined() == nullptr)) return {};
  const Token* first = next.peek();
  auto ondernummer = read_ondernummer(next);
  if (!ondernummer || (!free && !stands_alone(next))) return {};
  at = next;
  return {{*std::move(ondernummer), first->begin, at.end(), 0, 0}};
}

// What stands between dossier and number, and on to the end.
std::vector<WrittenNumber> read_rest_of_kamerstuk(Cursor& at, Expected expected) {
  if (Cursor(at).dash()) {
    Cursor next = at;
    next.dash();
    // "36600-XXII, nr. 26" has been read; what is left is "34682-nr. 228", seldom.
    if (!read_numbers_announced(next)) return read_number_after_dash(at, expected);
    at = next;
    return read_numbers(at, Announced::one);
  }
  Cursor next = at;
  if (read_pages(next)) return {};
  const bool comma = (next = at).mark(',');
  auto announced = read_numbers_announced(next);
  if (!announced) {
    if (!comma || expected != Expected::yes) return {};
    announced = Announced::one;
  }
  auto numbers = read_numbers(next, *announced);
  if (!numbers.empty()) at = next;
  return numbers;
}

// "TK 1994–1995, 23 900-XIII" among other words is the budget of a ministry, not a paper in it. The
// Eerste Kamer numbers with letters, of which the Roman numbers are a few in a long dossier; the
// dossiers of budgets are round numbers.
bool is_chapter_of_budget(const DossierNumber& dossier, const std::vector<WrittenNumber>& numbers) {
  const std::string& number = numbers.front().number.spellings.front();
  if (number.find_first_not_of("IVX") != number.npos) return false;
  return number.size() > 1 || dossier.nummer.ends_with("00");
}

Named read_with(Cursor& at, bool with_addition, Expected expected, const Preamble& preamble) {
  Cursor next = at;
  const Token* first = next.peek();
  const auto dossiers = read_dossiers(next, with_addition);
  if (dossiers.empty()) return {};
  Cursor rest = next;
  rest.mark(',');
  const bool announced = read_numbers_announced(rest).has_value();
  auto numbers = read_rest_of_kamerstuk(next, expected);
  if (numbers.empty()) return {};
  const bool letters = next.running() && !with_addition && !announced;
  if (letters && is_chapter_of_budget(dossiers.front(), numbers)) return {};
  if (dossiers.front().toevoeging.empty() &&
      is_numeric_addition(dossiers.front().nummer, numbers.front().number.spellings.front())) {
    return {};
  }
  at = next;
  Named named = kamerstukken(dossiers, numbers, preamble);
  if (!named.papers.empty()) named.papers.front().begin = first->begin;
  return named;
}

std::string with_house_and_year(std::string_view family, const Preamble& preamble) {
  // Nearly all of them, and all that leave the house unsaid, are the Tweede Kamer's.
  const std::string kamer = preamble.kamer.empty() ? "tk" : preamble.kamer;
  std::string id(family);
  return id.append("-").append(kamer).append("-").append(preamble.jaar->compact());
}

Named read_aanhangsel_numbers(Cursor& at, const Preamble& preamble, std::size_t begin) {
  if (!preamble.jaar) return {};
  at.mark(',');
  const auto announced = read_numbers_announced(at).value_or(Announced::one);
  Named named;
  for (const auto& written : read_numbers(at, announced)) {
    std::string id = with_house_and_year("ah", preamble);
    id.append("-").append(written.number.spellings.front());
    if (const auto& suffix = written.number.achtervoegsel; !suffix.empty()) {
      id.append("-").append(suffix);
    }
    Paper paper = paper_at(written);
    if (named.papers.empty()) paper.begin = begin;
    add_key(paper.keys, id);
    if (!paper.keys.empty()) named.papers.push_back(std::move(paper));
  }
  return named;
}

}  // namespace

Named read_kamerstuk(Cursor& at, Expected expected) {
  Preamble preamble;
  Cursor next = at;
  if (read_announcement(next, preamble)) expected = Expected::yes;
  // "36600-XXII-26" has an addition, "35420-T" has none: whichever leaves a number.
  for (const bool with_addition : {true, false}) {
    Named named = read_with(next, with_addition, expected, preamble);
    if (named.papers.empty()) continue;
    at = next;
    return named;
  }
  return {};
}

Named read_kamerstuk_number_first(Cursor& at) {
  Cursor next = at;
  const auto announced = read_numbers_announced(next).value_or(Announced::one);
  auto numbers = read_numbers(next, announced);
  if (numbers.empty() || !next.mark('(')) return {};
  const auto dossier = read_dossier(next);
  if (!dossier || !next.mark(')')) return {};
  at = next;
  Named named = in_dossier(*dossier, numbers);
  if (!named.papers.empty()) named.papers.back().end = next.end();
  return named;
}

Named read_aanhangsel(Cursor& at) {
  Preamble preamble;
  Cursor next = at;
  const Token* first = next.peek();
  read_kamer_and_jaar(next, preamble);
  const bool kamervragen = next.word({"kamervragen"}) && next.mark('(');
  if (!next.word({"aanhangsel"}) || (kamervragen && !next.mark(')'))) return {};
  if (next.word({"van"})) next.word({"de"});
  if (next.word({"handelingen"})) next.mark(',');
  read_kamer_and_jaar(next, preamble);
  Named named = read_aanhangsel_numbers(next, preamble, first->begin);
  if (!named.papers.empty()) at = next;
  return named;
}

Named read_handelingen(Cursor& at) {
  Preamble preamble;
  Cursor next = at;
  const Token* first = next.peek();
  if (!next.word({"handelingen"})) return {};
  read_kamer_and_jaar(next, preamble);
  Named named;
  if (next.word({"aanhangsel"})) {
    named = read_aanhangsel_numbers(next, preamble, first->begin);
  } else if (preamble.jaar) {
    read_nr(next);
    const auto meeting = next.take(Kind::number);
    // Only an item is a document; a meeting as a whole is none.
    const bool dash = next.dash();
    if (!dash) next.mark(',');
    if (meeting.empty() || meeting.size() > 6 || (!next.word({"item", "agendapunt"}) && !dash)) {
      return {};
    }
    const auto item = read_ondernummer(next);
    if (!item) return {};
    std::string id = with_house_and_year("h", preamble);
    id.append("-").append(meeting).append("-").append(item->spellings.front());
    if (!item->achtervoegsel.empty()) id.append("-").append(item->achtervoegsel);
    Paper paper{{}, first->begin, next.end(), 0, 0, 0};
    add_key(paper.keys, id);
    if (!paper.keys.empty()) named.papers.push_back(std::move(paper));
  }
  if (!named.papers.empty()) at = next;
  return named;
}

Named in_dossier(const DossierNumber& dossier, const std::vector<WrittenNumber>& numbers) {
  return kamerstukken({dossier}, numbers, {});
}

}  // namespace kamerzoek::spelling
