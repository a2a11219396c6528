#include "corpus/model/record.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kamerzoek {
namespace {

constexpr std::array kind_names = {
    std::pair{Kind::document, std::string_view{"document"}},
    std::pair{Kind::zaak, std::string_view{"zaak"}},
    std::pair{Kind::activiteit, std::string_view{"activiteit"}},
    std::pair{Kind::agendapunt, std::string_view{"agendapunt"}},
    std::pair{Kind::besluit, std::string_view{"besluit"}},
    std::pair{Kind::stemming, std::string_view{"stemming"}},
    std::pair{Kind::vergadering, std::string_view{"vergadering"}},
    std::pair{Kind::persoon, std::string_view{"persoon"}},
    std::pair{Kind::fractie, std::string_view{"fractie"}},
};

constexpr std::array source_names = {
    std::pair{Source::odata, std::string_view{"odata"}},
    std::pair{Source::official_xml, std::string_view{"kst-xml"}},
    std::pair{Source::opentk, std::string_view{"opentk"}},
    std::pair{Source::jsonl, std::string_view{"jsonl"}},
    std::pair{Source::html, std::string_view{"html"}},
    std::pair{Source::docx, std::string_view{"docx"}},
    std::pair{Source::odt, std::string_view{"odt"}},
    std::pair{Source::rtf, std::string_view{"rtf"}},
    std::pair{Source::doc, std::string_view{"doc"}},
    std::pair{Source::pdf, std::string_view{"pdf"}},
    std::pair{Source::text, std::string_view{"tekst"}},
};

template <class Table, class Enum>
std::string_view name_in(const Table& table, Enum value) {
  const auto* found = std::ranges::find(table, value, &Table::value_type::first);
  return found->second;
}

template <class Table>
auto value_in(const Table& table, std::string_view name)
    -> std::optional<typename Table::value_type::first_type> {
  const auto* found = std::ranges::find(table, name, &Table::value_type::second);
  if (found == table.end()) return std::nullopt;
  return found->first;
}

}  // namespace

std::string_view name_of(Kind kind) {
  return name_in(kind_names, kind);
}
std::string_view name_of(Source source) {
  return name_in(source_names, source);
}
std::optional<Kind> kind_named(std::string_view name) {
  return value_in(kind_names, name);
}
std::optional<Source> source_named(std::string_view name) {
  return value_in(source_names, name);
}

}  // namespace kamerzoek
