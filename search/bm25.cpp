#include "search/bm25.hpp"

#include <algorithm>
#include <cmath>

#include "corpus/schema/schema.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;
constexpr double delta = 1;  // in a letter of 50 pages a word counts for something as well

}  // namespace

Bm25::Bm25(double documents, double average_length)
    : documents_(documents), average_length_(std::max(average_length, 1.0)) {
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
}

Bm25 Bm25::of_documents(const Xapian::Database& database) {
  const std::string documents = label_term(schema::Label::kind, name_of(Kind::document));
  const double count = std::max(1.0, static_cast<double>(database.get_termfreq(documents)));
  return Bm25(count, static_cast<double>(database.get_total_length()) / count);
}

std::string Bm25::name() const {
  return "Bm25";
}

Bm25* Bm25::clone() const {
  return new Bm25(documents_, average_length_);
}

void Bm25::init(double factor) {
  const double holding = std::min<double>(get_termfreq(), documents_);
  scale_ = factor * std::log(1 + (documents_ - holding + 0.5) / (holding + 0.5));
}

double Bm25::saturation(double wdf, double length) const {
  wdf /= schema::one_word;
  return delta + wdf * (k1 + 1) / (wdf + k1 * (1 - b + b * length / average_length_));
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                         Xapian::termcount /*unique_terms*/) const {
  return scale_ * saturation(wdf, length);
}

double Bm25::get_maxpart() const {
  return scale_ * saturation(get_wdf_upper_bound(), get_doclength_lower_bound());
}

}  // namespace kamerzoek
