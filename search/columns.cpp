#include "search/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <mutex>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/schema/schema.hpp"
#include "search/database.hpp"
#include "search/prior.hpp"

namespace kamerzoek {
namespace {

/// The values of one slot, asked for in ascending order of docid.
class Slot {
 public:
  Slot(const Xapian::Database& database, schema::Slot slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  /// Empty where the record has none.
  std::string operator[](Xapian::docid docid) {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

template <class Each>
void each_entry(std::string_view list, Each each) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(schema::list_separator), list.size());
    each(std::string(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// Gives values their codes.
class Codes {
 public:
  explicit Codes(std::vector<Columns::Value>& values) : values_(values) {}

  Columns::Code of(Columns::Facet facet, const std::string& text) {
    auto& known = known_[static_cast<std::size_t>(facet)];
    const auto [entry, is_new] =
        known.try_emplace(text, static_cast<Columns::Code>(values_.size()));
    if (is_new) values_.push_back({facet, text});
    return entry->second;
  }

 private:
  std::vector<Columns::Value>& values_;
  std::array<std::unordered_map<std::string, Columns::Code>, 5> known_;
};

using CommissiesOfZaken = std::unordered_map<std::string, std::vector<Columns::Code>>;

CommissiesOfZaken commissies_of_zaken(const Xapian::Database& database, Codes& codes) {
  CommissiesOfZaken found;
  Slot numbers(database, schema::zaken);
  const std::string kind = label_term(schema::Label::kind, name_of(Kind::zaak));
  Slot names(database, schema::commissies);
  for (auto zaak = database.postlist_begin(kind); zaak != database.postlist_end(kind); ++zaak) {
    const std::string list = names[*zaak];
    if (list.empty()) continue;
    auto& of = found[numbers[*zaak]];
    each_entry(list, [&](const std::string& name) {
      of.push_back(codes.of(Columns::Facet::commissie, name));
    });
  }
  return found;
}

std::uint32_t number(const std::string& date) {
  std::uint32_t value = 0;
  std::from_chars(date.data(), date.data() + date.size(), value);
  return value;
}

std::uint32_t today() {
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return static_cast<std::uint32_t>(static_cast<int>(day.year())) * 10'000 +
         static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day());
}

/// Each document's place among those of its date.
std::vector<std::uint32_t> places(const Xapian::Database& database,
                                  const std::vector<Xapian::docid>& documents,
                                  const std::vector<std::uint32_t>& dates) {
  struct Dated {
    std::uint32_t date;
    std::string id;
    Xapian::docid docid;
  };
  std::vector<Dated> in_order;
  in_order.reserve(documents.size());
  Slot ids(database, schema::id);
  for (const Xapian::docid docid : documents) in_order.push_back({dates[docid], ids[docid], docid});
  std::ranges::sort(in_order, [](const Dated& a, const Dated& b) {
    return std::tie(a.date, a.id) < std::tie(b.date, b.id);
  });
  std::vector<std::uint32_t> places(dates.size());
  for (std::size_t i = 1; i < in_order.size(); ++i) {
    const bool same_date = in_order[i].date == in_order[i - 1].date;
    if (same_date) places[in_order[i].docid] = places[in_order[i - 1].docid] + 1;
  }
  return places;
}

}  // namespace

Columns::Columns(const Xapian::Database& database) {
  const std::size_t size = static_cast<std::size_t>(database.get_lastdocid()) + 2;
  begins_.reserve(size);
  dates_.resize(size);
  Codes codes(values_);
  const CommissiesOfZaken commissies = commissies_of_zaken(database, codes);
  std::array lists = {std::pair{Facet::soort, Slot(database, schema::soort)},
                      std::pair{Facet::dossier, Slot(database, schema::dossiers)},
                      std::pair{Facet::indiener, Slot(database, schema::indieners)},
                      std::pair{Facet::commissie, Slot(database, schema::commissies)}};
  Slot datum(database, schema::datum);
  Slot zaken(database, schema::zaken);
  const std::uint32_t last_day = today();

  const std::string kind = label_term(schema::Label::kind, name_of(Kind::document));
  for (auto at = database.postlist_begin(kind); at != database.postlist_end(kind); ++at) {
    const Xapian::docid docid = *at;
    documents_.push_back(docid);
    begins_.resize(docid + 1, static_cast<std::uint32_t>(codes_.size()));
    const auto first = static_cast<std::ptrdiff_t>(codes_.size());
    for (auto& [facet, slot] : lists) {
      each_entry(slot[docid], [&, of = facet](const std::string& text) {
        codes_.push_back(codes.of(of, text));
      });
    }
    const std::string date = datum[docid];
    dates_[docid] = number(date);
    if (dates_[docid] <= last_day) newest_date_ = std::max(newest_date_, dates_[docid]);
    if (date.size() >= 4) codes_.push_back(codes.of(Facet::jaar, date.substr(0, 4)));
    if (!commissies.empty()) {
      each_entry(zaken[docid], [&](const std::string& zaak) {
        const auto found = commissies.find(zaak);
        if (found == commissies.end()) return;
        codes_.insert(codes_.end(), found->second.begin(), found->second.end());
      });
    }
    std::sort(codes_.begin() + first, codes_.end());
    codes_.erase(std::unique(codes_.begin() + first, codes_.end()), codes_.end());
  }
  begins_.resize(size, static_cast<std::uint32_t>(codes_.size()));
  places_ = places(database, documents_, dates_);
  priors_ = prior_weights(database, *this);
}

std::shared_ptr<const Columns> Columns::of(const Xapian::Database& database) {
  struct Made {
    std::string uuid;
    Xapian::rev revision = 0;
    std::shared_ptr<const Columns> columns;
  };
  // Two, as for a moment some threads read the revision before a commit and some the one after.
  static std::array<Made, 2> made;
  static std::mutex mutex;
  const std::string uuid = database.get_uuid();
  const Xapian::rev revision = database.get_revision();
  const std::lock_guard lock(mutex);
  for (const Made& one : made) {
    if (one.columns && one.revision == revision && one.uuid == uuid) return one.columns;
  }
  auto columns = std::make_shared<const Columns>(database);
  made[1] = std::move(made[0]);
  made[0] = {uuid, revision, columns};
  return columns;
}

}  // namespace kamerzoek
