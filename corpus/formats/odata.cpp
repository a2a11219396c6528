#include "corpus/formats/odata.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
std::string type_of_context(const std::string& context) {
  const std::size_t hash = context.find('#');
  if (hash == std::string::npos) return {};
  std::string path;
  std::size_t depth = 0;
  for (const char c : context.substr(hash + 1)) {
    if (c == '(') ++depth;
    if (depth == 0) path += c;
    if (c == ')' && depth > 0) --depth;
  }
  if (path.ends_with("/$entity")) path.resize(path.size() - std::string_view("/$entity").size());
  return path.substr(path.rfind('/') + 1);
}

/// The name of the type that a record (`@odata.type`) or a page (`@odata.context`) states.
std::string stated_type(const json& object) {
  const std::string type = text_in(object, "@odata.type");
  if (!type.empty()) return type.substr(type.find_last_of(".#") + 1);
  return type_of_context(text_in(object, "@odata.context"));
}

/// Goes through records and the records expanded in them. Recursion ends because the JSON does:
/// the parser has held it to `max_json_depth`.
class Walk {
 public:
  explicit Walk(const Sink& sink) : sink_(sink) {}

  /// `type` is what the page states; a record may state another, or nothing may state any.
  void record(const json& object, const EntityType* type, const std::string& where) {
    const std::string stated = stated_type(object);
    if (!stated.empty()) {
      type = entity_named(stated);
    } else if (type == nullptr) {
      type = entity_of(object);
    }
    if (type == nullptr) return sink_.problem(where, unknown_entity(stated));
    visit(object, *type, where, nullptr);
  }

 private:
  void visit(const json& object, const EntityType& type, const std::string& where,
             const Expansion* within) {
    auto piece = type.name == "DocumentVersie"
                     ? read_version(object, within ? guid_in(within->owner, "Id") : std::string{})
                     : read_entity(type, object);
    if (!piece) return sink_.problem(where, piece.error());
    auto relation = within && !piece->withdrawn ? relation_on_part(*within, *piece) : std::nullopt;
    const bool expanded = !piece->withdrawn && has_structured_member(object);
    if (!expanded) {
      sink_.piece(*std::move(piece));
      return emit(std::move(relation));
    }
    sink_.piece(*piece);
    emit(std::move(relation));
    for (const auto& [property, value] : object.items()) {
      if (value.is_structured()) expand({type, object, *piece, property, {}}, value, where);
    }
  }

  static bool has_structured_member(const json& object) {
    return std::ranges::any_of(object, [](const json& value) { return value.is_structured(); });
  }

  void emit(std::optional<Piece> relation) {
    if (relation) sink_.piece(*std::move(relation));
  }

  /// The records in an expanded property, and what they say of their owner.
  void expand(Expansion expansion, const json& value, const std::string& where) {
    const std::string place = where + "." + expansion.property;
    std::vector<const json*> found;
    if (value.is_object()) found.push_back(&value);
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
      if (value[i].is_object()) {
        found.push_back(&value[i]);
      } else {
        sink_.problem(indexed(place, i), {ErrorCode::unreadable, "geen JSON-object", {}});
      }
    }
    if (expansion.property == "DocumentVersie" && value.is_array()) {
      const json* current = current_version(expansion.owner, found);
      found.clear();
      if (current != nullptr) found.push_back(current);
    }
    std::ranges::copy_if(found, std::back_inserter(expansion.parts),
                         [](const json* part) { return !is_withdrawn(*part); });
    emit(relation_on_owner(expansion));

    const EntityType* type = type_in(expansion.owner_type, expansion.property);
    for (std::size_t i = 0; type != nullptr && i < found.size(); ++i) {
      visit(*found[i], *type, place_of(*found[i], value, place), &expansion);
    }
  }

  /// The place of a part: parts of a list are told apart by where they stand in it.
  static std::string place_of(const json& part, const json& value, const std::string& place) {
    if (!value.is_array()) return place;
    return indexed(place, static_cast<std::size_t>(&part - &value.front()));
  }

  static std::string indexed(const std::string& place, std::size_t i) {
    return place + "[" + std::to_string(i) + "]";
  }

  const Sink& sink_;
};

/// A page: records of one type, which its context states.
Result<void> read_page(const json& page, const Sink& sink) {
  const json& records = page["value"];
  if (!records.is_array()) return failure(ErrorCode::unreadable, "'value' is geen lijst");
  const std::string stated = stated_type(page);
  const EntityType* type = entity_named(stated);
  if (type == nullptr && !stated.empty()) {
    sink.problem("@odata.context", unknown_entity(stated));
    return {};
  }
  Walk walk(sink);
  for (std::size_t i = 0; i < records.size(); ++i) {
    walk.record(records[i], type, "value[" + std::to_string(i) + "]");
  }
  return {};
}

}  // namespace

Result<void> read_odata(const Input& input, const Sink& sink) {
  auto parsed = parse_hostile_json(input.bytes);
  if (!parsed) return tl::unexpected(std::move(parsed.error()));
  const json& root = *parsed;
  if (!root.is_object()) return failure(ErrorCode::unreadable, "geen JSON-object");
  if (root.contains("value") && !root.contains("Id")) return read_page(root, sink);
  if (!root.contains("Id")) {
    return failure(ErrorCode::unreadable, "geen OData: zonder 'value' en zonder 'Id'");
  }
  Walk(sink).record(root, nullptr, "record");
  return {};
}

}  // namespace kamerzoek
