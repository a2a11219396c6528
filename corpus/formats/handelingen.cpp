#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/publication_body.hpp"
#include "corpus/formats/speakers.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

std::string line_below(const xmlNode& element, std::string_view name) {
  const xmlNode* found = descendant(element, name);
  return found == nullptr ? std::string() : line_of(*found);
}

std::string joined(std::string front, std::string_view back) {
  if (!front.empty() && !back.empty()) front += ' ';
  return front.append(back);
}

// The item's own number, not that of a list in it.
std::string item_number(const xmlNode& handelingen) {
  for (const xmlNode* item = handelingen.children; item != nullptr; item = item->next) {
    if (!is_element(*item)) continue;
    if (const xmlNode* number = child(*item, "nr")) return line_of(*number);
  }
  return {};
}

}  // namespace

void Speakers::add(Actor actor) {
  if (actor.naam.empty() || !known_.insert(actor).second) return;
  actors_.push_back(std::move(actor));
}

std::string Speakers::add_official(const xmlNode& spreker) {
  std::string aanhef = line_below(spreker, "voorvoegsels");
  std::string naam = line_below(spreker, "naam");
  std::string fractie = line_below(spreker, "politiek");
  if (naam.empty()) {
    std::string line = line_of(spreker);
    while (line.ends_with(':') || line.ends_with(' ')) line.pop_back();
    return line;
  }
  std::string line = joined(aanhef, naam);
  if (!fractie.empty()) line += " (" + fractie + ")";
  // The chair is an office, held by several people in one meeting, and named nowhere.
  if (naam != "voorzitter") {
    const bool office = aanhef == "Minister" || aanhef == "Staatssecretaris";
    add({std::move(naam), office ? ascii_lower(aanhef) : "", "Spreker", std::move(fractie)});
  }
  return line;
}

void Speakers::add_vlos(const xmlNode& spreker) {
  add({line_below(spreker, "verslagnaam"), line_below(spreker, "functie"), "Spreker",
       line_below(spreker, "fractie")});
}

void read_handelingen(const xmlNode& handelingen, Fields& fields) {
  fields.soort = "Handelingen";
  fields.datum = dutch_date_in(line_below(handelingen, "vergaderdatum"));
  fields.onderwerp = line_below(handelingen, "item-titel");
  if (fields.onderwerp.empty() && child(handelingen, "opening") != nullptr) {
    fields.onderwerp = "Opening";
  }
  const std::array<std::pair<std::string_view, std::string>, 3> kenmerken = {
      {{"vergadering", line_below(handelingen, "vergadering-nummer")},
       {"vergadertijd", line_below(handelingen, "vergadertijd")},
       {"item", item_number(handelingen)}}};
  for (const auto& [name, value] : kenmerken) {
    if (!value.empty()) fields.kenmerken.emplace(name, value);
  }
  Speakers speakers;
  TextBuilder text;
  add_text(text, handelingen, [&](const xmlNode& element, TextBuilder& out) {
    const std::string_view name = element_name(element);
    if (name == "spreker") out.heading(speakers.add_official(element));
    const bool item_nr = name == "nr" && element.parent->parent == &handelingen;
    return name == "spreker" || name == "vergadering" || item_nr;
  });
  text.finish(fields);
  fields.actoren = speakers.take();
}

}  // namespace kamerzoek
