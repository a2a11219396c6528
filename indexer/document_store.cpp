#include "indexer/document_store.hpp"

#include "corpus/schema/record_key.hpp"

namespace kamerzoek {

Xapian::docid add(Xapian::WritableDatabase& database, const MadeDocument& made) {
  const Xapian::docid docid = database.add_document(made.found_by);
  database.set_metadata(schema::record_key(docid), made.stored);
  return docid;
}

void replace(Xapian::WritableDatabase& database, Xapian::docid docid, const MadeDocument& made) {
  database.replace_document(docid, made.found_by);
  database.set_metadata(schema::record_key(docid), made.stored);
}

void remove(Xapian::WritableDatabase& database, Xapian::docid docid) {
  database.delete_document(docid);
  database.set_metadata(schema::record_key(docid), {});
}

std::string stored_record(const Xapian::Database& database, Xapian::docid docid) {
  std::string stored = database.get_metadata(schema::record_key(docid));
  return stored.empty() ? database.get_document(docid).get_data() : stored;
}

std::map<std::string, std::string> notes_in(const Xapian::Database& database) {
  std::map<std::string, std::string> notes;
  std::string behind_records = schema::record_prefix;
  ++behind_records.back();
  auto key = database.metadata_keys_begin();
  while (key != database.metadata_keys_end()) {
    if ((*key).starts_with(schema::record_prefix)) {
      key.skip_to(behind_records);
      continue;
    }
    notes.emplace(*key, database.get_metadata(*key));
    ++key;
  }
  return notes;
}

}  // namespace kamerzoek
