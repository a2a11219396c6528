#pragma once

#include <string>
#include <string_view>

namespace kamerzoek::web {

/// A name as lists of literature want it: the family name first.
struct PersonName {
  std::string family;  ///< with what stands before it: "van der Berg"
  std::string given;   ///< initials; empty where the name has none, and may be a committee's
};

/// "D.G.M. van der Berg" in two. Names without initials stay whole: of "El Abassi" and "Jan Jansen"
/// nothing tells where the family name begins.
PersonName person_name(std::string_view written);

}  // namespace kamerzoek::web
