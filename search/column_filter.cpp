#include "search/column_filter.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace kamerzoek {
namespace {

using Docids = std::vector<Xapian::docid>;

class DocidSource : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::shared_ptr<const Docids> docids) : docids_(std::move(docids)) {}

  DocidSource* clone() const override { return new DocidSource(docids_); }

  void init(const Xapian::Database& /*database*/) override {
    at_ = docids_->begin();
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double /*min_weight*/) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override {
    started_ = true;
    at_ = std::lower_bound(at_, docids_->end(), docid);
  }
  bool at_end() const override { return started_ && at_ == docids_->end(); }
  Xapian::docid get_docid() const override { return *at_; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(docids_->size()); }

  std::shared_ptr<const Docids> docids_;  ///< ascending
  Docids::const_iterator at_;
  bool started_ = false;
};

}  // namespace

Xapian::Query column_filter(const Columns& columns, const std::vector<Columns::Code>& codes) {
  std::vector<bool> wanted(columns.values().size());
  for (const Columns::Code code : codes) wanted[code] = true;
  Docids docids;
  for (const Xapian::docid docid : columns.documents()) {
    bool has = false;
    columns.each_code(docid, [&](Columns::Code code) { has = has || wanted[code]; });
    if (has) docids.push_back(docid);
  }
  return docid_filter(std::move(docids));
}

Xapian::Query docid_filter(std::vector<Xapian::docid> docids) {
  auto shared = std::make_shared<const Docids>(std::move(docids));
  return Xapian::Query((new DocidSource(std::move(shared)))->release());
}

}  // namespace kamerzoek
