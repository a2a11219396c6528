#include "search/catalogue.hpp"

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "indexer/document_store.hpp"
#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> urls(TemporaryIndex& index, std::size_t part) {
  const auto entries = index.searcher().catalogue_part(part);
  std::vector<std::string> out;
  if (!entries) return out;
  for (const CatalogueEntry& entry : *entries) out.push_back(entry.url);
  return out;
}

/// Gives a record another number in the index.
void renumber(const TemporaryIndex& index, Xapian::docid from, Xapian::docid to) {
  Xapian::WritableDatabase database(schema::current(index.dir()).string());
  replace(database, to, {database.get_document(from), stored_record(database, from)});
  remove(database, from);
}

TEST(Catalogue, ADocumentStaysInThePartOfItsNumber) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "Een", ""), document("kst-99001-2", "Twee", ""),
             document("kst-99001-3", "Drie", ""), document("kst-99001-4", "Vier", "")});
  renumber(index, 2, 50'000);
  renumber(index, 3, 50'001);
  renumber(index, 4, 150'001);
  EXPECT_THAT(*index.searcher().catalogue_parts(), ElementsAre(1, 2, 4));
  EXPECT_THAT(urls(index, 1), ElementsAre("/kst-99001-1", "/kst-99001-2"));
  EXPECT_THAT(urls(index, 2), ElementsAre("/kst-99001-3"));
  EXPECT_THAT(urls(index, 4), ElementsAre("/kst-99001-4"));

  Piece withdrawn = document("kst-99001-1", "", "");
  withdrawn.withdrawn = true;
  index.put({withdrawn, document("kst-99001-3", "Drie, gewijzigd", ""),
             document("kst-99001-5", "Vijf", "")});
  EXPECT_THAT(urls(index, 1), ElementsAre("/kst-99001-2"));
  EXPECT_THAT(urls(index, 2), ElementsAre("/kst-99001-3"));
  EXPECT_THAT(urls(index, 4), ElementsAre("/kst-99001-4", "/kst-99001-5"));
  for (const std::size_t number : {0U, 3U, 5U}) {
    EXPECT_EQ(index.searcher().catalogue_part(number).error().code, ErrorCode::not_found);
  }
}

TEST(Catalogue, DossiersAreThoseWithAPage) {
  TemporaryIndex index;
  index.put({});
  EXPECT_THAT(*index.searcher().dossiers(), IsEmpty());
  index.put({document("kst-99100-XXII-1", "Een", ""), document("kst-99100-V-1", "Twee", ""),
             document("kst-99001-3", "Drie", "")});
  std::vector<std::string> numbers;
  const auto dossiers = index.searcher().dossiers();
  for (const DossierNumber& number : *dossiers) {
    numbers.push_back(number.text());
    EXPECT_TRUE(index.searcher().dossier(number.text())) << number.text();
  }
  EXPECT_THAT(numbers, ElementsAre("99001", "99100", "99100-V", "99100-XXII"));
}

}  // namespace
}  // namespace kamerzoek
