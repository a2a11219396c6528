#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kamerzoek::test {

/// The Tweede Kamer's OData service and SyncFeed, and the repository of official publications, on
/// this machine: it serves records from files with the filters, order and paging of the real one,
/// and misbehaves when it is told to. What is expanded is what the files have expanded. Any thread.
class ReplayServer {
 public:
  enum class Misdeed {
    error,          ///< 500
    refusal,        ///< 400
    busy,           ///< 429, with Retry-After: 1
    stall,          ///< half of the answer, and nothing more for `stall_for`
    cut,            ///< half of the answer, and the connection is closed
    wrong_length,   ///< a Content-Length that is too large
    truncated,      ///< half of the answer, with a length that fits
    repeat,         ///< the page that was asked for last
    skip,           ///< the page without one of its records
    rewind,         ///< the first page of all, whatever was asked for
    html,           ///< a page for people, with status 200
    redirect_here,  ///< to the same address with another query, once
    redirect_away,  ///< to another host
    huge,           ///< 3 GB of zeros
  };

  explicit ReplayServer(int port = 0);
  ~ReplayServer();
  ReplayServer(const ReplayServer&) = delete;
  ReplayServer& operator=(const ReplayServer&) = delete;

  int port() const;
  std::string root() const;   ///< "http://127.0.0.1:PORT"
  std::string odata() const;  ///< the address of the OData service

  std::string syncfeed() const;  ///< and that of the SyncFeed

  /// Pages and records of OData, from a file or all files below a folder. Of records with one type
  /// and Id the later stays, and of one version all that is expanded anywhere.
  void load(const std::filesystem::path& path);

  /// A record as JSON; replaces the one with its Id, whatever their stamps.
  void put(const std::string& type, const std::string& record);

  /// The SyncFeed makes a record known that OData does not have yet, or not this version of it.
  void announce(const std::string& type, const std::string& record);

  /// Files by name: publications ("kst-34682-228.xml") and resources ("2025D27614.docx").
  void offer(const std::filesystem::path& folder);

  /// The next `times` requests whose address contains `where` are answered badly.
  void misbehave(Misdeed misdeed, std::size_t times = 1, const std::string& where = {});
  static const std::map<std::string, Misdeed>& misdeeds();  ///< by their names
  std::chrono::milliseconds stall_for{3'000};

  /// Records with a later stamp are not there yet; empty for no such bound.
  void show_until(const std::string& stamp);

  /// The addresses that were asked for, in order.
  std::vector<std::string> requests() const;

  /// How many of these were told that what they hold has not changed.
  std::size_t not_modified() const;

  /// How many records of the type there are, of whatever stamp.
  std::size_t size(const std::string& type) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek::test
