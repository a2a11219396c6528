#include "corpus/model/merge.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"

namespace kamerzoek {
namespace {

bool contains(const std::vector<std::string>& sorted, const std::string& key) {
  return std::ranges::binary_search(sorted, key);
}

/// A withdrawal takes with it all that the same source says of the same thing: the versions and
/// relations of a deleted OData document, but not its official publication.
bool lives(const Record& record, const Piece& piece) {
  if (piece.withdrawn) return false;
  return std::ranges::none_of(record.pieces, [&](const Piece& other) {
    return other.withdrawn && other.source == piece.source &&
           std::ranges::any_of(other.keys,
                               [&](const std::string& key) { return contains(piece.keys, key); });
  });
}

/// The living pieces, the one to be believed first in front.
std::vector<const Piece*> by_precedence(const Record& record) {
  std::vector<const Piece*> living;
  for (const Piece& piece : record.pieces) {
    if (lives(record, piece)) living.push_back(&piece);
  }
  // Pieces are kept ordered by source and name; within a source the later version comes first.
  std::ranges::stable_sort(living, [](const Piece* a, const Piece* b) {
    return std::tie(a->source, b->stamp) < std::tie(b->source, a->stamp);
  });
  return living;
}

/// The same content in another place is no change: a copied folder must not rewrite the index. In
/// the same place the file itself must be the same.
bool says_the_same(const Piece& a, const Piece& b) {
  if (a.origin == b.origin && a.digest != b.digest) return false;
  return std::tie(a.kind, a.keys, a.stamp, a.withdrawn, a.fields) ==
         std::tie(b.kind, b.keys, b.stamp, b.withdrawn, b.fields);
}

auto place_of(Record& record, const Piece& piece) {
  return std::ranges::lower_bound(record.pieces, std::tie(piece.source, piece.name), {},
                                  [](const Piece& p) { return std::tie(p.source, p.name); });
}

/// Says more, or, saying as much, is greater in bytes: an order that any two pieces have.
bool says_more(const Piece& a, const Piece& b) {
  const std::string one = dump(to_json(a));
  const std::string other = dump(to_json(b));
  return std::tuple(one.size(), one) > std::tuple(other.size(), other);
}

/// Whether `piece` takes the place of `held`, of the same source and name but other content.
bool replaces(const Piece& piece, const Piece& held) {
  if (!piece.stamp.empty() && !held.stamp.empty() && piece.stamp != held.stamp) {
    return piece.stamp > held.stamp;
  }
  // One version of an OData record differs from itself by what was selected with it, and two files
  // of the same document by how they were saved: keep the fuller one, whichever comes first. But a
  // file that was edited, or a line of JSON Lines, is meant to replace what it said before.
  const bool same_place = piece.source != Source::odata && piece.origin == held.origin;
  return same_place || says_more(piece, held);
}

/// Puts the piece in its place; false when the record is as it was.
bool place(Record& record, Piece piece) {
  auto at = place_of(record, piece);
  if (at == record.pieces.end() || at->source != piece.source || at->name != piece.name) {
    record.pieces.insert(at, std::move(piece));
    return true;
  }
  if (says_the_same(*at, piece) || !replaces(piece, *at)) return false;
  *at = std::move(piece);
  return true;
}

template <class T>
void take_first(T Fields::*field, const std::vector<const Piece*>& pieces, Fields& into) {
  for (const Piece* piece : pieces) {
    if (piece->fields.*field == T{}) continue;
    into.*field = piece->fields.*field;
    return;
  }
}

template <class... T>
void take_first_of_each(const std::vector<const Piece*>& pieces, Fields& into,
                        T Fields::*... fields) {
  (take_first(fields, pieces, into), ...);
}

void unite_dossiers(const std::vector<DossierLink>& from, std::vector<DossierLink>& into) {
  for (const DossierLink& link : from) {
    auto known = std::ranges::find(into, link.nummer, &DossierLink::nummer);
    if (known == into.end()) {
      into.push_back(link);
    } else if (known->titel.empty()) {
      known->titel = link.titel;
    }
  }
}

/// Text, marks and notes belong together, so they come from one piece: the most faithful one.
const Piece* with_text(const std::vector<const Piece*>& pieces) {
  constexpr std::array faithful = {
      Source::official_xml, Source::jsonl,  Source::docx, Source::odt, Source::html, Source::rtf,
      Source::doc,          Source::opentk, Source::text, Source::pdf, Source::odata};
  for (Source source : faithful) {
    for (const Piece* piece : pieces) {
      if (piece->source == source && !piece->fields.tekst.empty()) return piece;
    }
  }
  return nullptr;
}

bool is_guid(const std::string& key) {
  return key.size() == 36 && key[8] == '-' && key[13] == '-' && key[18] == '-' && key[23] == '-';
}

/// How good a name a key is: lower is better. Names that say what they name come before serial
/// numbers, and a GUID is the last resort.
int rank_of(const std::string& key) {
  if (auto publication = PublicationId::parse(key)) {
    return publication->dossier || !publication->kamer.empty() ? 0 : 1;
  }
  if (DocumentNumber::parse(key)) return 2;
  return is_guid(key) ? 4 : 3;
}

}  // namespace

Change put(Record& record, Piece piece) {
  const bool was_alive = !record.pieces.empty() && !withdrawn(record);
  record.kind = piece.kind;
  if (!place(record, std::move(piece))) return Change::none;
  if (withdrawn(record)) return Change::withdrawn;
  return was_alive ? Change::updated : Change::added;
}

void absorb(Record& into, Record&& other) {
  for (Piece& piece : other.pieces) place(into, std::move(piece));
}

std::vector<std::string> keys(const Record& record) {
  std::vector<std::string> all;
  for (const Piece& piece : record.pieces) {
    all.insert(all.end(), piece.keys.begin(), piece.keys.end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string id(const Record& record) {
  const std::vector<std::string> all = keys(record);
  const auto best = std::ranges::min_element(
      all, {}, [](const std::string& key) { return std::tuple(rank_of(key), key.size(), key); });
  return best == all.end() ? std::string{} : *best;
}

bool withdrawn(const Record& record) {
  return std::ranges::none_of(record.pieces,
                              [&](const Piece& piece) { return lives(record, piece); });
}

const Piece* piece_of_text(const Record& record) {
  return with_text(by_precedence(record));
}

Fields view(const Record& record) {
  const auto pieces = by_precedence(record);
  Fields merged;
  take_first_of_each(pieces, merged, &Fields::documentNummer, &Fields::soort, &Fields::titel,
                     &Fields::onderwerp, &Fields::datum, &Fields::vergaderjaar, &Fields::volgnummer,
                     &Fields::actoren, &Fields::bijlagen, &Fields::bronDocument, &Fields::agenda,
                     &Fields::versie, &Fields::bijgewerkt);
  if (const Piece* piece = with_text(pieces)) {
    merged.tekst = piece->fields.tekst;
    merged.marks = piece->fields.marks;
    merged.noten = piece->fields.noten;
  }
  for (const Piece* piece : pieces) {
    unite_dossiers(piece->fields.dossiers, merged.dossiers);
    merged.kenmerken.insert(piece->fields.kenmerken.begin(), piece->fields.kenmerken.end());
    std::ranges::copy(piece->fields.zaken, std::back_inserter(merged.zaken));
  }
  std::ranges::sort(merged.zaken);
  merged.zaken.erase(std::unique(merged.zaken.begin(), merged.zaken.end()), merged.zaken.end());
  return merged;
}

}  // namespace kamerzoek
