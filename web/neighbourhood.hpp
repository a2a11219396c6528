#pragma once

#include <string>

#include "search/links.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The papers around one, drawn: to the left what cites it, to the right what it cites, a few of
/// each. Values for templates/neighbourhood_svg.mustache, in units of an SVG 384 wide:
///   {height, left, right, self: {y, text_y, label}, nodes: [{x, y, text_x, text_y, label, href,
///   title, absent,
///    path}], more: [{x, y, text}], words}
/// `false` where nothing is cited either way.
View neighbourhood(const Links& links, const std::string& self);

}  // namespace kamerzoek::web
