#include "indexer/check_postings.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "corpus/schema/record_key.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/check_records.hpp"
#include "indexer/fingerprint.hpp"

namespace kamerzoek {
namespace {

// 32 MB, and one round over the posting lists for every index that people have.
constexpr Xapian::docid window_size = Xapian::docid{1} << 22;
constexpr int most_attempts = 20;

class PostingsCheck {
 public:
  PostingsCheck(const Xapian::Database& database, Findings& findings, const CheckProgress& progress)
      : database_(database), findings_(findings), progress_(progress) {}

  void run() {
    check_keys();
    Xapian::docid begin = first_from(1);
    while (begin != 0) {
      sums_.assign(std::min(window_size, database_.get_lastdocid() - begin + 1), 0);
      add_postings(begin);
      take_terms(begin);
      report_others(begin);
      const Xapian::docid last = begin + static_cast<Xapian::docid>(sums_.size()) - 1;
      begin = last == database_.get_lastdocid() ? 0 : first_from(last + 1);
    }
    if (records_ != database_.get_doccount()) {
      findings_.add({Finding::Kind::count, "postlist.glass", 0,
                     fmt::format("er horen {} records te zijn en het zijn er {}",
                                 database_.get_doccount(), records_)});
    }
    check_orphans();
  }

 private:
  /// The first record from this number on; 0 when there is none.
  Xapian::docid first_from(Xapian::docid docid) const {
    auto at = database_.postlist_begin("");
    at.skip_to(docid);
    return at == database_.postlist_end("") ? 0 : *at;
  }

  void check_keys() {
    const std::string prefix(schema::prefix_of(schema::Label::key));
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
         ++term) {
      if (term.get_termfreq() > 1) report_key(*term, (*term).substr(prefix.size()));
    }
  }

  void report_key(const std::string& term, const std::string& key) {
    std::string records;
    Xapian::docid first = 0;
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
      if (first == 0) first = *at;
      if (records.size() > 200) break;
      records += (records.empty() ? "" : ", ") + name_of_record(database_, *at);
    }
    findings_.add({Finding::Kind::key, key, first,
                   fmt::format("verscheidene records hebben deze sleutel: {}", records), true});
  }

  void add_postings(Xapian::docid begin) {
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
      auto at = database_.postlist_begin(*term);
      for (at.skip_to(begin); at != database_.postlist_end(*term); ++at) {
        if (*at - begin >= sums_.size()) break;
        sums_[*at - begin] += fingerprint(*term, at.get_wdf());
      }
    }
  }

  void take_terms(Xapian::docid begin) {
    auto at = database_.postlist_begin("");
    for (at.skip_to(begin); at != database_.postlist_end("") && *at - begin < sums_.size(); ++at) {
      if (records_ % 1000 == 0) progress_("de zoektermen", records_, database_.get_doccount());
      ++records_;
      Xapian::termcount length = 0;
      std::uint64_t& sum = sums_[*at - begin];
      for (auto term = database_.termlist_begin(*at); term != database_.termlist_end(*at); ++term) {
        length += term.get_wdf();
        sum -= fingerprint(*term, term.get_wdf());
      }
      if (sum != 0) report(*at, "de zoektermen vinden dit record niet, of ten onrechte");
      if (length != database_.get_doclength(*at)) {
        report(*at, fmt::format("de lengte is {} en moet {} zijn", database_.get_doclength(*at),
                                length));
      }
      sum = 0;
    }
  }

  /// What is left are postings of records that are not there.
  void report_others(Xapian::docid begin) {
    for (std::size_t at = 0; at < sums_.size(); ++at) {
      if (sums_[at] == 0) continue;
      findings_.add({Finding::Kind::postings, "postlist.glass",
                     begin + static_cast<Xapian::docid>(at),
                     "er zijn zoektermen van een record dat er niet is", true});
    }
  }

  /// Records lie in the order of their documents.
  void check_orphans() {
    auto document = database_.postlist_begin("");
    const auto end = database_.postlist_end("");
    std::size_t orphans = 0;
    for (auto key = database_.metadata_keys_begin(schema::record_prefix);
         key != database_.metadata_keys_end(schema::record_prefix); ++key) {
      const std::string at = *key;
      while (document != end && schema::record_key(*document) < at) ++document;
      if (document == end || schema::record_key(*document) != at) ++orphans;
    }
    if (orphans == 0) return;
    findings_.add({Finding::Kind::postings, "postlist.glass", 0,
                   fmt::format("records zonder document, die niemand vindt: {}", orphans), true});
  }

  void report(Xapian::docid docid, std::string message) {
    findings_.add({Finding::Kind::postings, name_of_record(database_, docid), docid,
                   std::move(message), true});
  }

  const Xapian::Database& database_;
  Findings& findings_;
  const CheckProgress& progress_;
  /// Of each record the fingerprints of its terms, so that posting lists, which are by term, and
  /// term lists, which are by record, can be compared in one number a record.
  std::vector<std::uint64_t> sums_;
  std::size_t records_ = 0;
};

}  // namespace

void check_postings(Xapian::Database& database, Findings& findings, const CheckProgress& progress) {
  const Findings before = findings;
  for (int attempt = 1;; ++attempt) {
    try {
      PostingsCheck(database, findings, progress).run();
      return;
    } catch (const Xapian::DatabaseModifiedError& e) {
      // Without a newer revision there was no writer, and it is damage that reads like one.
      if (!database.reopen()) throw Xapian::DatabaseCorruptError(e.get_msg());
      if (attempt == most_attempts) throw;
      findings = before;
    }
  }
}

}  // namespace kamerzoek
