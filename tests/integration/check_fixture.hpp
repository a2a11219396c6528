#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/record_key.hpp"
#include "indexer/check.hpp"
#include "tests/support/temporary_index.hpp"

/// A small index to damage, and what `check` tells of it.
namespace kamerzoek {

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

inline void PrintTo(const Finding& finding, std::ostream* out) {
  *out << name_of(finding.kind) << ": " << finding.where << ": " << finding.message;
}

inline CheckReport checked(const TemporaryIndex& index) {
  auto report = check(index.dir(), [](std::string_view, std::size_t, std::size_t) {});
  if (!report) throw std::runtime_error(report.error().message);
  return *std::move(report);
}

inline std::string told(const CheckReport& report) {
  std::string out;
  for (const Finding& finding : report.findings.kept()) {
    out +=
        std::string(name_of(finding.kind)) + ": " + finding.where + ": " + finding.message + "\n";
  }
  return out;
}

inline std::string bytes_of(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

inline void overwrite(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

inline auto finding(Finding::Kind kind, const std::string& where, const std::string& message) {
  return AllOf(Field(&Finding::kind, kind), Field(&Finding::where, HasSubstr(where)),
               Field(&Finding::message, HasSubstr(message)));
}

/// A few records, one with a text in blocks; each test damages it in its own way.
class Check : public testing::Test {
 protected:
  using Kind = Finding::Kind;

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

}  // namespace kamerzoek
