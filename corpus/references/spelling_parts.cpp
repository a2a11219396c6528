#include "corpus/references/spelling_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kamerzoek::spelling {
namespace {

using Kind = Token::Kind;

// The councils of the European Union; none of the papers seen stands in it without an addition.
constexpr std::string_view dossier_of_councils = "21501";

// Takes a Roman digit off the front, given its letters for one, five and ten.
void take_roman_digit(std::string_view& text, char one, char five, char ten) {
  if (text.size() > 1 && text[0] == one && (text[1] == five || text[1] == ten)) {
    text.remove_prefix(2);
    return;
  }
  const auto take = [&](char letter) {
    if (!text.empty() && text[0] == letter) text.remove_prefix(1);
  };
  take(five);
  for (int count = 0; count < 3; ++count) take(one);
}

// Up to 99: budget chapters and the letters of the Eerste Kamer go no further.
std::string_view after_roman(std::string_view text) {
  take_roman_digit(text, 'X', 'L', 'C');
  take_roman_digit(text, 'I', 'V', 'X');
  return text;
}

// T; XXII; IXB. Only these, so that an ordinary word behind a number makes no dossier of it.
bool is_chapter(std::string_view word) {
  if (word.size() == 1) return true;
  if (word.empty() || word.size() > 8) return false;
  const std::string_view rest = after_roman(word);
  return rest.empty() || (rest.size() == 1 && rest.size() < word.size() && rest <= "E");
}

// Among other words a letter is a number or an addition only as a capital ("35 420, in de brief").
bool may_be_letters(const Cursor& at, std::string_view word) {
  return !at.running() || word == upper(word);
}

// What stands against a number or letter and makes another word of it: T-shirt, IJ, É.
bool goes_on(Cursor at) {
  if (at.dash()) return at.peek_joined() != nullptr;
  const Token* token = at.peek_joined();
  return token != nullptr && (token->kind == Kind::word || token->kind == Kind::number ||
                              static_cast<unsigned char>(token->text.front()) >= 0x80);
}

// XXII, 02, R1975 or R 1975.
std::string read_addition(Cursor& at, const std::string& dossier) {
  Cursor next = at;
  std::string addition;
  if (const auto number = next.take(Kind::number); !number.empty()) {
    if (is_numeric_addition(dossier, number)) addition = number;
  } else {
    const auto word = next.take(Kind::word);
    if (is_chapter(upper(word.substr(0, 9))) && may_be_letters(next, word)) addition = upper(word);
    if (addition == "R") {
      const auto act = next.take(Kind::number);
      if (act.size() <= 5) addition += act;
    }
  }
  if (!addition.empty()) at = next;
  return addition;
}

// 228, 14H. What is no number in a dossier is left to the caller: too long, or with a word behind
// it.
bool read_digits(Cursor& at, WrittenOndernummer& result) {
  const bool running = at.running();
  const std::string number(at.take(Kind::number).substr(0, 7));
  // The longest dossier, 22112, has some four thousand papers after thirty years.
  if (number.size() > (running ? 4 : 6) || (running && number.front() == '0')) return false;
  std::string_view letters;
  if (const Token* token = at.peek_joined(); token != nullptr && token->kind == Kind::word) {
    letters = token->text;
    if (letters.size() > 2 && !running) return false;
    // A word written against a number in a text is a word: "nrs. 3en 5".
    const bool part = letters.size() == 1 || (letters.size() == 2 && letters == upper(letters));
    if (running && !part) letters = {};
    if (!letters.empty()) at.take(Kind::word);
  }
  result.spellings.push_back(number + std::string(letters));
  for (const auto& other : {number + lower(letters), number + upper(letters)}) {
    const auto& known = result.spellings;
    if (std::find(known.begin(), known.end(), other) == known.end()) {
      result.spellings.push_back(other);
    }
  }
  return true;
}

// A kamerstuk of the Eerste Kamer has one or two letters, or a Roman number.
bool is_letter_number(std::string_view word) {
  return !word.empty() && (word.size() <= 2 || (word.size() <= 8 && after_roman(word).empty()));
}

// T, GS, A2E.
bool read_letters(Cursor& at, WrittenOndernummer& result) {
  const auto word = at.take(Kind::word);
  std::string letters = upper(word.substr(0, 9));
  if (!is_letter_number(letters) || !may_be_letters(at, word)) return false;
  // "nrs. 1–2, TK 1991–1992": the house begins the next name.
  if (at.running() && (letters == "TK" || letters == "EK")) return false;
  const auto digits = at.take_joined(Kind::number);
  // What reads like a suffix is one, of a paper without number (35420-T-b1 has the letter T).
  const bool suffix = letters == "B" || letters == "H" || letters == "N";
  if (digits.size() > 5 || (suffix && !digits.empty())) return false;
  letters += digits;
  if (!digits.empty()) letters += upper(at.take_joined(Kind::word).substr(0, 3));
  result.spellings.push_back(std::move(letters));
  return true;
}

}  // namespace

std::optional<Vergaderjaar> read_jaar(Cursor& at) {
  Cursor next = at;
  std::string text(next.take(Kind::number).substr(0, 9));
  if (text.size() == 4 && (next.dash() || next.mark('/'))) {
    text.append("-").append(next.take(Kind::number).substr(0, 5));
  }
  const auto jaar = Vergaderjaar::parse(text);
  if (jaar) at = next;
  return jaar;
}

bool is_numeric_addition(const std::string& dossier, std::string_view number) {
  return number.size() == 2 && (number.front() == '0' || dossier == dossier_of_councils);
}

bool read_kamer(Cursor& at, Preamble& preamble) {
  using Names = std::initializer_list<std::string_view>;
  for (const bool ek : {true, false}) {
    Cursor next = at;
    const bool named = ek ? next.word({"eerste"}) : next.word({"tweede"});
    if (named ? next.word({"kamer"}) : next.word(ek ? Names{"i", "ek"} : Names{"ii", "tk"})) {
      preamble.kamer = ek ? "ek" : "tk";
      at = next;
      return true;
    }
  }
  return false;
}

void read_kamer_and_jaar(Cursor& at, Preamble& preamble) {
  Cursor next = at;
  next.mark(',');
  if (read_kamer(next, preamble)) {
    at = next;
    next.mark(',');
  }
  const bool announced = next.word({"vergaderjaar"});
  if (const auto jaar = read_jaar(next)) {
    preamble.jaar = jaar;
    at = next;
  } else if (announced) {
    return;
  }
  at.mark(',');
}

bool read_nr(Cursor& at) {
  if (at.mark('#')) return true;
  if (!at.word({"nr", "no", "nummer"})) return false;
  // "nr, 8" is a slip seen more than once.
  if (!at.mark('.')) at.mark(',');
  return true;
}

bool read_nrs(Cursor& at) {
  if (!at.word({"nrs", "nummers"})) return false;
  at.mark('.');
  return true;
}

bool read_pages(Cursor& at) {
  Cursor next = at;
  next.mark(',');
  if (!next.word({"p", "pp", "blz", "pag", "pagina", "bladzijde"})) return false;
  next.mark('.');
  if (next.take(Kind::number).empty()) return false;
  if (next.dash() && next.take(Kind::number).empty()) return false;
  at = next;
  return true;
}

std::string read_suffix(Cursor& at) {
  Cursor next = at;
  if (!next.dash()) return {};
  const std::string letter = lower(next.take_joined(Kind::word).substr(0, 2));
  const auto number = next.take_joined(Kind::number);
  if ((letter != "b" && letter != "h" && letter != "n") || number.empty() || number.size() > 3) {
    return {};
  }
  at = next;
  return letter + std::string(number);
}

std::optional<DossierNumber> read_dossier_digits(Cursor& at) {
  Cursor next = at;
  std::string digits(next.take(Kind::number).substr(0, 6));
  if (digits.size() == 2) {
    const bool dotted = next.mark('.');
    digits += (dotted ? next.take_joined(Kind::number) : next.take(Kind::number)).substr(0, 4);
    if (digits.size() != 5) return std::nullopt;
  }
  if (digits.size() != 5) return std::nullopt;
  at = next;
  return DossierNumber{digits, {}};
}

std::optional<DossierNumber> read_dossier_with_addition(Cursor& at) {
  Cursor next = at;
  auto dossier = read_dossier_digits(next);
  if (!dossier) return std::nullopt;
  Cursor joined = next;
  const bool glued = !joined.take_joined(Kind::word).empty();
  const bool separated = !glued && (next.dash() || next.mark(','));
  const bool bracketed = next.mark('(');
  // Digits behind a mere space would be anything ("34 682 228"), but for the one dossier that is
  // never without them: OpenTK has "21501 08-928".
  const Token* digits = next.peek();
  if (!separated && digits != nullptr && digits->kind == Kind::number &&
      dossier->nummer != dossier_of_councils) {
    return std::nullopt;
  }
  dossier->toevoeging = read_addition(next, dossier->nummer);
  if (dossier->toevoeging.empty() || (bracketed && !next.mark(')'))) return std::nullopt;
  at = next;
  return dossier;
}

std::optional<DossierNumber> read_dossier(Cursor& at) {
  if (auto dossier = read_dossier_with_addition(at)) return dossier;
  return read_dossier_digits(at);
}

std::optional<WrittenOndernummer> read_ondernummer(Cursor& at) {
  Cursor next = at;
  const Token* first = next.peek();
  if (first == nullptr) return std::nullopt;
  WrittenOndernummer result;
  if (first->kind == Kind::number) {
    if (!read_digits(next, result)) return std::nullopt;
  } else if (!read_letters(next, result)) {
    return std::nullopt;
  }
  result.achtervoegsel = read_suffix(next);
  if (at.running() && first->kind == Kind::word && goes_on(next)) return std::nullopt;
  at = next;
  return result;
}

}  // namespace kamerzoek::spelling
