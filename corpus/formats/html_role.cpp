#include "corpus/formats/html_role.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kamerzoek {

HtmlRole html_role(std::string_view element) {
  using enum HtmlRole;
  using Named = std::pair<std::string_view, HtmlRole>;
  constexpr std::array roles = {
      Named{"a", link},           Named{"abbr", in_line},     Named{"aside", furniture},
      Named{"b", in_line},        Named{"bdi", in_line},      Named{"bdo", in_line},
      Named{"big", in_line},      Named{"button", nothing},   Named{"cite", in_line},
      Named{"code", in_line},     Named{"data", in_line},     Named{"datalist", nothing},
      Named{"del", in_line},      Named{"dfn", in_line},      Named{"em", in_line},
      Named{"font", in_line},     Named{"footer", furniture}, Named{"form", furniture},
      Named{"h1", heading},       Named{"h2", heading},       Named{"h3", heading},
      Named{"h4", heading},       Named{"h5", heading},       Named{"h6", heading},
      Named{"head", nothing},     Named{"header", furniture}, Named{"i", in_line},
      Named{"iframe", nothing},   Named{"img", in_line},      Named{"input", nothing},
      Named{"ins", in_line},      Named{"kbd", in_line},      Named{"label", nothing},
      Named{"legend", nothing},   Named{"li", item},          Named{"mark", in_line},
      Named{"nav", nothing},      Named{"noscript", nothing}, Named{"object", nothing},
      Named{"ol", list},          Named{"q", in_line},        Named{"s", in_line},
      Named{"samp", in_line},     Named{"script", nothing},   Named{"select", nothing},
      Named{"small", in_line},    Named{"span", in_line},     Named{"strike", in_line},
      Named{"strong", in_line},   Named{"style", nothing},    Named{"sub", in_line},
      Named{"sup", in_line},      Named{"svg", nothing},      Named{"td", cell},
      Named{"template", nothing}, Named{"textarea", nothing}, Named{"th", cell},
      Named{"time", in_line},     Named{"title", nothing},    Named{"tr", row},
      Named{"tt", in_line},       Named{"u", in_line},        Named{"ul", list},
      Named{"var", in_line},      Named{"wbr", in_line},
  };
  static_assert(std::ranges::is_sorted(roles, {}, &Named::first));
  const auto* found = std::ranges::lower_bound(roles, element, {}, &Named::first);
  return found != roles.end() && found->first == element ? found->second : block;
}

}  // namespace kamerzoek
