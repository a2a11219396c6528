#include "indexer/check_records.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "corpus/model/merge.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/document_store.hpp"
#include "indexer/make_document.hpp"

namespace kamerzoek {
namespace {

constexpr int most_attempts = 20;  // at one record

constexpr const char* unreadable_advice =
    "zet een kopie van de index terug, of indexeer de documenten in een lege map";

/// What of two sorted lists of terms is on one side only, or differs.
struct Difference {
  std::size_t count = 0;
  std::string first;

  void add(const std::string& term) {
    if (count++ == 0) first = term;
  }
};

struct Differences {
  Difference absent;
  Difference unexpected;
  Difference otherwise;  ///< on both sides, with another frequency or other positions

  bool any() const { return absent.count + unexpected.count + otherwise.count > 0; }
};

bool has_same_positions(const Xapian::TermIterator& a, const Xapian::TermIterator& b) {
  return std::equal(a.positionlist_begin(), a.positionlist_end(), b.positionlist_begin(),
                    b.positionlist_end());
}

Differences compare_terms(const Xapian::Document& held, const Xapian::Document& expected) {
  Differences out;
  auto have = held.termlist_begin();
  auto want = expected.termlist_begin();
  while (have != held.termlist_end() || want != expected.termlist_end()) {
    if (want == expected.termlist_end() || (have != held.termlist_end() && *have < *want)) {
      out.unexpected.add(*have++);
    } else if (have == held.termlist_end() || *want < *have) {
      out.absent.add(*want++);
    } else {
      if (have.get_wdf() != want.get_wdf() || !has_same_positions(have, want)) {
        out.otherwise.add(*want);
      }
      ++have;
      ++want;
    }
  }
  return out;
}

std::string in_words(const Differences& differences) {
  std::string out;
  const auto tell = [&](const char* what, const Difference& of) {
    if (of.count == 0) return;
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {}, zoals '{}'", of.count, what, of.first);
  };
  tell("termen ontbreken", differences.absent);
  tell("termen zijn te veel", differences.unexpected);
  tell("termen staan anders in de index", differences.otherwise);
  return out;
}

/// The slots that differ, by name.
std::string compare_values(const Xapian::Document& held, const Xapian::Document& expected) {
  constexpr std::array<std::string_view, 9> names = {"datum",    "id",         "soort",
                                                     "dossiers", "indieners",  "lijst",
                                                     "zaken",    "commissies", "bijgewerkt"};
  std::string out;
  for (Xapian::valueno slot = 0; slot < names.size(); ++slot) {
    const std::string value = held.get_value(slot);
    if (value == expected.get_value(slot)) continue;
    // Records written before there was this value (docs/index-format.md).
    if (slot == schema::bijgewerkt && value.empty()) continue;
    out += (out.empty() ? "" : ", ") + std::string(names[slot]);
  }
  return out;
}

class RecordsCheck {
 public:
  RecordsCheck(Xapian::Database& database, Depth depth, Findings& findings)
      : database_(database), depth_(depth), findings_(findings) {}

  void look_at(Xapian::docid docid) {
    const Xapian::Document document = database_.get_document(docid);
    std::string data;
    try {
      data = stored_record(database_, docid);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& e) {
      return unreadable(docid, e.get_msg());
    }
    const auto record = schema::restore(data);
    if (!record) return unreadable(docid, record.error().message);
    if (keys(*record).empty()) return unreadable(docid, "het record heeft geen sleutels");
    if (depth_ == Depth::documents) compare(docid, document, data, *record);
  }

 private:
  void unreadable(Xapian::docid docid, const std::string& why) {
    findings_.add({Finding::Kind::record, name_of_record(database_, docid), docid,
                   fmt::format("kan niet worden gelezen: {}", why), false, unreadable_advice});
  }

  void differs(Finding::Kind kind, Xapian::docid docid, std::string message) {
    findings_.add({kind, name_of_record(database_, docid), docid, std::move(message), true});
  }

  void compare(Xapian::docid docid, const Xapian::Document& document, const std::string& data,
               const Record& record) {
    const MadeDocument expected = make_document(record, analyzer_, data);
    try {
      const Differences terms = compare_terms(document, expected.found_by);
      if (terms.any()) differs(Finding::Kind::terms, docid, in_words(terms));
      const std::string values = compare_values(document, expected.found_by);
      if (!values.empty()) {
        differs(Finding::Kind::values, docid, fmt::format("deze waarden kloppen niet: {}", values));
      }
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& e) {
      differs(Finding::Kind::terms, docid,
              fmt::format("kunnen niet worden gelezen: {}", e.get_msg()));
    }
    // All else of it was kept as it is.
    if (data != expected.stored) {
      differs(Finding::Kind::filters, docid,
              "de filters, die zeggen waar in de tekst een woord staat, kloppen niet");
    }
  }

  Xapian::Database& database_;
  Depth depth_;
  Findings& findings_;
  Analyzer analyzer_;
};

}  // namespace

std::string name_of_record(const Xapian::Database& database, Xapian::docid docid) {
  try {
    if (auto id = database.get_document(docid).get_value(schema::id); !id.empty()) return id;
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error&) {
    // It is named otherwise.
  }
  return fmt::format("record {}", docid);
}

std::size_t check_records(Xapian::Database& database, Depth depth, Findings& findings,
                          const CheckProgress& progress) {
  RecordsCheck check(database, depth, findings);
  std::size_t count = 0;
  Xapian::docid next = 1;
  for (int attempt = 1;;) {
    try {
      auto at = database.postlist_begin("");
      for (at.skip_to(next); at != database.postlist_end(""); ++at) {
        next = *at;
        check.look_at(next);
        ++next;
        attempt = 1;
        if (++count % 500 == 0) progress("de records", count, database.get_doccount());
      }
      return count;
    } catch (const Xapian::DatabaseModifiedError& e) {
      // On from the record that was overwritten, in the newest revision; without one there was no
      // writer, and it is damage.
      if (!database.reopen()) throw Xapian::DatabaseCorruptError(e.get_msg());
      if (attempt++ == most_attempts) throw;
    }
  }
}

}  // namespace kamerzoek
