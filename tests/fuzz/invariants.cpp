#include "tests/fuzz/invariants.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>
#include <unicode/utf8.h>

#include "corpus/model/json.hpp"
#include "corpus/schema/stored_record.hpp"

namespace kamerzoek::fuzz {
namespace {

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0) return false;
  }
  return true;
}

void check_keys(const Piece& piece) {
  require(!piece.keys.empty(), "a piece has a key");
  require(std::ranges::is_sorted(piece.keys), "keys are sorted");
  require(std::ranges::adjacent_find(piece.keys) == piece.keys.end(), "keys are unique");
  for (const std::string& key : piece.keys) {
    require(!key.empty(), "no key is empty");
    require_utf8(key, "a key is UTF-8");
  }
}

void check_text(const Fields& fields) {
  std::size_t last = 0;
  for (const Mark& mark : fields.marks) {
    require(mark.begin >= last, "marks are ordered by begin");
    require(mark.begin <= mark.end, "a mark ends after its begin");
    require_boundary(fields.tekst, mark.begin, "a mark begins at a character of the text");
    require_boundary(fields.tekst, mark.end, "a mark ends at a character of the text");
    last = mark.begin;
  }
  for (const Noot& note : fields.noten) {
    if (note.plaats) require_boundary(fields.tekst, *note.plaats, "a note stands in the text");
  }
}

/// The index and `export` both go by `store`: what does not survive it is lost.
void check_round_trip(const Piece& piece) {
  const Record record{piece.kind, {piece}};
  const auto back = schema::restore(schema::store(record));
  require(back.has_value(), "a stored record can be restored");
  require(*back == record, "a restored record is the one that was stored");
  describe(record);
}

}  // namespace

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "violated: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void require_utf8(std::string_view text, std::string_view what) {
  require(is_utf8(text), what);
}

void require_boundary(std::string_view text, std::size_t offset, std::string_view what) {
  const bool inside = offset <= text.size();
  require(inside && (offset == text.size() || !U8_IS_TRAIL(text[offset])), what);
}

void check(const Error& error) {
  require(!error.message.empty(), "an error has a message");
  require(error.message.back() != '\n', "a message does not end in a newline");
  require_utf8(error.message, "a message is UTF-8");
  require_utf8(error.hint, "a hint is UTF-8");
}

void check(const Piece& piece) {
  require(!piece.name.empty(), "a piece has a name");
  check_keys(piece);
  if (piece.withdrawn) require(piece.fields == Fields{}, "a withdrawn piece says nothing");
  require_utf8(piece.fields.tekst, "the text is UTF-8");
  check_text(piece.fields);
  check_round_trip(piece);
}

Sink checking_sink() {
  return {[](Piece piece) { check(piece); },
          [](const std::string& where, const Error& error) {
            require(!where.empty(), "a problem has a place");
            check(error);
          }};
}

void check_reader(Result<void> (*read)(const Input&, const Sink&), const std::uint8_t* data,
                  std::size_t size) {
  const auto done = read(Input{as_text(data, size), "file:///verzonnen/bestand"}, checking_sink());
  if (!done) check(done.error());
}

}  // namespace kamerzoek::fuzz
