#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/schema/stored_record.hpp"
#include "tests/fuzz/invariants.hpp"

using namespace kamerzoek;
using fuzz::require;

/// A damaged index may hold anything where a record should be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = schema::restore(fuzz::as_text(data, size));
  if (!record) {
    fuzz::check(record.error());
    return 0;
  }
  require(!record->pieces.empty(), "a record has a piece");
  fuzz::require_utf8(dump(describe(*record)), "a description is UTF-8");
  fuzz::require_utf8(dump(export_json(*record)), "a line of an export is UTF-8");
  const std::string stored = schema::store(*record);
  const auto again = schema::restore(stored);
  require(again && schema::store(*again) == stored, "what is stored is restored the same");
  for (const Piece& piece : record->pieces) require(!piece.keys.empty(), "a piece has a key");
  // Unites the record with itself: nothing may change.
  Record united = *record;
  for (const Piece& piece : record->pieces) put(united, piece);
  id(united);
  view(united);
  return 0;
}
