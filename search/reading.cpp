#include "search/reading.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "corpus/letters/fold.hpp"
#include "corpus/schema/schema.hpp"
#include "search/dutch_phrases.hpp"
#include "search/query_lexer.hpp"

namespace kamerzoek {
namespace {

using Kind = Way::Kind;

// Of a wildcard's hundreds of words.
constexpr std::size_t most_words_listed = 20;

std::string joined(const std::vector<Query>& parts, std::string_view by);

/// Dates, which the parser has read, as one writes them; what has spaces between quotes.
std::string spelt_value(const Query& query) {
  std::string value = query.text;
  if (query.field == QueryField::van || query.field == QueryField::tot) {
    return value.insert(6, "-").insert(4, "-");
  }
  return value.find(' ') == value.npos ? value : "\"" + value + "\"";
}

/// The query as one would type it with every operator in its place.
std::string spelt(const Query& query, bool is_inside) {
  const auto in_parentheses = [&](const std::string& text) {
    return is_inside && query.parts.size() > 1 ? "(" + text + ")" : text;
  };
  switch (query.kind) {
    case Query::Kind::everything:
      break;
    case Query::Kind::words:
      return query.text;
    case Query::Kind::phrase:
      return fmt::format("\"{}\"", query.text);
    case Query::Kind::wildcard:
      return query.text + "*";
    case Query::Kind::field:
      return fmt::format("{}:{}", name_of(query.field), spelt_value(query));
    case Query::Kind::all:
      return in_parentheses(joined(query.parts, " EN "));
    case Query::Kind::any:
      return in_parentheses(joined(query.parts, " OF "));
    case Query::Kind::near:
      return joined(query.parts, fmt::format(" NABIJ/{} ", query.distance));
    case Query::Kind::negated:
      return "NIET " + spelt(query.parts.front(), true);
  }
  return {};
}

std::string joined(const std::vector<Query>& parts, std::string_view by) {
  std::string out;
  for (const Query& part : parts) {
    if (!out.empty()) out += by;
    out += spelt(part, true);
  }
  return out;
}

/// "een kwart"
std::string share(double weight) {
  if (weight == 0.5) return "de helft";
  if (weight == 0.25) return "een kwart";
  return fmt::format("{:.0f} procent", 100 * weight);
}

std::string form_sentence(const SoughtWord& word, const std::string& lemma) {
  if (!word.joined_with.empty()) {
    return fmt::format("{} en {} zijn samen gelezen als {}.", in_quotes(word.joined_with),
                       in_quotes(word.text), in_quotes(lemma));
  }
  return fmt::format("{} is gelezen als een vorm van {}; alle vormen daarvan tellen.",
                     in_quotes(word.text), in_quotes(lemma));
}

std::string wildcard_sentence(const SoughtWord& word, const Way& way) {
  if (way.words.empty()) {
    return fmt::format("Geen woord in de documenten past op {}.", in_quotes(word.text));
  }
  if (word.vocabulary > way.words.size()) return notes_on({word}).front();
  const bool one = way.words.size() == 1;
  return fmt::format("Op {} {} {}.", in_quotes(word.text), one ? "past" : "passen",
                     list_in_quotes(way.words));
}

/// What the ways of one kind add to what goes without saying, with the words of all of them; empty
/// for what does.
std::string sentence_on(const SoughtWord& word, const Way& way,
                        const std::vector<std::string>& words) {
  const std::string text = in_quotes(word.text);
  const std::string those = list_in_quotes(words);
  switch (way.kind) {
    case Kind::exact:
    case Kind::in_compound:
      return {};
    case Kind::lemma:
      return form_sentence(word, words.front());
    case Kind::other_lemma:
      return fmt::format("{} kan ook een vorm van {} zijn; dat telt voor {}.", text, those,
                         share(way.weight));
    case Kind::family:
      return fmt::format("Verwant aan {} {} {}; dat telt voor {}.", text,
                         words.size() == 1 ? "is" : "zijn", those, share(way.weight));
    case Kind::parts_apart:
      return fmt::format(
          "{} is een samenstelling: staan {} los van elkaar in een document, dan telt dat voor {}.",
          text, those, share(way.weight));
    case Kind::abbreviation:
      return fmt::format("{} is ook gezocht als {}; dat telt voor {}.", text, those,
                         share(way.weight));
    case Kind::phrase:
      return fmt::format("{} moet er precies zo staan, in deze vorm en volgorde.", text);
    case Kind::near:
      return fmt::format("{} moeten hoogstens {} woorden uit elkaar staan.", those,
                         way.window + 1 - words.size());
    case Kind::beginning:
      return wildcard_sentence(word, way);
  }
  return {};
}

/// A word that is its own lemma, of which there is nothing to tell but that all forms count.
bool is_plain(const SoughtWord& word, const Way& way) {
  return way.kind == Kind::lemma && word.joined_with.empty() &&
         way.words.front() == fold(word.text);
}

void add_sentences(const SoughtWord& word, std::vector<std::string>& sentences) {
  for (auto way = word.ways.begin(); way != word.ways.end();) {
    const Way& first = *way;
    std::vector<std::string> words;
    for (; way != word.ways.end() && way->kind == first.kind; ++way) {
      if (first.kind == Kind::abbreviation) {
        words.push_back(fmt::format("{}", fmt::join(way->words, " ")));
      } else {
        words.insert(words.end(), way->words.begin(), way->words.end());
      }
    }
    if (is_plain(word, first)) continue;
    std::string sentence = sentence_on(word, first, words);
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  }
}

/// Characters that are in no word, and so ask for nothing. Those of ordinary writing go
/// unmentioned.
class DroppedSigns {
 public:
  std::vector<std::string> run(std::string_view typed) {
    if (std::ranges::count(typed, '"') % 2 != 0) add("\"");
    std::size_t open = 0;
    for (const QueryLexeme& lexeme : lex_query(typed)) {
      if (lexeme.kind == QueryLexeme::Kind::open) ++open;
      if (lexeme.kind == QueryLexeme::Kind::close) {
        if (open == 0) add(")");
        open -= open == 0 ? 0 : 1;
      }
      if (lexeme.kind == QueryLexeme::Kind::word) look_at(lexeme.text);
    }
    return std::move(signs_);
  }

 private:
  void look_at(std::string_view word) {
    if (word.size() > 1 && word.ends_with('*')) word.remove_suffix(1);
    for (const char c : word) {
      if (std::string_view("!#$%&*+/<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos) {
        add(std::string(1, c));
      }
    }
  }

  void add(std::string sign) {
    if (std::ranges::find(signs_, sign) == signs_.end()) signs_.push_back(std::move(sign));
  }

  std::vector<std::string> signs_;
};

std::vector<std::string> sentences_on(std::string_view typed, const Sought& sought) {
  std::vector<std::string> plain;  // words that are their own lemma
  std::vector<std::string> sentences;
  double in_compounds = 0;
  for (const SoughtWord& word : sought) {
    for (const Way& way : word.ways) {
      if (way.kind == Kind::in_compound) in_compounds = way.weight;
      if (is_plain(word, way)) plain.push_back(word.text);
    }
    add_sentences(word, sentences);
  }
  if (!plain.empty()) {
    sentences.insert(sentences.begin(), fmt::format("Van {} tellen alle vormen.",
                                                    list_in_quotes(plain, plain.size())));
  }
  if (in_compounds > 0) {
    sentences.push_back(
        fmt::format("Een langer woord waarin een gezocht woord een deel is, telt voor {}.",
                    share(in_compounds)));
  }
  if (const auto signs = DroppedSigns().run(typed); !signs.empty()) {
    sentences.push_back(
        fmt::format("Zonder betekenis, en weggelaten: {}.", list_in_quotes(signs, signs.size())));
  }
  return sentences;
}

std::string name_of_field(std::string_view prefix) {
  for (const schema::TextField& field : {schema::titel, schema::onderwerp}) {
    if (!prefix.empty() && field.prefix == prefix) return std::string(field.name);
  }
  return {};
}

WordReading plain(const SoughtWord& word) {
  WordReading out{.tekst = word.text, .veld = name_of_field(word.field), .wijzen = {}};
  for (const Way& way : word.ways) {
    const std::size_t count = way.kind == Kind::beginning
                                  ? std::min(way.words.size(), most_words_listed)
                                  : way.words.size();
    const auto end = way.words.begin() + static_cast<std::ptrdiff_t>(count);
    out.wijzen.push_back({.wijze = std::string(name_of(way.kind)),
                          .woorden = {way.words.begin(), end},
                          .gewicht = way.weight});
  }
  return out;
}

}  // namespace

QueryReading reading_of(std::string_view typed, const Query& query, const Sought& sought) {
  QueryReading reading{
      .vraag = spelt(query, false), .zinnen = sentences_on(typed, sought), .termen = {}};
  if (reading.vraag.empty()) reading.zinnen.emplace_back("Er is niet op woorden gezocht.");
  for (const SoughtWord& word : sought) reading.termen.push_back(plain(word));
  return reading;
}

std::vector<std::string> notes_on(const Sought& cut) {
  std::vector<std::string> notes;
  for (const SoughtWord& word : cut) {
    const std::size_t used = word.ways.front().words.size();
    const std::string those = used == 1
                                  ? "het woord dat in de meeste documenten staat"
                                  : fmt::format("de {} die in de meeste documenten staan", used);
    notes.push_back(fmt::format("Op {} passen {} woorden; gezocht is met {}.", in_quotes(word.text),
                                grouped(word.vocabulary), those));
  }
  return notes;
}

std::string_view name_of(Way::Kind kind) {
  constexpr std::array<std::string_view, 10> names = {
      "precies", "vorm",      "andere-vorm", "verwant", "samenstelling",
      "delen",   "afkorting", "zinsdeel",    "nabij",   "begin"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace kamerzoek
