#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"

/// The properties of an OData record, one by one.
namespace kamerzoek {

/// How the value of a property becomes the text of a field.
enum class Reading {
  text,    ///< text, without the space around it
  date,    ///< the date of a moment, in the offset it was written in
  number,  ///< an integer or text
  ordinal  ///< as `number`, but nothing for what is not positive (-1 is "has none")
};

struct Property {
  std::string_view name;
  std::string Fields::*field;
  Reading reading;
};

/// Reads the properties of a record: those listed into their fields, any other that says something
/// into `kenmerken`. Returns what is wrong with a listed property of the wrong type.
std::optional<Error> read_properties(std::span<const Property> listed, const nlohmann::json& object,
                                     Fields& into);

/// The GUID in the property, in lower case; empty when it is absent or no GUID.
std::string guid_in(const nlohmann::json& object, const char* property);

/// Text of a property without the space around it; empty when it is absent or no text.
std::string text_in(const nlohmann::json& object, const char* property);

/// An integer or text; empty when the property is neither.
std::string number_in(const nlohmann::json& object, const char* property);

/// The date of a moment, as written; empty when there is none.
std::string date_in(const nlohmann::json& object, const char* property);

bool is_withdrawn(const nlohmann::json& object);

/// When the service last changed the record, for Piece::stamp.
std::string stamp_of(const nlohmann::json& object);

/// The name under which a property becomes a kenmerk: with a small first letter.
std::string kenmerk_name(std::string_view property);

}  // namespace kamerzoek
