#include "indexer/check.hpp"

#include <atomic>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/model/merge.hpp"
#include "corpus/schema/layout.hpp"
#include "corpus/schema/packed_pieces.hpp"
#include "corpus/schema/record_key.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/document_store.hpp"
#include "indexer/rebuild.hpp"
#include "tests/support/flipped_bit.hpp"
#include "tests/support/temporary_index.hpp"

// Xapian's own check deletes tables as what they are derived from, without a virtual destructor.
// Only AddressSanitizer minds; without it nobody calls this.
extern "C" [[gnu::used]] const char* __asan_default_options() {
  return "new_delete_type_mismatch=0";
}

namespace kamerzoek {

static void PrintTo(const Finding& finding, std::ostream* out) {
  *out << name_of(finding.kind) << ": " << finding.where << ": " << finding.message;
}

namespace {

namespace fs = std::filesystem;
using test::document;
using test::TemporaryIndex;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using Kind = Finding::Kind;

CheckReport checked(const TemporaryIndex& index) {
  auto report = check(index.dir(), [](std::string_view, std::size_t, std::size_t) {});
  if (!report) throw std::runtime_error(report.error().message);
  return *std::move(report);
}

std::string told(const CheckReport& report) {
  std::string out;
  for (const Finding& finding : report.findings.kept()) {
    out +=
        std::string(name_of(finding.kind)) + ": " + finding.where + ": " + finding.message + "\n";
  }
  return out;
}

std::string bytes_of(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

void overwrite(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

auto finding(Kind kind, const std::string& where, const std::string& message) {
  return AllOf(Field(&Finding::kind, kind), Field(&Finding::where, HasSubstr(where)),
               Field(&Finding::message, HasSubstr(message)));
}

/// A few records, one with a text in blocks; each test damages it in its own way.
class Check : public testing::Test {
 protected:
  void SetUp() override {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "De brug over het kanaal wordt vernieuwd.\n";
    index_.put({document("kst-90001-1", "Het turfschip", "Over turf en vaart"),
                document("kst-90001-2", "De brug", text),
                document("kst-90001-3", "Het gemaal", "Over water en land")});
    ASSERT_TRUE(checked(index_).is_clean());
  }

  fs::path file(const std::string& name) const { return schema::current(index_.dir()) / name; }

  Xapian::docid docid_of(const std::string& id) const {
    return *Xapian::Database(schema::current(index_.dir()).string()).postlist_begin("Q" + id);
  }

  void write(const std::function<void(Xapian::WritableDatabase&)>& change) {
    Xapian::WritableDatabase database(schema::current(index_.dir()).string(), Xapian::DB_OPEN);
    change(database);
    database.commit();
  }

  void change(const std::string& id, const std::function<void(Xapian::Document&)>& how) {
    const Xapian::docid docid = docid_of(id);
    write([&](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(docid);
      how(document);
      database.replace_document(docid, document);
    });
  }

  void change_record(const std::string& id, const std::function<void(std::string&)>& how) {
    const std::string key = schema::record_key(docid_of(id));
    write([&](Xapian::WritableDatabase& database) {
      std::string stored = database.get_metadata(key);
      how(stored);
      database.set_metadata(key, stored);
    });
  }

  /// The one finding there is, which a rebuild mends.
  void expect_mendable(Kind kind, const std::string& where, const std::string& message) {
    const CheckReport report = checked(index_);
    EXPECT_THAT(report.findings.kept(), ElementsAre(finding(kind, where, message))) << told(report);
    EXPECT_FALSE(report.is_clean());
    EXPECT_TRUE(report.is_mendable);
    EXPECT_THAT(report.findings.kept(), Each(Field(&Finding::is_mendable, true)));
    const auto again = test::rebuilt(index_.dir());
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_THAT(told(checked(index_)), IsEmpty());
  }

  TemporaryIndex index_;
};

TEST(CheckOfTheSamples, FindsNothingAndWritesNothing) {
  TemporaryIndex index;
  index.index({KAMERZOEK_SAMPLES});
  std::map<fs::path, std::string> before;
  for (const auto& entry : fs::directory_iterator(schema::current(index.dir()))) {
    before[entry.path()] = bytes_of(entry.path());
  }
  const CheckReport report = checked(index);
  EXPECT_THAT(told(report), IsEmpty());
  EXPECT_TRUE(report.is_clean());
  EXPECT_GT(report.records, 60U);
  for (const auto& entry : fs::directory_iterator(schema::current(index.dir()))) {
    EXPECT_EQ(before[entry.path()], bytes_of(entry.path())) << entry.path();
  }
}

TEST(CheckOfNothing, SaysThatThereIsNoIndex) {
  const TemporaryIndex index;
  const auto report = check(index.dir(), [](std::string_view, std::size_t, std::size_t) {});
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error().hint, HasSubstr("kamerzoek index"));
}

TEST(CheckOfNothing, AFirstRunThatWasInterruptedLeftNoIndex) {
  TemporaryIndex index;
  ASSERT_TRUE(IndexWriter::open(index.dir()));
  fs::remove(schema::current(index.dir()));
  const auto report = check(index.dir(), [](std::string_view, std::size_t, std::size_t) {});
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error().message, HasSubstr("geen index"));
}

TEST_F(Check, AFileThatWasOverwrittenIsNamed) {
  for (const char* name : {"termlist", "postlist", "position"}) {
    const fs::path table = file(std::string(name) + ".glass");
    const std::string whole = bytes_of(table);
    overwrite(table, std::string(whole.size(), 'x'));
    const CheckReport report = checked(index_);
    EXPECT_THAT(report.findings.kept(),
                Contains(finding(Kind::table, table.filename(), "beschadigd")))
        << told(report);
    overwrite(table, whole);
    EXPECT_TRUE(checked(index_).is_clean());
  }
}

TEST_F(Check, AFileThatWasCutIsNamed) {
  for (const char* name : {"termlist", "postlist", "position"}) {
    const fs::path table = file(std::string(name) + ".glass");
    const std::string whole = bytes_of(table);
    overwrite(table, whole.substr(0, whole.size() / 3));
    const CheckReport report = checked(index_);
    EXPECT_THAT(report.findings.kept(),
                Contains(finding(Kind::table, table.filename(), "beschadigd")))
        << told(report);
    overwrite(table, whole);
  }
}

TEST_F(Check, ADatabaseThatCannotBeOpenedIsNamed) {
  overwrite(file("iamglass"), "kapot");
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), Contains(finding(Kind::database, "generation-", "geopend")));
  EXPECT_FALSE(report.is_mendable);
}

// A rebuild opens the index to keep writers out, and Xapian opens none without them.
TEST_F(Check, LostTermListsAreNotMended) {
  fs::remove(file("termlist.glass"));
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), Contains(finding(Kind::table, "termlist", "ontbreekt")));
  EXPECT_FALSE(report.is_mendable) << told(report);
  EXPECT_FALSE(test::rebuilt(index_.dir())) << "as it says";
}

TEST_F(Check, LostPositionsAreMended) {
  fs::remove(file("position.glass"));
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), Contains(finding(Kind::terms, "kst-90001-1", "anders")));
  EXPECT_TRUE(report.is_mendable) << told(report);
  ASSERT_TRUE(test::rebuilt(index_.dir()));
  EXPECT_THAT(told(checked(index_)), IsEmpty());
}

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

TEST_F(Check, AGenerationThatWasLeftIsNoDamage) {
  const fs::path left = index_.dir() / schema::generation_name(7);
  fs::create_directory(left);
  const CheckReport report = checked(index_);
  EXPECT_THAT(report.findings.kept(), ElementsAre(finding(Kind::leftover, left.string(), "")));
  EXPECT_TRUE(report.is_clean());
}

TEST_F(Check, ACurrentThatLeadsNowhereIsNamed) {
  fs::remove(schema::current(index_.dir()));
  fs::create_symlink(schema::generation_name(3), schema::current(index_.dir()));
  EXPECT_THAT(checked(index_).findings.kept(), ElementsAre(finding(Kind::layout, "current", "")));
  fs::remove(schema::current(index_.dir()));
  EXPECT_THAT(checked(index_).findings.kept(), ElementsAre(finding(Kind::layout, "current", "")));
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

TEST_F(Check, ARebuildThatTakesOverMeanwhileIsNoDamage) {
  int told_of = 0;
  const auto report = check(index_.dir(), [&](std::string_view, std::size_t, std::size_t) {
    if (++told_of == 2) {
      EXPECT_TRUE(test::rebuilt(index_.dir()));
    }
  });
  ASSERT_TRUE(report);
  EXPECT_THAT(told(*report), IsEmpty());
  EXPECT_GT(report->records, 0U);
}

TEST_F(Check, BesideAWriterThatKeepsOnWritingIsClean) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer makes a check take longer than a revision lasts";
#endif
  std::atomic<bool> is_over = false;
  std::thread writer([&] {
    auto into = IndexWriter::open(index_.dir());
    for (int i = 1; !is_over && i < 5000; ++i) {
      const std::string id = "kst-90003-" + std::to_string(1 + i % 200);
      if (!into->put(document(id, "Sluis " + std::to_string(i), "Over sluizen"))) break;
      if (!into->commit()) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  });
  for (int i = 0; i < 5; ++i) {
    const auto report = check(index_.dir(), [](std::string_view, std::size_t, std::size_t) {});
    EXPECT_THAT(report ? told(*report) : report.error().message, IsEmpty());
  }
  is_over = true;
  writer.join();
}

// Whatever bit of a file is turned, the check ends, and what of it changes what readers get is
// found, but for what is nowhere said twice.
TEST_F(Check, ABitThatWasTurnedDoesNotBringItDown) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "hundreds of forks of a program with the sanitizer take minutes";
#endif
  for (const char* name : {"termlist", "postlist", "position"}) {
    const fs::path table = file(std::string(name) + ".glass");
    const std::string whole = bytes_of(table);
    std::size_t found = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      overwrite(table, test::with_flipped_bit(whole, seed));
      const auto report = check(index_.dir(), [](std::string_view, std::size_t, std::size_t) {});
      found += !report || !report->is_clean() ? 1U : 0U;
    }
    RecordProperty(name, std::to_string(found));
    EXPECT_GT(found, 0U) << name;
    overwrite(table, whole);
  }
  EXPECT_TRUE(checked(index_).is_clean());
}

}  // namespace
}  // namespace kamerzoek
