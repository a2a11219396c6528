#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "corpus/formats/odata_entities.hpp"

/// What expanded OData records say of each other.
///
/// A relation is a piece of its own because expansions come and go: a later plain record of the
/// same document must not wipe out the zaken an earlier expanded one showed. It has the stamp of
/// the record it was expanded in and is named after it and the property.
namespace kamerzoek {

/// A record with an expanded property, and the records in it that are not withdrawn.
struct Expansion {
  const EntityType& owner_type;
  const nlohmann::json& owner;
  const Piece& owner_piece;
  std::string property;
  std::vector<const nlohmann::json*> parts;
};

/// The type of the records that the property holds; null when they are no records of their own
/// (actors, dossiers) or of a type the reader does not know.
const EntityType* type_in(const EntityType& owner, std::string_view property);

/// What the parts say of their owner: its actors, zaken, dossiers, annexes, agenda. Nothing when
/// the property says nothing of it.
std::optional<Piece> relation_on_owner(const Expansion& expansion);

/// What the owner says of a part: the zaak it belongs to, the document it is an annex of.
std::optional<Piece> relation_on_part(const Expansion& expansion, const Piece& part);

/// The version of a document: it carries the identifier under which it was published. `document` is
/// the GUID of the document it was expanded in, empty when it stands alone.
Result<Piece> read_version(const nlohmann::json& version, const std::string& document);

/// Of all versions of a document the one in force; null when there are none.
const nlohmann::json* current_version(const nlohmann::json& document,
                                      const std::vector<const nlohmann::json*>& versions);

}  // namespace kamerzoek
