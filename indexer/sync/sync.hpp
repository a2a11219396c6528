#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "corpus/model/result.hpp"
#include "indexer/sync/intake.hpp"
#include "indexer/sync/polite_client.hpp"

namespace kamerzoek::sync {

/// What says that something has changed. What it is then is always asked of OData.
enum class Source { odata, syncfeed };

struct Options {
  std::filesystem::path index;
  Source source = Source::odata;
  std::string odata = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0";
  std::string syncfeed = "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0";
  std::string publications = "https://repository.overheid.nl";
  std::vector<std::string> reader = {};  ///< the command that reads hazardous files (extractor.hpp)
  bool texts = true;                     ///< fetch the texts of documents as well
  std::string since = {};                ///< a date; the fill goes back to there. Empty: all
  bool watch = false;                    ///< go on, for ever
  std::chrono::milliseconds interval{60'000};  ///< between polls
  Manners manners = {};
  HttpClient::Limits limits = {};
};

struct Progress {
  enum class Phase { catching_up, filling, fetching_texts };

  Phase phase;
  std::size_t done;  ///< in this run: records read, or documents whose text was asked for
  std::size_t left;  ///< still to do, as far as is known; 0 where it is not
};

struct Listener {
  Intake::Skipped skipped;
  std::function<void(const Progress&)> progress;
  std::function<void(const Error&)> setback;  ///< of a watch that goes on
};

/// Brings the index up to date with the Tweede Kamer: what changed since it was last followed and,
/// the first time, all there is, the latest changes first. May be killed at any moment and goes on
/// from there the next time, with the same source or the other. Ends when all is in; a watch ends
/// when the token asks, after what is fetched has been committed. Fails when the source cannot be
/// reached or the index not be written; what was committed stays. A watch goes on after both.
Result<SyncReport> sync(const Options& options, const Listener& listener,
                        const std::stop_token& stop);

}  // namespace kamerzoek::sync
