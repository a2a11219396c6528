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
/// /hulp: how to search, with examples that find something in whatever index this is.
Response help_page(const Target& target, Searcher& searcher);
/// /over: what this is, where it comes from and how fresh it is.
Response about_page(const Target& target, Searcher& searcher);
Response results_page(const Target& target, Searcher& searcher);

/// /kst-34682-228/origineel/Brief.docx: a file that the document was read from, if it is still what
/// was read.
Response original(const Target& target, Searcher& searcher);

/// The record with this name in any spelling; a redirect where the target is not its one address.
/// The parameter `q` is a query whose words are marked in the text.
Response record_page(const Target& target, const std::string& name, Searcher& searcher);
Response document_page(const LinkedRecord& linked, const Links& links, const Target& target,
                       Searcher& searcher);
Response zaak_page(const LinkedRecord& linked, const Links& links);
Response dossier_page(const Target& target, const std::string& number, Searcher& searcher);

/// /persoon/NAME: what somebody signed, by the name as the data write it.
Response person_page(const Target& target, Searcher& searcher);

Response api_search(const Target& target, Searcher& searcher);
Response api_document(const Target& target, Searcher& searcher);
Response api_references(const Target& target, Searcher& searcher);
Response api_similar(const Target& target, Searcher& searcher);
Response api_dossier(const Target& target, Searcher& searcher);
/// What the API is, as OpenAPI; and of its answers alone, as JSON Schema.
Response api_description(const Target& target, Searcher& searcher);
Response api_schema(const Target& target, Searcher& searcher);
Response api_suggest(const Target& target, Searcher& searcher);

Response health(const Target& target, Searcher& searcher);
/// Counts of requests and the state of the index, for Prometheus.
Response metrics_page(const Target& target, Searcher& searcher);
Response opensearch(const Target& target, Searcher& searcher);
Response robots(const Target& target, Searcher& searcher);

/// /sitemap.xml: the parts of the site map.
Response sitemap(const Target& target, Searcher& searcher);
/// /sitemap-dossiers-1.xml: the pages there always are, and the dossiers.
Response sitemap_dossiers(const Target& target, Searcher& searcher);
/// /sitemap-documenten-1.xml: the documents of a part of the catalogue.
Response sitemap_documents(const Target& target, Searcher& searcher);

/// /zoeken.csv, .ris, .bib, .jsonl: everything found, as a stream.
Response results_export(const Target& target, Searcher& searcher);
/// /kst-34682-228.ris, .bib, and the other names of a document, which redirect there.
Response record_export(const Target& target, Searcher& searcher);

/// /zoeken.atom, .json: the newest of what is found.
Response results_feed(const Target& target, Searcher& searcher);
/// /dossier/34682.atom, .json
Response dossier_feed(const Target& target, Searcher& searcher);

}  // namespace kamerzoek::web
