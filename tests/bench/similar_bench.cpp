// similar_bench INDEX [ID…]: how good and how fast "more like this" is on an index of real data;
// for people to read. Quality: of random motions, how many of the first five like them are of the
// same dossier, and of motions that another replaces, how often that is the first, or among the
// first five; each with the bonus for ties between papers and without. Speed: processor time for
// random documents, and for those named.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/model/record.hpp"
#include "corpus/schema/layout.hpp"
#include "search/database.hpp"
#include "search/similar.hpp"

namespace kamerzoek {
namespace {

using schema::Label;
using Docids = std::vector<Xapian::docid>;

constexpr std::size_t sample_size = 200;
constexpr std::size_t first_few = 5;

/// Some of the documents with a term, the same ones every time; perhaps only those in a dossier.
Docids some(const Xapian::Database& database, const std::string& term, bool in_dossier = false) {
  Docids all(database.postlist_begin(term), database.postlist_end(term));
  std::erase_if(all, [&](Xapian::docid docid) {
    return in_dossier && database.get_document(docid).get_value(schema::dossiers).empty();
  });
  std::shuffle(all.begin(), all.end(), std::mt19937(1));
  if (all.size() > sample_size) all.resize(sample_size);
  return all;
}

void same_dossier(const Xapian::Database& database, const TieBonus& bonus) {
  std::size_t same = 0;
  std::size_t all = 0;
  for (const Xapian::docid motion : some(database, label_term(Label::soort, "motie"), true)) {
    const std::string dossiers = database.get_document(motion).get_value(schema::dossiers);
    for (const SearchResult& like : similar_documents(database, motion, first_few, bonus)) {
      ++all;
      if (dossiers.find(like.dossier) != dossiers.npos && !like.dossier.empty()) ++same;
    }
  }
  fmt::print(
      "  of the first {} the same dossier: {} of {} ({:.1f} %)\n", first_few, same, all,
      100.0 * static_cast<double>(same) / static_cast<double>(std::max<std::size_t>(all, 1)));
}

void replacements(const Xapian::Database& database, const TieBonus& bonus) {
  const std::string prefix = label_term(Label::relation, "vervangt") + schema::list_separator;
  std::size_t pairs = 0;
  std::size_t first = 0;
  std::size_t among = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const Xapian::docid replaced = find_record(database, {(*term).substr(prefix.size())});
    if (replaced == 0 || database.get_document(replaced).get_value(schema::listing).empty())
      continue;
    std::vector<std::string> by;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      const Xapian::Document document = database.get_document(*at);
      if (!document.get_value(schema::listing).empty())
        by.push_back(document.get_value(schema::id));
    }
    if (by.empty()) continue;
    const auto like = similar_documents(database, replaced, first_few, bonus);
    const auto found = std::ranges::find_if(
        like, [&](const SearchResult& one) { return std::ranges::find(by, one.id) != by.end(); });
    ++pairs;
    if (found == like.begin() && !like.empty()) ++first;
    if (found != like.end()) ++among;
  }
  fmt::print("  of {} replaced papers the replacement is first for {}, among {} for {}\n", pairs,
             first, first_few, among);
}

double milliseconds(const Xapian::Database& database, Xapian::docid docid) {
  const std::clock_t begin = std::clock();
  similar_documents(database, docid, 10);
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void run(const Xapian::Database& database, const std::vector<std::string>& named) {
  for (const auto& [name, bonus] :
       {std::pair{"without ties", TieBonus{0, 0, 0}}, std::pair{"with ties", TieBonus{}}}) {
    fmt::print("{}\n", name);
    same_dossier(database, bonus);
    replacements(database, bonus);
  }
  std::vector<double> times;
  for (const Xapian::docid docid :
       some(database, label_term(Label::kind, name_of(Kind::document)))) {
    times.push_back(milliseconds(database, docid));
  }
  std::ranges::sort(times);
  if (times.empty()) return;
  fmt::print("ms for {} documents: p50 {:.1f}, p99 {:.1f}, slowest {:.1f}\n", times.size(),
             times[times.size() / 2], times[times.size() * 99 / 100], times.back());
  for (const std::string& id : named) {
    const Xapian::docid docid = find_record(database, {id});
    if (docid != 0) fmt::print("ms for {}: {:.1f}\n", id, milliseconds(database, docid));
  }
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  const char* index = argc > 1 ? argv[1] : std::getenv("KAMERZOEK_INDEX");
  if (index == nullptr) {
    fmt::print(stderr, "similar_bench INDEX [ID…]\n");
    return 2;
  }
  try {
    kamerzoek::run(Xapian::Database(kamerzoek::schema::current(index).string()),
                   std::vector<std::string>(argv + std::min(argc, 2), argv + argc));
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "{}: {}\n", index, error.get_description());
    return 1;
  }
}
