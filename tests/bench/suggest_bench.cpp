// suggest_bench [INDEX] [--benchmark_…]: how long suggestions take while somebody types, over many
// beginnings of what the index holds; for each kind the median, the 99th percentile and the
// slowest. Every beginning is asked for twice, and the second time counts, in processor time: what
// is measured is the program, not the disk nor what else the machine does. INDEX is a folder that
// `kamerzoek index` made, otherwise $KAMERZOEK_INDEX.

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

constexpr std::size_t wanted = 8;
constexpr std::size_t most_words = 2000;
constexpr std::size_t most_asked = 2000;

std::optional<Searcher> searcher;

/// Of the whole program; but for the reading of the vocabulary it has one thread.
double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// The most frequent words of at least three letters.
std::vector<std::string> frequent_words(const Vocabulary& vocabulary) {
  const WordTable& words = vocabulary.words();
  std::vector<std::pair<std::uint32_t, std::string>> ranked;
  for (WordTable::Place place = 0; place < words.size(); ++place) {
    if (words[place].size() > 2) ranked.emplace_back(words.count(place), words[place]);
  }
  std::ranges::sort(ranked, std::greater<>());
  if (ranked.size() > most_words) ranked.resize(most_words);
  std::vector<std::string> frequent;
  for (auto& [count, word] : ranked) frequent.push_back(std::move(word));
  return frequent;
}

/// At most `most_asked`, evenly out of all.
std::vector<std::string> some_of(const std::set<std::string>& all) {
  const std::size_t step = all.size() / most_asked + 1;
  std::vector<std::string> some;
  std::size_t at = 0;
  for (const std::string& one : all) {
    if (at++ % step == 0) some.push_back(one);
  }
  return some;
}

std::vector<std::string> beginnings(const std::vector<std::string>& words, std::string_view before,
                                    std::size_t shortest, std::size_t longest) {
  std::set<std::string> all;
  for (const std::string& word : words) {
    for (std::size_t size = shortest; size <= std::min(longest, word.size()); ++size) {
      all.insert(std::string(before) + word.substr(0, size));
    }
  }
  return some_of(all);
}

std::vector<std::string> two_words(const std::vector<std::string>& words) {
  std::set<std::string> all;
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    for (std::size_t size = 1; size <= std::min<std::size_t>(4, words[at + 1].size()); ++size) {
      all.insert(words[at] + ' ' + words[at + 1].substr(0, size));
    }
  }
  return some_of(all);
}

std::vector<std::string> numbers(const Vocabulary& vocabulary) {
  std::set<std::string> all;
  for (const HeldDossier& dossier : vocabulary.dossiers()) {
    for (std::size_t size = 2; size <= dossier.nummer.size(); ++size) {
      all.insert(dossier.nummer.substr(0, size));
    }
    all.insert(dossier.nummer + "-2");
  }
  return some_of(all);
}

double milliseconds_of(const std::string& text) {
  const double begin = processor_milliseconds();
  const auto suggestions = searcher->suggest(text, wanted);
  const double time = processor_milliseconds() - begin;
  benchmark::DoNotOptimize(suggestions);
  return time;
}

void run(benchmark::State& state, const std::vector<std::string>& texts) {
  std::vector<std::pair<double, std::string>> times;
  for ([[maybe_unused]] auto turn : state) {
    for (const std::string& text : texts) {
      milliseconds_of(text);
      times.emplace_back(milliseconds_of(text), text);
    }
  }
  if (times.empty()) return;
  std::ranges::sort(times);
  state.counters["texts"] = static_cast<double>(texts.size());
  state.counters["p50_ms"] = times[times.size() / 2].first;
  state.counters["p99_ms"] = times[times.size() * 99 / 100].first;
  state.counters["max_ms"] = times.back().first;
  state.SetLabel(times.back().second);
}

void measure(const char* what, std::vector<std::string> texts) {
  benchmark::RegisterBenchmark(
      what, [texts = std::move(texts)](benchmark::State& state) { run(state, texts); })
      ->Unit(benchmark::kMillisecond)
      ->Iterations(1);
}

int bench(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const char* named = argc > 1 ? argv[1] : std::getenv("KAMERZOEK_INDEX");
  if (named == nullptr) {
    std::fputs("suggest_bench: name an index\n", stderr);
    return 2;
  }
  auto opened = Searcher::open(named);
  if (!opened) {
    std::fprintf(stderr, "suggest_bench: %s\n", opened.error().message.c_str());
    return 4;
  }
  searcher = *std::move(opened);
  const double begin = processor_milliseconds();
  const auto vocabulary = searcher->vocabulary()->get();
  const double milliseconds = processor_milliseconds() - begin;
  if (!vocabulary) return 4;
  std::printf("%zu words, %zu headings, %zu dossiers: %.0f ms, %.1f MB\n",
              vocabulary->words().size(), vocabulary->headings().size(),
              vocabulary->dossiers().size(), milliseconds,
              static_cast<double>(vocabulary->bytes()) / 1e6);
  const std::vector<std::string> words = frequent_words(*vocabulary);
  measure("one_letter", beginnings(words, "", 1, 1));
  measure("beginnings", beginnings(words, "", 2, 8));
  measure("whole_words", beginnings(words, "", 3, 40));
  measure("behind_de", beginnings(words, "de ", 1, 4));
  measure("behind_motie_van_het_lid", beginnings(words, "motie van het lid ", 1, 4));
  measure("two_words", two_words(words));
  measure("numbers", numbers(*vocabulary));
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  return kamerzoek::bench(argc, argv);
}
