#include "search/explain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "corpus/letters/fold.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/references/spelling.hpp"
#include "search/database.hpp"
#include "search/dutch_phrases.hpp"
#include "search/matcher.hpp"
#include "search/query.hpp"
#include "search/reading.hpp"

namespace kamerzoek {
namespace {

using Kind = Way::Kind;
using schema::Label;

// Of the fields of a document, and together of all on a page: some ten of these can be read in the
// time that a search has. The points are those of all of a document.
constexpr std::size_t most_read = std::size_t{256} << 10;
constexpr std::size_t most_read_of_page = std::size_t{2} << 20;
constexpr std::size_t most_forms = 5;
// Less is the rounding of sums.
constexpr double least_points = 0.05;

/// The points of documents by one way.
using Points = std::map<Xapian::docid, double>;

Points points_of(const Xapian::Database& database, const Xapian::Weight& weight,
                 const SoughtWord& word, const Way& way, const Xapian::Query& documents,
                 std::size_t count) {
  std::vector<Xapian::Query> within = word.conditions;
  within.push_back(documents);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weight);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_FILTER, way.query,
                    Xapian::Query(Xapian::Query::OP_AND, within.begin(), within.end())));
  Points points;
  const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(count));
  for (auto at = found.begin(); at != found.end(); ++at) points[*at] = at.get_weight();
  return points;
}

/// What stands in a document of one way.
struct Seen {
  std::map<std::string, std::pair<std::string, std::size_t>> forms;  ///< folded: as written, count
  std::map<std::string, std::size_t> fields;

  void add(const std::string& form, const std::string& field) {
    ++forms.try_emplace(fold(form), form, 0).first->second.second;
    ++fields[field];
  }
};

std::vector<std::string> forms_of(const Seen& seen) {
  std::vector<std::pair<std::string, std::size_t>> forms;
  forms.reserve(seen.forms.size());
  for (const auto& [folded, form] : seen.forms) forms.push_back(form);
  std::ranges::stable_sort(forms, std::ranges::greater{},
                           [](const auto& one) { return one.second; });
  if (forms.size() > most_forms) forms.resize(most_forms);
  std::vector<std::string> out;
  out.reserve(forms.size());
  for (auto& [form, count] : forms) out.push_back(std::move(form));
  return out;
}

/// The fields as the indexer reads them, in the order in which a sentence names them.
constexpr auto field_names = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"titel", "in de titel"},
     {"onderwerp", "in het onderwerp"},
     {"tekst", "in de tekst"},
     {"noot", "in een noot"},
     {"naam", "in een naam"},
     {"bijlage", "in de titel van een bijlage"}});

std::vector<FieldCount> counts_of(const Seen& seen) {
  std::vector<FieldCount> counts;
  for (const auto& [name, spelt] : field_names) {
    const auto found = seen.fields.find(std::string(name));
    if (found != seen.fields.end()) counts.push_back({found->first, found->second});
  }
  return counts;
}

std::string places_of(const Seen& seen) {
  std::vector<std::string> places;
  for (const auto& [name, spelt] : field_names) {
    const auto found = seen.fields.find(std::string(name));
    if (found == seen.fields.end()) continue;
    const bool counted = found->second > 1;
    places.push_back(counted ? fmt::format("{} keer {}", grouped(found->second), spelt)
                             : std::string(spelt));
  }
  return enumerated(places);
}

class HitReader {
 public:
  /// Reads at most so many bytes of each field.
  HitReader(const Matcher& matcher, Analyzer& analyzer, std::size_t most)
      : matcher_(matcher), analyzer_(analyzer), most_(most) {}

  void read(const Fields& fields) {
    read("titel", schema::titel.prefix, fields.titel);
    read("onderwerp", schema::onderwerp.prefix, fields.onderwerp);
    for (const char* name : {"citeertitel", "alias"}) {
      const auto found = fields.kenmerken.find(name);
      if (found != fields.kenmerken.end()) read("titel", schema::tekst.prefix, found->second);
    }
    read("tekst", schema::tekst.prefix, fields.tekst);
    for (const Noot& note : fields.noten) read("noot", schema::tekst.prefix, note.tekst);
    for (const Actor& actor : fields.actoren) read("naam", schema::tekst.prefix, actor.naam);
    for (const Bijlage& annex : fields.bijlagen) {
      read("bijlage", schema::tekst.prefix, annex.titel);
    }
  }

  /// Everything a way is in, and that of which it is the first of its word's ways.
  std::map<WordWay, Seen> all;
  std::map<WordWay, Seen> first;

 private:
  void read(const std::string& field, std::string_view prefix, std::string_view text) {
    const std::string_view head = text.substr(0, most_);
    std::map<WordWay, std::size_t> in_sequence;
    std::pair<std::size_t, std::size_t> last{head.size(), 0};  // place and word of the last match
    for (const Match& match : matcher_.read(head, prefix, analyzer_).matches) {
      const Way& way = matcher_.way(match.by);
      const bool is_first = std::exchange(last, {match.at.begin, match.by.word}) !=
                            std::pair{match.at.begin, match.by.word};
      const bool is_sequence =
          way.kind == Kind::phrase || way.kind == Kind::abbreviation || way.kind == Kind::near;
      // Each of its words is a match; it counts when it is complete.
      if (is_sequence && ++in_sequence[match.by] % way.words.size() != 0) continue;
      const std::string form =
          is_sequence ? fmt::format("{}", fmt::join(way.words, " ")) : form_of(head, match);
      all[match.by].add(form, field);
      if (is_first || is_sequence) first[match.by].add(form, field);
    }
  }

  /// As it stands there: "woningen", "spreekt … uit".
  static std::string form_of(std::string_view text, const Match& match) {
    std::string form(text.substr(match.at.begin, match.at.end - match.at.begin));
    if (match.verb.end != 0) {
      const auto verb = text.substr(match.verb.begin, match.verb.end - match.verb.begin);
      form = match.verb.begin < match.at.begin ? fmt::format("{} … {}", verb, form)
                                               : fmt::format("{} … {}", form, verb);
    }
    std::ranges::replace(form, '\n', ' ');
    return form;
  }

  const Matcher& matcher_;
  Analyzer& analyzer_;
  std::size_t most_;
};

/// What a way says of a word: "als ‘woningen’ 3 keer in de tekst".
std::string clause_on(Kind kind, const Seen& seen) {
  const std::string places = places_of(seen);
  switch (kind) {
    case Kind::exact:
    case Kind::phrase:
      return "precies zo " + places;
    case Kind::near:
      return "dicht bijeen " + places;
    case Kind::in_compound:
      return fmt::format("als deel van {} {}", list_in_quotes(forms_of(seen)), places);
    case Kind::parts_apart:
      return fmt::format("in losse delen, {}, {}", list_in_quotes(forms_of(seen)), places);
    case Kind::family:
      return fmt::format("in een verwant woord, {}, {}", list_in_quotes(forms_of(seen)), places);
    case Kind::lemma:
    case Kind::other_lemma:
    case Kind::abbreviation:
    case Kind::beginning:
      return fmt::format("als {} {}", list_in_quotes(forms_of(seen)), places);
  }
  return {};
}

/// Why one document was found.
class HitExplainer {
 public:
  HitExplainer(const Sought& sought, const HitReader& read) : sought_(sought), read_(read) {}

  HitExplanation run(double score, const std::map<WordWay, double>& points) {
    for (std::size_t word = 0; word < sought_.size(); ++word) add_word(word, points);
    for (const SoughtWord& word : sought_) {
      if (!present_.contains(word.clause)) out_.ontbreekt.push_back(word.text);
    }
    if (!out_.ontbreekt.empty()) {
      const bool one = out_.ontbreekt.size() == 1;
      out_.zinnen.push_back(fmt::format("{} {} er niet in.", list_in_quotes(out_.ontbreekt),
                                        one ? "staat" : "staan"));
    }
    out_.overig = score;
    for (const HitReason& reason : out_.redenen) out_.overig -= reason.punten;
    if (std::abs(out_.overig) < least_points) {
      out_.overig = 0;
    } else {
      out_.zinnen.push_back(
          fmt::format("Hoe dicht de woorden bijeen staan, de soort, de datum en hoe vaak het wordt "
                      "aangehaald: {} punten.",
                      one_decimal(out_.overig)));
    }
    return std::move(out_);
  }

 private:
  void add_word(std::size_t at, const std::map<WordWay, double>& points) {
    const SoughtWord& word = sought_[at];
    std::vector<std::string> clauses;
    double sum = 0;
    for (std::size_t i = 0; i < word.ways.size(); ++i) {
      const WordWay by{at, i};
      const auto given = points.find(by);
      if (given == points.end()) continue;
      sum += given->second;
      present_.insert(word.clause);
      const auto seen = read_.all.find(by);
      static const Seen nothing;
      const Seen& all = seen == read_.all.end() ? nothing : seen->second;
      out_.redenen.push_back({.tekst = word.text,
                              .wijze = std::string(name_of(word.ways[i].kind)),
                              .gevonden = forms_of(all),
                              .velden = counts_of(all),
                              .punten = given->second});
      const auto first = read_.first.find(by);
      if (first != read_.first.end()) {
        clauses.push_back(clause_on(word.ways[i].kind, first->second));
      }
    }
    if (sum == 0) return;
    if (clauses.empty()) clauses.emplace_back("verderop in de tekst");
    out_.zinnen.push_back(fmt::format("{} staat er {}: {} punten.", in_quotes(word.text),
                                      fmt::format("{}", fmt::join(clauses, "; ")),
                                      one_decimal(sum)));
  }

  const Sought& sought_;
  const HitReader& read_;
  std::set<std::size_t> present_;  ///< clauses
  HitExplanation out_;
};

void explain_hit(SearchResult& result, const Xapian::Database& database, Xapian::docid docid,
                 const Sought& sought, Analyzer& analyzer, const std::map<WordWay, Points>& points,
                 std::size_t most) {
  std::map<WordWay, double> own;
  for (const auto& [by, of] : points) {
    if (const auto found = of.find(docid); found != of.end()) own[by] = found->second;
  }
  HeldTerms terms(database, {docid});
  const Sought held = held_of(sought, terms, docid);
  const Matcher matcher(held);
  HitReader reader(matcher, analyzer, most);
  if (const auto record = load_record(database, docid)) reader.read(view(*record));
  result.uitleg = HitExplainer(sought, reader).run(result.score, own);
}

}  // namespace

void explain(ResultPage& page, const Xapian::Database& database, const Xapian::Weight& weight,
             const XapianQuery& query, const Deadline& deadline, Analyzer& analyzer) {
  const auto parsed = parse_query(page.request.query);
  page.uitleg = reading_of(page.request.query, parsed.value_or(Query{}), query.sought);
  if (page.results.empty()) return;

  std::vector<Xapian::Query> identities;
  for (const SearchResult& result : page.results) {
    identities.emplace_back(label_term(Label::identity, result.id));
  }
  const Xapian::Query documents(Xapian::Query::OP_OR, identities.begin(), identities.end());
  std::map<WordWay, Points> points;
  for (std::size_t word = 0; word < query.sought.size(); ++word) {
    const SoughtWord& of = query.sought[word];
    deadline.check();
    for (std::size_t way = 0; way < of.ways.size(); ++way) {
      points[{word, way}] =
          points_of(database, weight, of, of.ways[way], documents, page.results.size());
    }
  }
  const std::vector<std::string> named = keys_named(page.request.query);
  const std::size_t most = std::min(most_read, most_read_of_page / page.results.size());
  for (SearchResult& result : page.results) {
    deadline.check();
    const auto posting = database.postlist_begin(label_term(Label::identity, result.id));
    explain_hit(result, database, *posting, query.sought, analyzer, points, most);
    const bool is_named = std::ranges::any_of(named, [&](const std::string& key) {
      return key == result.id || key == result.documentNummer;
    });
    if (is_named) {
      auto& sentences = result.uitleg->zinnen;
      sentences.insert(sentences.begin(), "Dit is het stuk met het nummer dat u zocht.");
    }
  }
}

}  // namespace kamerzoek
