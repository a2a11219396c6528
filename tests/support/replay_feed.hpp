#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

/// The SyncFeed that the server that replays records has beside OData.
namespace kamerzoek::test {

class ReplayFeed {
 public:
  struct Change {
    std::string stamp;    ///< what OData has; the feed makes it known a second later
    std::string changed;  ///< of the record itself, as OData writes it; empty for none
    bool withdrawn = false;
  };

  /// Of each record the feed holds the latest change. One with the stamp of the change that it
  /// holds already is none.
  void announce(const std::string& type, const std::string& id, Change change);

  /// A page of the changes behind the token. What has a later stamp than `until` is not there yet,
  /// where that is not empty.
  std::string page(const std::string& root, std::uint64_t token, const std::string& until,
                   bool skip_one);

 private:
  using Record = std::pair<std::string, std::string>;  ///< type and Id
  struct Held {
    Change change;
    std::uint64_t token;  ///< the place behind it; 0: none yet
  };

  void arrive(const std::string& until);

  std::map<Record, Held> latest_;
  std::set<std::pair<std::string, Record>> coming_;  ///< without a place, by their stamps
  std::map<std::uint64_t, Record> places_;
  std::uint64_t last_ = 0;
};

}  // namespace kamerzoek::test
