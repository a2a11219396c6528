#pragma once

#include <map>
#include <string>

#include <xapian.h>

namespace kamerzoek {

/// What the index holds of a record.
struct MadeDocument {
  Xapian::Document found_by;  ///< its terms and values
  std::string stored;         ///< the record itself, as `schema::store` gives it
};

/// Documents and their records, which are metadata of the database and not the data of documents:
/// those Xapian tries to deflate each time they are written or merged, packed as they are. All of
/// these throw what Xapian throws.

/// Returns the number it got.
Xapian::docid add(Xapian::WritableDatabase& database, const MadeDocument& made);

/// In the place of what has the number, if anything has.
void replace(Xapian::WritableDatabase& database, Xapian::docid docid, const MadeDocument& made);

void remove(Xapian::WritableDatabase& database, Xapian::docid docid);

/// For `schema::restore`; empty where the document has none. Also of an index of before schema 8,
/// where it was the document's data.
std::string stored_record(const Xapian::Database& database, Xapian::docid docid);

/// All metadata that are no records, by key.
std::map<std::string, std::string> notes_in(const Xapian::Database& database);

}  // namespace kamerzoek
