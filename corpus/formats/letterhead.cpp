#include "corpus/formats/letterhead.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/stuk_soort.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t lines_above = 16;
constexpr std::size_t lines_to_date = 8;
constexpr std::size_t lines_to_next_paper = 16;
constexpr std::size_t lines_of_heading = 4;
constexpr std::size_t longest_date_line = 120;
constexpr std::size_t longest_title = 600;

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
  // "31 066- Belastingdienst": a dash that nothing follows.
  if (dash && word.empty()) line = rest;
  if (word.empty() || (!dash && !roman && !letter)) return {};
  line = rest.substr(word.size());
  return std::string(word);
}

struct PaperLine {
  std::string volgnummer;
  std::string_view kop;
  bool numbered;  ///< by the word "Nr."
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
  if (!alphanumeric || (!numbered && has_digit)) return std::nullopt;
  return PaperLine{std::move(number), line, numbered};
}

std::string vergaderjaar_in(std::string_view line) {
  constexpr std::string_view label = "Vergaderjaar ";
  const std::size_t at = line.find(label);
  if (at == std::string_view::npos) return {};
  const auto jaar = Vergaderjaar::parse(word_of(line.substr(at + label.size())));
  return jaar ? jaar->text() : std::string();
}

// What the print has above the dossier.
bool is_name_of_the_kamer(std::string_view line) {
  return line.starts_with("Tweede Kamer der Staten-Generaal") ||
         line.starts_with("Eerste Kamer der Staten-Generaal") ||
         line.starts_with("Verenigde Vergadering der Staten-Generaal");
}

// "34 682" alone, with its title on the next line.
std::optional<DossierNumber> bare_dossier(std::string_view line) {
  std::string number = take_number(line);
  if (number.empty()) return std::nullopt;
  if (const std::string addition = take_addition(line); !addition.empty()) {
    number.append("-").append(addition);
  }
  return line.empty() ? DossierNumber::parse(number) : std::nullopt;
}

/// Goes through the lines from the first, each as what is expected after those before it.
class Reading {
 public:
  explicit Reading(const std::vector<std::string>& lines) : lines_(lines) {}

  std::optional<Letterhead> read() {
    for (std::size_t i = 0; i < std::min(lines_.size(), lines_above); ++i) {
      const std::string line = without_cells(i);
      if (add_dossier(line)) continue;
      if (head_.dossiers.empty()) {
        add_print(line);
      } else if (add_paper(line, i)) {
        return finished(i) ? std::optional(std::move(head_)) : std::nullopt;
      } else if (!add_to_title(line)) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  // A word processor's letterhead is a table: "34 682 | Nationale Omgevingsvisie".
  std::string without_cells(std::size_t i) const {
    std::string line(shortened(lines_[i], longest_title + 1));
    for (std::size_t at = line.find(" |"); at != std::string::npos; at = line.find(" |", at)) {
      line.erase(at, 2);
    }
    return line;
  }

  void add_print(std::string_view line) {
    printed_ = printed_ || is_name_of_the_kamer(line);
    if (std::string jaar = vergaderjaar_in(line); !jaar.empty()) {
      head_.vergaderjaar = std::move(jaar);
      printed_ = true;
    }
  }

  bool add_dossier(std::string_view line) {
    auto dossier = dossier_of_line(line);
    if (!dossier && printed_) {
      if (auto number = bare_dossier(line)) dossier = DossierLink{std::move(*number), {}};
    }
    if (dossier) head_.dossiers.push_back(std::move(*dossier));
    return dossier.has_value();
  }

  // The title of a bill takes several lines; anything else was no letterhead.
  bool add_to_title(std::string_view line) {
    std::string& titel = head_.dossiers.back().titel;
    if (!titel.empty()) titel += ' ';
    titel += line;
    return titel.size() <= longest_title;
  }

  bool add_paper(std::string_view line, std::size_t i) {
    const auto paper = paper_of_line(line);
    if (!paper || head_.dossiers.back().titel.empty()) return false;
    std::size_t next = i + 1;
    std::string kop(paper->kop);
    if (kop.empty() && next < lines_.size()) kop = without_cells(next++);
    std::string soort(soort_of_heading(kop));
    if (!paper->numbered && soort.empty()) return false;
    head_.volgnummer = paper->volgnummer;
    head_.kop = std::move(kop);
    head_.soort = std::move(soort);
    below_ = next;
    return true;
  }

  // Beside its number a letterhead has a date, an addressee or the name of its Kamer.
  bool finished(std::size_t paper) {
    if (is_list_of_papers(paper)) return false;
    const std::size_t end = std::min(lines_.size(), below_ + lines_to_date);
    std::size_t known = end;
    for (std::size_t i = below_; i < end && head_.datum.empty(); ++i) {
      const std::string line = without_cells(i);
      head_.datum = date_of_place_line(line);
      const bool is_known = !head_.datum.empty() || is_addressed_to_the_kamer(line);
      if (is_known && known == end) known = i;
    }
    if (known < end) add_to_heading(known);
    return printed_ || known < end;
  }

  // What stands between the heading and the first line below it that is known.
  void add_to_heading(std::size_t known) {
    if (known - below_ >= lines_of_heading) return;
    for (std::size_t i = below_; i < known; ++i) head_.kop.append(" ").append(without_cells(i));
    head_.soort = soort_of_heading(head_.kop);
  }

  bool is_list_of_papers(std::size_t paper) const {
    const std::size_t end = std::min(lines_.size(), paper + lines_to_next_paper);
    for (std::size_t i = paper + 1; i < end; ++i) {
      const std::string line = without_cells(i);
      const auto other = paper_of_line(line);
      if (other && other->numbered) return true;
    }
    return false;
  }

  const std::vector<std::string>& lines_;
  Letterhead head_;
  bool printed_ = false;
  std::size_t below_ = 0;  ///< the first line below that of the heading
};

}  // namespace

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

std::string date_of_place_line(std::string_view line) {
  constexpr std::array<std::string_view, 8> fronts = {"den haag",  "vastgesteld",   "voorgesteld",
                                                      "ontvangen", "'s-gravenhage", "’s-gravenhage",
                                                      "amsterdam", "utrecht"};
  if (line.size() > longest_date_line) return {};
  const std::string lower = ascii_lower(line);
  const bool dated =
      std::ranges::any_of(fronts, [&](std::string_view front) { return lower.starts_with(front); });
  return dated ? dutch_date_in(line) : std::string();
}

bool is_addressed_to_the_kamer(std::string_view line) {
  const std::string lower = ascii_lower(line.substr(0, longest_date_line));
  return lower.starts_with("aan de voorzitter van de ") &&
         (lower.find("kamer") != std::string::npos || lower.find("staten") != std::string::npos);
}

std::optional<Letterhead> read_letterhead(const std::vector<std::string>& lines) {
  return Reading(lines).read();
}

}  // namespace kamerzoek
