#include "web/feed.hpp"

#include <array>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <openssl/sha.h>

#include "corpus/model/json.hpp"
#include "web/notation.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {
namespace {

/// Who wrote what names no one.
constexpr const char* publisher = "Staten-Generaal";

// A feed must say when it changed, also one in which nothing ever was.
constexpr const char* never = "1970-01-01T00:00:00Z";

/// dabf82e1-4810-45b5-b52f-3fe63e258d51, drawn for Kamerzoek: its names are names nowhere else.
constexpr std::string_view own_namespace(
    "\xda\xbf\x82\xe1\x48\x10\x45\xb5\xb5\x2f\x3f\xe6\x3e\x25\x8d\x51", 16);

View named(const std::vector<std::string>& authors) {
  View list = View::array();
  for (const std::string& name : authors) list.push_back({{"name", name}});
  return list;
}

std::string newest(const Feed& feed) {
  std::string time = never;
  for (const FeedEntry& entry : feed.entries) time = std::max(time, entry.updated);
  return time;
}

}  // namespace

Response atom(const Feed& feed) {
  View entries = View::array();
  for (const FeedEntry& entry : feed.entries) {
    entries.push_back({{"id", entry.id},
                       {"title", entry.title},
                       {"url", entry.url},
                       {"updated", entry.updated},
                       {"soort", entry.soort},
                       {"summary", entry.summary},
                       {"authors", named(entry.authors)}});
  }
  return {.type = std::string(atom_type),
          .body = render("atom", {{"feed_id", feed.id},
                                  {"feed_title", feed.title},
                                  {"self", feed.self},
                                  {"alternate", feed.alternate},
                                  {"newest", newest(feed)},
                                  {"publisher", publisher},
                                  {"entries", std::move(entries)}})};
}

Response json_feed(const Feed& feed) {
  using nlohmann::ordered_json;
  ordered_json items = ordered_json::array();
  for (const FeedEntry& entry : feed.entries) {
    ordered_json& item = items.emplace_back(
        ordered_json{{"id", entry.id},
                     {"url", entry.url},
                     {"title", entry.title},
                     {"content_text", entry.summary.empty() ? entry.title : entry.summary},
                     {"date_published", entry.updated}});
    if (!entry.authors.empty()) item["authors"] = named(entry.authors);
    if (!entry.soort.empty()) item["tags"] = {entry.soort};
  }
  const ordered_json out = {{"version", "https://jsonfeed.org/version/1.1"},
                            {"title", feed.title},
                            {"home_page_url", feed.alternate},
                            {"feed_url", feed.self},
                            {"language", "nl"},
                            {"authors", {{{"name", publisher}}}},
                            {"items", std::move(items)}};
  return {.type = std::string(json_feed_type), .body = dump(out) + "\n"};
}

std::string feed_id(std::string_view name) {
  std::string named(own_namespace);
  named += name;
  std::array<unsigned char, SHA_DIGEST_LENGTH> hash = {};
  const void* bytes = named.data();
  SHA1(static_cast<const unsigned char*>(bytes), named.size(), hash.data());
  hash[6] = static_cast<unsigned char>((hash[6] & 0x0f) | 0x50);  // version 5
  hash[8] = static_cast<unsigned char>((hash[8] & 0x3f) | 0x80);  // RFC 9562's variant
  std::string id = "urn:uuid:";
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) id += '-';
    id += fmt::format("{:02x}", hash[i]);
  }
  return id;
}

std::string start_of_day(std::string_view date) {
  using namespace std::chrono;
  const auto read = calendar_date(date);
  if (!read) return {};
  const year_month_day day(year(static_cast<int>(read->year)), month(read->month),
                           std::chrono::day(read->day));
  if (!day.ok()) return {};
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", read->year, read->month, read->day);
}

}  // namespace kamerzoek::web
