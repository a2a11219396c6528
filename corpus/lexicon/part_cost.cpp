#include "corpus/lexicon/part_cost.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace kamerzoek {
namespace {

using lexicon::Role;

constexpr double rarest = 18;            // what a part costs that no other word has
constexpr double not_flagged_first = 5;  // the dictionary has no compound begin with it
constexpr double not_flagged_last = 8;   // … or end
constexpr double three_letters = 5;
constexpr double grammatical_first = 3;  // over, na
constexpr double grammatical_last = 7;
constexpr double adjective_first = 3;
constexpr double adjective_last = 3;
constexpr double verb_first = 2;
constexpr double verb_last = 6;
constexpr double auxiliary = 6;
constexpr double of_no_class = 4;
constexpr double combining_form = 13;  // at most, for `anti` and the like

// Endings that are words as well (`ster`, `ling`), and bits of words that look like parts.
constexpr auto suffixes = std::to_array<std::string_view>(
    {"aal",  "aar",   "aars",  "achtig", "air",      "atie", "baar",  "baarheid", "den",   "dom",
     "eel",  "eling", "elijk", "en",     "end",      "ende", "ent",   "er",       "ere",   "eren",
     "ers",  "eser",  "eter",  "gen",    "gram",     "heid", "ier",   "iers",     "ij",    "ing",
     "ings", "isch",  "isme",  "ist",    "iteit",    "kers", "king",  "lander",   "lende", "len",
     "ling", "lijk",  "list",  "loos",   "loosheid", "loze", "matig", "nen",      "ner",   "nis",
     "pen",  "ren",   "ring",  "schap",  "sel",      "ser",  "ster",  "sters",    "ten",   "ter",
     "ting", "tor",   "vol",   "vormig", "waardig",  "zaam", "eser",  "der",      "ding"});

// They begin verbs and foreign words.
constexpr auto prefixes =
    std::to_array<std::string_view>({"be", "con", "de", "des", "dis", "er", "ge", "her", "mi",
                                     "ont", "per", "pre", "pro", "ver", "wan"});

constexpr int content = Role::noun | Role::verb | Role::adjective;
constexpr int partlike =
    Role::particle | Role::begins | Role::ends | Role::combining | Role::grammar;

bool is_only(const Lexicon::Shape& shape, Role role) {
  return shape.is(role) && !shape.is(Role::noun);
}

double cost_before(const Lexicon::Shape& shape) {
  double cost = rarest - shape.begins / 8.0;
  if (shape.is(Role::combining)) return std::min(cost, combining_form);
  const bool flagged = shape.is(Role::begins);
  if (!flagged) cost += not_flagged_first;
  if (is_only(shape, Role::adjective) && !flagged) cost += adjective_first;
  if (is_only(shape, Role::verb) && !flagged && !shape.is(Role::particle)) cost += verb_first;
  if (shape.is(Role::grammar)) cost += grammatical_first;
  return cost;
}

double cost_last(const Lexicon::Shape& shape) {
  double cost = rarest - shape.ends / 8.0;
  if (!shape.is(Role::ends)) cost += not_flagged_last;
  if (is_only(shape, Role::verb)) {
    cost += verb_last;
  } else if (is_only(shape, Role::adjective)) {
    cost += adjective_last;
  }
  if (shape.is(Role::grammar)) cost += grammatical_last;
  return cost;
}

}  // namespace

bool is_verbal_prefix(std::string_view form) {
  return std::ranges::find(prefixes, form) != prefixes.end();
}

double part_cost(std::string_view form, const Lexicon::Shape& shape, Place place) {
  constexpr double never = std::numeric_limits<double>::infinity();
  const bool is_content = (shape.roles & content) != 0;
  const bool is_partlike = (shape.roles & partlike) != 0;
  if (shape.is(Role::name) && !is_content && !is_partlike) return never;
  if (form.size() < 3 && !shape.is(Role::combining) && !shape.is(Role::particle)) return never;
  const bool is_suffix = std::ranges::find(suffixes, form) != suffixes.end();
  if (place == Place::last && (!shape.is(Role::word) || is_suffix)) return never;
  double cost = place == Place::last ? cost_last(shape) : cost_before(shape);
  if (!is_content && !is_partlike) cost += of_no_class;
  if (is_only(shape, Role::function)) cost += auxiliary;
  if (form.size() == 3) cost += three_letters;
  return cost;
}

}  // namespace kamerzoek
