#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/suggestions.hpp"

/// Help while typing as JSON.
namespace kamerzoek {

/// {"query","documents":[…],"dossiers":[{"nummer","titel","documenten","url"}],
///  "terms":[{"text","documents"}]}; documents are as in every list.
nlohmann::ordered_json to_json(const Suggestions& suggestions);

/// As a browser's search box wants it (OpenSearch Suggestions 1.0): the query, completions of it,
/// and for each how much it finds.
nlohmann::ordered_json opensearch_json(const Suggestions& suggestions);

}  // namespace kamerzoek
