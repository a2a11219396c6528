#include "web/paper_kind.hpp"

#include <algorithm>
#include <utility>

namespace kamerzoek::web {
namespace {

struct Words {
  std::string_view name;
  std::string_view label;
};

constexpr std::array<Words, all_paper_kinds.size()> words = {{
    {"wet", "Wetsvoorstel en toelichting"},
    {"amendement", "Amendementen"},
    {"motie", "Moties"},
    {"brief", "Brieven"},
    {"verslag", "Verslagen, vragen en antwoorden"},
    {"overig", "Overige documenten"},
}};

/// The first that the soort begins with counts.
constexpr std::array beginnings = {
    std::pair{std::string_view("amendement"), PaperKind::amendement},
    std::pair{std::string_view("gewijzigd amendement"), PaperKind::amendement},
    std::pair{std::string_view("motie"), PaperKind::motie},
    std::pair{std::string_view("gewijzigde motie"), PaperKind::motie},
    std::pair{std::string_view("nader gewijzigde motie"), PaperKind::motie},
    std::pair{std::string_view("brief"), PaperKind::brief},
    std::pair{std::string_view("nota naar aanleiding van"), PaperKind::verslag},
    std::pair{std::string_view("nota n.a.v."), PaperKind::verslag},
    std::pair{std::string_view("verslag"), PaperKind::verslag},
    std::pair{std::string_view("voorlopig verslag"), PaperKind::verslag},
    std::pair{std::string_view("nader voorlopig verslag"), PaperKind::verslag},
    std::pair{std::string_view("eindverslag"), PaperKind::verslag},
    std::pair{std::string_view("nader verslag"), PaperKind::verslag},
    std::pair{std::string_view("tweede nader verslag"), PaperKind::verslag},
    std::pair{std::string_view("lijst van"), PaperKind::verslag},
    std::pair{std::string_view("memorie van antwoord"), PaperKind::verslag},
    std::pair{std::string_view("schriftelijke vragen"), PaperKind::verslag},
    std::pair{std::string_view("antwoord"), PaperKind::verslag},
    std::pair{std::string_view("voorstel van"), PaperKind::wet},
    std::pair{std::string_view("gewijzigd voorstel van"), PaperKind::wet},
    std::pair{std::string_view("wetsvoorstel"), PaperKind::wet},
    std::pair{std::string_view("oorspronkelijk voorstel"), PaperKind::wet},
    std::pair{std::string_view("koninklijke boodschap"), PaperKind::wet},
    std::pair{std::string_view("geleidende brief"), PaperKind::wet},
    std::pair{std::string_view("memorie van toelichting"), PaperKind::wet},
    std::pair{std::string_view("nota van"), PaperKind::wet},
    std::pair{std::string_view("tweede nota van"), PaperKind::wet},
    std::pair{std::string_view("derde nota van"), PaperKind::wet},
    std::pair{std::string_view("advies"), PaperKind::wet},
};

bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::ranges::equal(text.substr(0, lower_case.size()), lower_case, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
         });
}

}  // namespace

PaperKind paper_kind(std::string_view soort) {
  for (const auto& [beginning, kind] : beginnings) {
    if (begins_with(soort, beginning)) return kind;
  }
  return PaperKind::overig;
}

std::string_view name_of(PaperKind kind) {
  return words[static_cast<std::size_t>(kind)].name;
}

std::string_view label_of(PaperKind kind) {
  return words[static_cast<std::size_t>(kind)].label;
}

}  // namespace kamerzoek::web
