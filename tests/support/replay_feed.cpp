#include "tests/support/replay_feed.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include "indexer/sync/moment.hpp"

namespace kamerzoek::test {
namespace {

constexpr std::size_t page_size = 250;

std::string entry(const std::string& type, const std::string& id, const ReplayFeed::Change& change,
                  const std::string& next) {
  std::string element = type;
  element[0] = static_cast<char>(element[0] - 'A' + 'a');
  // The local time that OData gives an offset with.
  const std::string local = change.changed.substr(
      0, change.changed.size() > 10 ? change.changed.find_first_of("Z+", 10) : 0);
  const std::string bijgewerkt =
      local.empty() ? local : fmt::format(R"( tk:bijgewerkt="{}")", local);
  return fmt::format(
      R"(<entry><title>{1}</title><id>https://x/SyncFeed/2.0/Entiteiten/{1}</id>)"
      R"(<author><name>Tweede Kamer</name></author><updated>{2}</updated>)"
      R"(<category term="{0}"/><link rel="next" href="{3}"/><content type="application/xml">)"
      R"(<{0} xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" )"
      R"(xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="{1}"{4} )"
      R"(tk:verwijderd="{5}"/></content></entry>)",
      element, id, sync::before(change.stamp, std::chrono::seconds{-1}), next, bijgewerkt,
      change.withdrawn);
}

}  // namespace

void ReplayFeed::announce(const std::string& type, const std::string& id, Change change) {
  const Record record{type, id};
  if (const auto held = latest_.find(record); held != latest_.end()) {
    const Held& old = held->second;
    if (old.change.stamp == change.stamp) return;
    places_.erase(old.token);
    coming_.erase({old.change.stamp, record});
  }
  coming_.emplace(change.stamp, record);
  latest_.insert_or_assign(record, Held{std::move(change), 0});
}

/// What is new gets its place, in the order of the stamps.
void ReplayFeed::arrive(const std::string& until) {
  while (!coming_.empty() && (until.empty() || coming_.begin()->first <= until)) {
    const Record& record = coming_.begin()->second;
    last_ += 3;
    latest_.at(record).token = last_;
    places_[last_] = record;
    coming_.erase(coming_.begin());
  }
}

std::string ReplayFeed::page(const std::string& root, std::uint64_t token, const std::string& until,
                             bool skip_one) {
  arrive(until);
  const std::string address = root + "/SyncFeed/2.0/Feed?skiptoken=";
  std::string out = R"(<?xml version="1.0" encoding="utf-8"?>)"
                    R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>SyncFeed</title>)";
  auto at = places_.upper_bound(token);
  std::size_t size = 0;
  for (; at != places_.end() && size < page_size; ++at, ++size) {
    token = at->first;
    if (skip_one && size == 1) continue;
    const auto& [type, id] = at->second;
    out += entry(type, id, latest_.at(at->second).change, fmt::format("{}{}", address, token));
  }
  return out + fmt::format(R"(<link rel="{}" href="{}{}"/></feed>)",
                           at == places_.end() ? "resume" : "next", address, token);
}

}  // namespace kamerzoek::test
