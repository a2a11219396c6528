#include "corpus/formats/odata.hpp"

#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/formats/hostile_json.hpp"
#include "corpus/formats/odata_relations.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;

Error unknown_entity(std::string_view name) {
  return Error{ErrorCode::unreadable,
               name.empty() ? "geen entiteit die de lezer kent"
                            : "entiteit '" + std::string(name) + "' wordt niet gelezen",
               {}};
}

/// The entity type in a context: "…/$metadata#Document", "…#Zaak(Document())/$entity",
/// "…#Zaak(0571eb2e-…)/Document". Empty when there is none.
std::string_view type_of_context(std::string_view context, std::string& buffer) {
  const std::size_t hash = context.find('#');
  if (hash == std::string_view::npos) return {};
  int depth = 0;
  for (const char c : context.substr(hash + 1)) {
    if (c == '(') ++depth;
    if (depth == 0) buffer += c;
    if (c == ')') --depth;
  }
  std::string_view path = buffer;
  if (path.ends_with("/$entity")) path.remove_suffix(8);
  return path.substr(path.rfind('/') + 1);
}

/// The name of the type that a record (`@odata.type`) or a page (`@odata.context`) states.
std::string stated_type(const json& object) {
  std::string buffer;
  const std::string type = text_in(object, "@odata.type");
  if (!type.empty()) return type.substr(type.find_last_of(".#") + 1);
  return std::string(type_of_context(text_in(object, "@odata.context"), buffer));
}

/// Goes through records and the records expanded in them. Recursion ends because the JSON does:
/// the parser has held it to `max_json_depth`.
class Walk {
 public:
  explicit Walk(const Sink& sink) : sink_(sink) {}

  void record(const json& object, const EntityType* type, const std::string& where) {
    const std::string stated = stated_type(object);
    if (!stated.empty()) type = entity_named(stated);
    if (type == nullptr && stated.empty()) type = entity_of(object);
    if (type == nullptr) return sink_.problem(where, unknown_entity(stated));
    visit(object, *type, where, nullptr);
  }

 private:
  void visit(const json& object, const EntityType& type, const std::string& where,
             const Expansion* within) {
    const bool is_version = type.name == "DocumentVersie";
    auto piece = is_version
                     ? read_version(object, within ? guid_in(within->owner, "Id") : std::string{})
                     : read_entity(type, object);
    if (!piece) return sink_.problem(where, piece.error());
    if (!piece->withdrawn) {
      expansions(object, type, *piece, where);
      if (within != nullptr) emit(relation_on_part(*within, *piece));
    }
    sink_.piece(*std::move(piece));
  }

  void expansions(const json& object, const EntityType& type, const Piece& piece,
                  const std::string& where) {
    for (const auto& [property, value] : object.items()) {
      if (!value.is_structured()) continue;
      Expansion expansion{type, object, piece, property, {}};
      if (value.is_array()) {
        parts(value, expansion, where);
      } else if (!is_withdrawn(value)) {
        expansion.parts.push_back(&value);
      }
      visit_parts(value, expansion, where);
      emit(relation_on_owner(expansion));
    }
  }
};

}  // namespace
}  // namespace kamerzoek
