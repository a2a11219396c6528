#include "indexer/check_build.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <future>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "indexer/check_tables.hpp"
#include "indexer/document_store.hpp"
#include "indexer/fingerprint.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

unsigned cores() {
  return std::max(1U, std::thread::hardware_concurrency());
}

/// Some of the records that were built, side by side in the order of docids, and the docid behind
/// those of the part before.
struct Part {
  std::span<const BuiltRecords::State> states;
  Xapian::docid from;
  bool is_last;
};

std::vector<Part> parts_of(std::span<const BuiltRecords::State> states, std::size_t count) {
  std::vector<Part> parts;
  Xapian::docid from = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = states.size() * i / count;
    const std::size_t end = states.size() * (i + 1) / count;
    const auto some = states.subspan(begin, end - begin);
    parts.push_back({some, from, i + 1 == count});
    if (!some.empty()) from = static_cast<Xapian::docid>(some.back().docid) + 1;
  }
  return parts;
}

/// What was found in a part.
struct Seen {
  std::string fault;        ///< empty where there is none
  std::uint64_t terms = 0;  ///< the sum of all terms by the records
};

/// All records of the part and their terms are those that were built. `each` is called for each.
Seen look_at(const fs::path& generation, const Part& part, const std::function<void()>& each) {
  const Xapian::Database database(generation.string());
  Seen seen;
  auto at = database.postlist_begin("");
  const auto end = database.postlist_end("");
  at.skip_to(part.from);
  for (const BuiltRecords::State& state : part.states) {
    if (at == end || *at != state.docid) {
      seen.fault = fmt::format("record {} ontbreekt", state.docid);
      return seen;
    }
    const DocumentFingerprint found =
        fingerprint_of(database.get_document(*at), stored_record(database, *at));
    if (found.all != state.made) {
      seen.fault = fmt::format("record {} is niet wat ervan is gemaakt", state.docid);
      return seen;
    }
    seen.terms += found.terms;
    ++at;
    each();
  }
  if (part.is_last && at != end) seen.fault = fmt::format("record {} is te veel", *at);
  return seen;
}

/// The sum of all terms by the posting lists. Whether a list is as long as it says, Xapian's
/// check has seen.
std::uint64_t terms_by_postings(const fs::path& generation) {
  const Xapian::Database database(generation.string());
  std::uint64_t sum = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    sum += fingerprint(*term, 0) * term.get_termfreq();
  }
  return sum;
}

/// The records part by part, side by side.
std::string fault_of_records(const fs::path& generation, const BuiltRecords& built,
                             const BuildProgress& progress) {
  std::atomic<std::size_t> count = 0;
  const auto parts = parts_of(built.states, cores());
  std::vector<std::future<Seen>> others;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    others.push_back(std::async(
        std::launch::async, [&, i] { return look_at(generation, parts[i], [&] { ++count; }); }));
  }
  Seen all = look_at(generation, parts.front(), [&] {
    if (const std::size_t done = ++count; done % 1000 == 0) {
      progress("nazien", done, built.states.size());
    }
  });
  for (auto& other : others) {
    Seen seen = other.get();
    if (all.fault.empty()) all.fault = std::move(seen.fault);
    all.terms += seen.terms;
  }
  if (!all.fault.empty()) return all.fault;
  return all.terms == terms_by_postings(generation)
             ? ""
             : "met de zoektermen worden niet de records gevonden die ze hebben";
}

}  // namespace

std::string fault_of_build(const fs::path& generation, const BuiltRecords& built,
                           const BuildProgress& progress) {
  const std::size_t records = built.states.size();
  progress("nazien", 0, records);
  Findings findings;
  check_tables(generation, records, cores(), findings,
               [](std::string_view, std::size_t, std::size_t) {});
  // Xapian may crash over what its own check calls damaged.
  if (!findings.kept().empty()) {
    const Finding& first = findings.kept().front();
    return fmt::format("{}: {}", first.where, first.message);
  }
  return fault_of_records(generation, built, progress);
}

}  // namespace kamerzoek
