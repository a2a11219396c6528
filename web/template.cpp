#include "web/template.hpp"

#include <utility>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "web/embedded.hpp"
#include "web/printable.hpp"

namespace kamerzoek::web {
namespace {

using kainjow::mustache::data;

std::string text_of(std::string_view name) {
  const EmbeddedFile* file = embedded_file("templates/" + std::string(name) + ".mustache");
  return file == nullptr ? std::string() : std::string(file->text);
}

// Mustache's `set` and `push_back` copy all that is below a value; with a list of thousands that
// took longer than to fill in its page.
data to_data(View&& view) {
  if (view.is_object()) {
    data object(data::type::object);
    for (auto& [name, value] : view.get_ref<View::object_t&>()) {
      if (value.is_array()) object["has_" + name] = data(!value.empty());
      object[name] = to_data(std::move(value));
    }
    return object;
  }
  if (view.is_array()) {
    kainjow::mustache::list list;
    list.reserve(view.size());
    for (View& value : view) list.push_back(to_data(std::move(value)));
    return data(list);
  }
  if (view.is_boolean()) return data(view.get<bool>());
  if (view.is_number()) return data(view.dump());
  // Mustache takes an empty string for true; for a page it is nothing to show. And it writes
  // control characters and broken bytes as they are.
  if (view.is_string() && !view.get_ref<const std::string&>().empty()) {
    return data(printable(view.get_ref<const std::string&>()));
  }
  return data(false);
}

}  // namespace

std::string render(std::string_view name, View view) {
  data values = to_data(std::move(view));
  for (const char* partial :
       {"agenda_list", "besluiten_list", "facet_value", "histogram", "links", "neighbourhood_svg",
        "people", "record", "result_list", "search_box", "sources_list", "timeline"}) {
    values.set(partial, data(kainjow::mustache::partial([partial] { return text_of(partial); })));
  }
  kainjow::mustache::mustache page(text_of(name));
  return page.render(values);
}

}  // namespace kamerzoek::web
