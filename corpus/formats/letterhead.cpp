#include "corpus/formats/letterhead.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/stuk_soort.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t lines_above = 12;
constexpr std::size_t lines_to_date = 8;
constexpr std::size_t longest_date_line = 120;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string_view word_of(std::string_view text) {
  return text.substr(0, text.find(' '));
}

void drop_word(std::string_view& text) {
  text.remove_prefix(std::min(word_of(text).size() + 1, text.size()));
}

// "34 682" or "34682", and what is written against it.
std::string take_number(std::string_view& line) {
  std::string digits;
  std::size_t at = 0;
  while (at < line.size() && digits.size() < 5) {
    const bool gap = line[at] == ' ' && digits.size() == 2;
    if (!gap && !is_digit(line[at])) return {};
    if (!gap) digits += line[at];
    ++at;
  }
  if (digits.size() != 5 || (at < line.size() && is_digit(line[at]))) return {};
  line.remove_prefix(at);
  return digits;
}

// "-08", " XXII", " A", " (R2160)", "-XXII"; nothing where the title follows at once.
std::string take_addition(std::string_view& line) {
  std::string_view rest = line;
  const bool dash = rest.starts_with('-') || rest.starts_with("–");
  if (dash) rest.remove_prefix(rest.starts_with('-') ? 1 : std::string_view("–").size());
  if (!dash && rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.starts_with('(')) {
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos || close > 10 || rest.substr(1, 1) != "R") return {};
    std::string addition(rest.substr(1, close - 1));
    std::erase(addition, ' ');
    line = rest.substr(close + 1);
    return addition;
  }
  const std::string_view word = word_of(rest);
  const bool roman = !word.empty() && word.find_first_not_of("IVXLC") == std::string_view::npos;
  const bool letter = word.size() == 1 && is_upper(word.front());
  if (word.empty() || (!dash && !roman && !letter)) return {};
  line = rest.substr(word.size());
  return std::string(word);
}

struct PaperLine {
  std::string volgnummer;
  std::string_view kop;
};

// "Nr. 228 Brief van …"; the Eerste Kamer's papers have a letter and no "Nr.".
std::optional<PaperLine> paper_of_line(std::string_view line) {
  const bool numbered = ascii_lower(line.substr(0, 4)) == "nr. ";
  if (numbered) line.remove_prefix(4);
  std::string number(word_of(line));
  drop_word(line);
  if (number.empty() || number.size() > 8) return std::nullopt;
  const bool has_digit = std::ranges::any_of(number, is_digit);
  const bool alphanumeric =
      std::ranges::all_of(number, [](char c) { return is_digit(c) || is_upper(c) || c == '-'; });
  if (!alphanumeric) return std::nullopt;
  if (numbered) return PaperLine{std::move(number), line};
  if (has_digit || soort_of_heading(line).empty()) return std::nullopt;
  return PaperLine{std::move(number), line};
}

std::string date_below(const std::vector<std::string>& lines, std::size_t begin) {
  constexpr std::array<std::string_view, 8> fronts = {"den haag",  "vastgesteld",   "voorgesteld",
                                                      "ontvangen", "'s-gravenhage", "’s-gravenhage",
                                                      "amsterdam", "utrecht"};
  for (std::size_t i = begin; i < std::min(lines.size(), begin + lines_to_date); ++i) {
    const std::string_view line = without_hashes(lines[i]);
    if (line.size() > longest_date_line) continue;
    const std::string lower = ascii_lower(line);
    const bool dated = std::ranges::any_of(
        fronts, [&](std::string_view front) { return lower.starts_with(front); });
    if (!dated) continue;
    if (std::string date = dutch_date_in(line); !date.empty()) return date;
  }
  return {};
}

std::string vergaderjaar_above(const std::vector<std::string>& lines, std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    std::string_view line = without_hashes(lines[i]);
    if (!line.starts_with("Vergaderjaar ")) continue;
    drop_word(line);
    if (const auto jaar = Vergaderjaar::parse(word_of(line))) return jaar->text();
  }
  return {};
}

}  // namespace

std::string_view without_hashes(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes == 0 || hashes > 6 || line.substr(hashes, 1) != " ") return line;
  return line.substr(hashes + 1);
}

std::optional<DossierLink> dossier_of_line(std::string_view line) {
  std::string number = take_number(line);
  if (number.empty()) return std::nullopt;
  if (const std::string addition = take_addition(line); !addition.empty()) {
    number.append("-").append(addition);
  }
  auto nummer = DossierNumber::parse(number);
  if (!nummer || !line.starts_with(' ')) return std::nullopt;
  return DossierLink{std::move(*nummer), std::string(line.substr(1))};
}

std::optional<Letterhead> read_letterhead(const std::vector<std::string>& lines) {
  Letterhead head;
  for (std::size_t i = 0; i < std::min(lines.size(), lines_above); ++i) {
    const std::string_view line = without_hashes(lines[i]);
    if (auto dossier = dossier_of_line(line)) {
      head.dossiers.push_back(std::move(*dossier));
      continue;
    }
    if (head.dossiers.empty()) continue;
    const auto paper = paper_of_line(line);
    if (!paper) {
      // The title of a bill takes several lines; anything else was no letterhead.
      if (head.dossiers.back().titel.size() > 600) return std::nullopt;
      head.dossiers.back().titel.append(" ").append(line);
      continue;
    }
    head.volgnummer = paper->volgnummer;
    head.kop = std::string(paper->kop);
    std::size_t next = i + 1;
    if (head.kop.empty() && next < lines.size()) head.kop = without_hashes(lines[next++]);
    head.soort = soort_of_heading(head.kop);
    head.datum = date_below(lines, next);
    head.vergaderjaar = vergaderjaar_above(lines, i);
    return head;
  }
  return std::nullopt;
}

}  // namespace kamerzoek
