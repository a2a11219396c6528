#include "corpus/references/sentence.hpp"

#include <algorithm>
#include <optional>

#include <tsl/robin_map.h>

namespace kamerzoek::spelling {
namespace {

using Role = Sentence::Role;

struct Clue {
  std::string_view word;
  Role role;
};

// A motion is carried out under many words, but only a motion or an amendment is: what stands
// nearest before the name tells what is named. So the nouns for other papers are here as well.
constexpr Clue clues[] = {
    {"vervangt", Role::replacing},
    {"vervangen", Role::replacing},
    {"uitvoering", Role::executing},
    {"uitvoeren", Role::executing},
    {"uitgevoerd", Role::executing},
    {"uitwerking", Role::executing},
    {"afdoening", Role::executing},
    {"afgedaan", Role::executing},
    {"invulling", Role::executing},
    {"tegemoet", Role::executing},  // komen
    {"tegemoetkomen", Role::executing},
    {"gehoor", Role::executing},
    {"motie", Role::motion},
    {"moties", Role::motion},
    {"amendement", Role::motion},
    {"amendementen", Role::motion},
    {"toezegging", Role::promise},
    {"toezeggingen", Role::promise},
    {"toegezegd", Role::promise},
    {"toegezegde", Role::promise},
    {"antwoord", Role::answering},
    {"antwoorden", Role::answering},
    {"beantwoording", Role::answering},
    {"beantwoord", Role::answering},
    {"beantwoorden", Role::answering},
    {"vragen", Role::questions},
    {"kamervragen", Role::questions},
    {"vraag", Role::questions},
    {"brief", Role::other_paper},
    {"brieven", Role::other_paper},
    {"kamerbrief", Role::other_paper},
    {"kamerbrieven", Role::other_paper},
    {"nota", Role::other_paper},
    {"verslag", Role::other_paper},
    {"rapport", Role::other_paper},
    {"wetsvoorstel", Role::other_paper},
    {"memorie", Role::other_paper},
    {"bijlage", Role::other_paper},
};

constexpr std::string_view shortened_words[] = {
    "nr",  "nrs", "mr",    "dr",  "drs", "ir",   "ing",  "prof", "dhr", "mw",
    "art", "stb", "stcrt", "trb", "blz", "resp", "bijv", "jl",   "kst", "kamerst"};

// Some forty words; what a longer sentence says at its beginning is of something else.
constexpr std::size_t reach = 60;

constexpr std::string_view replaced_abbreviation = "t.v.v.";

std::optional<Role> role_of(std::string_view word) {
  static const auto roles = [] {
    tsl::robin_map<std::string_view, Role> of;
    for (const Clue& clue : clues) of.emplace(clue.word, clue.role);
    return of;
  }();
  const auto found = roles.find(word);
  return found == roles.end() ? std::nullopt : std::optional(found->second);
}

/// Whether a full stop would belong to the word.
bool is_shortened(std::string_view written) {
  const LowerWord word(written);
  return word.text().size() == 1 ||
         std::ranges::find(shortened_words, word.text()) != std::ranges::end(shortened_words);
}

}  // namespace

void Sentence::begin() {
  places_ = {};
  named_ = 0;
  stopped_ = false;
}

void Sentence::read(const Token& token) {
  const char first = token.text.front();
  const bool word = token.kind == Token::Kind::word;
  const bool capital = word && first >= 'A' && first <= 'Z';
  if (token.gap == Gap::paragraph || (stopped_ && token.spaced() && capital)) begin();
  ++count_;
  read_abbreviation(token.text);
  if (word) {
    read_word(token.text);
  } else if (token.kind == Token::Kind::other) {
    read_mark(first);
  }
}

void Sentence::note_announced() {
  note(Role::replacing);
  announced_ = count_;
}

void Sentence::read_abbreviation(std::string_view text) {
  const bool one = text.size() == 1;
  const bool capital = one && text.front() >= 'A' && text.front() <= 'Z';
  const char letter = !one ? '\0' : static_cast<char>(text.front() + (capital ? 'a' - 'A' : 0));
  const std::string_view all = replaced_abbreviation;
  const bool goes_on = abbreviation_ < all.size() && letter == all[abbreviation_];
  abbreviation_ = goes_on ? abbreviation_ + 1 : letter == all.front() ? 1 : 0;
  if (text.size() == 2 && begins_with(text, "tv")) abbreviation_ = 3;  // "tv.v.", a slip
  // The last full stop may be missing, or all of them.
  if (abbreviation_ + 1 < all.size() && (text.size() != 3 || !begins_with(text, "tvv"))) return;
  note_announced();
}

void Sentence::read_word(std::string_view written) {
  const LowerWord lowered(written);
  const std::string_view word = lowered.text();
  stopped_ = false;
  word_ = written;
  // "t.v.v. nr. 21501-20-573"
  if (announced_ != 0 && announced_ + 1 == count_ && word == "nr") announced_ = count_;
  if (replacement_ && word == "van") note_announced();
  replacement_ = word == "vervanging";
  // The Nota Ruimte is what a motion is about, not the paper that is named.
  if (word == "nota" && written.front() == 'N') return;
  const auto role = role_of(word);
  // "Met deze brief beantwoord ik" is of the paper that speaks.
  const bool own = role == Role::other_paper && this_;
  if (role && !own) note(*role);
  this_ = word == "deze" || word == "dit";
}

void Sentence::read_mark(char mark) {
  if (announced_ != 0 && announced_ + 1 == count_ && mark == '.') announced_ = count_;
  if (mark == '!' || mark == '?' || (mark == '.' && !is_shortened(word_))) stopped_ = true;
}

void Sentence::paper_named() {
  named_ = count_;
}

std::size_t Sentence::within_reach(Role role) const {
  const std::size_t place = places_[static_cast<std::size_t>(role)];
  return count_ - place <= reach ? place : 0;
}

Relation Sentence::relation() const {
  if (within_reach(Role::replacing) > named_) return Relation::replaces;
  const std::size_t motion = within_reach(Role::motion);
  const std::size_t questions = within_reach(Role::questions);
  const std::size_t promise = within_reach(Role::promise);
  const std::size_t other = within_reach(Role::other_paper);
  // A promise is made in a letter or a debate, which is then what is named.
  if (promise > std::max(motion, questions)) return Relation::fulfils;
  if (motion > std::max(questions, other) && within_reach(Role::executing) != 0) {
    return Relation::executes;
  }
  // "de brief met antwoorden op vragen (34 682, nr. 2)" is named, and answers nothing here.
  const std::size_t answering = within_reach(Role::answering);
  if (questions > std::max(motion, other) && answering != 0 && (other == 0 || other > answering)) {
    return Relation::answers;
  }
  return Relation::cites;
}

}  // namespace kamerzoek::spelling
