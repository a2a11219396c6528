#include "web/template.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "web/embedded.hpp"

namespace kamerzoek::web {
namespace {

using kainjow::mustache::data;

std::string text_of(std::string_view name) {
  const EmbeddedFile* file = embedded_file("templates/" + std::string(name) + ".mustache");
  return file == nullptr ? std::string() : std::string(file->text);
}

data to_data(const View& view) {
  if (view.is_object()) {
    data object(data::type::object);
    for (const auto& [name, value] : view.items()) {
      object.set(name, to_data(value));
      if (value.is_array()) object.set("has_" + name, data(!value.empty()));
    }
    return object;
  }
  if (view.is_array()) {
    data list(data::type::list);
    for (const View& value : view) list.push_back(to_data(value));
    return list;
  }
  if (view.is_boolean()) return data(view.get<bool>());
  if (view.is_number()) return data(view.dump());
  // Mustache takes an empty string for true; for a page it is nothing to show.
  if (view.is_string() && !view.get_ref<const std::string&>().empty()) {
    return data(view.get_ref<const std::string&>());
  }
  return data(false);
}

}  // namespace

std::string render(std::string_view name, const View& view) {
  data values = to_data(view);
  for (const char* partial : {"agenda_list", "besluiten", "links", "neighbourhood_svg", "people",
                              "record", "result_list", "search_box", "sources_list"}) {
    values.set(partial, data(kainjow::mustache::partial([partial] { return text_of(partial); })));
  }
  kainjow::mustache::mustache page(text_of(name));
  return page.render(values);
}

}  // namespace kamerzoek::web
