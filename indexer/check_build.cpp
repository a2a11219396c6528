#include "indexer/check_build.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/check_tables.hpp"
#include "indexer/fingerprint.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

class BuildCheck {
 public:
  BuildCheck(const fs::path& generation, const BuiltRecords& built, const BuildProgress& progress)
      : database_(generation.string()), built_(built), progress_(progress) {}

  std::string fault() {
    if (auto fault = fault_of_documents(); !fault.empty()) return fault;
    return terms_ == terms_by_postings()
               ? ""
               : "met de zoektermen worden niet de records gevonden die ze hebben";
  }

 private:
  /// All records and their terms are those that were built.
  std::string fault_of_documents() {
    auto at = database_.postlist_begin("");
    const auto end = database_.postlist_end("");
    std::size_t count = 0;
    for (const BuiltRecords::State& state : built_.states) {
      if (at == end || *at != state.docid) return fmt::format("record {} ontbreekt", state.docid);
      const DocumentFingerprint found = fingerprint_of(database_.get_document(*at));
      if (found.all != state.made) {
        return fmt::format("record {} is niet wat ervan is gemaakt", state.docid);
      }
      terms_ += found.terms;
      ++at;
      if (++count % 1000 == 0) progress_("nazien", count, built_.states.size());
    }
    return at == end ? "" : fmt::format("record {} is te veel", *at);
  }

  /// The sum of all terms by the posting lists. Whether a list is as long as it says, Xapian's
  /// check has seen.
  std::uint64_t terms_by_postings() const {
    std::uint64_t sum = 0;
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
      sum += fingerprint(*term, 0) * term.get_termfreq();
    }
    return sum;
  }

  const Xapian::Database database_;
  const BuiltRecords& built_;
  const BuildProgress& progress_;
  std::uint64_t terms_ = 0;  ///< of all records
};

}  // namespace

std::string fault_of_build(const fs::path& generation, const BuiltRecords& built,
                           const BuildProgress& progress) {
  const std::size_t records = built.states.size();
  progress("nazien", 0, records);
  Findings findings;
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  check_tables(generation, records, cores, findings,
               [](std::string_view, std::size_t, std::size_t) {});
  // Xapian may crash over what its own check calls damaged.
  if (!findings.kept().empty()) {
    const Finding& first = findings.kept().front();
    return fmt::format("{}: {}", first.where, first.message);
  }
  return BuildCheck(generation, built, progress).fault();
}

}  // namespace kamerzoek
