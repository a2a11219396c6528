#pragma once

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/formats/utc_stamp.hpp"

/// What the server that replays records holds, and how it is asked for.
namespace kamerzoek::test {

struct Stored {
  std::string stamp;
  std::string number;  ///< of a document
  std::string text;
};

using Place = std::pair<std::string, std::string>;  ///< stamp and Id

/// The comparisons of a $filter that this server understands, joined by "and" or, of Ids, "or".
class Filter {
 public:
  explicit Filter(const std::string& text) {
    static const std::regex stamp("ApiGewijzigdOp (ge|gt|le|lt|eq) ([0-9T:.Z-]+)");
    for (std::sregex_iterator at(text.begin(), text.end(), stamp), end; at != end; ++at) {
      bounds_.emplace_back((*at)[1], utc_stamp((*at)[2].str()));
    }
    // Of a record itself, or, behind a slash, of one that it shows.
    static const std::regex id("(/?)Id eq ([0-9a-f-]{36})");
    for (std::sregex_iterator at(text.begin(), text.end(), id), end; at != end; ++at) {
      ids_.insert((*at)[2]);
      itself_ = (*at)[1].length() == 0;
    }
  }

  bool is_between(const std::string& stamp) const {
    return std::ranges::all_of(bounds_, [&](const auto& bound) {
      const auto& [op, value] = bound;
      return op == "ge"   ? stamp >= value
             : op == "gt" ? stamp > value
             : op == "le" ? stamp <= value
             : op == "lt" ? stamp < value
                          : stamp == value;
    });
  }

  /// The Ids of the records it wants; empty for any.
  const std::set<std::string>& own_ids() const {
    static const std::set<std::string> any;
    return itself_ ? ids_ : any;
  }

  /// Whether it wants records that show others; and whether this one does.
  bool wants_shown() const { return !itself_ && !ids_.empty(); }
  bool is_shown(const std::string& record) const {
    return std::ranges::any_of(
        ids_, [&](const std::string& id) { return record.find(id) != record.npos; });
  }

 private:
  std::vector<std::pair<std::string, std::string>> bounds_;
  std::set<std::string> ids_;
  bool itself_ = false;
};

/// The records of one entity type.
struct Entities {
  std::map<std::string, Stored> by_id;
  std::set<Place> in_order;

  void put(const std::string& id, Stored record) {
    if (const auto held = by_id.find(id); held != by_id.end()) {
      in_order.erase({held->second.stamp, id});
    }
    in_order.emplace(record.stamp, id);
    by_id.insert_or_assign(id, std::move(record));
  }

  /// In the order of their stamps, or `down`, the latest first; none later than `until`, where that
  /// is not empty.
  std::vector<Place> matching(const Filter& filter, const std::string& until, bool down) const {
    std::vector<Place> found;
    const auto take = [&](const Place& place) {
      if (!until.empty() && place.first > until) return;
      if (!filter.is_between(place.first)) return;
      if (filter.wants_shown() && !filter.is_shown(by_id.at(place.second).text)) return;
      found.push_back(place);
    };
    for (const std::string& id : filter.own_ids()) {
      if (const auto held = by_id.find(id); held != by_id.end()) take({held->second.stamp, id});
    }
    if (filter.own_ids().empty()) std::ranges::for_each(in_order, take);
    if (down) std::ranges::reverse(found);
    return found;
  }
};

}  // namespace kamerzoek::test
