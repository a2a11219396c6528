#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"
#include "search/searcher.hpp"
#include "web/template.hpp"

/// The parts that pages of documents and of zaken have in common.
namespace kamerzoek::web {

/// Adds an entry to the definition list of a page; nothing for an empty value. With `href` the
/// value leads there.
void add_fact(View& facts, std::string_view name, std::string_view value,
              std::string_view href = {});

/// Each dossier with its title; the first is the record's own and has the volgnummer.
void add_dossiers(View& facts, const Fields& fields);

/// What the source says besides, by its own names.
View others(const Fields& fields);

/// What somebody is, and for whom: "minister van Kustzaken, VVD".
std::string role_of(const Actor& actor);

/// The entries of templates/people.mustache: who did the same together, in the source's order.
/// Those who signed lead to their page.
View people(const std::vector<Actor>& actoren);

View agenda(const std::vector<AgendaItem>& items);

/// The entries of templates/besluiten.mustache: the decisions on this zaak.
View besluiten_on(const std::vector<Besluit>& besluiten, const std::string& zaak);

/// Where the parts came from: {source, date, count, pieces} for each source.
View sources(const Record& record);

/// What a page calls a record: its onderwerp, else its titel, else its identifier.
std::string heading_of(const Fields& fields, const std::string& id);

}  // namespace kamerzoek::web
