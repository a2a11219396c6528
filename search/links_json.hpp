#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/searcher.hpp"

/// Links and decisions as JSON; the fields of a paper are those of a search result.
namespace kamerzoek {

/// {"cites":[…],"citedBy":[…],"citedByTotal":N,"related":[…]}; each entry is a paper with
/// "relatie", "herkomst" ("metadata", "gemarkeerd", "tekst"), "aanwezig" and, where known, "zin"
/// and "noot".
nlohmann::ordered_json to_json(const Links& links);

nlohmann::ordered_json to_json(const Besluit& besluit);

}  // namespace kamerzoek
