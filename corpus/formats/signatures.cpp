#include "corpus/formats/signatures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view end_of_motion = "en gaat over tot de orde van de dag";
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_signature = 60;
constexpr std::size_t longest_function = 200;
constexpr std::size_t bytes_of_end = 4000;
constexpr std::size_t most_signatures = 60;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string_view next_line(std::string_view& text) {
  const std::string_view line = line_at(text, 0);
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

// "Beckerman", "Van der Plas", "M.C.G. Keijzer"; no sentence and nothing with a number.
bool looks_like_a_name(std::string_view line) {
  if (line.empty() || line.size() > longest_signature) return false;
  if (line.find_first_of("0123456789:;?!()|/") != std::string_view::npos) return false;
  const auto spaces = std::ranges::count(line, ' ');
  const bool sentence = line.ends_with('.') && line.find(' ') != std::string_view::npos;
  return spaces <= 6 && !sentence && (is_upper(line.front()) || line.front() < 0);
}

bool has_initials(std::string_view line) {
  return line.size() > 2 && is_upper(line[0]) && (line[1] == '.' || line.substr(1, 2) == "h.");
}

std::vector<Actor> signatures_of_motion(std::string_view text) {
  std::vector<Actor> actors;
  while (!text.empty() && !is_end_of_motion(next_line(text))) {
  }
  while (!text.empty() && actors.size() < most_signatures) {
    const std::string_view line = next_line(text);
    if (!looks_like_a_name(line)) break;
    add_signature(actors, std::string(line));
  }
  return actors;
}

bool is_function(std::string_view line) {
  constexpr std::array<std::string_view, 4> offices = {"De minister ", "De staatssecretaris ",
                                                       "De minister-president", "De viceminister"};
  if (line.size() > longest_function) return false;
  const std::string lower = "D" + ascii_lower(line.substr(std::min<std::size_t>(1, line.size())));
  return line.starts_with('D') && std::ranges::any_of(offices, [&](std::string_view office) {
           return std::string_view(lower).starts_with(office);
         });
}

std::vector<Actor> signatures_of_letter(std::string_view text) {
  std::vector<Actor> actors;
  while (!text.empty() && actors.size() < most_signatures) {
    const std::string_view line = next_line(text);
    if (!is_function(line) || !line.ends_with(',')) continue;
    const std::string_view name = line_at(text, 0);
    if (!has_initials(name) || !looks_like_a_name(name)) continue;
    add_signature(actors, std::string(name), function_of(std::string(line)));
  }
  return actors;
}

}  // namespace

bool is_end_of_motion(std::string_view line) {
  return ascii_lower(line.substr(0, end_of_motion.size())) == end_of_motion;
}

void add_signature(std::vector<Actor>& actors, std::string naam, std::string functie) {
  while (naam.ends_with(',') || naam.ends_with(';') || naam.ends_with('.')) naam.pop_back();
  if (naam.empty() || naam.size() > longest_name) return;
  actors.push_back({std::move(naam), std::move(functie), "Ondertekenaar", {}});
}

std::string function_of(std::string line) {
  while (line.ends_with(',')) line.pop_back();
  if (line.starts_with("De ")) line.erase(0, 3);
  for (const std::string_view office : {"Minister", "Staatssecretaris"}) {
    if (line.starts_with(office)) line[0] = ascii_lower(line.substr(0, 1))[0];
  }
  return line;
}

std::vector<Actor> signatures_in(std::string_view text) {
  if (auto actors = signatures_of_motion(text); !actors.empty()) return actors;
  const std::size_t end =
      text.size() > bytes_of_end ? text.find('\n', text.size() - bytes_of_end) : 0;
  return signatures_of_letter(text.substr(std::min(end, text.size())));
}

}  // namespace kamerzoek
