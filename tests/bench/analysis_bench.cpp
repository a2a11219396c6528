// analysis_bench [PATH…] [--benchmark_…]: how fast text becomes terms, and its share of indexing.
// PATH is what `kamerzoek index` takes; without one the sample corpus. scripts/bench gives it real
// documents.

#include <cstddef>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <unistd.h>
#include <xapian.h>

#include "corpus/model/merge.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/make_document.hpp"
#include "indexer/read_file.hpp"
#include "indexer/scan.hpp"
#include "tests/bench/plain_analysis.hpp"

namespace kamerzoek {
namespace {

struct Corpus {
  std::vector<Record> records;
  std::vector<std::string> texts;  ///< what make_document has analysed of them
  std::size_t bytes = 0;           ///< of the texts
};

Corpus corpus;

void add_text(const std::string& text) {
  if (text.empty()) return;
  corpus.bytes += text.size();
  corpus.texts.push_back(text);
}

void add_piece(Piece piece) {
  if (piece.kind != Kind::document || piece.fields.tekst.empty()) return;
  Record record;
  put(record, std::move(piece));
  const Fields fields = view(record);
  add_text(fields.titel);
  add_text(fields.onderwerp);
  add_text(fields.tekst);
  for (const Noot& note : fields.noten) add_text(note.tekst);
  for (const Actor& actor : fields.actoren) add_text(actor.naam);
  corpus.records.push_back(std::move(record));
}

void read(const std::filesystem::path& path) {
  const Sink sink{add_piece, [](const std::string&, const Error&) {}};
  Extractor nobody(std::vector<std::string>{});
  scan(path, {[&](const std::filesystem::path& file) {
                // What is no document of ours (a folder's README) is not missed here.
                static_cast<void>(read_file(file, nobody, sink));
              },
              [](const std::filesystem::path&, const Error&) {}});
}

/// Of this thread: the machine may have other work.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double seconds_of(const Work& work) {
  const double begin = processor_seconds();
  work();
  return processor_seconds() - begin;
}

double plain_pass(PlainAnalysis& plain) {
  return seconds_of([&plain] {
    std::size_t sum = 0;
    for (const std::string& text : corpus.texts) {
      plain.analyze(text, [&sum](const std::string& word, const std::string& stem) {
        sum += word.size() + stem.size();
      });
    }
    benchmark::DoNotOptimize(sum);
  });
}

double our_pass(Analyzer& analyzer) {
  return seconds_of([&analyzer] {
    std::size_t sum = 0;
    for (const std::string& text : corpus.texts) {
      analyzer.analyze(text, [&sum](const Token& token) {
        sum += token.exact.size() + token.stem.size() + token.parts.size();
      });
    }
    benchmark::DoNotOptimize(sum);
  });
}

/// What is loaded once in a program's life (a lexicon, ICU's tables) is no part of throughput.
std::unique_ptr<Analyzer> new_analyzer() {
  auto analyzer = std::make_unique<Analyzer>();
  benchmark::DoNotOptimize(analyzer->tokens("Een woord vooraf").size());
  return analyzer;
}

std::unique_ptr<PlainAnalysis> new_plain() {
  auto plain = std::make_unique<PlainAnalysis>();
  plain->analyze("Een woord vooraf", [](const std::string&, const std::string&) {});
  return plain;
}

double rate(const benchmark::State& state, double seconds) {
  return static_cast<double>(corpus.bytes) * static_cast<double>(state.iterations()) / seconds;
}

/// Both over the same texts, by turns, so that whatever else the machine does hits both alike.
/// With `kept` the words of the texts have been seen before; without it every turn is the first.
void against_plain(benchmark::State& state) {
  const bool kept = state.range(0) != 0;
  auto plain = new_plain();
  auto analyzer = new_analyzer();
  if (kept) {
    plain_pass(*plain);
    our_pass(*analyzer);
  }
  double plain_seconds = 0;
  double our_seconds = 0;
  for ([[maybe_unused]] auto turn : state) {
    if (!kept) {
      plain = new_plain();
      analyzer = new_analyzer();
    }
    plain_seconds += plain_pass(*plain);
    const double ours = our_pass(*analyzer);
    our_seconds += ours;
    state.SetIterationTime(ours);
  }
  const auto bytes = benchmark::Counter::kIs1000;
  state.counters["plain_B/s"] = {rate(state, plain_seconds), benchmark::Counter::kDefaults, bytes};
  state.counters["ours_B/s"] = {rate(state, our_seconds), benchmark::Counter::kDefaults, bytes};
  state.counters["ours/plain"] = plain_seconds / our_seconds;
}

double index_pass(Analyzer& analyzer) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("analysis_bench." + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  const double seconds = seconds_of([&analyzer, &folder] {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    for (const Record& record : corpus.records) {
      add(database, make_document(record, analyzer));
    }
    database.commit();
  });
  std::filesystem::remove_all(folder);
  return seconds;
}

/// Records to a committed index, and how much of that is analysis. That is measured by itself: a
/// clock around every word would cost more than the word.
void indexing(benchmark::State& state) {
  double index_seconds = 0;
  double analysis_seconds = 0;
  for ([[maybe_unused]] auto turn : state) {
    analysis_seconds += our_pass(*new_analyzer());
    const double seconds = index_pass(*new_analyzer());
    index_seconds += seconds;
    state.SetIterationTime(seconds);
  }
  state.counters["text_B/s"] = {rate(state, index_seconds), benchmark::Counter::kDefaults,
                                benchmark::Counter::kIs1000};
  state.counters["analysis_share"] = analysis_seconds / index_seconds;
}

BENCHMARK(against_plain)
    ->ArgName("kept")
    ->Arg(0)
    ->Arg(1)
    ->Iterations(3)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(indexing)->Iterations(2)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace

int bench(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc == 1) read(KAMERZOEK_SAMPLES);
  for (int argument = 1; argument < argc; ++argument) read(argv[argument]);
  if (corpus.texts.empty()) {
    std::fputs("analysis_bench: no documents with text\n", stderr);
    return 1;
  }
  benchmark::AddCustomContext("documents", std::to_string(corpus.records.size()));
  benchmark::AddCustomContext("text_bytes", std::to_string(corpus.bytes));
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace kamerzoek

int main(int argc, char** argv) {
  return kamerzoek::bench(argc, argv);
}
