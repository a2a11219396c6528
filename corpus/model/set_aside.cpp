#include "corpus/model/set_aside.hpp"

#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "corpus/model/json_fields.hpp"

namespace kamerzoek {

std::string dump(const SetAside& file) {
  nlohmann::ordered_json parts = nlohmann::ordered_json::array();
  for (const SetAside::Part& part : file.delen) {
    parts.push_back({{"deel", part.deel}, {"reden", part.reden}, {"raad", part.raad}});
  }
  return dump(nlohmann::ordered_json{{"bestand", file.bestand},
                                     {"delen", std::move(parts)},
                                     {"staat", file.staat},
                                     {"lezer", file.lezer},
                                     {"tijd", file.tijd},
                                     {"gelezen", file.gelezen}});
}

std::optional<SetAside> set_aside_from(std::string_view json) {
  const auto value = nlohmann::json::parse(json, nullptr, false);
  if (!value.is_object()) return std::nullopt;
  FieldReader read(value);
  SetAside file;
  read.text("bestand", file.bestand);
  read.objects("delen", [&](FieldReader& part) {
    SetAside::Part& into = file.delen.emplace_back();
    part.text("deel", into.deel);
    part.text("reden", into.reden);
    part.text("raad", into.raad);
  });
  read.text("staat", file.staat);
  read.text("lezer", file.lezer);
  read.text("tijd", file.tijd);
  const nlohmann::json* is_read = read.member("gelezen");
  file.gelezen = is_read != nullptr && *is_read == true;
  if (read.error() || file.bestand.empty()) return std::nullopt;
  return file;
}

}  // namespace kamerzoek
