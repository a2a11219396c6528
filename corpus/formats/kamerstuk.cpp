#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/publication_body.hpp"
#include "corpus/formats/signatures.hpp"
#include "corpus/formats/stuk_soort.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string line_of_child(const xmlNode& element, std::string_view name) {
  const xmlNode* found = child(element, name);
  return found == nullptr ? std::string() : line_of(*found);
}

// "21 501" and "20"; "36 410" and "XVI"; "36 027" and "R 2181".
std::optional<DossierNumber> number_of(const xmlNode& dossier) {
  const xmlNode* element = child(dossier, "dossiernummer");
  if (element == nullptr) return std::nullopt;
  std::string text = without_spaces(line_of_child(*element, "dossiernr"));
  for (const char* name : {"begrotingshoofdstuk", "raadnr", "rijkswetnr"}) {
    const std::string addition = without_spaces(line_of_child(*element, name));
    if (!addition.empty()) {
      text += '-' + addition;
      break;
    }
  }
  return DossierNumber::parse(text);
}

void read_dossiers(const xmlNode& kamerstuk, Fields& fields) {
  for (const xmlNode* node = kamerstuk.children; node != nullptr; node = node->next) {
    if (!is_element(*node) || element_name(*node) != "dossier") continue;
    std::string titel = line_of_child(*node, "titel");
    if (fields.titel.empty()) fields.titel = titel;
    if (auto nummer = number_of(*node)) {
      fields.dossiers.push_back({std::move(*nummer), std::move(titel)});
    }
  }
}

// The first date that is marked as one; else what the line above the text says.
std::string date_of(const xmlNode& stuk) {
  for (const xmlNode* node = descendant(stuk, "datum"); node != nullptr;
       node = next_node(*node, stuk)) {
    if (!is_element(*node) || element_name(*node) != "datum") continue;
    if (std::string date = iso_date_of(attribute(*node, "isodatum")); !date.empty()) return date;
  }
  return dutch_date_in(line_of_child(stuk, "datumtekst"));
}

void read_ondertekening(const xmlNode& element, std::vector<Actor>& actors) {
  std::string functie;
  for (const xmlNode* node = element.children; node != nullptr; node = node->next) {
    if (!is_element(*node)) continue;
    if (element_name(*node) == "functie") functie = function_of(line_of(*node));
    if (element_name(*node) == "naam") add_signature(actors, line_of(*node), functie);
  }
  if (child(element, "naam") == nullptr) add_signature(actors, line_of(element));
}

// Those who proposed a motion stand below its last words, one a paragraph.
std::vector<Actor> signatures_of(const xmlNode& stuk) {
  std::vector<Actor> actors;
  bool below_the_motion = false;
  const xmlNode* node = next_node(stuk, stuk);
  while (node != nullptr) {
    const std::string_view name = is_element(*node) ? element_name(*node) : "";
    const bool paragraph = name == "al";
    const bool signature = name == "ondertekening";
    if (signature) read_ondertekening(*node, actors);
    if (paragraph) {
      std::string line = line_of(*node);
      if (is_end_of_motion(line)) {
        below_the_motion = true;
      } else if (below_the_motion) {
        add_signature(actors, std::move(line));
      }
    }
    node = next_node(*node, stuk, paragraph || signature);
  }
  return actors;
}

bool is_no_text(const xmlNode& element, TextBuilder&) {
  constexpr std::array<std::string_view, 4> headers = {"dossier", "kamerstukkop", "metadata",
                                                       "stuknr"};
  return std::ranges::find(headers, element_name(element)) != headers.end();
}

}  // namespace

void read_kamerstuk(const xmlNode& kamerstuk, Fields& fields) {
  read_dossiers(kamerstuk, fields);
  for (const xmlNode* line = descendant(kamerstuk, "tekstregel"); line != nullptr;
       line = next_node(*line, kamerstuk)) {
    if (!is_element(*line) || attribute(*line, "inhoud") != "vergaderjaar") continue;
    const std::string text = line_of(*line);
    const std::size_t year = std::min(text.find_first_of("0123456789"), text.size());
    if (const auto jaar = Vergaderjaar::parse(std::string_view(text).substr(year))) {
      fields.vergaderjaar = jaar->text();
    }
    break;
  }
  if (const xmlNode* number = descendant(kamerstuk, "ondernummer")) {
    fields.volgnummer = line_of(*number);
  }
  if (const xmlNode* stuk = child(kamerstuk, "stuk")) {
    fields.onderwerp = line_of_child(*stuk, "titel");
    fields.soort = soort_of_heading(fields.onderwerp);
    fields.datum = date_of(*stuk);
    fields.actoren = signatures_of(*stuk);
  }
  TextBuilder text;
  add_text(text, kamerstuk, is_no_text);
  text.finish(fields);
}

void read_other_body(const xmlNode& body, Fields& fields) {
  TextBuilder text;
  add_text(text, body, [](const xmlNode& element, TextBuilder&) {
    return element_name(element).ends_with("kop") && child(element, "tekstregel") != nullptr;
  });
  text.finish(fields);
  if (const xmlNode* title = descendant(body, "titel")) fields.onderwerp = line_of(*title);
  if (fields.onderwerp.empty()) fields.onderwerp = fields.tekst.substr(0, fields.tekst.find('\n'));
  fields.soort = soort_of_heading(fields.onderwerp);
}

}  // namespace kamerzoek
