#include "web/person_name.hpp"

namespace kamerzoek::web {

PersonName person_name(std::string_view written) {
  std::size_t family = 0;
  // Every word of initials ends in a full stop: "J.P.", "Th. M."
  for (;;) {
    const std::size_t end = written.find(' ', family);
    if (end == std::string_view::npos || end == family || written[end - 1] != '.') break;
    family = end + 1;
  }
  if (family == 0) return {std::string(written), ""};
  return {std::string(written.substr(family)), std::string(written.substr(0, family - 1))};
}

}  // namespace kamerzoek::web
