#include "search/to_xapian.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/letters/fold.hpp"
#include "corpus/references/spelling.hpp"
#include "corpus/schema/schema.hpp"
#include "search/column_filter.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

Xapian::Query joined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return {};
  return Xapian::Query(op, parts.begin(), parts.end());
}

/// Signs without a word in them ("&", "?") ask for nothing.
Xapian::Query or_everything(const Xapian::Query& query) {
  return query.empty() ? every_record() : query;
}

bool is_filter(const Query& query) {
  return query.kind == Query::Kind::field && query.field != QueryField::titel &&
         query.field != QueryField::onderwerp;
}

class Translator {
 public:
  Translator(Analyzer& analyzer, const Xapian::Database& database, const Columns& columns,
             const Deadline& deadline)
      : analyzer_(analyzer), columns_(columns), words_(analyzer, database, deadline) {}

  Result<XapianQuery> run(const Query& query) {
    XapianQuery out;
    if (query.kind == Query::Kind::all || query.kind == Query::Kind::words) {
      auto wants = taken_apart(query);
      if (!wants) return tl::unexpected(wants.error());
      out.all = wants->together(Xapian::Query::OP_AND);
      if (wants->wanted.size() > 1) out.some = wants->together(Xapian::Query::OP_OR);
    } else {
      auto all = translate(query);
      if (!all) return tl::unexpected(all.error());
      out.all = *std::move(all);
    }
    out.close = joined(Xapian::Query::OP_OR, close_);
    out.sought = std::move(words_.sought);
    out.cut = std::move(words_.cut);
    return out;
  }

 private:
  /// The parts of `all`, by what becomes of them.
  struct Wants {
    std::vector<Xapian::Query> wanted;
    std::vector<Xapian::Query> filters;
    std::vector<Xapian::Query> unwanted;

    Xapian::Query together(Xapian::Query::op op) const {
      Xapian::Query query = or_everything(joined(op, wanted));
      if (!filters.empty()) {
        query =
            Xapian::Query(Xapian::Query::OP_FILTER, query, joined(Xapian::Query::OP_AND, filters));
      }
      if (!unwanted.empty()) {
        query =
            Xapian::Query(Xapian::Query::OP_AND_NOT, query, joined(Xapian::Query::OP_OR, unwanted));
      }
      return query;
    }
  };

  Result<Xapian::Query> translate(const Query& query) {
    switch (query.kind) {
      case Query::Kind::everything:
        return every_record();
      case Query::Kind::words:
        return all_words(query.text, "");
      case Query::Kind::phrase:
        return or_everything(words_.phrase(query.text, ""));
      case Query::Kind::wildcard:
        return words_.wildcard(query.text);
      case Query::Kind::field:
        return field(query);
      case Query::Kind::near:
        return near(query);
      case Query::Kind::all: {
        auto wants = taken_apart(query);
        if (!wants) return tl::unexpected(wants.error());
        return wants->together(Xapian::Query::OP_AND);
      }
      case Query::Kind::any:
        return any(query);
      case Query::Kind::negated:
        break;  // only inside `all`, which takes it apart
    }
    return every_record();
  }

  Xapian::Query all_words(const std::string& text, std::string_view prefix) {
    return or_everything(joined(Xapian::Query::OP_AND, words_.clauses(text, std::string(prefix))));
  }

  Result<Wants> taken_apart(const Query& query) {
    Wants wants;
    // Words side by side are read together: `34 682` is one number, `spreekt uit` one verb.
    std::string run;
    const auto finish_run = [&] {
      for (Xapian::Query& clause : words_.clauses(run, "")) {
        wants.wanted.push_back(std::move(clause));
      }
      for (Xapian::Query& pair : words_.close_pairs(run)) close_.push_back(std::move(pair));
      run.clear();
    };
    const std::vector<Query> itself{query};
    for (const Query& part : query.kind == Query::Kind::all ? query.parts : itself) {
      if (part.kind == Query::Kind::words) {
        run += (run.empty() ? "" : " ") + part.text;
        continue;
      }
      finish_run();
      auto added = add(wants, part);
      if (!added) return tl::unexpected(added.error());
    }
    finish_run();
    return wants;
  }

  Result<void> add(Wants& wants, const Query& part) {
    const bool negated = part.kind == Query::Kind::negated;
    auto translated = negated ? unsought(part.parts.front()) : conditional(part);
    if (!translated) return tl::unexpected(translated.error());
    auto& into = negated ? wants.unwanted : is_filter(part) ? wants.filters : wants.wanted;
    into.push_back(*std::move(translated));
    return {};
  }

  /// What is not wanted is not looked for in what is found.
  Result<Xapian::Query> unsought(const Query& query) {
    Sought before = words_.sought;
    auto translated = translate(query);
    words_.sought = std::move(before);
    return translated;
  }

  /// Words inside count only where the whole of it is found.
  Result<Xapian::Query> conditional(const Query& query) {
    const std::size_t first = words_.sought.size();
    auto translated = translate(query);
    if (!translated) return translated;
    for (std::size_t at = first; at < words_.sought.size(); ++at) {
      words_.sought[at].conditions.push_back(*translated);
    }
    return translated;
  }

  Result<Xapian::Query> near(const Query& query) {
    std::vector<std::string> texts;
    for (const Query& part : query.parts) texts.push_back(part.text);
    return or_everything(words_.near(texts, query.distance));
  }

  Xapian::Query in_field(const Query& query, const schema::TextField& field) {
    const std::string prefix(field.prefix);
    return query.quoted ? or_everything(words_.phrase(query.text, prefix))
                        : all_words(query.text, prefix);
  }

  Result<Xapian::Query> field(const Query& query) {
    if (query.field == QueryField::titel) return in_field(query, schema::titel);
    if (query.field == QueryField::onderwerp) return in_field(query, schema::onderwerp);
    if (query.field == QueryField::van) return date_filter(query.text, "");
    if (query.field == QueryField::tot) return date_filter("", query.text);
    auto filter = field_filter(query.field, query.text, analyzer_, columns_);
    if (!filter) return tl::unexpected(at(query, filter.error()));
    return filter;
  }

  static Error at(const Query& query, Error error) {
    error.message += fmt::format(" op positie {}", query.position);
    error.position = query.position;
    return error;
  }

  Result<Xapian::Query> any(const Query& query) {
    std::vector<Xapian::Query> parts;
    for (const Query& part : query.parts) {
      auto translated = conditional(part);
      if (!translated) return translated;
      parts.push_back(*std::move(translated));
    }
    return joined(Xapian::Query::OP_OR, parts);
  }

  Analyzer& analyzer_;
  const Columns& columns_;
  WordQuery words_;
  std::vector<Xapian::Query> close_;
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

/// Documents of every commissie whose name has all of the words.
Xapian::Query commissie_filter(std::string_view value, Analyzer& analyzer, const Columns& columns) {
  const auto words_of = [&](std::string_view text) {
    std::set<std::string, std::less<>> words;
    for (const Token& token : analyzer.tokens(text)) words.emplace(token.exact);
    return words;
  };
  const auto wanted = words_of(value);
  std::vector<Columns::Code> codes;
  for (Columns::Code code = 0; code < columns.values().size(); ++code) {
    const Columns::Value& known = columns.values()[code];
    if (known.facet != Columns::Facet::commissie) continue;
    if (std::ranges::includes(words_of(known.text), wanted)) codes.push_back(code);
  }
  return column_filter(columns, codes);
}

}  // namespace

Result<XapianQuery> to_xapian(const Query& query, Analyzer& analyzer,
                              const Xapian::Database& database, const Columns& columns,
                              const Deadline& deadline) {
  return Translator(analyzer, database, columns, deadline).run(query);
}

Xapian::Query date_filter(const std::string& from, const std::string& until) {
  using Op = Xapian::Query;
  if (from.empty() && until.empty()) return every_record();
  // A document without a date has no place in any range; "0" is before every year.
  const std::string begin = from.empty() ? "0" : from;
  if (until.empty()) return Xapian::Query(Op::OP_VALUE_GE, schema::datum, begin);
  return Xapian::Query(Op::OP_VALUE_RANGE, schema::datum, begin, until);
}

Result<Xapian::Query> field_filter(QueryField field, std::string_view value, Analyzer& analyzer,
                                   const Columns& columns) {
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
    case QueryField::commissie:
      return commissie_filter(value, analyzer, columns);
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
  return every_record();
}

}  // namespace kamerzoek
