#include "corpus/text/abbreviations.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/letters/fold.hpp"
#include "corpus/text/abbreviation_match.hpp"

namespace kamerzoek {
namespace {

// Bytes: no definition is longer, and what is not looked at costs no time.
constexpr std::size_t longest_long_form = 240;
constexpr std::size_t longest_in_parentheses = 200;
constexpr std::size_t longest_announced = 60;

// Words between a long form and its abbreviation.
constexpr std::string_view announcing[] = {
    "afgekort", "als",     "bekend",         "de",      "engels",
    "engelse",  "genaamd", "genoemd",        "het",     "hierna",
    "in",       "kort",    "kortheidshalve", "kortweg", "noemen",
    "of",       "oftewel", "ofwel",          "ook",     "te",
    "tot",      "verder",  "voortaan",       "wel"};
static_assert(std::ranges::is_sorted(announcing));

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

/// Length of the white space at `at`; a no-break space is two bytes.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at < text.size() && is_space(text[at])) return 1;
  return text.substr(at, 2) == "\u00A0" ? 2 : 0;
}

std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t space = space_at(text, at); space > 0) {
      at += space;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && space_at(text, end) == 0) ++end;
    tokens.push_back(text.substr(at, end - at));
    at = end;
  }
  return tokens;
}

/// Whether no long form goes on from this token to the next.
bool ends_phrase(std::string_view token) {
  if (token == "-" || token == "–" || token == "—" || token == "•") return true;
  return token.find_first_of("()[]{}|") != token.npos ||
         std::string_view(".;:!?").find(token.back()) != std::string_view::npos;
}

/// The last words of `text`, at most `most`, of one phrase.
std::vector<LongWord> words_before(std::string_view text, std::size_t most) {
  std::size_t from = text.size() - std::min(text.size(), longest_long_form);
  // An empty line ends a phrase; the first word may be cut, unless the text begins there.
  const std::string_view near = text.substr(from);
  if (const std::size_t line = near.rfind("\n\n"); line != near.npos) {
    from += line;
  } else if (from > 0) {
    while (from < text.size() && space_at(text, from) == 0) ++from;
  }
  const std::vector<std::string_view> tokens = tokens_of(text.substr(from));
  std::vector<LongWord> words;
  for (std::size_t t = tokens.size(); t-- > 0 && words.size() < most;) {
    if (ends_phrase(tokens[t])) break;
    words.push_back(LongWord::from(tokens[t]));
  }
  std::ranges::reverse(words);
  return words;
}

/// The words as they stand; empty where bytes are broken, or a quotation begins or ends within, or
/// emphasis does.
std::string written(const std::vector<LongWord>& words, const LongForm& form) {
  std::string out;
  for (std::size_t w = form.first; w < form.end; ++w) {
    // Signs at the ends of a word within, as a comma in a list, belong to the long form.
    const char* begin = words[w].text.data();
    const char* next = w + 1 < form.end ? words[w + 1].text.data() : begin + words[w].text.size();
    std::string_view word(begin, static_cast<std::size_t>(next - begin));
    for (const std::string_view token : tokens_of(word)) {
      if (!out.empty()) out += ' ';
      out += token;
    }
  }
  for (const std::string_view quote : {"\"", "“", "”", "„", "«", "»", "‘", "’-", "*"}) {
    if (out.find(quote) != out.npos) return {};
  }
  return repaired_utf8(out) == out ? out : std::string{};
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Abbreviation> find() {
    for (std::size_t at = text_.find_first_of("(,"); at != text_.npos;
         at = text_.find_first_of("(,", at + 1)) {
      if (text_[at] == '(') {
        parentheses(at);
      } else {
        announcement(at);
      }
    }
    return std::move(found_);
  }

 private:
  /// "long form (ABBR)", else "ABBR (long form)".
  void parentheses(std::size_t open) {
    const std::string_view inside = text_.substr(open + 1, longest_in_parentheses);
    const std::size_t length = inside.find_first_of("()");
    if (length == inside.npos || inside[length] == '(') return;
    if (open == 0 || (!is_space(text_[open - 1]) && !text_.substr(0, open).ends_with("\u00A0"))) {
      return;  // "lid(en)"
    }
    const std::size_t behind = open + length + 2;
    if (behind < text_.size() && std::isalnum(static_cast<unsigned char>(text_[behind])) != 0) {
      return;  // "(nood)opvang"
    }
    const std::string_view content = inside.substr(0, length);
    const auto form = announced(content);
    if (form && long_form_before(open, *form)) return;
    long_form_inside(open, content);
  }

  /// "long form, hierna te noemen: ABBR".
  void announcement(std::size_t comma) {
    std::string_view rest = text_.substr(comma + 1, longest_announced);
    rest = rest.substr(0, rest.find_first_of("();\n"));
    const std::string_view word = rest.substr(std::min<std::size_t>(1, rest.size()));
    if (!word.starts_with("hierna") && !word.starts_with("afgekort")) return;
    if (const auto form = announced(rest, false)) long_form_before(comma, *form);
  }

  /// The abbreviation in "hierna te noemen: ABBR", when nothing else is said there. Outside
  /// parentheses other words may follow.
  static std::optional<ShortForm> announced(std::string_view content, bool alone = true) {
    const std::vector<std::string_view> tokens = tokens_of(content);
    std::size_t t = 0;
    while (t + 1 < tokens.size() &&
           std::ranges::binary_search(announcing,
                                      std::string_view(LongWord::from(tokens[t]).folded))) {
      ++t;
    }
    if (t == tokens.size()) return {};
    const bool last = t + 1 == tokens.size() || ends_phrase(tokens[t]) || tokens[t].back() == ',' ||
                      (t + 2 == tokens.size() && LongWord::from(tokens[t + 1]).is_year());
    if (alone && !last) return {};
    return ShortForm::from(tokens[t]);
  }

  bool long_form_before(std::size_t end, const ShortForm& form) {
    const std::vector<LongWord> words = words_before(text_.substr(0, end), most_words(form));
    const auto found = long_form_of(form, words);
    return found && add(form, words, *found);
  }

  /// The whole of the parentheses, or what stands before the first comma in them.
  void long_form_inside(std::size_t open, std::string_view content) {
    std::size_t end = open;
    while (end > 0 && is_space(text_[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin <= longest_announced && !is_space(text_[begin - 1])) --begin;
    const std::string_view token = text_.substr(begin, end - begin);
    if (token.empty() || ends_phrase(token) || token.back() == ',') return;
    const auto form = ShortForm::from(token);
    if (!form) return;
    for (const std::size_t length : {content.size(), content.find_first_of(",;")}) {
      if (length == content.npos) return;
      std::vector<LongWord> words;
      for (const std::string_view word : tokens_of(content.substr(0, length))) {
        words.push_back(LongWord::from(word));
        if (words.size() > most_words(*form) + 1) return;
      }
      const auto found = long_form_of(*form, words);
      const auto named = std::ranges::find_if_not(words, &LongWord::is_function_word);
      const bool whole =
          found && named - words.begin() >= static_cast<std::ptrdiff_t>(found->first);
      if (whole && add(*form, words, *found)) return;
    }
  }

  bool add(const ShortForm& form, const std::vector<LongWord>& words, const LongForm& found) {
    std::string long_form = written(words, found);
    if (long_form.empty()) return false;
    found_.push_back({form.written, std::move(long_form)});
    return true;
  }

  std::string_view text_;
  std::vector<Abbreviation> found_;
};

}  // namespace

std::vector<Abbreviation> abbreviations_in(std::string_view text) {
  return Finder(text).find();
}

std::vector<Abbreviation> abbreviations_in(const Fields& fields) {
  std::vector<Abbreviation> all;
  const auto add = [&all](std::string_view text) {
    std::ranges::move(abbreviations_in(text), std::back_inserter(all));
  };
  for (const std::string* text : {&fields.titel, &fields.onderwerp, &fields.tekst}) add(*text);
  for (const Noot& note : fields.noten) add(note.tekst);
  return all;
}

Abbreviation folded(const Abbreviation& abbreviation) {
  std::string long_form;
  // Folding makes plain spaces of the rarer ones.
  const std::string bare = fold(abbreviation.long_form);
  for (const std::string_view token : tokens_of(bare)) {
    if (!long_form.empty()) long_form += ' ';
    long_form += token;
  }
  return {fold(abbreviation.short_form), std::move(long_form)};
}

}  // namespace kamerzoek
