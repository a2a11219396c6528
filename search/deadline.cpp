#include "search/deadline.hpp"

#include <cstdint>

#include "search/database.hpp"

namespace kamerzoek {
namespace {

/// Every document number up to the last; those that are no document the rest of the query leaves
/// out.
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(Deadline deadline) : deadline_(deadline) {}

  DeadlineSource* clone() const override { return new DeadlineSource(deadline_); }

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
  }

  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double /*min_weight*/) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override {
    if (docid > at_) move_to(docid);
  }
  bool check(Xapian::docid docid, double /*min_weight*/) override {
    move_to(docid);
    return true;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  void move_to(Xapian::docid docid) {
    at_ = docid;
    // A look at the clock costs more than a candidate.
    constexpr std::uint32_t candidates = 64;
    if (++asked_ % candidates == 0) deadline_.check();
  }

  Deadline deadline_;
  Xapian::doccount count_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  std::uint32_t asked_ = 0;
};

}  // namespace

Xapian::Query Deadline::filter() const {
  if (at_ == Clock::time_point::max()) return every_record();
  return Xapian::Query((new DeadlineSource(*this))->release());
}

}  // namespace kamerzoek
