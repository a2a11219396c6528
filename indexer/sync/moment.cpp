#include "indexer/sync/moment.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "corpus/formats/utc_stamp.hpp"

namespace kamerzoek::sync {
namespace {

using std::chrono::sys_seconds;

constexpr std::size_t whole_seconds = 19;  // of "2025-06-12T11:03:10"

int number_at(const std::string& stamp, std::size_t place, std::size_t digits) {
  int value = 0;
  std::from_chars(stamp.data() + place, stamp.data() + place + digits, value);
  return value;
}

std::optional<sys_seconds> moment_of(const std::string& stamp) {
  if (stamp.empty() || utc_stamp(stamp) != stamp) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year{number_at(stamp, 0, 4)},
      std::chrono::month{static_cast<unsigned>(number_at(stamp, 5, 2))},
      std::chrono::day{static_cast<unsigned>(number_at(stamp, 8, 2))}};
  return std::chrono::sys_days{date} + std::chrono::hours{number_at(stamp, 11, 2)} +
         std::chrono::minutes{number_at(stamp, 14, 2)} +
         std::chrono::seconds{number_at(stamp, 17, 2)};
}

std::string write(sys_seconds moment) {
  const auto days = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{days};
  const std::chrono::hh_mm_ss time{moment - days};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace

std::string stamp_of(std::chrono::system_clock::time_point moment) {
  return write(std::chrono::floor<std::chrono::seconds>(moment)) + ".0000000Z";
}

std::string believed(const std::string& stamp) {
  return std::min(stamp, stamp_of(std::chrono::system_clock::now()));
}

std::string before(const std::string& stamp, std::chrono::seconds time) {
  const auto moment = moment_of(stamp);
  return moment ? write(*moment - time) + stamp.substr(whole_seconds) : stamp;
}

std::chrono::seconds between(const std::string& from, const std::string& until) {
  const auto begin = moment_of(from);
  const auto end = moment_of(until);
  return begin && end ? *end - *begin : std::chrono::seconds{0};
}

}  // namespace kamerzoek::sync
