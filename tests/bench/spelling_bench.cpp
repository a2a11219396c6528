// spelling_bench INDEX [SEED]: how often the first correction of a mistyped word is the word that
// was meant, beside Xapian's own spelling dictionary of the same words. The slips are made of words
// of the index by a seeded generator, half of them compounds; one that is a word itself is none.
// Compounds are also tried where the index does not know them: only their parts are left.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <unistd.h>
#include <xapian.h>

#include "corpus/lexicon/lexicon.hpp"
#include "corpus/text/analyzer.hpp"
#include "search/correction.hpp"
#include "search/searcher.hpp"
#include "tests/bench/slips.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t slips_of_a_group = 1500;
constexpr std::size_t shortest = 5;

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Slip {
  SlipKind kind;
  std::string typed;
  std::string meant;
};

struct Score {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t silent = 0;

  void count(const std::string& first, const std::string& meant) {
    ++(first == meant ? right : first.empty() ? silent : wrong);
  }
  double share() const {
    return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, all()));
  }
  std::size_t all() const { return right + wrong + silent; }
};

struct Words {
  std::vector<std::string> simple;
  std::vector<std::string> compounds;
};

Words sorted_out(const WordTable& table) {
  Words words;
  Analyzer analyzer;
  for (WordTable::Place place = 0; place < table.size(); ++place) {
    const std::string word(table[place]);
    if (word.size() < shortest || word.find('\'') != std::string::npos) continue;
    const auto tokens = analyzer.tokens(word);
    if (tokens.size() != 1) continue;
    (tokens.front().parts.empty() ? words.simple : words.compounds).push_back(word);
  }
  return words;
}

std::vector<Slip> slips_of(const std::vector<std::string>& words, const WordTable& table,
                           SlipMaker& maker) {
  std::vector<Slip> slips;
  for (std::size_t tries = 0; slips.size() < slips_of_a_group && tries < 20 * slips_of_a_group;
       ++tries) {
    const auto kind = static_cast<SlipKind>(slips.size() % slip_kinds);
    const std::string& meant = words[maker.below(words.size())];
    std::string typed = maker.slip(meant, kind);
    if (typed == meant || table.find(typed) || Lexicon::dutch().shape(typed)) continue;
    slips.push_back({kind, std::move(typed), meant});
  }
  return slips;
}

std::string first_correction(const WordTable& table, const std::string& typed) {
  const auto all = corrections(table, typed, 0, 1);
  return all.empty() ? std::string() : all.front().word;
}

template <class Correct>
void report(const char* what, const std::vector<Slip>& slips, Correct correct) {
  std::array<Score, slip_kinds> by_kind;
  Score whole;
  std::vector<double> times;
  for (const Slip& slip : slips) {
    const double begin = processor_milliseconds();
    const std::string first = correct(slip.typed);
    times.push_back(processor_milliseconds() - begin);
    whole.count(first, slip.meant);
    by_kind[static_cast<std::size_t>(slip.kind)].count(first, slip.meant);
    if (std::getenv("FAILURES") != nullptr && first != slip.meant) {
      std::printf("  %s: %s, not %s\n", slip.typed.c_str(), first.c_str(), slip.meant.c_str());
    }
  }
  if (times.empty()) return;
  std::ranges::sort(times);
  std::printf("%-36s %5zu slips  right %.3f  wrong %.3f  p50 %.2f ms  p99 %.2f ms\n", what,
              whole.all(), whole.share(),
              static_cast<double>(whole.wrong) / static_cast<double>(whole.all()),
              times[times.size() / 2], times[times.size() * 99 / 100]);
  for (int kind = 0; kind < slip_kinds; ++kind) {
    std::printf("    %-32s %.3f\n", std::string(name_of(static_cast<SlipKind>(kind))).c_str(),
                by_kind[static_cast<std::size_t>(kind)].share());
  }
}

/// The table without what was meant.
WordTable without_meant(const WordTable& table, const std::vector<Slip>& slips) {
  std::set<std::string, std::less<>> meant;
  for (const Slip& slip : slips) meant.insert(slip.meant);
  WordTable rest;
  for (WordTable::Place place = 0; place < table.size(); ++place) {
    if (!meant.contains(table[place])) rest.add(table[place], table.count(place));
  }
  return rest;
}

int bench(const char* index, std::uint32_t seed) {
  auto searcher = Searcher::open(index);
  const auto vocabulary = searcher ? searcher->vocabulary()->get() : nullptr;
  if (!vocabulary) {
    std::fprintf(stderr, "spelling_bench: %s cannot be read\n", index);
    return 4;
  }
  const WordTable& table = vocabulary->words();
  const Words words = sorted_out(table);
  std::printf("%zu words: %zu simple and %zu compounds of at least %zu letters; seed %u\n",
              table.size(), words.simple.size(), words.compounds.size(), shortest, seed);
  if (words.simple.empty() || words.compounds.empty()) return 4;
  SlipMaker maker(seed);
  const std::vector<Slip> simple = slips_of(words.simple, table, maker);
  const std::vector<Slip> compounds = slips_of(words.compounds, table, maker);

  const auto folder =
      std::filesystem::temp_directory_path() / ("spelling_bench." + std::to_string(getpid()));
  Xapian::WritableDatabase dictionary(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  for (WordTable::Place place = 0; place < table.size(); ++place) {
    dictionary.add_spelling(std::string(table[place]), table.count(place));
  }
  dictionary.commit();
  const auto ours = [&](const std::string& typed) { return first_correction(table, typed); };
  const auto xapians = [&](const std::string& typed) {
    return dictionary.get_spelling_suggestion(typed, 2);
  };
  report("simple words", simple, ours);
  report("simple words, Xapian", simple, xapians);
  report("compounds", compounds, ours);
  report("compounds, Xapian", compounds, xapians);
  dictionary.close();
  std::filesystem::remove_all(folder);
  const WordTable rest = without_meant(table, compounds);
  report("compounds that no document has", compounds,
         [&](const std::string& typed) { return first_correction(rest, typed); });
  return 0;
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("spelling_bench: name an index\n", stderr);
    return 2;
  }
  return kamerzoek::bench(argv[1], argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 1);
}
