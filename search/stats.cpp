#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "search/calendar_day.hpp"
#include "search/columns.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;
using schema::Label;

constexpr std::array kinds = {Kind::document,    Kind::zaak,    Kind::activiteit,
                              Kind::agendapunt,  Kind::besluit, Kind::stemming,
                              Kind::vergadering, Kind::persoon, Kind::fractie};
constexpr std::array sources = {Source::odata, Source::official_xml, Source::opentk, Source::jsonl,
                                Source::html,  Source::docx,         Source::odt,    Source::rtf,
                                Source::doc,   Source::pdf,          Source::text};

std::size_t holding(const Xapian::Database& database, Label label, std::string_view value) {
  return database.get_termfreq(label_term(label, value));
}

/// The soorten as they are written, with the number of documents that have each.
Facet kinds_of_document(const Xapian::Database& database) {
  Facet facet;
  const std::string prefix(schema::prefix_of(Label::soort));
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    // The label is folded and shared with zaken; a document that has it shows how it is written
    // and how many documents do.
    Xapian::Enquire enquire(database);
    enquire.set_query(
        Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(*term),
                      Xapian::Query(label_term(Label::kind, name_of(Kind::document)))));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const auto found = enquire.get_mset(0, 1, database.get_doccount());
    if (found.empty()) continue;
    facet.push_back(
        {found[0].get_document().get_value(schema::soort), found.get_matches_estimated()});
  }
  std::ranges::sort(facet, [](const FacetValue& a, const FacetValue& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return facet;
}

Facet without_text(const Xapian::Database& database) {
  Facet facet;
  const std::string prefix(schema::prefix_of(Label::awaits_text));
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    facet.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
  }
  std::ranges::sort(facet, [](const FacetValue& a, const FacetValue& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  return facet;
}

std::uintmax_t size_of(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code vanished;
    const std::uintmax_t size = at->file_size(vanished);
    if (!vanished) bytes += size;
  }
  return bytes;
}

std::vector<SetAside> files_set_aside(const Xapian::Database& database) {
  std::vector<SetAside> files;
  const std::string prefix = schema::set_aside_prefix;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    if (auto file = set_aside_from(database.get_metadata(*key))) files.push_back(*std::move(file));
  }
  std::ranges::sort(files, {}, &SetAside::bestand);
  return files;
}

/// Xapian writes this file anew with every commit.
std::chrono::system_clock::time_point committed_at(const fs::path& generation) {
  std::error_code error;
  const auto written = fs::last_write_time(generation / "iamglass", error);
  if (error) return {};
  return std::chrono::time_point_cast<std::chrono::system_clock::duration>(
      std::chrono::file_clock::to_sys(written));
}

}  // namespace

Result<Stats> Searcher::stats() {
  return database_.read([&](const Xapian::Database& database) -> Result<Stats> {
    Stats stats;
    for (const Kind kind : kinds) {
      stats.kinds.push_back({kind, holding(database, Label::kind, name_of(kind)),
                             holding(database, Label::withdrawn, name_of(kind))});
    }
    for (const Source source : sources) {
      stats.sources.push_back({source, holding(database, Label::source, name_of(source))});
    }
    stats.soorten = kinds_of_document(database);
    stats.set_aside = files_set_aside(database).size();
    stats.without_text = without_text(database);
    stats.sync = schema::sync_status(dir_);
    stats.bytes = size_of(schema::current(dir_));
    return stats;
  });
}

Result<std::vector<SetAside>> Searcher::set_aside() {
  return database_.read([](const Xapian::Database& database) -> Result<std::vector<SetAside>> {
    return files_set_aside(database);
  });
}

Result<Freshness> Searcher::freshness() {
  return database_.read([&](const Xapian::Database& database) -> Result<Freshness> {
    const auto columns = Columns::of(database);
    Freshness freshness;
    freshness.documents = columns->documents().size();
    freshness.zaken = holding(database, Label::kind, name_of(Kind::zaak));
    freshness.newest = calendar_day(columns->newest_date());
    const fs::path generation = schema::current(dir_);
    freshness.committed = committed_at(generation);
    for (const FacetValue& why : without_text(database)) freshness.without_text += why.count;
    freshness.sync = schema::sync_status(dir_);
    freshness.bytes = size_of(generation);
    return freshness;
  });
}

}  // namespace kamerzoek
