#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

namespace kamerzoek {

/// What counting, sorting and filtering need of every document of one revision of the index, in
/// arrays by docid: to read it from the index costs a hundred times as much as to find the match.
/// About 30 bytes a record. Never changes once made; any thread may read it.
class Columns {
 public:
  enum class Facet { soort, dossier, jaar, indiener, commissie };

  struct Value {
    Facet facet;
    std::string text;  ///< as a page shows it, UTF-8
  };
  /// The number of a value: its place among `values()`.
  using Code = std::uint32_t;

  /// The columns of the revision that `database` has open. Made once a revision and process, while
  /// other threads that ask wait. Throws what Xapian throws.
  static std::shared_ptr<const Columns> of(const Xapian::Database& database);

  explicit Columns(const Xapian::Database& database);

  const std::vector<Value>& values() const { return values_; }

  /// Calls `each(Code)` for every value of a document, each once; not at all for other records.
  template <class Each>
  void each_code(Xapian::docid docid, Each each) const {
    if (docid + 1 >= begins_.size()) return;
    for (std::uint32_t at = begins_[docid]; at < begins_[docid + 1]; ++at) each(codes_[at]);
  }

  /// The documents, in ascending order.
  const std::vector<Xapian::docid>& documents() const { return documents_; }

  /// YYYYMMDD; 0 without a date.
  std::uint32_t date(Xapian::docid docid) const {
    return docid < dates_.size() ? dates_[docid] : 0;
  }

  /// The latest date that is not after the day on which the columns were made (UTC): papers with a
  /// mistyped year are in the future for ever. 0 where there is none.
  std::uint32_t newest_date() const { return newest_date_; }

  Xapian::docid last_docid() const { return static_cast<Xapian::docid>(begins_.size() - 2); }

  /// What it counts for before words are compared (prior.hpp).
  double prior(Xapian::docid docid) const { return docid < priors_.size() ? priors_[docid] : 0; }

  /// Its place among the documents of its date, in the order of their identifiers.
  std::uint32_t place_in_date(Xapian::docid docid) const {
    return docid < places_.size() ? places_[docid] : 0;
  }

 private:
  std::vector<Value> values_;
  std::vector<std::uint32_t> begins_;  ///< by docid: where its codes begin
  std::vector<Code> codes_;
  std::vector<Xapian::docid> documents_;
  std::vector<std::uint32_t> dates_;  ///< by docid
  std::uint32_t newest_date_ = 0;
  std::vector<std::uint32_t> places_;  ///< by docid
  std::vector<float> priors_;          ///< by docid
};

}  // namespace kamerzoek
