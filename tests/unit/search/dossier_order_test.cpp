#include "search/dossier_order.hpp"

#include <algorithm>

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<SearchResult> numbered(const std::vector<std::string>& numbers) {
  std::vector<SearchResult> documents;
  for (const std::string& number : numbers) {
    SearchResult document;
    document.id = "kst-99001-" + number;
    document.volgnummer = number;
    documents.push_back(document);
  }
  return documents;
}

std::vector<std::string> ordered(const std::vector<std::string>& numbers) {
  std::vector<std::string> out;
  for (const SearchResult& document : in_dossier_order(numbered(numbers))) {
    out.push_back(document.volgnummer);
  }
  return out;
}

TEST(DossierOrder, IsByVolgnummer) {
  EXPECT_THAT(ordered({"10", "AA", "17-b1", "2", "B", "17", "A", "9"}),
              ElementsAre("A", "B", "AA", "2", "9", "10", "17", "17-b1"));
}

TEST(DossierOrder, EqualNumbersAreByDateThenId) {
  auto documents = numbered({"3", "3", "3"});
  documents[0].datum = "2025-03-01";
  documents[1].datum = "2025-02-01";
  documents[2].datum = "2025-03-01";
  documents[2].id = "2025D90001";
  const auto in_order = in_dossier_order(documents);
  EXPECT_EQ(in_order[0].datum, "2025-02-01");
  EXPECT_EQ(in_order[1].id, "2025D90001");
}

TEST(DossierOrder, GapsStandBeforeTheNextDocument) {
  EXPECT_THAT(gaps_between(numbered({"A", "2", "3", "3", "7", "8-b1"})),
              ElementsAre(Gap{1, 1, 1}, Gap{4, 6, 4}));
  EXPECT_THAT(gaps_between(numbered({"0", "1", "3"})), ElementsAre(Gap{2, 2, 2}));
  EXPECT_THAT(gaps_between(numbered({"A", "B"})), IsEmpty());
}

TEST(DossierOrder, ANumberOutOfAllProportionIsNoGap) {
  EXPECT_THAT(gaps_between(numbered({"1", "20250", "20252"})), IsEmpty());
}

TEST(DossierOrder, PartsAreInTheOrderOfTheBudget) {
  std::vector<DossierNumber> parts;
  for (const char* part : {"A", "XII", "IX", "R1975", "IIB", "V", "C", "IIA", "I", "02", "XXII"}) {
    parts.push_back({"99100", part});
  }
  std::ranges::sort(parts, comes_before);
  std::vector<std::string> order;
  for (const DossierNumber& part : parts) order.push_back(part.toevoeging);
  EXPECT_THAT(order,
              ElementsAre("02", "I", "IIA", "IIB", "V", "IX", "XII", "XXII", "A", "C", "R1975"));
}

}  // namespace
}  // namespace kamerzoek
