#include "search/catalogue.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/schema/schema.hpp"
#include "search/address.hpp"
#include "search/calendar_day.hpp"
#include "search/columns.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

std::size_t part_of(Xapian::docid docid) {
  return (docid - 1) / catalogue_part_size + 1;
}

std::optional<std::chrono::year_month_day> day_of(const std::string& value) {
  std::uint32_t day = 0;
  std::from_chars(value.data(), value.data() + value.size(), day);
  return calendar_day(day);
}

}  // namespace

Result<std::vector<std::size_t>> Searcher::catalogue_parts() {
  return database_.read([&](const Xapian::Database& database) -> Result<std::vector<std::size_t>> {
    std::vector<std::size_t> parts;
    for (const Xapian::docid docid : Columns::of(database)->documents()) {
      if (parts.empty() || parts.back() != part_of(docid)) parts.push_back(part_of(docid));
    }
    return parts;
  });
}

Result<std::vector<CatalogueEntry>> Searcher::catalogue_part(std::size_t number) {
  return database_.read([&](const Xapian::Database& database)
                            -> Result<std::vector<CatalogueEntry>> {
    const auto columns = Columns::of(database);
    const auto& documents = columns->documents();
    const auto begin = std::ranges::lower_bound(documents, number, {}, part_of);
    const auto end = std::ranges::upper_bound(documents, number, {}, part_of);
    if (begin == end) {
      return failure(ErrorCode::not_found, fmt::format("deel {} van de lijst is er niet", number));
    }
    std::vector<CatalogueEntry> part;
    part.reserve(static_cast<std::size_t>(end - begin));
    auto ids = database.valuestream_begin(schema::id);
    auto changed = database.valuestream_begin(schema::bijgewerkt);
    const auto none = database.valuestream_end(schema::bijgewerkt);
    for (auto docid = begin; docid != end; ++docid) {
      ids.skip_to(*docid);
      CatalogueEntry& entry = part.emplace_back(CatalogueEntry{address_of(Kind::document, *ids)});
      if (changed != none) changed.skip_to(*docid);
      if (changed != none && changed.get_docid() == *docid) entry.changed = day_of(*changed);
    }
    return part;
  });
}

Result<std::vector<DossierNumber>> Searcher::dossiers() {
  return database_.read(
      [&](const Xapian::Database& database) -> Result<std::vector<DossierNumber>> {
        std::vector<DossierNumber> numbers;
        for (const Columns::Value& value : Columns::of(database)->values()) {
          if (value.facet != Columns::Facet::dossier) continue;
          auto number = DossierNumber::parse(value.text);
          if (!number) continue;
          if (!number->toevoeging.empty()) numbers.push_back({number->nummer, ""});
          numbers.push_back(*std::move(number));
        }
        std::ranges::sort(numbers);
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return numbers;
      });
}

}  // namespace kamerzoek
