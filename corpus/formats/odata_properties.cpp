#include "corpus/formats/odata_properties.hpp"

#include <algorithm>
#include <cstdint>

#include <nlohmann/json.hpp>

#include "corpus/formats/guid.hpp"
#include "corpus/formats/utc_stamp.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;

constexpr std::string_view spaces = " \t\r\n\f\v";
constexpr std::string_view unknown_moment = "0001-01-01T";  // what .NET writes for "not known"

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(spaces);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

const json* member(const json& object, const char* property) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(property);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

bool is_number_or_text(const json& value) {
  return value.is_string() || value.is_number_integer();
}

std::string number_text(const json& value) {
  if (value.is_string()) return trimmed(value.get_ref<const std::string&>());
  return value.is_number_integer() ? value.dump() : std::string{};
}

/// -1 stands for "has none"; so does 0, which no paper has.
std::string ordinal_text(const json& value) {
  std::string text = number_text(value);
  return text == "0" || text.starts_with('-') ? std::string{} : text;
}

/// False when the value has the wrong type. Null is right for every property.
bool read_listed(const Property& property, const json& value, Fields& into) {
  if (value.is_null()) return true;
  std::string& field = into.*property.field;
  switch (property.reading) {
    case Reading::text:
      if (!value.is_string()) return false;
      field = trimmed(value.get_ref<const std::string&>());
      return true;
    case Reading::date:
      if (!value.is_string()) return false;
      field = iso_date(value.get_ref<const std::string&>());
      return true;
    case Reading::number:
      if (!is_number_or_text(value)) return false;
      field = number_text(value);
      return true;
    case Reading::ordinal:
      if (!is_number_or_text(value)) return false;
      field = ordinal_text(value);
      return true;
  }
  return false;
}

/// What a property says as a kenmerk; empty for what says nothing. Only of a zaak does `false`
/// tell something: that it is not done with.
std::string kenmerk_text(const std::string& name, const json& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return text.starts_with(unknown_moment) ? std::string{} : text;
  }
  if (value.is_boolean()) {
    if (value.get<bool>()) return "true";
    return name == "Afgedaan" ? "false" : std::string{};
  }
  if (!value.is_number() || value == 0) return {};
  return value.dump();
}

/// What the reader deals with elsewhere, and OData's own annotations.
bool is_apart(const std::string& name) {
  return name == "Id" || name == "Verwijderd" || name == "ApiGewijzigdOp" ||
         name.find('@') != std::string::npos;
}

}  // namespace

std::optional<Error> read_properties(std::span<const Property> listed, const json& object,
                                     Fields& into) {
  for (const auto& [name, value] : object.items()) {
    const auto found = std::ranges::find(listed, name, &Property::name);
    if (found != listed.end()) {
      if (read_listed(*found, value, into)) continue;
      return Error{
          ErrorCode::unreadable, "'" + name + "' heeft een waarde van de verkeerde soort", {}};
    }
    if (is_apart(name)) continue;
    std::string text = kenmerk_text(name, value);
    if (!text.empty()) into.kenmerken.emplace(kenmerk_name(name), std::move(text));
  }
  return std::nullopt;
}

std::string guid_in(const json& object, const char* property) {
  const json* value = member(object, property);
  if (value == nullptr || !value->is_string()) return {};
  return guid(value->get_ref<const std::string&>());
}

std::string text_in(const json& object, const char* property) {
  const json* value = member(object, property);
  return value != nullptr && value->is_string() ? trimmed(value->get_ref<const std::string&>())
                                                : std::string{};
}

std::string number_in(const json& object, const char* property) {
  const json* value = member(object, property);
  return value == nullptr ? std::string{} : number_text(*value);
}

std::string date_in(const json& object, const char* property) {
  return iso_date(text_in(object, property));
}

bool is_withdrawn(const json& object) {
  const json* value = member(object, "Verwijderd");
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

std::string stamp_of(const json& object) {
  std::string stamp = utc_stamp(text_in(object, "ApiGewijzigdOp"));
  return stamp.empty() ? utc_stamp(text_in(object, "GewijzigdOp")) : stamp;
}

std::string kenmerk_name(std::string_view property) {
  std::string name(property);
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') {
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  }
  return name;
}

}  // namespace kamerzoek
