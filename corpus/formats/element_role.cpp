#include "corpus/formats/element_role.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kamerzoek {
namespace {

using Role = ElementRole;
using Named = std::pair<std::string_view, Role>;
constexpr std::array element_roles = {
    Named{"achternaam", Role::word},
    Named{"al", Role::block},
    Named{"al-groep", Role::block},
    Named{"alinea", Role::block},
    Named{"alineaitem", Role::block},
    Named{"br", Role::line_break},
    Named{"dossierref", Role::reference},
    Named{"entry", Role::cell},
    Named{"extref", Role::reference},
    Named{"inf", Role::script},
    Named{"intref", Role::in_line},
    Named{"item-titel", Role::heading},
    Named{"kop", Role::heading},
    Named{"li", Role::item},
    Named{"li.nr", Role::number},
    Named{"lidnr", Role::number},
    Named{"lijst", Role::block},
    Named{"metadata", Role::nothing},
    Named{"nadruk", Role::in_line},
    Named{"noot", Role::note},
    Named{"nr", Role::number},
    Named{"opschrift", Role::heading},
    Named{"row", Role::row},
    Named{"structuurtekst", Role::structure_text},
    Named{"sub", Role::script},
    Named{"subtitel", Role::heading},
    Named{"sup", Role::script},
    Named{"table", Role::block},
    Named{"td", Role::cell},
    Named{"tekst", Role::block},
    Named{"th", Role::cell},
    Named{"titel", Role::heading},
    Named{"title", Role::heading},
    Named{"tr", Role::row},
    Named{"tussenkop", Role::heading},
    Named{"tussenvoegsel", Role::word},
    Named{"voornaam", Role::word},
    Named{"voorvoegsels", Role::word},
};
static_assert(std::ranges::is_sorted(element_roles, {}, &Named::first));

}  // namespace

ElementRole role_named(std::string_view element) {
  const auto* found = std::ranges::lower_bound(element_roles, element, {}, &Named::first);
  return found != element_roles.end() && found->first == element ? found->second : Role::open;
}

}  // namespace kamerzoek
