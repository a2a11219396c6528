#include "search/columns.hpp"

#include <thread>

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "search/deadline.hpp"
#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using test::document;
using test::found;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Piece zaak(const std::string& number, const std::vector<std::string>& commissies) {
  Piece piece = document(number, "Woningbouw", "");
  piece.kind = Kind::zaak;
  piece.fields.documentNummer = number;
  for (const std::string& commissie : commissies) {
    piece.fields.actoren.push_back({commissie, "", "Volgcommissie", ""});
  }
  return piece;
}

Piece of_zaak(const std::string& id, const std::string& number) {
  Piece piece = document(id, "Woningbouw op het eiland", "De regering bouwt.");
  piece.fields.zaken = {number};
  return piece;
}

std::vector<std::pair<std::string, std::size_t>> pairs(const Facet& facet) {
  std::vector<std::pair<std::string, std::size_t>> out;
  for (const FacetValue& value : facet) out.emplace_back(value.value, value.count);
  return out;
}

TEST(Columns, GiveADocumentTheCommissiesOfItsZakenWheneverTheseArrive) {
  TemporaryIndex index;
  index.put({of_zaak("kst-99001-1", "2025Z90001"), of_zaak("kst-99001-2", "2025Z90002")});
  EXPECT_THAT(pairs(test::search(index, {}).facets.commissie), IsEmpty());
  EXPECT_THAT(found(index, "commissie:defensie"), IsEmpty());

  index.put({zaak("2025Z90001", {"vaste commissie voor Defensie", "commissie voor Digitale Zaken"}),
             zaak("2025Z90002", {"vaste commissie voor Defensie"})});
  EXPECT_THAT(pairs(test::search(index, {}).facets.commissie),
              ElementsAre(std::pair("vaste commissie voor Defensie", 2U),
                          std::pair("commissie voor Digitale Zaken", 1U)));
  EXPECT_THAT(found(index, "commissie:defensie"),
              UnorderedElementsAre("kst-99001-1", "kst-99001-2"));
  EXPECT_THAT(found(index, "woningbouw commissie:\"Digitale zaken\""), ElementsAre("kst-99001-1"));
  EXPECT_THAT(found(index, "woningbouw -commissie:digitale"), ElementsAre("kst-99001-2"));
  EXPECT_THAT(found(index, "commissie:onderwijs"), IsEmpty());
  EXPECT_THAT(test::ids(test::search(index, {.commissie = "digitale zaken"})),
              ElementsAre("kst-99001-1"));

  index.put({zaak("2025Z90003", {})});  // another commit
  EXPECT_EQ(test::search(index, {.query = "commissie:defensie"}).total, 2U);
}

TEST(Columns, CountAValueOnceADocument) {
  TemporaryIndex index;
  Piece twice = document("kst-99001-1", "Een stuk", "");
  twice.fields.zaken = {"2025Z90001", "2025Z90002"};
  index.put({twice, zaak("2025Z90001", {"commissie voor Defensie"}),
             zaak("2025Z90002", {"commissie voor Defensie"})});
  EXPECT_THAT(pairs(test::search(index, {}).facets.commissie),
              ElementsAre(std::pair("commissie voor Defensie", 1U)));
}

TEST(Columns, AreMadeOnceARevision) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "Een stuk", "")});
  const Xapian::Database one(schema::current(index.dir()).string());
  const Xapian::Database other(schema::current(index.dir()).string());
  EXPECT_EQ(Columns::of(one), Columns::of(other));
  index.put({document("kst-99001-2", "Nog een stuk", "")});
  const Xapian::Database later(schema::current(index.dir()).string());
  EXPECT_EQ(Columns::of(later)->documents().size(), 2U);
  EXPECT_EQ(Columns::of(one)->documents().size(), 1U);
}

TEST(Order, IsByDateThenIdentifierForEveryPage) {
  TemporaryIndex index;
  std::vector<Piece> pieces;
  for (int number = 1; number <= 25; ++number) {
    pieces.push_back(document("kst-99001-" + std::to_string(number), "Een stuk", "",
                              number % 5 == 0   ? ""
                              : number % 2 == 0 ? "2024-05-01"
                                                : "2025-05-01"));
  }
  index.put(pieces);
  for (const Sort sort : {Sort::relevantie, Sort::nieuwste, Sort::oudste}) {
    const auto all = test::ids(test::search(index, {.query = "stuk", .limit = 100, .sort = sort}));
    ASSERT_EQ(all.size(), 25U);
    std::vector<std::string> paged;
    for (std::size_t offset = 0; offset < all.size(); offset += 4) {
      const auto page = test::ids(
          test::search(index, {.query = "stuk", .offset = offset, .limit = 4, .sort = sort}));
      paged.insert(paged.end(), page.begin(), page.end());
    }
    EXPECT_EQ(paged, all);
    EXPECT_EQ(all[20], "kst-99001-10");  // the undated, by identifier
  }
}

TEST(Months, CountAllMatchesByMonth) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "Een stuk", "", "2025-03-01"),
             document("kst-99001-2", "Een stuk", "", "2025-03-31"),
             document("kst-99001-3", "Een stuk", "", "2023-12-31"),
             document("kst-99001-4", "Een stuk", "", ""),
             document("kst-99001-5", "Een stuk", "", "0001-01-01"),
             document("kst-99001-6", "Een stuk", "", "9999-13-01"),
             document("kst-99001-7", "Iets anders", "", "2024-01-01")});
  const ResultPage page = test::search(index, {.query = "stuk", .limit = 1});
  EXPECT_THAT(page.months, ElementsAre(MonthCount{2023, 12, 1}, MonthCount{2025, 3, 2}));
}

TEST(Deadline, StopsAMatchWhereverItIs) {
  TemporaryIndex index;
  std::vector<Piece> pieces;
  for (int number = 1; number <= 200; ++number) {
    pieces.push_back(document("kst-99001-" + std::to_string(number), "Een stuk", ""));
  }
  index.put(pieces);
  const Xapian::Database database(schema::current(index.dir()).string());
  const auto run = [&](const Deadline& deadline) {
    Xapian::Enquire enquire(database);
    enquire.set_query(
        Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query("stuk"), deadline.filter()));
    return enquire.get_mset(0, 10, 1000).size();
  };
  EXPECT_EQ(run(Deadline(std::chrono::milliseconds(0))), 10U);
  EXPECT_EQ(run(Deadline(std::chrono::hours(1))), 10U);
  const Deadline passed(std::chrono::milliseconds(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  EXPECT_THROW(run(passed), DeadlinePassed);
  EXPECT_THROW(passed.check(), DeadlinePassed);
}

}  // namespace
}  // namespace kamerzoek
