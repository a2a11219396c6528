#include "web/template.hpp"

#include <utility>

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

/// Most control characters, and two code points that are none, may stand in no XML, and in HTML are
/// at best ignored. Mustache writes them as they are.
std::string printable(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    const std::string_view three = std::string_view(text).substr(i, 3);
    const bool none = three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf";
    if (none) i += 2;
    out += control || none ? std::string_view("\xef\xbf\xbd") : three.substr(0, 1);
  }
  return out;
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
  // Mustache takes an empty string for true; for a page it is nothing to show.
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
