#include "search/all_matches.hpp"

#include <algorithm>
#include <utility>

#include "search/listing.hpp"

namespace kamerzoek {
namespace {

// Enough that a look at the newest commit costs nothing beside them, and little to hold.
constexpr std::size_t at_a_time = 500;

/// The living document at this number, where it still is the one that was found.
std::optional<SearchResult> unmoved(const Xapian::Database& database, Xapian::docid docid,
                                    std::string_view id) {
  try {
    const Xapian::Document document = database.get_document(docid);
    if (document.get_value(schema::id) != id) return std::nullopt;
    return listed_with_names(document);
  } catch (const Xapian::DocNotFoundError&) {
    return std::nullopt;
  }
}

/// The document that was found under this identifier. A record that became one with another that
/// was found as well comes there.
std::optional<SearchResult> moved(const Xapian::Database& database, const MatchPlaces& places,
                                  std::string_view id) {
  const Xapian::docid docid = find_record(database, {std::string(id)});
  if (docid == 0) return std::nullopt;
  auto result = listed_with_names(database.get_document(docid));
  if (result && result->id != id && places.holds(result->id)) return std::nullopt;
  return result;
}

}  // namespace

MatchPlaces::MatchPlaces(const Xapian::Database& database, const Xapian::MSet& matches) {
  std::vector<std::size_t> by_docid;
  places_.reserve(matches.size());
  by_docid.reserve(matches.size());
  for (auto hit = matches.begin(); hit != matches.end(); ++hit) {
    by_docid.push_back(places_.size());
    places_.push_back({.docid = *hit});
  }
  // Neighbours share a block of values, which a stream reads once.
  std::ranges::sort(by_docid, {}, [this](std::size_t at) { return places_[at].docid; });
  auto ids = database.valuestream_begin(schema::id);
  const auto end = database.valuestream_end(schema::id);
  for (const std::size_t at : by_docid) {
    Place& place = places_[at];
    ids.skip_to(place.docid);
    if (ids == end) break;
    if (ids.get_docid() != place.docid) continue;
    const std::string id = *ids;
    place.id_begin = static_cast<std::uint32_t>(ids_.size());
    place.id_size = static_cast<std::uint32_t>(id.size());
    ids_ += id;
  }
  ids_.shrink_to_fit();
}

std::string_view MatchPlaces::id(std::size_t at) const {
  return std::string_view(ids_).substr(places_[at].id_begin, places_[at].id_size);
}

bool MatchPlaces::holds(std::string_view id) const {
  for (std::size_t at = 0; at < size(); ++at) {
    if (this->id(at) == id) return true;
  }
  return false;
}

AllMatches::AllMatches(Database database, MatchPlaces places)
    : database_(std::move(database)), places_(std::move(places)) {}

Result<std::vector<SearchResult>> AllMatches::next() {
  using Part = std::vector<SearchResult>;
  const auto read_part = [&](std::size_t end) {
    return database_.read([&](const Xapian::Database& database) -> Result<Part> {
      Part part;
      for (std::size_t at = next_; at < end; ++at) {
        auto result = unmoved(database, places_.docid(at), places_.id(at));
        if (!result) result = moved(database, places_, places_.id(at));
        if (result) part.push_back(*std::move(result));
      }
      return part;
    });
  };
  while (next_ < places_.size()) {
    const std::size_t end = std::min(next_ + at_a_time, places_.size());
    auto part = read_part(end);
    if (!part) return part;
    next_ = end;
    if (!part->empty()) return part;
  }
  return Part{};
}

}  // namespace kamerzoek
