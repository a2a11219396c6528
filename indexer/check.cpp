#include "indexer/check.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/model/digest.hpp"
#include "corpus/model/set_aside.hpp"
#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/check_postings.hpp"
#include "indexer/check_records.hpp"
#include "indexer/check_tables.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

// Looking at an index takes less time than a rebuild of it.
constexpr int most_attempts = 20;
// Beside a server, which needs the other cores.
constexpr unsigned one_at_a_time = 1;

std::vector<fs::path> generations_in(const fs::path& dir) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(dir, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().starts_with("generation-")) out.push_back(at->path());
  }
  return out;
}

/// A first run that was interrupted leaves one to which no link leads yet.
bool is_empty(const fs::path& generation) {
  try {
    return Xapian::Database(generation.string()).get_doccount() == 0;
  } catch (const Xapian::Error&) {
    return false;
  }
}

class Check {
 public:
  Check(const fs::path& dir, const CheckProgress& progress) : dir_(dir), progress_(progress) {}

  Result<CheckReport> run() {
    std::error_code error;
    const fs::path live = fs::read_symlink(schema::current(dir_), error);
    const auto generations = generations_in(dir_);
    if (error && std::ranges::all_of(generations, is_empty)) {
      return tl::unexpected(schema::index_error(dir_, "DatabaseNotFoundError", "er is geen index"));
    }
    if (error || !fs::is_directory(dir_ / live, error)) {
      report_.findings.add({Finding::Kind::layout, schema::current(dir_).string(), 0,
                            "de verwijzing naar de index ontbreekt, of leidt nergens heen", false,
                            "zet een kopie van de index terug, of laat `current` wijzen naar een "
                            "map generation-… die heel is"});
      return std::move(report_);
    }
    generation_ = dir_ / live;
    open();
    check_leftovers(generations);
    check_build();
    check_tables(generation_, database_ ? database_->get_doccount() : 0, one_at_a_time,
                 report_.findings, progress_);
    if (auto done = look_inside(); !done) return tl::unexpected(done.error());
    report_.is_mendable = is_mendable();
    if (!report_.is_mendable) report_.findings.nothing_is_mendable();
    return std::move(report_);
  }

 private:
  void open() {
    try {
      database_ = Xapian::Database(generation_.string());
    } catch (const Xapian::Error& e) {
      report_.findings.add({Finding::Kind::database, generation_.string(), 0,
                            fmt::format("kan niet worden geopend: {}", e.get_msg()), false,
                            "zet een kopie van de index terug, of indexeer de documenten in een "
                            "lege map"});
    }
  }

  /// Generations that have been replaced, where the last to do so was stopped before it was done.
  void check_leftovers(const std::vector<fs::path>& generations) {
    for (const fs::path& generation : generations) {
      if (generation.filename() == generation_.filename()) continue;
      report_.findings.add({Finding::Kind::leftover, generation.string(), 0,
                            "hier staat een andere index, die niet wordt gebruikt", false,
                            "de map mag weg"});
    }
  }

  void check_build() {
    const fs::path build = schema::build_folder(dir_);
    std::error_code error;
    if (!fs::exists(build, error)) return;
    report_.findings.add(
        {Finding::Kind::leftover, build.string(), 0,
         "hier wordt een index gemaakt, of is dat afgebroken", false,
         "geef dezelfde opdracht opnieuw, of ruim het op met `kamerzoek rebuild --discard`"});
  }

  /// Damage that stops the reading is a finding; a writer that does, an error.
  Result<void> look_inside() {
    if (!database_) return {};
    const char* where = "de tabellen";
    try {
      database_->reopen();
      Depth depth = check_versions();
      check_notes();
      // Xapian may crash over what its own check calls damaged.
      const bool is_sound = report_.findings.count(Finding::Kind::table) == 0;
      if (!is_sound) depth = Depth::records;
      try {
        if (is_sound) check_postings(*database_, report_.findings, progress_);
      } catch (const Xapian::DatabaseModifiedError&) {
        throw;
      } catch (const Xapian::Error& e) {
        add_unreadable("de zoektermen", e);
      }
      where = "de records";
      report_.records = check_records(*database_, depth, report_.findings, progress_);
      has_read_all_ = true;
    } catch (const Xapian::DatabaseModifiedError& e) {
      return tl::unexpected(
          schema::index_error(dir_, e.get_type(), e.get_msg(), e.get_error_string()));
    } catch (const Xapian::Error& e) {
      add_unreadable(where, e);
    }
    return {};
  }

  void add_unreadable(const char* what, const Xapian::Error& e) {
    report_.findings.add({Finding::Kind::postings, generation_.string(), 0,
                          fmt::format("{} kunnen niet worden gelezen: {}", what, e.get_msg()),
                          true});
  }

  /// Records of another version can be read and no more.
  Depth check_versions() {
    const auto is_ours = [&](const char* what, const char* key, int expected) {
      const auto ok = schema::check_version(dir_, what, database_->get_metadata(key), expected);
      if (!ok) {
        report_.findings.add(
            {Finding::Kind::version, generation_.string(), 0, ok.error().message, true});
      }
      return ok.has_value();
    };
    const bool schema = is_ours("schema", schema::version_key, schema::version);
    const bool analysis = is_ours("analyse", schema::analysis_key, analysis_version);
    return schema && analysis ? Depth::documents : Depth::records;
  }

  void check_notes() {
    const std::string prefix = schema::set_aside_prefix;
    for (auto key = database_->metadata_keys_begin(prefix);
         key != database_->metadata_keys_end(prefix); ++key) {
      const auto file = set_aside_from(database_->get_metadata(*key));
      if (file && *key == prefix + sha256(file->bestand)) continue;
      report_.findings.add(
          {Finding::Kind::note, *key, 0,
           "wat bekend was van een bestand dat opzij is gelegd, kan niet worden gelezen", false,
           "indexeer de bestanden nog eens"});
    }
  }

  /// A rebuild opens the database, which wants all its files, and reads the list of documents and
  /// their records, and no more.
  bool is_mendable() const {
    const Findings& found = report_.findings;
    const bool lacks_file = std::ranges::any_of(found.kept(), [](const Finding& finding) {
      return finding.kind == Finding::Kind::table && !finding.is_mendable;
    });
    return has_read_all_ && !lacks_file && found.count(Finding::Kind::record) == 0 &&
           found.count(Finding::Kind::count) == 0;
  }

  const fs::path& dir_;
  const CheckProgress& progress_;
  fs::path generation_;
  std::optional<Xapian::Database> database_;
  bool has_read_all_ = false;
  CheckReport report_;
};

}  // namespace

bool CheckReport::is_clean() const {
  for (const auto& [kind, count] : findings.counts()) {
    if (is_damage(kind)) return false;
  }
  return true;
}

Result<CheckReport> check(const fs::path& dir, const CheckProgress& progress) {
  const auto live = [&] {
    std::error_code error;
    return fs::read_symlink(schema::current(dir), error);
  };
  for (int attempt = 1;; ++attempt) {
    const fs::path looked_at = live();
    auto report = Check(dir, progress).run();
    // What a rebuild replaced it also removed: that is no damage.
    if (live() == looked_at || attempt == most_attempts) return report;
  }
}

}  // namespace kamerzoek
