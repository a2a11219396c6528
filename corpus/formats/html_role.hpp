#pragma once

#include <string_view>

namespace kamerzoek {

/// What an element of HTML is to the text of a page.
enum class HtmlRole {
  block,  ///< one of a name not known too
  in_line,
  heading,
  list,
  item,
  row,
  cell,
  link,
  furniture,  ///< of the page or of an article: header, footer, form, what stands aside
  nothing,    ///< navigation, controls, what no reader sees
};

HtmlRole html_role(std::string_view element);

}  // namespace kamerzoek
