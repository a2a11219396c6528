// Where the time of building an index goes: indexing_shares FILE…
//
// All steps of a bulk build by one thread, one after another and by themselves, in processor time
// per byte of text. Prints a Markdown table.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/model/merge.hpp"
#include "corpus/references/citations.hpp"
#include "corpus/schema/stored_record.hpp"
#include "corpus/text/analyzer.hpp"
#include "indexer/extractor.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/make_document.hpp"
#include "indexer/read_file.hpp"
#include "indexer/segments.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The processor time of one step.
double timed(const std::function<void()>& step) {
  const double begin = processor_seconds();
  step();
  return processor_seconds() - begin;
}

std::vector<Record> read_all(const std::vector<fs::path>& files) {
  std::vector<Record> records;
  Extractor extractor({});
  const Sink sink{[&](Piece piece) {
                    Record record;
                    put(record, std::move(piece));
                    records.push_back(std::move(record));
                  },
                  [](const std::string&, const Error&) {}};
  for (const fs::path& file : files) {
    if (!read_file(file, extractor, sink)) fmt::print(stderr, "{} is not read\n", file.string());
  }
  return records;
}

void must(const auto& result) {
  if (result) return;
  fmt::print(stderr, "{}\n", result.error().message);
  std::exit(1);
}

void no_progress(std::string_view, std::size_t, std::size_t) {}

struct Costs {
  double reading = 0;
  double gathering = 0;
  double restoring = 0;
  double references = 0;
  double analysis = 0;
  double storing = 0;
  double documents = 0;  ///< with references, analysis and storing
  double segments = 0;   ///< with restoring and documents
  double merging = 0;
  double packed = 0;  ///< bytes
};

void gather(const std::vector<Record>& records, const fs::path& into) {
  auto writer = IndexWriter::gather(into);
  must(writer);
  for (const Record& record : records) {
    for (const Piece& piece : record.pieces) must(writer->put(piece));
  }
  must(writer->commit());
}

void make_parts(const std::vector<Record>& records, Costs& costs) {
  std::vector<std::string> stored;
  std::size_t words = 0;
  std::size_t cited = 0;
  Analyzer analyzer;
  costs.storing = timed([&] {
    for (const Record& record : records) stored.push_back(schema::store(record));
  });
  for (const std::string& one : stored) costs.packed += static_cast<double>(one.size());
  costs.restoring = timed([&] {
    for (const std::string& one : stored) must(schema::restore(one));
  });
  costs.analysis = timed([&] {
    for (const Record& record : records) {
      analyzer.analyze(view(record).tekst, [&](const Token&) { ++words; });
    }
  });
  costs.references = timed([&] {
    for (const Record& record : records) cited += citations_in(view(record)).size();
  });
  costs.documents = timed([&] {
    for (const Record& record : records) make_document(record, analyzer);
  });
  fmt::print(stderr, "{} records, {} words, {} citations\n", records.size(), words, cited);
}

Costs measured(const std::vector<fs::path>& files, const fs::path& scratch, double& bytes) {
  Costs costs;
  std::vector<Record> records;
  costs.reading = timed([&] { records = read_all(files); });
  for (const Record& record : records) {
    for (const Piece& piece : record.pieces)
      bytes += static_cast<double>(piece.fields.tekst.size());
  }
  costs.gathering = timed([&] { gather(records, scratch / "records"); });
  make_parts(records, costs);
  records.clear();
  fs::create_directory(scratch / "segments");
  costs.segments = timed([&] {
    must(build_segments(scratch / "records", scratch / "segments", {.threads = 1}, no_progress));
  });
  costs.merging = timed([&] {
    merge_segments(scratch / "segments", scratch / "merging", scratch / "generation", no_progress);
  });
  return costs;
}

void print(const Costs& costs, double bytes) {
  const double all = costs.reading + costs.gathering + costs.segments + costs.merging;
  const double building = costs.segments - costs.restoring - costs.documents;
  const double terms = costs.documents - costs.references - costs.analysis - costs.storing;
  const auto row = [&](const char* what, double seconds) {
    fmt::print("| {} | {:.0f} | {:.0f} % |\n", what, seconds / bytes * 1e9, seconds / all * 100);
  };
  fmt::print("| step | ns a byte of text | share |\n|---|---|---|\n");
  row("reading files", costs.reading);
  row("gathering records by their keys", costs.gathering);
  row("restoring them", costs.restoring);
  row("references", costs.references);
  row("analysis", costs.analysis);
  row("terms and positions of a document", terms);
  row("packing the record", costs.storing);
  row("building segments", building);
  row("merging them", costs.merging);
  row("all", all);
  fmt::print("\nRecords as they are stored: {:.2f} bytes a byte of text.\n", costs.packed / bytes);
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: indexing_shares FILE…\n");
    return 2;
  }
  std::string scratch = (std::filesystem::temp_directory_path() / "shares-XXXXXX").string();
  if (::mkdtemp(scratch.data()) == nullptr) return 1;
  double bytes = 0;
  const auto costs = kamerzoek::measured({argv + 1, argv + argc}, scratch, bytes);
  kamerzoek::print(costs, bytes);
  std::filesystem::remove_all(scratch);
}
