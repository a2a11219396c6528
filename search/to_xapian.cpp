#include "search/to_xapian.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/letters/fold.hpp"
#include "corpus/references/spelling.hpp"
#include "corpus/schema/schema.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// On the motions without their subject line, stems twice as heavy as exact forms rank best of what
// was tried (0.944 MRR@10 for three words of the subject line; 0.938 for exact forms alone).
constexpr double stem_weight = 2.0;
constexpr unsigned most_expansions = 500;

Xapian::Query joined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return {};
  return Xapian::Query(op, parts.begin(), parts.end());
}

class Translator {
 public:
  explicit Translator(Analyzer& analyzer) : analyzer_(analyzer) {}

  Result<XapianQuery> run(const Query& query) {
    auto all = translate(query);
    if (!all) return tl::unexpected(all.error());
    XapianQuery out;
    out.all = *std::move(all);
    out.sought = sought_;  // before the words of `some`, which are the same or not wanted
    out.some = some_of(query);
    return out;
  }

 private:
  Result<Xapian::Query> translate(const Query& query) {
    switch (query.kind) {
      case Query::Kind::everything:
        return Xapian::Query::MatchAll;
      case Query::Kind::words:
        return words(query.text, "");
      case Query::Kind::phrase:
        return phrase(query.text, "");
      case Query::Kind::wildcard:
        return wildcard(query.text);
      case Query::Kind::field:
        return field(query);
      case Query::Kind::near:
        return near(query);
      case Query::Kind::all:
        return all(query);
      case Query::Kind::any:
        return any(query);
      case Query::Kind::negated:
        break;  // only inside `all`, which takes it apart
    }
    return Xapian::Query::MatchAll;
  }

  /// Exact or stem, the stem counting more.
  Xapian::Query word(const Token& token, const std::string& prefix) {
    sought_.exact.insert(std::string(token.exact));
    sought_.stems.insert(std::string(token.stem));
    return Xapian::Query(
        Xapian::Query::OP_OR, Xapian::Query(prefix + std::string(token.exact)),
        Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
                      Xapian::Query("Z" + prefix + std::string(token.stem)), stem_weight));
  }

  Xapian::Query words(const std::string& text, const std::string& prefix) {
    std::vector<Xapian::Query> parts;
    for (const Token& token : analyzer_.tokens(text)) parts.push_back(word(token, prefix));
    // Signs without a word in them ("&", "?") ask for nothing.
    return parts.empty() ? Xapian::Query::MatchAll : joined(Xapian::Query::OP_AND, parts);
  }

  Xapian::Query phrase(const std::string& text, const std::string& prefix) {
    std::vector<Xapian::Query> parts;
    for (const Token& token : analyzer_.tokens(text)) {
      sought_.exact.insert(std::string(token.exact));
      parts.emplace_back(prefix + std::string(token.exact));
    }
    return parts.empty() ? Xapian::Query::MatchAll : joined(Xapian::Query::OP_PHRASE, parts);
  }

  Xapian::Query wildcard(const std::string& text) {
    const std::string beginning = fold(text);
    sought_.beginnings.insert(beginning);
    return Xapian::Query(Xapian::Query::OP_WILDCARD, beginning, most_expansions,
                         Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
  }

  Result<Xapian::Query> near(const Query& query) {
    std::vector<Xapian::Query> parts;
    for (const Query& part : query.parts) {
      for (const Token& token : analyzer_.tokens(part.text)) {
        sought_.exact.insert(std::string(token.exact));
        parts.emplace_back(std::string(token.exact));
      }
    }
    if (parts.empty()) return Xapian::Query::MatchAll;
    const auto window = static_cast<Xapian::termcount>(query.distance + parts.size() - 1);
    return Xapian::Query(Xapian::Query::OP_NEAR, parts.begin(), parts.end(), window);
  }

  Result<Xapian::Query> field(const Query& query) {
    if (query.field == QueryField::titel)
      return words(query.text, std::string(schema::titel.prefix));
    if (query.field == QueryField::onderwerp) {
      return words(query.text, std::string(schema::onderwerp.prefix));
    }
    if (query.field == QueryField::van) return date_filter(query.text, "");
    if (query.field == QueryField::tot) return date_filter("", query.text);
    auto filter = label_filter(query.field, query.text, analyzer_);
    if (!filter) return tl::unexpected(at(query, filter.error()));
    return filter;
  }

  static Error at(const Query& query, Error error) {
    error.message += fmt::format(" op positie {}", query.position);
    return error;
  }

  static bool is_filter(const Query& query) {
    return query.kind == Query::Kind::field && query.field != QueryField::titel &&
           query.field != QueryField::onderwerp;
  }

  Result<Xapian::Query> all(const Query& query) {
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> filters;
    std::vector<Xapian::Query> unwanted;
    for (const Query& part : query.parts) {
      const bool negated = part.kind == Query::Kind::negated;
      const SoughtTerms before = sought_;
      auto translated = translate(negated ? part.parts.front() : part);
      if (!translated) return translated;
      if (negated) sought_ = before;  // what is not wanted is not marked
      (negated ? unwanted : is_filter(part) ? filters : wanted).push_back(*std::move(translated));
    }
    return combined(joined(Xapian::Query::OP_AND, wanted), filters, unwanted);
  }

  static Xapian::Query combined(Xapian::Query wanted, const std::vector<Xapian::Query>& filters,
                                const std::vector<Xapian::Query>& unwanted) {
    if (wanted.empty()) wanted = Xapian::Query::MatchAll;
    if (!filters.empty()) {
      wanted =
          Xapian::Query(Xapian::Query::OP_FILTER, wanted, joined(Xapian::Query::OP_AND, filters));
    }
    if (!unwanted.empty()) {
      wanted =
          Xapian::Query(Xapian::Query::OP_AND_NOT, wanted, joined(Xapian::Query::OP_OR, unwanted));
    }
    return wanted;
  }

  Result<Xapian::Query> any(const Query& query) {
    std::vector<Xapian::Query> parts;
    for (const Query& part : query.parts) {
      auto translated = translate(part);
      if (!translated) return translated;
      parts.push_back(*std::move(translated));
    }
    return joined(Xapian::Query::OP_OR, parts);
  }

  /// The same question with any of its words instead of all; none where there is only one.
  std::optional<Xapian::Query> some_of(const Query& query) {
    if (query.kind == Query::Kind::words) return any_word(query.text);
    if (query.kind != Query::Kind::all) return std::nullopt;
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> filters;
    std::vector<Xapian::Query> unwanted;
    for (const Query& part : query.parts) {
      const bool negated = part.kind == Query::Kind::negated;
      auto translated = translate(negated ? part.parts.front() : part);
      if (!translated) return std::nullopt;
      (negated ? unwanted : is_filter(part) ? filters : wanted).push_back(*std::move(translated));
    }
    if (wanted.size() < 2) return std::nullopt;
    return combined(joined(Xapian::Query::OP_OR, wanted), filters, unwanted);
  }

  std::optional<Xapian::Query> any_word(const std::string& text) {
    std::vector<Xapian::Query> parts;
    for (const Token& token : analyzer_.tokens(text)) parts.push_back(word(token, ""));
    if (parts.size() < 2) return std::nullopt;
    return joined(Xapian::Query::OP_OR, parts);
  }

  Analyzer& analyzer_;
  SoughtTerms sought_;
};

Error no_such(std::string_view what, std::string_view value, std::string_view example) {
  return {ErrorCode::bad_query, fmt::format("'{}' is geen {}", value, what),
          fmt::format("schrijf bijvoorbeeld {}", example)};
}

/// Any of the keys a name may stand for.
Result<Xapian::Query> document_filter(Label label, std::string_view value) {
  std::vector<Xapian::Query> parts;
  for (const std::string& key : keys_named(value)) parts.emplace_back(label_term(label, key));
  if (parts.empty()) {
    return tl::unexpected(no_such("document", value, "verwijst:kst-34682-228"));
  }
  return joined(Xapian::Query::OP_OR, parts);
}

Result<Xapian::Query> dossier_filter(std::string_view value) {
  const bool open = value.ends_with('*');
  if (open) value.remove_suffix(1);
  const auto dossier = dossier_named(value);
  if (!dossier) return tl::unexpected(no_such("dossiernummer", value, "dossier:36600-XXII"));
  return Xapian::Query(open ? label_term(Label::hoofddossier, dossier->nummer)
                            : label_term(Label::dossier, dossier->text()));
}

}  // namespace

bool SoughtTerms::matches(const Token& token) const {
  if (exact.contains(token.exact) || stems.contains(token.stem)) return true;
  return std::ranges::any_of(
      beginnings, [&](const std::string& beginning) { return token.exact.starts_with(beginning); });
}

Result<XapianQuery> to_xapian(const Query& query, Analyzer& analyzer) {
  return Translator(analyzer).run(query);
}

Xapian::Query date_filter(const std::string& from, const std::string& until) {
  using Op = Xapian::Query;
  if (from.empty() && until.empty()) return Xapian::Query::MatchAll;
  // A document without a date has no place in any range; "0" is before every year.
  const std::string begin = from.empty() ? "0" : from;
  if (until.empty()) return Xapian::Query(Op::OP_VALUE_GE, schema::datum, begin);
  return Xapian::Query(Op::OP_VALUE_RANGE, schema::datum, begin, until);
}

Result<Xapian::Query> label_filter(QueryField field, std::string_view value, Analyzer& analyzer) {
  switch (field) {
    case QueryField::soort:
      return Xapian::Query(label_term(Label::soort, fold(value)));
    case QueryField::dossier:
      return dossier_filter(value);
    case QueryField::zaak:
      return Xapian::Query(label_term(Label::zaak, value));
    case QueryField::jaar:
      return Xapian::Query(label_term(Label::jaar, value));
    case QueryField::verwijst:
      return document_filter(Label::cites, value);
    case QueryField::bijlage_bij:
      return document_filter(Label::annex_of, value);
    case QueryField::indiener: {
      std::vector<Xapian::Query> words;
      for (const Token& token : analyzer.tokens(value)) {
        words.emplace_back(label_term(Label::indiener, token.exact));
      }
      return joined(Xapian::Query::OP_AND, words);
    }
    case QueryField::titel:
    case QueryField::onderwerp:
    case QueryField::van:
    case QueryField::tot:
      break;
  }
  return Xapian::Query::MatchAll;
}

}  // namespace kamerzoek
