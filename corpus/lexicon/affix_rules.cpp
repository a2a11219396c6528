#include "corpus/lexicon/affix_rules.hpp"

#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <unicode/unistr.h>

namespace kamerzoek::lexicon {
namespace {

std::u32string code_points(std::string_view text) {
  const auto decoded =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::u32string points;
  for (int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1)) {
    points.push_back(static_cast<char32_t>(decoded.char32At(i)));
  }
  return points;
}

std::string utf8(std::u32string_view points) {
  icu::UnicodeString text;
  for (const char32_t c : points) text.append(static_cast<UChar32>(c));
  std::string out;
  return text.toUTF8String(out);
}

/// Takes the last letter off a condition; whether it is true of `letter`. One is a letter, `.`,
/// `[abc]` or `[^abc]`; a `]` without `[` is a letter.
bool takes_last(std::u32string_view& condition, char32_t letter) {
  const std::size_t open = condition.back() == U']' ? condition.rfind(U'[') : condition.npos;
  if (open == condition.npos) {
    const char32_t wanted = condition.back();
    condition.remove_suffix(1);
    return wanted == U'.' || wanted == letter;
  }
  std::u32string_view set = condition.substr(open + 1, condition.size() - open - 2);
  condition = condition.substr(0, open);
  const bool negated = set.starts_with(U'^');
  if (negated) set.remove_prefix(1);
  return (set.find(letter) != set.npos) != negated;
}

bool ends_as(std::u32string_view word, std::u32string_view condition) {
  while (!condition.empty()) {
    if (word.empty() || !takes_last(condition, word.back())) return false;
    word.remove_suffix(1);
  }
  return true;
}

}  // namespace

AffixRules::AffixRules(const std::filesystem::path& file) {
  std::ifstream in = open_dictionary(file);
  for (std::string line; std::getline(in, line);) read_line(line);
  if (suffixes_.empty()) throw std::runtime_error(file.string() + " is no Hunspell affix file");
}

void AffixRules::read_line(const std::string& line) {
  std::istringstream fields(line);
  std::string kind;
  std::string flag;
  std::string strip;
  std::string add;
  std::string condition;
  fields >> kind >> flag >> strip >> add;
  // A rule's header has three fields ("SFX Zb Y 4"): its fourth is a count.
  const bool is_rule = !add.empty() && strip != "Y" && strip != "N";
  if (!is_rule || (kind != "SFX" && kind != "PFX")) return;
  fields >> condition;
  const std::size_t slash = add.find('/');
  const std::string text = add.substr(0, slash) == "0" ? "" : add.substr(0, slash);
  if (kind == "PFX") {
    prefixes_[flag].push_back(text);
    return;
  }
  suffixes_[flag].push_back(
      {.strip = strip == "0" ? U"" : code_points(strip),
       .add = code_points(text),
       .flags = slash == add.npos ? std::vector<std::string>{}
                                  : two_letter_flags(std::string_view(add).substr(slash + 1)),
       .condition = condition.starts_with('#') ? U"" : code_points(condition)});
}

void AffixRules::each_form(const Entry& entry,
                           const std::function<void(std::string_view, const Entry&)>& each) const {
  each("", {entry.word, entry.flags});
  const std::u32string word = code_points(entry.word);
  for (const std::string& flag : entry.flags) {
    const auto rules = suffixes_.find(flag);
    if (rules == suffixes_.end()) continue;
    for (const Suffix& rule : rules->second) {
      if (!word.ends_with(rule.strip) || !ends_as(word, rule.condition)) continue;
      const std::u32string form = word.substr(0, word.size() - rule.strip.size()) + rule.add;
      each(flag, {utf8(form), rule.flags});
    }
  }
}

std::vector<std::string> AffixRules::prefixes(const Entry& entry) const {
  std::vector<std::string> found;
  for (const std::string& flag : entry.flags) {
    const auto at = prefixes_.find(flag);
    if (at != prefixes_.end()) found.insert(found.end(), at->second.begin(), at->second.end());
  }
  return found;
}

}  // namespace kamerzoek::lexicon
