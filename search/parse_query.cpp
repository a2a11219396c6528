#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "corpus/letters/fold.hpp"
#include "search/query.hpp"
#include "search/query_lexer.hpp"

namespace kamerzoek {
namespace {

constexpr std::array field_names = {
    std::pair{std::string_view{"titel"}, QueryField::titel},
    std::pair{std::string_view{"onderwerp"}, QueryField::onderwerp},
    std::pair{std::string_view{"soort"}, QueryField::soort},
    std::pair{std::string_view{"dossier"}, QueryField::dossier},
    std::pair{std::string_view{"zaak"}, QueryField::zaak},
    std::pair{std::string_view{"indiener"}, QueryField::indiener},
    std::pair{std::string_view{"commissie"}, QueryField::commissie},
    std::pair{std::string_view{"jaar"}, QueryField::jaar},
    std::pair{std::string_view{"van"}, QueryField::van},
    std::pair{std::string_view{"tot"}, QueryField::tot},
    std::pair{std::string_view{"verwijst"}, QueryField::verwijst},
    std::pair{std::string_view{"bijlage-bij"}, QueryField::bijlage_bij},
};

std::optional<QueryField> field_named(std::string_view name) {
  const auto* found =
      std::ranges::find(field_names, name, &decltype(field_names)::value_type::first);
  if (found == field_names.end()) return std::nullopt;
  return found->second;
}

tl::unexpected<Error> refused(std::size_t position, std::string what, std::string hint) {
  return tl::unexpected(Error{ErrorCode::bad_query, fmt::format("{} op positie {}", what, position),
                              std::move(hint), position});
}

bool is_word(const QueryLexeme& lexeme, std::string_view dutch, std::string_view english) {
  return lexeme.kind == QueryLexeme::Kind::word && lexeme.field.empty() &&
         (lexeme.text == dutch || lexeme.text == english);
}

/// The number in NABIJ/5 or NEAR/5; 0 for anything else. Without a number it is 10.
unsigned distance_of(const QueryLexeme& lexeme) {
  if (lexeme.kind != QueryLexeme::Kind::word || !lexeme.field.empty()) return 0;
  std::string_view text = lexeme.text;
  for (const std::string_view name : {"NABIJ", "NEAR"}) {
    if (!text.starts_with(name)) continue;
    text.remove_prefix(name.size());
    if (text.empty()) return 10;
    unsigned distance = 0;
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), distance);
    const bool whole =
        text.front() == '/' && read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole && distance <= 100 ? distance : 0;
  }
  return 0;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : lexemes_(lex_query(text)) {}

  Result<Query> run() {
    Query all{.kind = Query::Kind::all};
    // A closing parenthesis that closes nothing is text without words; what follows goes on.
    while (now().kind != QueryLexeme::Kind::end) {
      auto part = any(0);
      if (!part) return part;
      if (part->kind != Query::Kind::everything) all.parts.push_back(*std::move(part));
      if (now().kind == QueryLexeme::Kind::close) ++at_;
    }
    return simplified(std::move(all));
  }

 private:
  const QueryLexeme& now() const { return lexemes_[at_]; }
  const QueryLexeme& next() const { return lexemes_[std::min(at_ + 1, lexemes_.size() - 1)]; }
  bool ends_here() const {
    return now().kind == QueryLexeme::Kind::end || now().kind == QueryLexeme::Kind::close;
  }
  /// An operator is one only between two things; elsewhere it is a word.
  bool is_operator(std::string_view dutch, std::string_view english) const {
    return is_word(now(), dutch, english) && next().kind != QueryLexeme::Kind::end &&
           next().kind != QueryLexeme::Kind::close;
  }

  Result<Query> any(std::size_t depth) {
    Query either{.kind = Query::Kind::any};
    do {
      auto part = all(depth);
      if (!part) return part;
      if (part->kind != Query::Kind::everything) either.parts.push_back(*std::move(part));
    } while (is_operator("OF", "OR") && ++at_ > 0);
    return simplified(std::move(either));
  }

  Result<Query> all(std::size_t depth) {
    Query every{.kind = Query::Kind::all};
    while (!ends_here()) {
      if (!every.parts.empty() && is_operator("OF", "OR")) break;
      if (!every.parts.empty() && is_operator("EN", "AND")) ++at_;
      auto part = near(depth);
      if (!part) return part;
      if (part->kind != Query::Kind::everything) every.parts.push_back(*std::move(part));
    }
    return simplified(std::move(every));
  }

  Result<Query> near(std::size_t depth) {
    auto left = unary(depth);
    while (left && !ends_here()) {
      const unsigned distance = distance_of(now());
      if (distance == 0 || !can_be_near(*left) || next().kind == QueryLexeme::Kind::end) break;
      if (++costly_ > most_costly) return too_costly(now().position);
      ++at_;
      auto right = unary(depth);
      if (!right) return right;
      if (!can_be_near(*right))
        return refused(right->position, "NABIJ kent alleen woorden en zinsdelen",
                       "zet links en rechts van NABIJ een woord of een \"zinsdeel\"");
      Query both{.kind = Query::Kind::near, .distance = distance, .position = left->position};
      both.parts.push_back(*std::move(left));
      both.parts.push_back(*std::move(right));
      left = std::move(both);
    }
    return left;
  }

  static bool can_be_near(const Query& query) {
    return query.kind == Query::Kind::words || query.kind == Query::Kind::phrase;
  }

  Result<Query> unary(std::size_t depth) {
    const bool negated = now().kind == QueryLexeme::Kind::minus || is_operator("NIET", "NOT");
    if (!negated) return primary(depth);
    if (depth >= deepest_query) return too_deep();
    const std::size_t position = now().position;
    ++at_;
    auto part = unary(depth + 1);
    if (!part || part->kind == Query::Kind::everything) return part;
    if (part->kind == Query::Kind::negated) {
      Query twice = std::move(part->parts.front());
      return twice;
    }
    Query without{.kind = Query::Kind::negated, .position = position};
    without.parts.push_back(*std::move(part));
    return without;
  }

  Result<Query> primary(std::size_t depth) {
    const QueryLexeme lexeme = now();
    ++at_;
    switch (lexeme.kind) {
      case QueryLexeme::Kind::open:
        return parenthesised(lexeme.position, depth);
      case QueryLexeme::Kind::word:
      case QueryLexeme::Kind::phrase:
        return clause(lexeme);
      case QueryLexeme::Kind::minus:
      case QueryLexeme::Kind::close:
      case QueryLexeme::Kind::end:
        break;
    }
    --at_;
    return Query{};
  }

  Result<Query> parenthesised(std::size_t position, std::size_t depth) {
    if (depth >= deepest_query) return too_deep();
    auto inside = any(depth + 1);
    if (!inside) return inside;
    if (now().kind != QueryLexeme::Kind::close) {
      return refused(position, "een haakje dat niet wordt gesloten",
                     "voeg aan het eind een ) toe, of laat het haakje weg");
    }
    ++at_;
    return inside;
  }

  Result<Query> clause(const QueryLexeme& lexeme) {
    clauses_ += words_in(lexeme.text);
    if (clauses_ > most_clauses) {
      return refused(lexeme.position, fmt::format("meer dan {} zoektermen", most_clauses),
                     "zoek met minder woorden");
    }
    Query query{.text = std::string(lexeme.text), .position = lexeme.position};
    if (!lexeme.field.empty()) return field(lexeme, std::move(query));
    query.kind =
        lexeme.kind == QueryLexeme::Kind::phrase ? Query::Kind::phrase : Query::Kind::words;
    if (query.kind == Query::Kind::words && lexeme.text.size() > 1 && lexeme.text.back() == '*') {
      return wildcard(std::move(query));
    }
    return query;
  }

  Result<Query> wildcard(Query query) {
    while (query.text.ends_with('*')) query.text.pop_back();
    query.kind = Query::Kind::wildcard;
    if (++costly_ > most_costly) return too_costly(query.position);
    if (code_points(query.text) < shortest_wildcard) {
      return refused(query.position, fmt::format("'{}*' is te kort", query.text),
                     fmt::format("zet ten minste {} letters voor de *", shortest_wildcard));
    }
    return query;
  }

  Result<Query> field(const QueryLexeme& lexeme, Query query) {
    const auto known = field_named(lexeme.field);
    if (!known) {
      std::string names;
      for (const auto& entry : field_names) names += fmt::format(" {}:", entry.first);
      return refused(lexeme.position, fmt::format("het onbekende veld '{}:'", lexeme.field),
                     fmt::format("kies uit{}, of zet een spatie na de dubbele punt", names));
    }
    query.kind = Query::Kind::field;
    query.field = *known;
    query.quoted = lexeme.kind == QueryLexeme::Kind::phrase;
    if (*known != QueryField::van && *known != QueryField::tot) return query;
    auto date = parse_date(query.text, *known == QueryField::tot);
    if (!date) return refused(lexeme.position, date.error().message, date.error().hint);
    query.text = *std::move(date);
    return query;
  }

  static Result<Query> too_costly(std::size_t position) {
    return refused(position, fmt::format("meer dan {} keer * of NABIJ", most_costly),
                   "gebruik ze minder, of zoek met hele woorden");
  }

  Result<Query> too_deep() const {
    return refused(now().position, fmt::format("meer dan {} haakjes in elkaar", deepest_query),
                   "schrijf de vraag met minder haakjes");
  }

  /// Nothing for no parts, the part itself for one.
  static Query simplified(Query query) {
    if (query.parts.empty()) return Query{};
    if (query.parts.size() == 1 && query.parts[0].kind != Query::Kind::negated) {
      Query only = std::move(query.parts[0]);
      return only;
    }
    if (query.kind == Query::Kind::any && query.parts.size() == 1) query.kind = Query::Kind::all;
    return query;
  }

  std::vector<QueryLexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t clauses_ = 0;
  std::size_t costly_ = 0;
};

int number(std::string_view digits) {
  int value = -1;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() ? value : -1;
}

int days_in(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::string_view name_of(QueryField field) {
  const auto* found =
      std::ranges::find(field_names, field, &decltype(field_names)::value_type::second);
  return found == field_names.end() ? std::string_view() : found->first;
}

Result<Query> parse_query(std::string_view raw) {
  const std::string text = repaired_utf8(raw);  // it comes back in messages
  if (code_points(text) > longest_query) {
    return refused(longest_query + 1, fmt::format("meer dan {} tekens", longest_query),
                   "maak de vraag korter");
  }
  return Parser(text).run();
}

Result<std::string> parse_date(std::string_view text, bool end) {
  const auto wrong = [&] {
    return failure(ErrorCode::bad_query, fmt::format("'{}' is geen datum", repaired_utf8(text)),
                   "schrijf een datum als 2025-06-12, 2025-06 of 2025");
  };
  std::string turned;
  if (text.size() == 10 && text[2] == '-' && text[5] == '-') {
    turned = fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2));
    text = turned;
  }
  const bool shaped = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                      (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shaped) return wrong();
  const int year = number(text.substr(0, 4));
  const int month = text.size() >= 7 ? number(text.substr(5, 2)) : (end ? 12 : 1);
  if (year < 1000 || month < 1 || month > 12) return wrong();
  const int last = days_in(year, month);
  const int day = text.size() == 10 ? number(text.substr(8, 2)) : (end ? last : 1);
  if (day < 1 || day > last) return wrong();
  return fmt::format("{:04}{:02}{:02}", year, month, day);
}

}  // namespace kamerzoek
