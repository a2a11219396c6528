#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

/// Records as JSON, with the field names of the contract. This is the one place that knows how a
/// field is spelt in JSON; readers, index, exports and the API go through it.
namespace kamerzoek {

/// Fields as a JSON object; empty fields are left out.
nlohmann::ordered_json to_json(const Fields& fields);

/// Reads what `to_json` writes, and the freer forms the contract allows (`dossier` as a plain
/// number, `zaken` as numbers). Unknown names are ignored; a known one of the wrong type fails.
Result<Fields> fields_from_json(const nlohmann::json& object);

nlohmann::ordered_json to_json(const Piece& piece);
Result<Piece> piece_from_json(const nlohmann::json& object);

/// The merged view with `id` and `bronnen` (where each piece came from, without what it says).
nlohmann::ordered_json describe(const Record& record);

/// A line of `export`: the merged view, with `bronnen` holding every piece whole, so that nothing
/// is lost on the way out and in.
nlohmann::ordered_json export_json(const Record& record);

/// The JSON as text on one line; text that is no UTF-8 gets U+FFFD where it is broken.
std::string dump(const nlohmann::ordered_json& value);

}  // namespace kamerzoek
