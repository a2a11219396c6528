// extraction_bench [FILE…] [--benchmark_…]: what it takes to read a Word, OpenDocument or PDF file
// here, in process and confined, and by the programs of others that are installed: the FILEs, then
// a letter and a report of 300 pages made of the sample corpus. scripts/bench-extraction gives it
// real letters.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/formats/read_bytes.hpp"
#include "indexer/extractor.hpp"
#include "tests/bench/generated_papers.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

// Of a format without pages.
constexpr std::size_t page_of_text = 3000;
constexpr int reads_in_a_turn = 5;

struct File {
  fs::path path;
  std::string bytes;
  std::size_t pages = 0;
};

/// A way to read a file, as a whole.
struct Way {
  std::string name;
  std::function<bool()> read;
  int reads = 1;  ///< in a turn: whoever stays reads one file after the other
  std::vector<double> by_clock = {};
  std::vector<double> by_processor = {};
};

bool is_read(const Result<void>& result) {
  if (!result) std::fprintf(stderr, "extraction_bench: %s\n", result.error().message.c_str());
  return result.has_value();
}

Sink sink() {
  return {[](const Piece& piece) { benchmark::DoNotOptimize(piece.fields.tekst.size()); },
          [](const std::string&, const Error&) {}};
}

std::vector<std::string> reader() {
  return {KAMERZOEK_PROGRAM, "extract"};
}

std::size_t pages_of(const std::string& bytes) {
  std::size_t pages = 0;
  const Sink counting{[&](const Piece& piece) {
                        const auto known = piece.fields.kenmerken.find("paginas");
                        pages += known == piece.fields.kenmerken.end()
                                     ? piece.fields.tekst.size() / page_of_text + 1
                                     : std::strtoul(known->second.c_str(), nullptr, 10);
                      },
                      [](const std::string&, const Error&) {}};
  return read_bytes({bytes, "file:///bestand"}, counting) ? pages : 0;
}

bool is_installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string folders = path == nullptr ? "" : path;
  std::ranges::replace(folders, ':', '\n');
  std::size_t at = 0;
  while (at < folders.size()) {
    const std::size_t end = std::min(folders.find('\n', at), folders.size());
    if (::access((folders.substr(at, end - at) + "/" + program).c_str(), X_OK) == 0) return true;
    at = end + 1;
  }
  return false;
}

/// Runs a program, its output thrown away.
bool run(std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  for (const int out : {STDOUT_FILENO, STDERR_FILENO}) {
    ::posix_spawn_file_actions_addopen(&actions, out, "/dev/null", O_WRONLY, 0);
  }
  pid_t process = -1;
  const int error =
      ::posix_spawnp(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  return error == 0 && ::waitpid(process, &status, 0) == process && status == 0;
}

void add_program(std::vector<Way>& ways, std::vector<std::string> command) {
  if (!is_installed(command.front())) return;
  const std::string name = command.front();
  ways.push_back({name, [command = std::move(command)] { return run(command); }});
}

std::vector<Way> ways_to_read(const File& file, Extractor& reused) {
  const Input input{file.bytes, "file:///bestand"};
  std::vector<Way> ways = {
      {"in_process", [=] { return is_read(read_bytes(input, sink())); }, reads_in_a_turn},
      {"confined", [=, &reused] { return is_read(reused.read(input, sink())); }, reads_in_a_turn},
      {"confined_started", [=] { return is_read(Extractor(reader()).read(input, sink())); }}};
  const std::string path = file.path.string();
  const std::string kind = file.path.extension().string();
  if (kind == ".pdf") add_program(ways, {"pdftotext", path, "-"});
  if (kind == ".docx") add_program(ways, {"docx2txt", path, "-"});
  if (kind == ".docx" || kind == ".odt") add_program(ways, {"pandoc", "-t", "plain", path});
  return ways;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

/// Of this process, the programs that have ended, and the reader that has not.
double processor_seconds() {
  double sum = 0;
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage used = {};
    ::getrusage(who, &used);
    sum += seconds(used.ru_utime) + seconds(used.ru_stime);
  }
  std::ifstream children("/proc/thread-self/children");
  for (pid_t child = 0; children >> child;) {
    clockid_t clock = {};
    timespec used = {};
    if (::clock_getcpuclockid(child, &clock) != 0 || ::clock_gettime(clock, &used) != 0) continue;
    sum += static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
  }
  return sum;
}

void time(Way& way) {
  const double processor = processor_seconds();
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < way.reads; ++i) way.read();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  way.by_clock.push_back(took.count() / way.reads);
  way.by_processor.push_back((processor_seconds() - processor) / way.reads);
}

/// All ways by turns, so that whatever else the machine does hits all alike; of each the median of
/// the rounds. What is reckoned with, MB/s, pages/s and the ratio, is processor time, which other
/// work does not add to; the clock tells what waiting for another process adds on a quiet machine.
void read_by_turns(benchmark::State& state, const File& file) {
  Extractor reused(reader());
  std::vector<Way> ways = ways_to_read(file, reused);
  for (const Way& way : ways) {
    if (!way.read()) return state.SkipWithError((way.name + " does not read it").c_str());
  }
  for ([[maybe_unused]] auto round : state) {
    for (Way& way : ways) time(way);
  }
  for (const Way& way : ways) {
    const double processor = median(way.by_processor);
    state.counters[way.name + "_clock_ms"] = median(way.by_clock) * 1000;
    state.counters[way.name + "_ms"] = processor * 1000;
    state.counters[way.name + "_MB/s"] = static_cast<double>(file.bytes.size()) / processor / 1e6;
    state.counters[way.name + "_pages/s"] = static_cast<double>(file.pages) / processor;
  }
  state.counters["confined/in_process"] =
      median(ways[1].by_processor) / median(ways[0].by_processor);
  state.counters["confined/in_process_clock"] = median(ways[1].by_clock) / median(ways[0].by_clock);
}

std::vector<File> files_of(const std::vector<fs::path>& paths) {
  std::vector<File> files;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const std::size_t pages = pages_of(bytes);
    files.push_back({path, std::move(bytes), pages});
  }
  return files;
}

}  // namespace

int bench(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const GeneratedPapers generated(KAMERZOEK_SAMPLES);
  std::vector<fs::path> paths(argv + 1, argv + argc);
  paths.insert(paths.end(), generated.paths().begin(), generated.paths().end());
  const std::vector<File> files = files_of(paths);
  for (const File& file : files) {
    if (file.pages == 0) {
      std::fprintf(stderr, "extraction_bench: %s cannot be read\n", file.path.c_str());
      return 1;
    }
    const std::string name = file.path.filename().string() + "/" + std::to_string(file.pages) +
                             " pages/" + std::to_string(file.bytes.size() / 1000) + " kB";
    benchmark::RegisterBenchmark(name.c_str(),
                                 [&](benchmark::State& state) { read_by_turns(state, file); })
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace kamerzoek

int main(int argc, char** argv) {
  return kamerzoek::bench(argc, argv);
}
