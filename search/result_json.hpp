#pragma once

#include <nlohmann/json_fwd.hpp>

#include "search/searcher.hpp"

/// Answers as the JSON of the contract, the same for the command line and the API.
namespace kamerzoek {

/// Beside the fields of the contract, each only where there is something to say: "notes" (strings)
/// and "uitleg" of the page, "kop", "pagina", "noot" and "uitleg" of a result
/// (explanation_json.hpp).
nlohmann::ordered_json to_json(const ResultPage& page);
/// {"id","results":[…]}, the results as in a search, without snippet.
nlohmann::ordered_json to_json(const SimilarPapers& similar);
nlohmann::ordered_json to_json(const LinkedRecord& record);
nlohmann::ordered_json to_json(const DossierPage& page);
nlohmann::ordered_json to_json(const Stats& stats);
nlohmann::ordered_json to_json(const schema::SyncStatus& status);
nlohmann::ordered_json to_json(const std::vector<LearnedAbbreviation>& abbreviations);
/// An object for every part of a file, with the path of the file.
nlohmann::ordered_json to_json(const std::vector<SetAside>& files);

/// A document as every list has it, without score and snippet: the same names whether its fields
/// are empty or not.
nlohmann::ordered_json listing_json(const SearchResult& result);

std::string_view name_of(Sort sort);
std::optional<Sort> sort_named(std::string_view name);

}  // namespace kamerzoek
