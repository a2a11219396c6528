#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/list_number.hpp"
#include "corpus/formats/xml_document.hpp"

namespace kamerzoek {

/// What stands before the items of the lists of an OpenDocument text: counted from the list styles,
/// as it is nowhere in the text.
class OdtLists {
 public:
  /// Takes a `text:list-style`; another element is passed over.
  void add_style(const xmlNode& element);

  /// Around a `text:list` and what is in it.
  void begin_list(const xmlNode& list);
  void end_list();
  /// At a `text:list-item`: "-", "3.", "2.1"; nothing where its level has no number or bullet.
  std::string next_item(const xmlNode& item);

 private:
  static constexpr std::size_t levels = 10;
  struct Level {
    bool is_bullet = false;
    bool is_number = false;
    NumberForm form = NumberForm::decimal;
    std::string before;
    std::string after;
    std::int64_t start = 1;
    std::size_t shown = 1;  ///< how many levels the number shows: 2 for "2.1"
  };
  using Style = std::array<Level, levels>;
  struct Open {
    std::string style;
    std::int64_t count;
  };

  const Level* level() const;

  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, std::int64_t, std::less<>> counted_;  ///< by style, of closed lists
  std::vector<Open> open_;
};

}  // namespace kamerzoek
