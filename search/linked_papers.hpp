#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/model/record.hpp"
#include "corpus/model/result.hpp"
#include "search/links.hpp"

/// The parts of `Searcher::links`. One thread; Xapian throws what is wrong with the index, a record
/// that cannot be read is an error.
namespace kamerzoek {

/// The paper with one of these keys: as a list shows it where it is held, else by the first key and
/// its official address. Relation, basis and sentence are the caller's to fill in.
Link link_to(const Xapian::Database& database, const std::vector<std::string>& keys);

/// What a document with these citations cites. `keys` are all its names, sorted: it does not cite
/// itself.
std::vector<Link> cited_papers(const Xapian::Database& database, const Fields& fields,
                               const std::vector<Citation>& citations,
                               const std::vector<std::string>& keys);

/// Fills in what cites a paper with these keys (sorted), whether it is held or not.
Result<void> add_citing_papers(const Xapian::Database& database,
                               const std::vector<std::string>& keys, Links& links);

/// By metadata: annexes, the other papers of its zaken, a bill and what belongs to it.
std::vector<Link> related_papers(const Xapian::Database& database, const Record& record);

}  // namespace kamerzoek
