#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/model/merge.hpp"
#include "corpus/references/spelling.hpp"
#include "search/besluiten.hpp"
#include "search/linked_papers.hpp"
#include "search/listing.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

// A zaak has a handful of documents; a list past this is a fault in the data, not a page.
constexpr std::size_t most_linked = 1000;
// Records of an export between two looks at the newest commit.
constexpr std::size_t at_a_time = 1000;

/// The held zaken with these numbers.
Result<std::vector<Record>> zaken_of(const Xapian::Database& database, const Fields& fields) {
  std::vector<Record> zaken;
  for (const std::string& nummer : fields.zaken) {
    const Xapian::docid docid = find_record(database, {nummer});
    if (docid == 0) continue;
    auto zaak = load_record(database, docid);
    if (!zaak) return tl::unexpected(zaak.error());
    if (!withdrawn(*zaak)) zaken.push_back(*std::move(zaak));
  }
  return zaken;
}

/// The living documents that name this zaak, oldest first.
std::vector<SearchResult> documents_of(const Xapian::Database& database, const std::string& zaak) {
  std::vector<SearchResult> documents;
  const std::string term = label_term(Label::zaak, zaak);
  for (auto at = database.postlist_begin(term);
       at != database.postlist_end(term) && documents.size() < most_linked; ++at) {
    if (auto document = listed(database.get_document(*at))) {
      documents.push_back(*std::move(document));
    }
  }
  std::ranges::sort(documents, {},
                    [](const SearchResult& one) { return std::tie(one.datum, one.id); });
  return documents;
}

Result<LinkedRecord> linked(const Xapian::Database& database, std::string_view name) {
  const auto docid = find_living(database, name);
  if (!docid) return tl::unexpected(docid.error());
  auto record = load_record(database, *docid);
  if (!record) return tl::unexpected(record.error());
  LinkedRecord out;
  const Fields fields = view(*record);
  auto zaken = zaken_of(database, fields);
  if (!zaken) return tl::unexpected(zaken.error());
  out.zaken = *std::move(zaken);
  std::vector<std::string> decided_on = fields.zaken;
  if (record->kind == Kind::zaak) {
    out.documenten = documents_of(database, fields.documentNummer);
    decided_on = {fields.documentNummer};
  }
  for (const std::string& zaak : decided_on) {
    auto besluiten = besluiten_of(database, zaak);
    if (!besluiten) return tl::unexpected(besluiten.error());
    std::ranges::move(*besluiten, std::back_inserter(out.besluiten));
  }
  out.record = *std::move(record);
  return out;
}

}  // namespace

Result<LinkedRecord> Searcher::show(std::string_view name) {
  return database_.read([&](const Xapian::Database& database) { return linked(database, name); });
}

Result<SearchResult> Searcher::listing(std::string_view name) {
  return database_.read([&](const Xapian::Database& database) -> Result<SearchResult> {
    const auto docid = find_living(database, name);
    if (!docid) return tl::unexpected(docid.error());
    auto result = listed_with_names(database.get_document(*docid));
    if (result) return *std::move(result);
    return failure(ErrorCode::not_found, fmt::format("'{}' is geen document", name));
  });
}

Result<Links> Searcher::links(const Record& record) {
  return database_.read([&](const Xapian::Database& database) -> Result<Links> {
    Links links;
    const std::vector<std::string> names = keys(record);
    const Fields fields = view(record);
    links.citations = citations_in(fields);
    links.cites = cited_papers(database, fields, links.citations, names);
    links.related = related_papers(database, record);
    if (auto done = add_citing_papers(database, names, links); !done) {
      return tl::unexpected(done.error());
    }
    return links;
  });
}

Result<Links> Searcher::links(std::string_view name) {
  const auto held = show(name);
  if (held) return links(held->record);
  std::vector<std::string> names = keys_named(name);
  if (names.empty() || held.error().code != ErrorCode::not_found) {
    return tl::unexpected(held.error());
  }
  std::ranges::sort(names);
  return database_.read([&](const Xapian::Database& database) -> Result<Links> {
    Links links;
    auto done = add_citing_papers(database, names, links);
    if (!done) return tl::unexpected(done.error());
    if (links.cited_by_total == 0) return tl::unexpected(held.error());
    return links;
  });
}

Result<void> Searcher::each_record(const std::function<void(const Record&)>& each) {
  const std::string prefix(schema::prefix_of(Label::identity));
  std::string last;  // the term of the record handed over last
  const auto some_more = [&](const Xapian::Database& database) -> Result<bool> {
    auto term = database.allterms_begin(prefix);
    const auto end = database.allterms_end(prefix);
    if (!last.empty()) term.skip_to(last);
    if (term != end && *term == last) ++term;
    for (std::size_t count = 0; term != end && count < at_a_time; ++term, ++count) {
      auto record = load_record(database, *database.postlist_begin(*term));
      if (!record) return tl::unexpected(record.error());
      each(*record);
      last = *term;
    }
    return term != end;
  };
  // A writer may commit any number of times meanwhile. Each part is read from the newest commit,
  // and begun again after the last record that was handed over.
  for (;;) {
    auto more = database_.read(some_more);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
  }
}

}  // namespace kamerzoek
