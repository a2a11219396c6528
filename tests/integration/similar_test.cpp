#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class Similar : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Piece> pieces = {
        document("kst-99001-1", "Motie over dijken en duinen", "De dijken en duinen aan de kust."),
        document("kst-99002-2", "Brief over duinen", "De duinen aan de kust worden breder."),
        document("kst-99002-3", "Brief over het spoor", "Het spoor naar de stad."),
        document("kst-99002-4", "Motie over dijken en duinen", "De dijken en duinen."),
    };
    Piece replacing = document("kst-99001-5", "Motie over dijken en duinen (t.v.v. 99001-1)",
                               "De dijken en duinen aan de kust.", "2025-02-01");
    pieces.push_back(replacing);
    for (int i = 0; i < 20; ++i) {
      pieces.push_back(document("kst-99003-" + std::to_string(i + 1), "Iets anders",
                                "Dit gaat over onderwerp" + std::to_string(i)));
    }
    index.put(pieces);
  }

  std::vector<std::string> like(const std::string& name, std::size_t limit = 10) {
    const auto similar = index.searcher().similar(name, limit);
    EXPECT_TRUE(similar) << name;
    std::vector<std::string> ids;
    if (similar) {
      for (const SearchResult& result : similar->results) ids.push_back(result.id);
    }
    return ids;
  }

  TemporaryIndex index;
};

TEST_F(Similar, FindsPapersByTheirCharacteristicWords) {
  const auto ids = like("kst-99002-2");
  ASSERT_FALSE(ids.empty());
  EXPECT_THAT(ids, Contains("kst-99001-1"));
  EXPECT_THAT(ids, Not(Contains("kst-99002-2"))) << "itself";
}

TEST_F(Similar, FindsTheReplacementOfAReplacedMotionAndNotTheOtherWayRound) {
  EXPECT_EQ(like("kst-99001-1").front(), "kst-99001-5");
  EXPECT_THAT(like("kst-99001-5"), Not(Contains("kst-99001-1")));
}

TEST_F(Similar, LeavesCopiesOut) {
  EXPECT_THAT(like("kst-99001-1"), Not(Contains("kst-99002-4"))) << "its subject, on the same day";
}

TEST_F(Similar, TakesEverySpellingAndALimit) {
  const auto similar = index.searcher().similar("99 001, nr. 1", 1);
  ASSERT_TRUE(similar);
  EXPECT_EQ(similar->id, "kst-99001-1");
  ASSERT_EQ(similar->results.size(), 1U);
  EXPECT_GT(similar->results[0].score, 0);
  EXPECT_THAT(similar->results[0].snippet, IsEmpty());
}

TEST_F(Similar, OfWhatIsNotThereIsAnError) {
  const auto similar = index.searcher().similar("kst-99009-1");
  ASSERT_FALSE(similar);
  EXPECT_EQ(similar.error().code, ErrorCode::not_found);

  Piece withdrawn = document("kst-99001-1", "", "");
  withdrawn.withdrawn = true;
  index.put({withdrawn});
  const auto gone = index.searcher().similar("kst-99001-1");
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().message, "'kst-99001-1' is door de bron ingetrokken");
}

TEST_F(Similar, OfWhatHasNoWordsIsNothing) {
  index.put({document("2025D90001", "", "")});
  EXPECT_THAT(like("2025D90001"), IsEmpty());
  Piece zaak = document("2025Z90001", "Zaak over dijken en duinen", "");
  zaak.kind = Kind::zaak;
  zaak.fields.documentNummer = "2025Z90001";
  index.put({zaak});
  EXPECT_THAT(like("2025Z90001"), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
