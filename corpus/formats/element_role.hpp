#pragma once

#include <string_view>

namespace kamerzoek {

/// What an element of an official publication is to its text. `open` is one of a name not known.
enum class ElementRole {
  open,
  block,
  in_line,
  word,
  script,
  heading,
  structure_text,
  item,
  number,
  row,
  cell,
  reference,
  note,
  line_break,
  nothing,
};

ElementRole role_named(std::string_view element);

}  // namespace kamerzoek
