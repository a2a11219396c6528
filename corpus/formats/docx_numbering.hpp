#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "corpus/formats/docx_styles.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// The numbers Word puts before the items of lists and numbered headings: they are nowhere in the
/// text, but counted from word/numbering.xml.
class DocxNumbering {
 public:
  /// Takes a `w:abstractNum` or `w:num`.
  void add(const xmlNode& element);

  /// Counts the next item in its list and returns what stands before it: "3.", "b)", "2.1"; "-" for
  /// a bullet; nothing for a list that has no numbers or is not known.
  std::string next(const DocxListPlace& place);

 private:
  static constexpr int levels = 9;
  static constexpr std::int64_t not_begun = -1;
  struct Level {
    std::string format;
    std::string text;
    std::int64_t start = 1;
  };
  struct Definition {
    std::array<Level, levels> level;
    std::array<std::int64_t, levels> count;  ///< how far each level is; `not_begun` at first
  };
  struct List {
    std::string definition;
    std::map<int, std::int64_t> restarts;  ///< by level, with what number
  };

  void add_definition(const xmlNode& element);
  void add_list(const xmlNode& element);
  static void step(Definition& definition, int level);
  static std::string text_of(const Definition& definition, int level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
};

}  // namespace kamerzoek
