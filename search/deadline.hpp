#pragma once

#include <chrono>
#include <exception>

#include <xapian.h>

namespace kamerzoek {

/// Thrown where a search is stopped; it ends in the Searcher.
struct DeadlinePassed : std::exception {};

/// The moment at which a search is given up. Xapian's own time limit only stops it from checking
/// more candidates than it needs; this stops it wherever it is.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  /// From now on; a limit of zero is none.
  explicit Deadline(std::chrono::milliseconds limit)
      : at_(limit.count() > 0 ? Clock::now() + limit : Clock::time_point::max()) {}

  /// Throws DeadlinePassed when it has.
  void check() const {
    if (Clock::now() > at_) throw DeadlinePassed();
  }

  /// A query that every record matches, and that throws DeadlinePassed out of the match once the
  /// deadline has passed. To be combined with AND or FILTER: Xapian asks it for every candidate.
  Xapian::Query filter() const;

 private:
  Clock::time_point at_;
};

}  // namespace kamerzoek
