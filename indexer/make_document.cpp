#include "indexer/make_document.hpp"

#include <algorithm>
#include <string>

#include "corpus/letters/fold.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/model/signatory.hpp"
#include "corpus/references/citations.hpp"
#include "corpus/schema/annex_title.hpp"
#include "corpus/schema/listing.hpp"
#include "corpus/schema/passage_filters.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/abbreviations.hpp"
#include "indexer/awaited_text.hpp"
#include "indexer/document_words.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// Xapian refuses terms over 245 bytes; a label that long names nothing anyone would ask for.
constexpr std::size_t longest_label = 200;

class DocumentBuilder {
 public:
  DocumentBuilder(Xapian::Document& document, Analyzer& analyzer)
      : document_(document), analyzer_(analyzer) {}

  void label(Label label, std::string_view value) {
    if (value.size() > longest_label) return;
    std::string term(schema::prefix_of(label));
    term += value;
    document_.add_boolean_term(term);
  }

  void pair(Label as, std::string_view value, std::string_view other) {
    std::string both(value);
    both += schema::list_separator;
    both += other;
    label(as, both);
  }

  void value(schema::Slot slot, const std::string& text) {
    if (!text.empty()) document_.add_value(slot, text);
  }

  void values(schema::Slot slot, const std::vector<std::string>& entries) {
    std::string list;
    for (const std::string& entry : entries) {
      if (!list.empty()) list += schema::list_separator;
      list += entry;
    }
    value(slot, list);
  }

  void name_words(Label as, std::string_view name) {
    for (const Token& token : analyzer_.tokens(name)) {
      label(as, token.exact);
      for (const std::string& word : token.words) label(as, word);
    }
  }

 private:
  Xapian::Document& document_;
  Analyzer& analyzer_;
};

/// 2025-06-12 as 20250612; what is no such date sorts before all that are.
std::string sortable(const std::string& date) {
  if (date.size() < 10) return {};
  std::string digits = date.substr(0, 4) + date.substr(5, 2) + date.substr(8, 2);
  const bool is_date = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return is_date ? digits : std::string{};
}

void add_labels(DocumentBuilder& build, const Fields& fields) {
  build.label(Label::soort, fold(fields.soort));
  if (fields.datum.size() >= 4) build.label(Label::jaar, fields.datum.substr(0, 4));
  for (const DossierLink& dossier : fields.dossiers) {
    build.label(Label::dossier, dossier.nummer.text());
    build.label(Label::hoofddossier, dossier.nummer.nummer);
  }
  for (const std::string& zaak : fields.zaken) build.label(Label::zaak, zaak);
  for (const Actor& actor : fields.actoren) {
    if (signs(actor)) build.name_words(Label::indiener, actor.naam);
  }
  if (!fields.bronDocument.empty()) build.label(Label::annex_of, fields.bronDocument);
  for (const char* whole : {"activiteit_Id", "agendapunt_Id", "besluit_Id"}) {
    const auto found = fields.kenmerken.find(whole);
    if (found != fields.kenmerken.end()) build.label(Label::part_of, found->second);
  }
}

void add_annex_titles(DocumentBuilder& build, const Fields& fields) {
  const auto add = [&](const std::string& title) {
    const std::string value = schema::annex_title(fields.datum, fold(title));
    if (!value.empty()) build.label(Label::annex_title, value);
  };
  if (fields.soort.starts_with("Bijlage")) add(fields.onderwerp);
  for (const Bijlage& annex : fields.bijlagen) {
    if (annex.id.empty()) add(annex.titel);
  }
}

/// Of a zaak only what it does with a paper by its subject: what its documents cite they say
/// themselves, but of many a motion no more is held than the zaak.
void add_relations(DocumentBuilder& build, const Fields& fields) {
  for (const Citation& citation : citations_in(fields)) {
    const Reference& to = citation.reference;
    if (to.relation != Relation::cites) build.pair(Label::relation, name_of(to.relation), to.id);
  }
}

/// A paper that names itself cites nothing.
void add_citations(DocumentBuilder& build, const Fields& fields,
                   const std::vector<std::string>& own_keys) {
  for (const Citation& citation : citations_in(fields)) {
    const Reference& to = citation.reference;
    if (names_dossier(citation) || std::ranges::binary_search(own_keys, to.id)) continue;
    build.label(Label::cites, to.id);
    for (const std::string& other : to.others) build.label(Label::cites, other);
    if (to.relation != Relation::cites) build.pair(Label::relation, name_of(to.relation), to.id);
  }
}

/// What a document defines is kept by the index as terms alone, so that a corpus has the
/// abbreviations of its own documents, their frequency, and forgets them with the documents.
void add_abbreviations(DocumentBuilder& build, const Fields& fields) {
  for (const Abbreviation& written : abbreviations_in(fields)) {
    const auto [short_form, long_form] = folded(written);
    build.pair(Label::abbreviation, short_form, long_form);
    build.pair(Label::long_form, long_form, short_form);
  }
}

/// What a search may look for in a passage: lemmas, parts of compounds, words between hyphens.
/// Those that are everywhere tell no passage from another.
void add_to_filters(const Token& token, schema::PassageFilters& filters) {
  const bool is_joined_verb = token.verb_end != 0;
  if (!token.is_grammatical || is_joined_verb) filters.add(token.begin, token.stem);
  if (is_joined_verb && !token.is_grammatical) filters.add(token.begin, token.exact);
  for (const std::string& part : token.parts) filters.add(token.begin, part);
  for (const std::string& word : token.words) filters.add(token.begin, word);
}

/// Returns the filters of a long text; those of another are empty.
std::string add_words(DocumentWords& words, const Fields& fields) {
  words.add(schema::titel, fields.titel);
  words.add(schema::onderwerp, fields.onderwerp);
  // A kamerstuk's own title mostly is that of its dossier.
  for (const DossierLink& dossier : fields.dossiers) {
    if (dossier.titel != fields.titel) words.add(schema::dossier_titel, dossier.titel);
  }
  for (const char* name : {"citeertitel", "alias"}) {
    const auto found = fields.kenmerken.find(name);
    if (found != fields.kenmerken.end()) words.add(schema::tekst, found->second);
  }
  const bool is_long = fields.tekst.size() >= schema::least_long;
  schema::PassageFilters filters(is_long ? fields.tekst.size() : 0);
  words.add(schema::tekst, fields.tekst, [&](const Token& token) {
    if (is_long) add_to_filters(token, filters);
  });
  for (const Noot& note : fields.noten) words.add(schema::noten, note.tekst);
  for (const Actor& actor : fields.actoren) words.add(schema::tekst, actor.naam);
  for (const Bijlage& annex : fields.bijlagen) words.add(schema::tekst, annex.titel);
  return filters.bytes();
}

/// The commissies that deal with it: a document's are mostly those of its zaken, which may arrive
/// later, so that each keeps its own and the search puts them together.
void add_commissies(DocumentBuilder& build, const Fields& fields) {
  std::vector<std::string> names;
  for (const Actor& actor : fields.actoren) {
    if (actor.relatie.ends_with("commissie")) names.push_back(actor.naam);
  }
  build.values(schema::commissies, names);
}

void add_values(DocumentBuilder& build, const Fields& fields) {
  build.value(schema::datum, sortable(fields.datum));
  build.value(schema::bijgewerkt, sortable(fields.bijgewerkt));
  build.value(schema::soort, fields.soort);
  std::vector<std::string> dossiers;
  for (const DossierLink& link : fields.dossiers) dossiers.push_back(link.nummer.text());
  build.values(schema::dossiers, dossiers);
  std::vector<std::string> names;
  for (const Actor& actor : fields.actoren) {
    if (signs(actor) && std::ranges::find(names, actor.naam) == names.end()) {
      names.push_back(actor.naam);
    }
  }
  build.values(schema::indieners, names);
  build.values(schema::zaken, fields.zaken);
  build.value(schema::listing, schema::pack(schema::listing_of(fields)));
}

}  // namespace

MadeDocument make_document(const Record& record, Analyzer& analyzer, std::string_view stored) {
  Xapian::Document document;
  DocumentBuilder build(document, analyzer);
  const std::vector<std::string> own_keys = keys(record);
  for (const std::string& key : own_keys) build.label(Label::key, key);
  for (const Piece& piece : record.pieces) build.label(Label::source, name_of(piece.source));
  const std::string identity = id(record);
  build.label(Label::identity, identity);
  if (withdrawn(record)) {
    build.label(Label::withdrawn, name_of(record.kind));
    return {document, schema::store(record)};
  }
  build.label(Label::kind, name_of(record.kind));
  build.value(schema::id, identity);
  const Fields fields = view(record);
  add_labels(build, fields);
  if (record.kind == Kind::zaak) {
    add_relations(build, fields);
    build.value(schema::zaken, fields.documentNummer);
    add_commissies(build, fields);
  }
  std::string filters;
  if (record.kind == Kind::document) {
    DocumentWords words(analyzer);
    filters = add_words(words, fields);
    words.pour_into(document);
    add_values(build, fields);
    add_commissies(build, fields);
    add_abbreviations(build, fields);
    add_citations(build, fields, own_keys);
    add_annex_titles(build, fields);
    if (const auto awaited = awaited_text(record)) {
      build.label(Label::awaits_text,
                  awaited->reason.empty() ? schema::awaits_first_try : awaited->reason);
    }
  }
  return {document, schema::store_again(stored, record, filters)};
}

MadeDocument make_keyed(const Record& record) {
  Xapian::Document document;
  for (const std::string& key : keys(record)) {
    document.add_boolean_term(std::string(schema::prefix_of(Label::key)).append(key));
  }
  return {document, schema::store(record)};
}

}  // namespace kamerzoek
