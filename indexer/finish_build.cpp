#include "indexer/finish_build.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/model/merge.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/document_store.hpp"
#include "indexer/make_document.hpp"

namespace kamerzoek {
namespace {

class Finish {
 public:
  Finish(const Xapian::Database& from, BuiltRecords& built, const std::string& into)
      : from_(from), built_(built), into_(into, Xapian::DB_OPEN) {}

  Result<std::size_t> run() {
    if (auto done = catch_up(); !done) return tl::unexpected(done.error());
    if (auto done = unite(); !done) return tl::unexpected(done.error());
    keep_notes();
    into_.commit();
    const std::size_t expected = from_.get_doccount() - united_;
    if (into_.get_doccount() == expected) return expected;
    return failure(ErrorCode::index_unavailable,
                   fmt::format("de nieuwe index heeft {} records, en het moeten er {} zijn",
                               into_.get_doccount(), expected),
                   "de oude blijft in gebruik; draai `kamerzoek check`");
  }

 private:
  Result<Record> record(Xapian::docid docid) const {
    return schema::restore(stored_record(from_, docid));
  }

  /// The two lists of records side by side, both in the order of docids.
  Result<void> catch_up() {
    auto was = built_.states.begin();
    const auto end = built_.states.end();
    BuiltRecords changed;
    for (auto at = from_.postlist_begin(""); at != from_.postlist_end(""); ++at) {
      for (; was != end && was->docid < *at; ++was) remove(*was);
      const bool was_built = was != end && was->docid == *at;
      const std::string stored = stored_record(from_, *at);
      const bool is_same = was_built && was->hash == state_of(stored);
      if (was_built) ++was;
      if (is_same) continue;
      const auto restored = schema::restore(stored);
      if (!restored) return tl::unexpected(restored.error());
      const MadeDocument made = make_document(*restored, analyzer_, stored);
      replace(into_, *at, made);
      changed.add(*at, stored, *restored, made);
    }
    for (; was != end; ++was) remove(*was);
    built_.append(changed);
    return {};
  }

  void remove(const BuiltRecords::State& was) {
    kamerzoek::remove(into_, static_cast<Xapian::docid>(was.docid));
  }

  /// Records of one key, as a program of before may have left them, or one that knew fewer keys.
  Result<void> unite() {
    for (const std::vector<Xapian::docid>& group : sharing()) {
      auto united = record(group.front());
      if (!united) return tl::unexpected(united.error());
      for (auto other = group.begin() + 1; other != group.end(); ++other) {
        auto another = record(*other);
        if (!another) return tl::unexpected(another.error());
        absorb(*united, *std::move(another));
        kamerzoek::remove(into_, *other);
        ++united_;
      }
      replace(into_, group.front(), make_document(*united, analyzer_));
    }
    return {};
  }

  /// The groups of records that share keys, directly or by way of others.
  std::vector<std::vector<Xapian::docid>> sharing() {
    auto& keys = built_.keys;
    std::ranges::sort(keys, [](const auto& a, const auto& b) {
      return std::tie(a.hash, a.docid) < std::tie(b.hash, b.docid);
    });
    std::map<Xapian::docid, Xapian::docid> leader;
    const auto find = [&](Xapian::docid docid) {
      while (leader.contains(docid) && leader[docid] != docid) docid = leader[docid];
      return docid;
    };
    for (std::size_t i = 1; i < keys.size(); ++i) {
      const auto one = static_cast<Xapian::docid>(keys[i - 1].docid);
      const auto other = static_cast<Xapian::docid>(keys[i].docid);
      if (keys[i - 1].hash != keys[i].hash || one == other || !share_key(one, other)) continue;
      const Xapian::docid a = find(one);
      const Xapian::docid b = find(other);
      leader[std::max(a, b)] = leader[std::min(a, b)] = std::min(a, b);
    }
    std::map<Xapian::docid, std::vector<Xapian::docid>> groups;
    for (const auto& [docid, unused] : leader) groups[find(docid)].push_back(docid);
    std::vector<std::vector<Xapian::docid>> all;
    for (auto& [unused, group] : groups) {
      if (group.size() > 1) all.push_back(std::move(group));
    }
    return all;
  }

  /// Two different keys may have one hash, and what was built may have gone or lost a key since.
  bool share_key(Xapian::docid one, Xapian::docid other) const {
    const auto a = keys_of(one);
    const auto b = keys_of(other);
    return std::ranges::any_of(a, [&](const std::string& key) { return b.contains(key); });
  }

  std::set<std::string> keys_of(Xapian::docid docid) const {
    try {
      const auto restored = record(docid);
      if (!restored) return {};
      const auto all = keys(*restored);
      return {all.begin(), all.end()};
    } catch (const Xapian::DocNotFoundError&) {
      return {};
    }
  }

  void keep_notes() {
    for (const auto& [key, value] : notes_in(from_)) into_.set_metadata(key, value);
    into_.set_metadata(schema::version_key, std::to_string(schema::version));
    into_.set_metadata(schema::analysis_key, std::to_string(analysis_version));
  }

  const Xapian::Database& from_;
  BuiltRecords& built_;
  Xapian::WritableDatabase into_;
  Analyzer analyzer_;
  std::size_t united_ = 0;
};

}  // namespace

Result<std::size_t> finish_build(const Xapian::Database& from, BuiltRecords built,
                                 const std::filesystem::path& into) {
  return Finish(from, built, into.string()).run();
}

}  // namespace kamerzoek
