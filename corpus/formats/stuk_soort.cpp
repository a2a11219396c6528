#include "corpus/formats/stuk_soort.hpp"

#include <array>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

enum class Where { begin, anywhere, whole };

struct Rule {
  Where where;
  std::string_view words;
  std::string_view soort;
};

// Read from the top: the first that fits is the kind.
constexpr std::array soort_rules = {
    Rule{Where::anywhere, "reactie van de initiatiefnemer",
         "Advies Afdeling advisering Raad van State en Reactie van de initiatiefnemer(s)"},
    Rule{Where::anywhere, "raad van state en nader rapport",
         "Advies Afdeling advisering Raad van State en Nader rapport"},
    Rule{Where::begin, "advies afdeling advisering", "Advies Afdeling advisering Raad van State"},
    Rule{Where::begin, "advies van de afdeling advisering",
         "Advies Afdeling advisering Raad van State"},
    Rule{Where::begin, "nader rapport", "Nader rapport"},
    Rule{Where::begin, "koninklijke boodschap", "Koninklijke boodschap"},
    Rule{Where::begin, "geleidende brief", "Geleidende brief"},
    Rule{Where::begin, "initiatiefnota", "Initiatiefnota"},
    Rule{Where::begin, "jaarverslag", "Jaarverslag"},
    Rule{Where::begin, "eindtekst", "Eindtekst"},
    Rule{Where::begin, "bijgewerkte tekst", "Bijgewerkte tekst"},
    Rule{Where::anywhere, "voorstel van wet van het lid", "Voorstel van wet (initiatiefvoorstel)"},
    Rule{Where::anywhere, "voorstel van wet van de leden", "Voorstel van wet (initiatiefvoorstel)"},
    Rule{Where::anywhere, "voorstel van wet", "Voorstel van wet"},
    Rule{Where::anywhere, "memorie van toelichting", "Memorie van toelichting"},
    Rule{Where::anywhere, "nota van wijziging", "Nota van wijziging"},
    Rule{Where::begin, "nota naar aanleiding van",
         "Nota n.a.v. het (nader/tweede nader/enz.) verslag"},
    Rule{Where::begin, "nota n.a.v.", "Nota n.a.v. het (nader/tweede nader/enz.) verslag"},
    Rule{Where::anywhere, "verslag van een commissiedebat", "Verslag van een commissiedebat"},
    Rule{Where::anywhere, "verslag van een schriftelijk overleg",
         "Verslag van een schriftelijk overleg"},
    Rule{Where::anywhere, "verslag van een wetgevingsoverleg", "Verslag van een wetgevingsoverleg"},
    Rule{Where::anywhere, "verslag van een notaoverleg", "Verslag van een notaoverleg"},
    Rule{Where::anywhere, "verslag van een algemeen overleg", "Verslag van een algemeen overleg"},
    Rule{Where::anywhere, "verslag van een rondetafelgesprek",
         "Verslag van een hoorzitting / rondetafelgesprek"},
    Rule{Where::anywhere, "verslag van een hoorzitting",
         "Verslag van een hoorzitting / rondetafelgesprek"},
    Rule{Where::anywhere, "verslag van een bijeenkomst", "Verslag van een bijeenkomst"},
    Rule{Where::anywhere, "verslag van een werkbezoek", "Verslag van een werkbezoek"},
    Rule{Where::anywhere, "verslag van een politieke dialoog", "Verslag van een politieke dialoog"},
    Rule{Where::anywhere, "verslag van een rapporteur", "Verslag van een rapporteur"},
    Rule{Where::anywhere, "verslag houdende een lijst van vragen",
         "Verslag houdende een lijst van vragen en antwoorden"},
    Rule{Where::begin, "lijst van vragen en antwoorden", "Lijst van vragen en antwoorden"},
    Rule{Where::begin, "lijst van vragen", "Lijst van vragen"},
    Rule{Where::begin, "lijst van ingekomen stukken", "Lijst van ingekomen stukken"},
    Rule{Where::whole, "verslag", "Verslag (initiatief)wetsvoorstel (nader)"},
    Rule{Where::whole, "nader verslag", "Verslag (initiatief)wetsvoorstel (nader)"},
    Rule{Where::begin, "brief van de algemene rekenkamer", "Brief Algemene Rekenkamer"},
    Rule{Where::begin, "brief van de nationale ombudsman", "Brief Nationale ombudsman"},
    Rule{Where::begin, "brief van de voorzitter van de tweede kamer", "Brief Voorzitter"},
    Rule{Where::begin, "brief van het presidium", "Brief Presidium"},
    Rule{Where::begin, "brief van het lid", "Brief lid / fractie"},
    Rule{Where::begin, "brief van de leden", "Brief lid / fractie"},
    Rule{Where::begin, "brief van de vaste commissie", "Brief commissie"},
    Rule{Where::begin, "brief van de algemene commissie", "Brief commissie"},
    Rule{Where::begin, "brief van de voorzitter van de vaste commissie", "Brief commissie"},
    Rule{Where::begin, "brief van de minister", "Brief regering"},
    Rule{Where::begin, "brief van de staatssecretaris", "Brief regering"},
    Rule{Where::begin, "brief van minister", "Brief regering"},
    Rule{Where::begin, "brief van staatssecretaris", "Brief regering"},
    Rule{Where::begin, "antwoord schriftelijke vragen", "Antwoord schriftelijke vragen"},
    Rule{Where::begin, "schriftelijke vragen", "Schriftelijke vragen"},
    Rule{Where::begin, "brief regering", "Brief regering"},
};

bool fits(const Rule& rule, std::string_view heading) {
  switch (rule.where) {
    case Where::begin:
      return heading.starts_with(rule.words);
    case Where::anywhere:
      return heading.find(rule.words) != std::string_view::npos;
    case Where::whole:
      return heading == rule.words;
  }
  return false;
}

// A motion or amendment stands first in its heading, or after what has changed of it: "NADER
// GEWIJZIGDE MOTIE", and in real headings also "GEWIJZGIDE".
std::string_view motion_or_amendment(std::string_view heading) {
  const std::string_view front = heading.substr(0, 60);
  const std::size_t motion = front.find("motie");
  const std::size_t amendment = front.find("amendement");
  if (motion == std::string_view::npos && amendment == std::string_view::npos) return {};
  const bool is_motion = motion < amendment;
  const std::size_t at = is_motion ? motion : amendment;
  const std::string_view before = heading.substr(0, at);
  const bool first = before.empty() || before == "sub";
  if (!first && before.find("gew") == std::string_view::npos) return {};
  if (first && heading.find("ter vervanging van") == std::string_view::npos) {
    return is_motion ? "Motie" : "Amendement";
  }
  return is_motion ? "Motie (gewijzigd/nader)" : "Amendement (gewijzigd/nader/vervangend)";
}

}  // namespace

std::string_view soort_of_heading(std::string_view heading) {
  const std::string lower = ascii_lower(collapsed(heading.substr(0, 500)));
  if (const std::string_view soort = motion_or_amendment(lower); !soort.empty()) return soort;
  for (const Rule& rule : soort_rules) {
    if (fits(rule, lower)) return rule.soort;
  }
  return {};
}

std::string_view precise_soort(std::string_view metadata, std::string_view heading) {
  if (metadata.empty()) return heading;
  return heading.starts_with(metadata) ? heading : metadata;
}

}  // namespace kamerzoek
