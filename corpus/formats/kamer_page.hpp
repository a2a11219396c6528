#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// The heading of a page of tweedekamer.nl, "Brief regering : Voorbereiding
/// gemeenteraadsverkiezingen". Both are empty where the line is no such heading.
struct KamerPageTitle {
  std::string_view soort;  ///< in the words of the Tweede Kamer's data
  std::string onderwerp;
};

KamerPageTitle kamer_page_title(const std::string& line);

/// "2025-02-04" of "(ontvangen 4 februari 2025)" or "(ingezonden …)" among the first lines of
/// questions and answers, where the end of a line may cut it; empty where there is none.
std::string date_of_questions(const std::vector<std::string>& lines);

}  // namespace kamerzoek
