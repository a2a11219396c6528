#include "corpus/formats/utc_stamp.hpp"

#include <chrono>
#include <optional>

namespace kamerzoek {
namespace {

constexpr std::size_t fraction_digits = 7;  // what the Tweede Kamer's service writes at most

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads text from left to right; every step says whether it found what it wanted.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool number(std::size_t digits, int& into) {
    if (rest_.size() < digits) return false;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return false;
      value = value * 10 + (rest_[i] - '0');
    }
    into = value;
    rest_.remove_prefix(digits);
    return true;
  }

  bool one_of(std::string_view wanted, char* found = nullptr) {
    if (rest_.empty() || wanted.find(rest_.front()) == std::string_view::npos) return false;
    if (found != nullptr) *found = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view digits() {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    const std::string_view found = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return found;
  }

  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<std::chrono::sys_days> read_date(Scanner& scan) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!scan.number(4, year) || !scan.one_of("-") || !scan.number(2, month) || !scan.one_of("-") ||
      !scan.number(2, day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

/// The seconds of the day and, as text, their fraction.
std::optional<int> read_time(Scanner& scan, std::string& fraction) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!scan.number(2, hour) || !scan.one_of(":") || !scan.number(2, minute)) return std::nullopt;
  if (scan.one_of(":") && !scan.number(2, second)) return std::nullopt;
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  if (scan.one_of(".,")) {
    const std::string_view digits = scan.digits();
    if (digits.size() > 9) return std::nullopt;
    fraction = digits.substr(0, fraction_digits);
  }
  fraction.append(fraction_digits - fraction.size(), '0');
  return (hour * 60 + minute) * 60 + second;
}

/// The offset from UTC in seconds; a time without one is UTC.
std::optional<int> read_offset(Scanner& scan) {
  if (scan.done()) return 0;
  if (scan.one_of("Z")) return scan.done() ? std::optional(0) : std::nullopt;
  char sign = '+';
  int hours = 0;
  int minutes = 0;
  if (!scan.one_of("+-", &sign) || !scan.number(2, hours)) return std::nullopt;
  scan.one_of(":");
  if (!scan.number(2, minutes) || !scan.done() || hours > 23 || minutes > 59) return std::nullopt;
  return (sign == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
}

void append_number(std::string& out, unsigned value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

std::string write(std::chrono::sys_seconds moment, std::string_view fraction) {
  const auto days = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{days};
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999) return {};
  const auto second = static_cast<unsigned>((moment - days).count());
  std::string out;
  append_number(out, static_cast<unsigned>(year), 4);
  append_number(out += '-', static_cast<unsigned>(date.month()), 2);
  append_number(out += '-', static_cast<unsigned>(date.day()), 2);
  append_number(out += 'T', second / 3600, 2);
  append_number(out += ':', second / 60 % 60, 2);
  append_number(out += ':', second % 60, 2);
  out += '.';
  out += fraction;
  return out += 'Z';
}

}  // namespace

std::string utc_stamp(std::string_view text) {
  Scanner scan(text);
  const auto date = read_date(scan);
  if (!date || !scan.one_of("T ")) return {};
  std::string fraction;
  const auto time = read_time(scan, fraction);
  if (!time) return {};
  const auto offset = read_offset(scan);
  if (!offset) return {};
  return write(*date + std::chrono::seconds{*time - *offset}, fraction);
}

std::string iso_date(std::string_view text) {
  Scanner scan(text);
  if (!read_date(scan) || text.substr(0, 4) == "0001") return {};
  return std::string(text.substr(0, 10));
}

std::string iso_minute(std::string_view text) {
  std::string date = iso_date(text);
  Scanner scan(text.substr(date.size()));
  std::string fraction;
  if (date.empty() || !scan.one_of("T ") || !read_time(scan, fraction)) return date;
  date += 'T';
  return date += text.substr(11, 5);
}

}  // namespace kamerzoek
