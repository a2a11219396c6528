#include "corpus/formats/ministry_letter.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/letterhead.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t lines_of_head = 40;
constexpr std::size_t longest_value = 400;
constexpr std::size_t most_lines_of_subject = 3;

enum class Label { none, date, subject, reference, other };

struct Labelled {
  Label label = Label::none;
  std::string_view value;
};

struct Spelling {
  std::string_view words;
  Label label;
};
// A word that begins many a line (bijlage, telefoon) is here to end the subject above it.
constexpr std::array spellings = {
    Spelling{"ons kenmerk", Label::reference},
    Spelling{"onze referentie", Label::reference},
    Spelling{"kenmerk", Label::reference},
    Spelling{"datum", Label::date},
    Spelling{"betreft", Label::subject},
    Spelling{"onderwerp", Label::subject},
    Spelling{"uw kenmerk", Label::other},
    Spelling{"uw brief", Label::other},
    Spelling{"uw referentie", Label::other},
    Spelling{"bijlage", Label::other},
    Spelling{"bijlagen", Label::other},
    Spelling{"bijlage(n)", Label::other},
    Spelling{"contactpersoon", Label::other},
    Spelling{"ministerie van", Label::other},
    Spelling{"directoraat-generaal", Label::other},
};

// The label at the front of a line, a word of its own, and what stands behind it.
Labelled read_label(std::string_view line) {
  const std::string lower = ascii_lower(line.substr(0, 40));
  for (const Spelling& spelling : spellings) {
    if (!lower.starts_with(spelling.words)) continue;
    std::string_view value = line.substr(spelling.words.size());
    if (!value.empty() && value.front() != ' ' && value.front() != ':') continue;
    while (!value.empty() && std::string_view(" :|").find(value.front()) != value.npos) {
      value.remove_prefix(1);
    }
    return {spelling.label, value};
  }
  return {};
}

bool is_salutation(std::string_view line) {
  return ascii_lower(line.substr(0, 8)) == "geachte ";
}

class Head {
 public:
  explicit Head(const std::vector<std::string>& lines) : lines_(lines) {
    const std::size_t most = std::min(lines.size(), lines_of_head);
    while (end_ < most && !is_salutation(lines[end_])) ++end_;
    salutes_ = end_ < most && ascii_lower(lines[end_]).find("voorzitter") != std::string::npos;
  }

  std::optional<MinistryLetter> read() const {
    MinistryLetter letter;
    bool to_the_kamer = salutes_;
    std::string dated_line;
    for (std::size_t i = 0; i < end_; ++i) {
      to_the_kamer = to_the_kamer || is_addressed_to_the_kamer(lines_[i]);
      if (dated_line.empty()) dated_line = date_of_place_line(lines_[i]);
      take(i, letter);
    }
    if (letter.datum.empty()) letter.datum = dated_line;
    if (!to_the_kamer || letter.datum.empty()) return std::nullopt;
    return letter;
  }

 private:
  void take(std::size_t i, MinistryLetter& letter) const {
    const Labelled found = read_label(lines_[i]);
    if (found.label == Label::date && letter.datum.empty()) {
      letter.datum = dutch_date_in(value_of(found, i).substr(0, longest_value));
    } else if (found.label == Label::subject && letter.betreft.empty()) {
      letter.betreft = subject(found, i);
    } else if (found.label == Label::reference && letter.kenmerk.empty()) {
      letter.kenmerk = shortened(value_of(found, i), longest_value);
    }
  }

  // Behind the label, else on the next line where that has no label of its own.
  std::string_view value_of(const Labelled& found, std::size_t i) const {
    if (!found.value.empty()) return found.value;
    const bool next = i + 1 < end_ && read_label(lines_[i + 1]).label == Label::none;
    return next ? std::string_view(lines_[i + 1]) : std::string_view();
  }

  // A subject goes on over lines up to the next label; where none follows soon, its end is not
  // known, and the first line is enough.
  std::string subject(const Labelled& found, std::size_t i) const {
    std::string text(value_of(found, i));
    std::size_t next = i + (found.value.empty() ? 2 : 1);
    std::string more;
    for (std::size_t lines = 1; lines < most_lines_of_subject && next < end_; ++lines, ++next) {
      if (read_label(lines_[next]).label != Label::none) break;
      more.append(" ").append(lines_[next]);
    }
    const bool ends = next >= end_ || read_label(lines_[next]).label != Label::none;
    if (ends && text.size() + more.size() <= longest_value) text += more;
    return std::string(shortened(text, longest_value));
  }

  const std::vector<std::string>& lines_;
  std::size_t end_ = 0;  ///< of the head: the salutation
  bool salutes_ = false;
};

}  // namespace

std::optional<MinistryLetter> read_ministry_letter(const std::vector<std::string>& lines) {
  return Head(lines).read();
}

}  // namespace kamerzoek
