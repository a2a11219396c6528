#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kamerzoek::web {

/// What a request asks for, decoded. Everything in it is valid UTF-8.
struct Target {
  /// The parts of the path between slashes, decoded one by one: a slash inside a part was %2F.
  /// "/" has none; a slash at the end adds none.
  std::vector<std::string> path;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< in the order they came

  /// "http://host" as the request names the host; empty where that is none that can be printed.
  std::string site;

  bool is_api() const { return !path.empty() && path.front() == "api"; }
  /// The path as `percent_encoded` would write it, to compare with an address of our own.
  std::string encoded_path() const;
  /// The last part of the path up to its last full stop, and what is behind that: "34682", "atom".
  std::string stem() const;
  std::string extension() const;
};

/// The site that a Host header names, as in Target.
std::string site_of(const std::string& host);

/// Without a site. Never fails: a percent sign that begins no escape is itself ("?q=100%"), and
/// bytes that are no UTF-8 become U+FFFD.
Target parse_target(std::string_view target);

}  // namespace kamerzoek::web
