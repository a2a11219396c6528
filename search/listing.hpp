#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/schema/listing.hpp"
#include "search/result_page.hpp"

namespace kamerzoek {

/// What lists show of a living document, from the values of the index: its pieces are not read.
/// Nothing for any other record.
std::optional<schema::Listing> load_listing(const Xapian::Document& document);

/// The same, as a result without score and snippet.
std::optional<SearchResult> listed(const Xapian::Document& document);

/// The same, with the names of its indieners.
std::optional<SearchResult> listed_with_names(const Xapian::Document& document);

/// The names of who submitted or signed the document.
std::vector<std::string> load_indieners(const Xapian::Document& document);

/// What the first document of a dossier that knows says it is called; empty where none of the first
/// few hundred does.
std::string dossier_title(const Xapian::Database& database, const std::string& number);

/// The result for the document with this identifier.
SearchResult listed(std::string id, schema::Listing listing);

}  // namespace kamerzoek
