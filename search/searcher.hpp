#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"
#include "corpus/model/set_aside.hpp"
#include "corpus/schema/sync_status.hpp"
#include "corpus/text/analyzer.hpp"
#include "search/all_matches.hpp"
#include "search/catalogue.hpp"
#include "search/database.hpp"
#include "search/dossier_page.hpp"
#include "search/links.hpp"
#include "search/result_page.hpp"
#include "search/shared_vocabulary.hpp"
#include "search/suggestions.hpp"

namespace kamerzoek {

/// A decision on a zaak, with the votes where there were any.
struct Besluit {
  struct Stem {
    std::string naam;   ///< of the fractie, or of a member who voted apart
    std::string soort;  ///< "Voor", "Tegen", "Niet deelgenomen"
  };

  std::string zaak;
  std::string soort;  ///< "Stemmen - aangenomen"
  std::string tekst;
  std::vector<Stem> stemmen;  ///< in favour first, then by name
};

/// A record with what it is linked to.
struct LinkedRecord {
  Record record;
  std::vector<Record> zaken;             ///< the held ones of those it belongs to
  std::vector<Besluit> besluiten;        ///< on its zaken, or on the zaak that it is
  std::vector<SearchResult> documenten;  ///< of a zaak: its documents, oldest first
};

/// How much the index holds, counted from its terms.
struct Stats {
  struct OfKind {
    Kind kind;
    std::size_t held;
    std::size_t withdrawn;
  };
  struct OfSource {
    Source source;
    std::size_t records;
  };

  std::vector<OfKind> kinds;
  std::vector<OfSource> sources;
  Facet soorten;  ///< of the documents
  /// Documents of the Tweede Kamer that are held without their text, by why: `wacht` (nobody has
  /// asked yet), `niet-gevonden`, `geweigerd`, `te-groot`, `geen-lezer`, `onleesbaar`.
  Facet without_text = {};
  std::optional<schema::SyncStatus> sync = {};  ///< nothing where no source is followed
  std::size_t set_aside = 0;                    ///< files of which something could not be read
  std::uintmax_t bytes = 0;                     ///< on disk
};

/// What is held and how fresh it is, for who watches over a server.
struct Freshness {
  std::size_t documents = 0;
  std::size_t zaken = 0;
  /// Date of the newest document that is not of a day to come; nothing where none has a date.
  std::optional<std::chrono::year_month_day> newest = {};
  std::chrono::system_clock::time_point committed = {};  ///< the newest commit
  std::size_t without_text = 0;                          ///< as in Stats, whatever the reason
  std::optional<schema::SyncStatus> sync = {};           ///< likewise
  std::uintmax_t bytes = 0;                              ///< on disk
};

/// An abbreviation that documents define, and how many do.
struct LearnedAbbreviation {
  std::string short_form;
  std::string long_form;
  std::size_t documents;
};

/// Papers like another one, the likest first; with score, without snippet.
struct SimilarPapers {
  std::string id;  ///< of that other one
  std::vector<SearchResult> results;
};

/// Answers questions about the index in a folder. For one thread at a time; each thread of a
/// server has its own. Every call sees the newest commit, and is unaffected by one that comes
/// meanwhile. UTF-8 throughout.
class Searcher {
 public:
  /// Searchers of one process share the vocabulary of their index: the first one's, or none yet.
  static Result<Searcher> open(const std::filesystem::path& dir,
                               std::shared_ptr<SharedVocabulary> vocabulary = nullptr);

  /// Ranked search. Ties are ordered by date (newest first), then by id, so pages neither repeat
  /// nor skip. Fails with bad_query for what parse_query or a filter refuses, and with too_slow
  /// past the request's time limit.
  Result<ResultPage> search(const SearchRequest& request);

  /// All that `search` would show page by page, in the same order, as a stream; the offset and the
  /// limit of the request do not matter. Fails as `search` does.
  Result<AllMatches> all_matches(const SearchRequest& request);

  /// What somebody who types this may be about to ask for, at most `limit` of each kind: documents
  /// by identifier or by what they are called, dossiers likewise, and words that the last one may
  /// become. Of words and headings it knows those of some minutes ago (SharedVocabulary).
  /// Of a text of more than 200 code points it knows nothing.
  Result<Suggestions> suggest(const std::string& text, std::size_t limit);

  /// The record a name stands for, in any spelling (corpus/references/spelling.hpp) or by any key.
  Result<LinkedRecord> show(std::string_view name);

  /// Documents about the same as the one so named, by its characteristic words and mildly by what
  /// ties them; not itself, copies of it from other sources and what it replaces. Papers that are
  /// no document are like none.
  Result<SimilarPapers> similar(std::string_view name, std::size_t limit = 10);

  /// The document a name stands for, as a list has it; not_found for any other record.
  Result<SearchResult> listing(std::string_view name);

  /// The words of the text of `view(record)` by which a query finds the document, in order; none
  /// overlap. At most 1,000, of the first megabyte. Empty for a query that cannot be read, for one
  /// without words, and for a record that is not held.
  Result<std::vector<TextSpan>> words_found(const Record& record, const std::string& query);

  /// What the record cites and what cites it, and how metadata tie it to other papers.
  Result<Links> links(const Record& record);

  /// The same of a paper that need not be held: then only what cites it. not_found for a name that
  /// is neither held nor an identifier.
  Result<Links> links(std::string_view name);

  /// The dossier with this number; not_found when no document of it, nor of one below it, is held.
  Result<DossierPage> dossier(std::string_view number);

  /// Calls `each` for every record, withdrawn ones too, in the order of their ids; once each, also
  /// when a writer commits meanwhile. A record that changes before its turn comes as it is then.
  Result<void> each_record(const std::function<void(const Record&)>& each);

  /// The numbers of the catalogue's parts, from 1 and ascending; a part without documents is none.
  Result<std::vector<std::size_t>> catalogue_parts();

  /// The documents of a part, at most catalogue_part_size; not_found for a number that has none.
  Result<std::vector<CatalogueEntry>> catalogue_part(std::size_t number);

  /// Every dossier that `dossier` knows, in order, each once.
  Result<std::vector<DossierNumber>> dossiers();

  Result<Stats> stats();

  /// The files of which something could not be read, in the order of their names.
  Result<std::vector<SetAside>> set_aside();

  /// Reads what is in memory for searches anyway, so that it may be asked every second.
  Result<Freshness> freshness();

  /// Every abbreviation the documents define, those most often defined first, then in the order of
  /// their folded forms. Pairs that differ in case or accents are one, as the first document that
  /// defines it writes it.
  Result<std::vector<LearnedAbbreviation>> abbreviations();

  /// For `open`.
  const std::shared_ptr<SharedVocabulary>& vocabulary() const { return vocabulary_; }

 private:
  Searcher(std::filesystem::path dir, Database database,
           std::shared_ptr<SharedVocabulary> vocabulary);

  std::filesystem::path dir_;
  Database database_;
  Analyzer analyzer_;
  std::shared_ptr<SharedVocabulary> vocabulary_;
};

}  // namespace kamerzoek
