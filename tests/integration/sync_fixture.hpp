#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/sync/sync.hpp"
#include "tests/support/replay_server.hpp"
#include "tests/support/temporary_index.hpp"

/// Following a server that replays records, into a real index.
namespace kamerzoek::sync {

using namespace std::chrono_literals;
using test::ReplayServer;
using test::TemporaryIndex;
using Misdeed = ReplayServer::Misdeed;
using ::testing::IsEmpty;

inline const std::string samples = KAMERZOEK_SAMPLES;

inline Manners hasty() {
  return {.requests_a_second = 1e6, .first_wait = 1ms, .longest_wait = 5ms};
}

inline std::string guid(std::size_t number) {
  return fmt::format("00000000-0000-4000-8000-{:012}", number);
}

inline std::string zaak(std::size_t number, const std::string& stamp,
                        const std::string& onderwerp) {
  return fmt::format(
      R"({{"Id":"{}","Nummer":"2025Z{:05}","Soort":"Motie","Onderwerp":"{}","ApiGewijzigdOp":"{}","Verwijderd":false}})",
      guid(number), number, onderwerp, stamp);
}

inline std::string document(std::size_t number, const std::string& stamp,
                            const std::string& onderwerp, const std::string& more = {}) {
  return fmt::format(
      R"({{"Id":"{}","DocumentNummer":"2025D{:05}","Soort":"Brief","Onderwerp":"{}","ApiGewijzigdOp":"{}","Verwijderd":false{}}})",
      guid(number), number, onderwerp, stamp, more);
}

inline std::string minute(std::size_t number) {
  return fmt::format("2025-06-{:02}T{:02}:{:02}:00.0000000Z", 1 + number / 1440, number / 60 % 24,
                     number % 60);
}

class SyncTest : public ::testing::Test {
 protected:
  Result<SyncReport> run(const std::string& since = {}) {
    skipped.clear();
    const Options options{.index = index.dir(),
                          .source = source,
                          .odata = server.odata(),
                          .syncfeed = server.syncfeed(),
                          .publications = server.root(),
                          .reader = {KAMERZOEK_PROGRAM, "extract"},
                          .texts = texts,
                          .since = since,
                          .interval = 10ms,
                          .manners = hasty(),
                          .limits = {.total = 2s}};
    const Listener listener{[this](const std::string& where, const Error& why) {
                              skipped.push_back(where + ": " + why.message);
                            },
                            [](const Progress&) {}, [](const Error&) {}};
    return sync(options, listener, {});
  }

  void run_well() {
    const auto report = run();
    ASSERT_TRUE(report) << report.error().message;
  }

  std::string onderwerp(std::string_view name) {
    auto searcher = index.searcher();
    auto shown = searcher.show(name);
    return shown ? view(shown->record).onderwerp : "none";
  }

  ReplayServer server;
  TemporaryIndex index;
  Source source = Source::odata;
  bool texts = false;
  std::vector<std::string> skipped;
};

}  // namespace kamerzoek::sync
