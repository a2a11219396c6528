#include "indexer/document_words.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;

/// The places of the term, and its frequency last.
std::vector<unsigned> places_of(const Xapian::Document& document, const std::string& term) {
  auto at = document.termlist_begin();
  at.skip_to(term);
  if (at == document.termlist_end() || *at != term) return {};
  std::vector<unsigned> places(at.positionlist_begin(), at.positionlist_end());
  places.push_back(at.get_wdf());
  return places;
}

TEST(DocumentWords, CountsAWordHoweverItIsWritten) {
  Analyzer analyzer;
  DocumentWords words(analyzer);
  words.add(schema::tekst, "De dijk, de DIJK, de dijken en de dijk");
  Xapian::Document document;
  words.pour_into(document);
  EXPECT_THAT(places_of(document, "dijk"), ElementsAre(2, 4, 9, 3 * schema::one_word));
  EXPECT_THAT(places_of(document, "dijken"), ElementsAre(6, schema::one_word));
  EXPECT_THAT(places_of(document, "Zdijk"), ElementsAre(4 * schema::one_word));
}

}  // namespace
}  // namespace kamerzoek
