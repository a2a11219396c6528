#pragma once

#include <string>

#include <xapian.h>

namespace kamerzoek {

/// BM25+ (Lv and Zhai, Lower-bounding term frequency normalization, 2011) over the documents of an
/// index, with k1 = 1.2, b = 0.75 and delta = 1. Plain BM25 gives a word in a document a hundred
/// times longer than most next to nothing, so that a motion with `woningbouwlocaties` in it came
/// before the letter about woningbouw.
///
/// Xapian's own cannot be used: its statistics are those of all records, and the hundreds of
/// thousands of zaken and votes without text would make every document look endlessly long.
/// (Xapian's default min_normlen also costs quality on short documents.)
class Bm25 : public Xapian::Weight {
 public:
  /// `documents`: how many records have text; `average_length`: their mean length in terms.
  Bm25(double documents, double average_length);

  /// For the documents of an index. Throws what Xapian throws.
  static Bm25 of_documents(const Xapian::Database& database);

  std::string name() const override;
  Bm25* clone() const override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  void init(double factor) override;
  double saturation(double wdf, double length) const;

  double documents_;
  double average_length_;
  double scale_ = 0;  ///< of the term: its inverse document frequency times the query's factor
};

}  // namespace kamerzoek
