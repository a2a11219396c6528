// What `check` finds wrong with what an index holds, where its files are sound.

#include "corpus/model/merge.hpp"
#include "corpus/schema/packed_pieces.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/document_store.hpp"
#include "tests/integration/check_fixture.hpp"

namespace kamerzoek {
namespace {

TEST_F(Check, LostRecordsAreNotMended) {
  for (const char* id : {"kst-90001-1", "kst-90001-2", "kst-90001-3"}) {
    change_record(id, [](std::string& stored) { stored.clear(); });
  }
  const CheckReport report = checked(index_);
  EXPECT_EQ(report.findings.count(Kind::record), 3U) << told(report);
  EXPECT_FALSE(report.is_mendable);
  EXPECT_THAT(report.findings.kept(), Each(Field(&Finding::is_mendable, false)));
  EXPECT_FALSE(test::rebuilt(index_.dir())) << "as it says";
}

TEST_F(Check, ARecordThatDoesNotParseIsNamedAndNotMended) {
  change_record("kst-90001-3", [](std::string& stored) { stored = "[{\"bron\":"; });
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(),
              ElementsAre(finding(Kind::record, "kst-90001-3", "kan niet worden gelezen")));
  EXPECT_EQ(report.findings.kept().front().docid, docid_of("kst-90001-3"));
  EXPECT_FALSE(report.is_mendable);
  EXPECT_FALSE(test::rebuilt(index_.dir())) << "as it says";
}

TEST_F(Check, ABlockOfALongTextThatWasChangedIsNamedAndNotMended) {
  change_record("kst-90001-2", [](std::string& stored) {
    stored[stored.size() - 20] = static_cast<char>(stored[stored.size() - 20] ^ 1);
  });
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), ElementsAre(finding(Kind::record, "kst-90001-2", "gelezen")))
      << told(report);
  EXPECT_FALSE(report.is_mendable);
}

TEST_F(Check, FiltersThatAreNotThoseOfTheTextAreMended) {
  change_record("kst-90001-2", [](std::string& stored) {
    stored[schema::unpack_pieces(stored).value().end + 3] ^= 1;
  });
  expect_mendable(Kind::filters, "kst-90001-2", "filters");
}

TEST_F(Check, ALabelThatIsAbsentIsMended) {
  change("kst-90001-1", [](Xapian::Document& document) { document.remove_term("XD90001"); });
  expect_mendable(Kind::terms, "kst-90001-1", "1 termen ontbreken, zoals 'XD90001'");
}

TEST_F(Check, ATermTooManyIsMended) {
  change("kst-90001-1", [](Xapian::Document& document) { document.add_boolean_term("XRkst-1-1"); });
  expect_mendable(Kind::terms, "kst-90001-1", "1 termen zijn te veel, zoals 'XRkst-1-1'");
}

TEST_F(Check, AWordInAnotherPlaceIsMended) {
  change("kst-90001-1", [](Xapian::Document& document) { document.add_posting("turf", 4000, 0); });
  expect_mendable(Kind::terms, "kst-90001-1", "1 termen staan anders in de index, zoals 'turf'");
}

TEST_F(Check, AValueThatIsWrongIsMended) {
  change("kst-90001-1",
         [](Xapian::Document& document) { document.add_value(schema::datum, "19000101"); });
  expect_mendable(Kind::values, "kst-90001-1", "datum");
}

TEST_F(Check, ARecordWrittenBeforeThereWasADayOfChangeIsSound) {
  Piece piece = document("kst-90001-4", "De sluis", "Over sluizen");
  piece.fields.bijgewerkt = "2025-02-03T10:00:00Z";
  index_.put({piece});
  change("kst-90001-4",
         [](Xapian::Document& document) { document.remove_value(schema::bijgewerkt); });
  EXPECT_THAT(told(checked(index_)), IsEmpty());
}

TEST_F(Check, ARecordThatNoDocumentLeadsToIsMended) {
  const Xapian::docid docid = docid_of("kst-90001-1");
  write([&](Xapian::WritableDatabase& database) { database.delete_document(docid); });
  expect_mendable(Kind::postings, "postlist.glass",
                  "records zonder document, die niemand vindt: 1");
}

TEST_F(Check, TwoRecordsWithOneKeyAreMended) {
  const Xapian::docid docid = docid_of("kst-90001-1");
  write([&](Xapian::WritableDatabase& database) {
    add(database, {database.get_document(docid), stored_record(database, docid)});
  });
  expect_mendable(Kind::key, "kst-90001-1", "kst-90001-1, kst-90001-1");
}

// Before schema 8 records were the data of their documents.
TEST_F(Check, AnIndexOfSchema7IsMended) {
  const std::string exported = index_.exported();
  write([](Xapian::WritableDatabase& database) {
    for (Xapian::docid docid = 1; docid <= database.get_lastdocid(); ++docid) {
      Xapian::Document document = database.get_document(docid);
      document.set_data(stored_record(database, docid));
      replace(database, docid, {document, ""});
    }
    database.set_metadata(schema::version_key, "7");
  });
  expect_mendable(Kind::version, "generation-", "schemaversie 7");
  EXPECT_EQ(index_.exported(), exported);
}

TEST_F(Check, AnotherVersionIsMended) {
  write(
      [](Xapian::WritableDatabase& database) { database.set_metadata(schema::version_key, "1"); });
  expect_mendable(Kind::version, "generation-", "schemaversie 1");
  write(
      [](Xapian::WritableDatabase& database) { database.set_metadata(schema::analysis_key, ""); });
  expect_mendable(Kind::version, "generation-", "analyseversie onbekend");
}

TEST_F(Check, OfAnotherVersionOnlyTheRecordsAreRead) {
  change("kst-90001-1", [](Xapian::Document& document) { document.remove_term("XD90001"); });
  write(
      [](Xapian::WritableDatabase& database) { database.set_metadata(schema::version_key, "1"); });
  expect_mendable(Kind::version, "generation-", "schemaversie 1");
}

TEST_F(Check, ANoteThatCannotBeReadIsNamed) {
  const std::string key = std::string(schema::set_aside_prefix) + std::string(64, '0');
  write([&](Xapian::WritableDatabase& database) {
    database.set_metadata(key, "{");
    database.set_metadata("kamerzoek.sync.stand", "iets van later");
  });
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), ElementsAre(finding(Kind::note, key, "opzij")));
  EXPECT_FALSE(report.findings.kept().front().is_mendable);
  EXPECT_FALSE(report.is_clean());
}

// The two tables of one index may be sound by themselves and not belong together.
TEST_F(Check, TermListsOfAnotherIndexAreTold) {
  TemporaryIndex other;
  TemporaryIndex index;
  index.put({document("kst-90001-1", "Het turfschip", "Over turf")});
  other.put({document("kst-90001-1", "Het turfschop", "Over turf")});
  fs::copy_file(schema::current(other.dir()) / "termlist.glass",
                schema::current(index.dir()) / "termlist.glass",
                fs::copy_options::overwrite_existing);
  const CheckReport report = checked(index);
  EXPECT_THAT(report.findings.kept(),
              Contains(finding(Kind::postings, "kst-90001-1", "zoektermen")))
      << told(report);
  EXPECT_TRUE(report.is_mendable);
  ASSERT_TRUE(test::rebuilt(index.dir()));
  EXPECT_THAT(told(checked(index)), IsEmpty());
}

TEST_F(Check, OfMuchThatIsWrongAFewAreKeptAndAllCounted) {
  std::vector<Piece> pieces;
  for (int i = 1; i <= 50; ++i) {
    pieces.push_back(document("kst-90002-" + std::to_string(i), "Een sluis", "Over sluizen"));
  }
  index_.put(pieces);
  for (int i = 1; i <= 50; ++i) {
    change("kst-90002-" + std::to_string(i),
           [](Xapian::Document& document) { document.remove_term("XJ2025"); });
  }
  const CheckReport report = checked(index_);
  EXPECT_EQ(report.findings.count(Kind::terms), 50U);
  EXPECT_EQ(report.findings.kept().size(), Findings::most_of_a_kind);
}

}  // namespace
}  // namespace kamerzoek
