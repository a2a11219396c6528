#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "corpus/model/json.hpp"
#include "indexer/index_paths.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/rebuild.hpp"
#include "search/searcher.hpp"

namespace kamerzoek::test {

/// A folder of its own for one test, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kamerzoek-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  std::filesystem::path write(const std::string& name, const std::string& content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }

 private:
  std::filesystem::path path_;
};

inline void no_progress(std::string_view, std::size_t, std::size_t) {}

/// Rebuilds without waiting for another writer.
inline Result<std::size_t> rebuilt(const std::filesystem::path& dir) {
  return rebuild(dir, {.patience = std::chrono::seconds{0}}, no_progress);
}

struct Skipped {
  std::string where;
  std::string why;
  std::string what_to_do = {};
};

inline void PrintTo(const Skipped& skipped, std::ostream* out) {
  *out << skipped.where << ": " << skipped.why;
}

/// A real index in a folder of its own.
class TemporaryIndex {
 public:
  IndexReport index(const std::vector<std::filesystem::path>& paths, IndexOptions options = {}) {
    skipped.clear();
    const IndexListener listener{[this](const std::string& where, const Error& why) {
                                   skipped.push_back({where, why.message, why.hint});
                                 },
                                 [](const IndexReport&) {}, no_progress};
    options.reader = reader();
    auto report = index_paths(dir(), paths, options, listener);
    EXPECT_TRUE(report) << report.error().message;
    return report.value_or(IndexReport{});
  }

  void put(std::vector<Piece> pieces) {
    auto writer = IndexWriter::open(dir());
    ASSERT_TRUE(writer) << writer.error().message;
    for (Piece& piece : pieces) ASSERT_TRUE(writer->put(std::move(piece)));
    ASSERT_TRUE(writer->commit());
  }

  Searcher searcher() const {
    auto opened = Searcher::open(dir());
    if (!opened) throw std::runtime_error(opened.error().message);
    return *std::move(opened);
  }

  /// All of it, as `kamerzoek export` writes it.
  std::string exported() const {
    std::string out;
    auto searcher = this->searcher();
    const auto done = searcher.each_record(
        [&](const Record& record) { out += dump(export_json(record)) + "\n"; });
    EXPECT_TRUE(done);
    return out;
  }

  std::filesystem::path dir() const { return folder_ / "index"; }

  std::vector<Skipped> skipped;  ///< by the last `index`

 private:
  /// Reads hazardous files; only tests that are given the program have it.
  static std::vector<std::string> reader() {
#ifdef KAMERZOEK_PROGRAM
    return {KAMERZOEK_PROGRAM, "extract"};
#else
    return {};
#endif
  }

  TemporaryFolder folder_;
};

inline ResultPage search(TemporaryIndex& index, SearchRequest request) {
  auto page = index.searcher().search(request);
  EXPECT_TRUE(page) << page.error().message;
  return page.value_or(ResultPage{});
}

inline std::vector<std::string> ids(const ResultPage& page) {
  std::vector<std::string> out;
  for (const SearchResult& result : page.results) out.push_back(result.id);
  return out;
}

/// The ids found by a query, best first.
inline std::vector<std::string> found(TemporaryIndex& index, const std::string& query) {
  return ids(search(index, {.query = query, .limit = 1000}));
}

/// A document of the kamerstuk `id` with a few fields.
inline Piece document(const std::string& id, const std::string& onderwerp, const std::string& tekst,
                      const std::string& datum = "2025-01-01") {
  Piece piece;
  piece.source = Source::jsonl;
  piece.name = id;
  piece.keys = {id};
  piece.fields.onderwerp = onderwerp;
  piece.fields.tekst = tekst;
  piece.fields.datum = datum;
  piece.fields.soort = "Motie";
  if (const auto publication = PublicationId::parse(id); publication && publication->dossier) {
    piece.fields.dossiers = {{*publication->dossier, "Een dossier"}};
    piece.fields.volgnummer = publication->nummers.front();
  }
  return piece;
}

}  // namespace kamerzoek::test
