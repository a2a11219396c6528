#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/lexicon/dictionary.hpp"

namespace kamerzoek::lexicon {

/// The prefixes and suffixes of a Hunspell affix file with two-letter flags (`FLAG long`); see
/// hunspell(5). Of its options only PFX and SFX are read: the rest is for spelling. Any thread may
/// use one.
class AffixRules {
 public:
  /// Throws std::runtime_error, naming the file, when it cannot be read or has no suffixes.
  explicit AffixRules(const std::filesystem::path& file);

  /// Calls `each(suffix flag, form)` for the entry itself (no flag) and for every form its
  /// suffixes make. `form.flags` is what the suffix adds; the entry keeps its own.
  void each_form(const Entry& entry,
                 const std::function<void(std::string_view, const Entry&)>& each) const;

  /// What the entry's prefixes put before it: particles of verbs (`uit`), mostly.
  std::vector<std::string> prefixes(const Entry& entry) const;

 private:
  struct Suffix {
    std::u32string strip;
    std::u32string add;
    std::vector<std::string> flags;
    std::u32string condition;
  };

  void read_line(const std::string& line);

  std::map<std::string, std::vector<Suffix>, std::less<>> suffixes_;
  std::map<std::string, std::vector<std::string>, std::less<>> prefixes_;
};

}  // namespace kamerzoek::lexicon
