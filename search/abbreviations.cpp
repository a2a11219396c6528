#include "search/abbreviations.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/model/merge.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/text/abbreviations.hpp"
#include "search/database.hpp"

namespace kamerzoek {
namespace {

using schema::Label;

constexpr std::size_t most_expansions = 5;
// What fewer documents say, for every so many of the most frequent, is a slip of the pen.
constexpr std::size_t least_share = 5;

/// Calls `each(value, documents)` for every value of a label that begins with `start`, less it.
template <class Each>
void each_value(const Xapian::Database& database, Label label, std::string_view start, Each each) {
  const std::string prefix = label_term(label, start);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    each((*term).substr(prefix.size()), std::size_t{term.get_termfreq()});
  }
}

std::vector<Expansion> expansions(const Xapian::Database& database, Label label,
                                  std::string_view form) {
  std::vector<Expansion> found;
  if (form.empty()) return found;
  const std::string start = std::string(form) + schema::list_separator;
  each_value(database, label, start, [&](std::string other, std::size_t documents) {
    found.push_back({std::move(other), documents});
  });
  std::ranges::sort(found, [](const Expansion& a, const Expansion& b) {
    return std::tie(b.documents, a.form) < std::tie(a.documents, b.form);
  });
  if (found.size() > most_expansions) found.resize(most_expansions);
  std::erase_if(found, [most = found.empty() ? 0 : found.front().documents](const Expansion& one) {
    return one.documents * least_share < most;
  });
  return found;
}

/// Writes pairs as documents write them; a document defines several, and is read once for all.
class Spelling {
 public:
  explicit Spelling(const Xapian::Database& database) : database_(database) {}

  void as_written(LearnedAbbreviation& learned) {
    const std::string term = label_term(
        Label::abbreviation, learned.short_form + schema::list_separator + learned.long_form);
    const auto first = database_.postlist_begin(term);
    if (first == database_.postlist_end(term)) return;
    const std::pair forms{learned.short_form, learned.long_form};
    const auto& defined = defined_in(*first);
    if (const auto found = defined.find(forms); found != defined.end()) {
      learned.short_form = found->second.short_form;
      learned.long_form = found->second.long_form;
    }
  }

 private:
  using Written = std::map<std::pair<std::string, std::string>, Abbreviation>;

  const Written& defined_in(Xapian::docid docid) {
    const auto [at, is_new] = documents_.try_emplace(docid);
    if (!is_new) return at->second;
    const auto record = load_record(database_, docid);
    if (!record) return at->second;
    for (Abbreviation& one : abbreviations_in(view(*record))) {
      auto [short_form, long_form] = folded(one);
      at->second.try_emplace({std::move(short_form), std::move(long_form)}, std::move(one));
    }
    return at->second;
  }

  const Xapian::Database& database_;
  std::map<Xapian::docid, Written> documents_;
};

}  // namespace

std::vector<Expansion> long_forms(const Xapian::Database& database, std::string_view short_form) {
  return expansions(database, Label::abbreviation, short_form);
}

std::vector<Expansion> short_forms(const Xapian::Database& database, std::string_view long_form) {
  return expansions(database, Label::long_form, long_form);
}

std::vector<LearnedAbbreviation> learned_abbreviations(const Xapian::Database& database) {
  std::vector<LearnedAbbreviation> all;
  each_value(database, Label::abbreviation, "",
             [&](const std::string& pair, std::size_t documents) {
               const std::size_t end = std::min(pair.find(schema::list_separator), pair.size() - 1);
               all.push_back({pair.substr(0, end), pair.substr(end + 1), documents});
             });
  std::ranges::sort(all, [](const LearnedAbbreviation& a, const LearnedAbbreviation& b) {
    return std::tie(b.documents, a.short_form, a.long_form) <
           std::tie(a.documents, b.short_form, b.long_form);
  });
  return all;
}

Result<std::vector<LearnedAbbreviation>> Searcher::abbreviations() {
  return database_.read(
      [](const Xapian::Database& database) -> Result<std::vector<LearnedAbbreviation>> {
        std::vector<LearnedAbbreviation> all = learned_abbreviations(database);
        Spelling spelling(database);
        for (LearnedAbbreviation& learned : all) spelling.as_written(learned);
        return all;
      });
}

}  // namespace kamerzoek
