#pragma once

#include <string>

#include "search/links.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// The links of a document as values for its page:
///   replaced_by, replaces: [entry]
///   lists: [{heading, entries: [entry], more}] for templates/links.mustache; annexes are left out
View link_lists(const Links& links);

/// {href, name, label, relation, soort, date, iso_date, sentence, note, absent}; `relation` in
/// words where it is more than to cite, `incoming` for a paper that cites this one.
View link_entry(const Link& link, bool incoming);

/// What a page calls a paper in few signs: "34 682, nr. 228", "2025D27614".
std::string short_name(const SearchResult& paper);

}  // namespace kamerzoek::web
