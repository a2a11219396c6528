#include "web/template.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "web/embedded.hpp"
#include "web/printable.hpp"

namespace kamerzoek::web {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

/// The text of a template with those that it calls for in their places. None calls for itself.
std::string text_of(std::string_view name) {
  constexpr std::string_view begin = "{{>";
  constexpr std::string_view end = "}}";
  const EmbeddedFile* file = embedded_file("templates/" + std::string(name) + ".mustache");
  std::string text(file == nullptr ? std::string_view() : file->text);
  for (std::size_t at = 0; (at = text.find(begin, at)) != std::string::npos;) {
    const std::size_t close = text.find(end, at);
    const std::size_t called = at + begin.size();
    const std::string partial = text_of(text.substr(called, close - called));
    text.replace(at, close + end.size() - at, partial);
    at += partial.size();
  }
  return text;
}

/// Parsed once a thread: to parse them took as long as to fill them in, and a template that is
/// being filled in is not for two.
mustache& parsed(std::string_view name) {
  thread_local std::map<std::string, mustache, std::less<>> templates;
  auto found = templates.find(name);
  if (found == templates.end()) found = templates.emplace(name, mustache(text_of(name))).first;
  return found->second;
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
  return parsed(name).render(to_data(std::move(view)));
}

}  // namespace kamerzoek::web
