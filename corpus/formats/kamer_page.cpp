#include "corpus/formats/kamer_page.hpp"

#include <algorithm>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/stuk_soort.hpp"

namespace kamerzoek {

KamerPageTitle kamer_page_title(const std::string& line) {
  const std::size_t colon = line.find(" : ");
  if (colon == std::string::npos || colon > 80) return {};
  const std::string_view soort = soort_of_heading(line.substr(0, colon));
  return soort.empty() ? KamerPageTitle{} : KamerPageTitle{soort, line.substr(colon + 3)};
}

std::string date_of_questions(const std::vector<std::string>& lines) {
  std::string top;
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 12); ++i) {
    top.append(lines[i].substr(0, 1000)).append(" ");
  }
  for (const std::string_view word : {"(ontvangen ", "(ingezonden "}) {
    const std::size_t at = top.find(word);
    if (at == std::string::npos) continue;
    return dutch_date_in(std::string_view(top).substr(at, word.size() + 24));
  }
  return {};
}

}  // namespace kamerzoek
