#pragma once

#include <string>

#include "search/searcher.hpp"
#include "web/http.hpp"
#include "web/target.hpp"

/// One function a kind of page; each lives in the source of its name. All take a decoded target
/// whose path they may rely on, check its parameters themselves, and never fail: what goes wrong
/// is an answer too.
namespace kamerzoek::web {

Response home_page(const Target& target, Searcher& searcher);
Response results_page(const Target& target, Searcher& searcher);

/// The record with this name in any spelling; a redirect where the target is not its one address.
Response record_page(const Target& target, const std::string& name, Searcher& searcher);
Response document_page(const LinkedRecord& linked, const Links& links, Searcher& searcher);
Response zaak_page(const LinkedRecord& linked, const Links& links);
Response dossier_page(const Target& target, const std::string& number, Searcher& searcher);

Response api_search(const Target& target, Searcher& searcher);
Response api_document(const Target& target, Searcher& searcher);
Response api_references(const Target& target, Searcher& searcher);
Response api_similar(const Target& target, Searcher& searcher);
Response api_dossier(const Target& target, Searcher& searcher);

Response health(const Target& target, Searcher& searcher);
Response opensearch(const Target& target, const std::string& host);

}  // namespace kamerzoek::web
