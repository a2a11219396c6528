#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http.hpp"

/// A list of new documents for a feed reader, as plain values; UTF-8 without markup.
namespace kamerzoek::web {

struct FeedEntry {
  std::string id;
  std::string title;
  std::string url;      ///< whole, with the site
  std::string updated;  ///< RFC 3339
  std::string soort;    ///< empty for none
  std::string summary;  ///< empty for none
  std::vector<std::string> authors;
};

struct Feed {
  std::string id;
  std::string title;
  std::string self;       ///< the address of the feed, whole
  std::string alternate;  ///< that of the page with the same documents
  std::vector<FeedEntry> entries;
};

inline constexpr std::string_view atom_type = "application/atom+xml";
inline constexpr std::string_view json_feed_type = "application/feed+json";

/// By RFC 4287.
Response atom(const Feed& feed);

/// By JSON Feed 1.1.
Response json_feed(const Feed& feed);

/// "urn:uuid:…", the UUID of version 5 (RFC 9562) of this name among Kamerzoek's: whoever serves
/// the same document, from whatever host, names its entry the same. There is no authority for a
/// tag: URI that every Kamerzoek could name itself by, and a host's name goes with the host.
std::string feed_id(std::string_view name);

/// The start of the day, for an ISO 8601 date; empty for what is none. In UTC, so that a reader in
/// the Netherlands sees that very day.
std::string start_of_day(std::string_view date);

}  // namespace kamerzoek::web
