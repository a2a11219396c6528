#include "search/besluiten.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "corpus/model/merge.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

/// Calls `each` for the living records of a kind that bear a label.
template <class Each>
Result<void> each_labelled(const Xapian::Database& database, const std::string& term, Kind kind,
                           Each each) {
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    auto record = load_record(database, *at);
    if (!record) return tl::unexpected(record.error());
    if (record->kind != kind) continue;
    if (auto done = each(*record); !done) return done;
  }
  return {};
}

Result<void> add_stemmen(const Xapian::Database& database, const Record& besluit,
                         std::vector<Besluit::Stem>& stemmen) {
  for (const std::string& key : keys(besluit)) {
    auto done =
        each_labelled(database, label_term(Label::part_of, key), Kind::stemming,
                      [&](const Record& stemming) -> Result<void> {
                        Fields fields = view(stemming);
                        stemmen.push_back({std::move(fields.onderwerp), std::move(fields.soort)});
                        return {};
                      });
    if (!done) return done;
  }
  // In favour first: `Voor` comes after `Tegen` in the alphabet.
  std::ranges::sort(stemmen, [](const Besluit::Stem& a, const Besluit::Stem& b) {
    return std::tie(b.soort, a.naam) < std::tie(a.soort, b.naam);
  });
  return {};
}

}  // namespace

Result<std::vector<Besluit>> besluiten_of(const Xapian::Database& database,
                                          const std::string& zaak) {
  std::vector<Besluit> besluiten;
  auto done = each_labelled(database, label_term(Label::zaak, zaak), Kind::besluit,
                            [&](const Record& record) -> Result<void> {
                              Fields fields = view(record);
                              Besluit& besluit = besluiten.emplace_back();
                              besluit.zaak = zaak;
                              besluit.soort = std::move(fields.soort);
                              besluit.tekst = std::move(fields.onderwerp);
                              return add_stemmen(database, record, besluit.stemmen);
                            });
  if (!done) return tl::unexpected(done.error());
  return besluiten;
}

}  // namespace kamerzoek
