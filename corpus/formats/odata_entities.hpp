#pragma once

#include <span>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "corpus/formats/odata_properties.hpp"
#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

/// The entity types of the Tweede Kamer's OData service, and how one record of them, by itself,
/// becomes a piece. What records say of each other is in odata_relations.hpp.
namespace kamerzoek {

/// What, besides the GUID, makes two records of the type one.
enum class NumberKey { none, as_is, with_name };

struct EntityType {
  std::string_view name;
  Kind kind;
  /// Properties that no other type has, by which a record without context is recognised.
  std::string_view own_property;
  std::string_view other_own_property;
  NumberKey number_key;
  std::span<const Property> properties;
};

/// The type of that name, or null when the reader does not know it. DocumentVersie is among them.
const EntityType* entity_named(std::string_view name);

/// The type of a record that does not name it, by its properties; null when none fits.
const EntityType* entity_of(const nlohmann::json& object);

/// The piece of one record, without its relations. Fails for a record without `Id` or with a
/// property of the wrong type.
Result<Piece> read_entity(const EntityType& type, const nlohmann::json& object);

}  // namespace kamerzoek
