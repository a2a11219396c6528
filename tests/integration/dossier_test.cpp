// What a dossier says of itself besides its list.

#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::ElementsAre;

Piece citing(const std::string& id, const std::vector<std::string>& cited) {
  Piece piece = document(id, "Verwijst", "zie daar");
  for (const std::string& doel : cited) {
    piece.fields.marks.push_back({Mark::Kind::verwijzing, 0, 3, doel});
  }
  return piece;
}

class Dossier : public testing::Test {
 protected:
  DossierPage page(const std::string& number) {
    const auto found = index.searcher().dossier(number);
    EXPECT_TRUE(found) << found.error().message;
    return found.value_or(DossierPage{});
  }

  std::vector<std::pair<std::string, std::size_t>> most_cited(const std::string& number) {
    std::vector<std::pair<std::string, std::size_t>> out;
    for (const CitedDocument& cited : page(number).meestAangehaald) {
      out.emplace_back(cited.document.id, cited.cited_by);
    }
    return out;
  }

  TemporaryIndex index;
};

TEST_F(Dossier, SpansItsDates) {
  index.put({document("kst-99001-1", "", "", "2025-03-01"),
             document("kst-99001-2", "", "", "2024-12-31"), document("kst-99001-3", "", "", "")});
  EXPECT_EQ(page("99001").van, "2024-12-31");
  EXPECT_EQ(page("99001").tot, "2025-03-01");
}

TEST_F(Dossier, WithoutDatesHasNoSpan) {
  index.put({document("kst-99001-1", "", "", "")});
  EXPECT_EQ(page("99001").van, "");
  EXPECT_EQ(page("99001").tot, "");
}

TEST_F(Dossier, CountsWhoCitesItsDocumentsByEitherName) {
  Piece letter = document("kst-99001-2", "Brief", "");
  letter.keys = {"2025D90001", "kst-99001-2"};
  letter.fields.documentNummer = "2025D90001";
  index.put({document("kst-99001-1", "een", ""), letter, document("kst-99001-3", "drie", ""),
             citing("kst-99002-1", {"kst-99001-1", "kst-99001-2"}),
             citing("kst-99002-2", {"2025D90001"}),
             citing("kst-99002-3", {"2025D90001", "kst-99001-2"}),
             citing("kst-99002-4", {"kst-99002-1"})});
  EXPECT_THAT(most_cited("99001"),
              ElementsAre(std::pair("kst-99001-2", 3U), std::pair("kst-99001-1", 1U)));
  EXPECT_THAT(most_cited("99002"), ElementsAre(std::pair("kst-99002-1", 1U)));
}

TEST_F(Dossier, NamesTheFiveMostCitedOnly) {
  std::vector<Piece> pieces;
  for (int number = 1; number <= 7; ++number) {
    const std::string id = "kst-99001-" + std::to_string(number);
    pieces.push_back(document(id, "", ""));
    for (int by = 1; by <= number; ++by) {
      pieces.push_back(citing(id + "-b" + std::to_string(by), {id}));
      pieces.back().fields.dossiers.clear();
    }
  }
  index.put(std::move(pieces));
  const auto most = most_cited("99001");
  ASSERT_EQ(most.size(), 5U);
  EXPECT_EQ(most.front(), std::pair(std::string("kst-99001-7"), std::size_t{7}));
  EXPECT_EQ(most.back(), std::pair(std::string("kst-99001-3"), std::size_t{3}));
}

TEST_F(Dossier, CountsTheDocumentsOfItsParts) {
  Piece zaak = document("2025Z90001", "Een zaak", "");
  zaak.kind = Kind::zaak;
  zaak.fields.dossiers = {{{"99100", "V"}, "Begroting van vijf"}};
  Piece budget = document("kst-99100-V-2", "Begroting", "");
  budget.fields.dossiers = {{{"99100", "V"}, "Begroting van vijf"}};
  index.put({zaak, document("kst-99100-XII-1", "", ""), document("kst-99100-IX-1", "", ""), budget,
             document("kst-99100-V-3", "", "")});
  const auto parts = page("99100").onderdossiers;
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].nummer.text(), "99100-V");
  EXPECT_EQ(parts[0].documenten, 2U);
  EXPECT_EQ(parts[0].titel, "Begroting van vijf");
  EXPECT_EQ(parts[1].nummer.text(), "99100-IX");
  EXPECT_EQ(parts[2].nummer.text(), "99100-XII");
}

TEST_F(Dossier, OfZakenAloneIsNotThere) {
  Piece zaak = document("2025Z90001", "Een zaak", "");
  zaak.kind = Kind::zaak;
  zaak.fields.dossiers = {{{"99100", "V"}, "Begroting"}};
  index.put({zaak});
  EXPECT_FALSE(index.searcher().dossier("99100"));
  EXPECT_FALSE(index.searcher().dossier("99100-V"));
}

}  // namespace
}  // namespace kamerzoek
