#include "indexer/check_tables.hpp"

#include <array>
#include <deque>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

struct Table {
  const char* name;
  bool is_with_records;  ///< there wherever there is a record; others come with their first use
};

// The largest first, as several are looked at side by side. Of an index of before schema 8 the
// records are in docdata.
constexpr std::array tables = {Table{"postlist", true},  Table{"position", false},
                               Table{"termlist", true},  Table{"docdata", false},
                               Table{"spelling", false}, Table{"synonym", false}};

// A writer that commits all the time may spoil the check of a large table every time.
constexpr int most_attempts = 20;

/// Keeps the end of what Xapian tells: the name of the table comes first, what is wrong after it.
class LastWords : public std::streambuf {
 public:
  std::string line() const {
    const std::size_t end = text_.find_last_not_of('\n');
    if (end == std::string::npos) return {};
    const std::size_t before = text_.rfind('\n', end);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    return text_.substr(begin, end + 1 - begin);
  }

 private:
  static constexpr std::size_t most = 400;

  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    if (text_.size() == 2 * most) text_.erase(0, most);
    text_ += traits_type::to_char_type(c);
    return c;
  }

  std::string text_;
};

/// What Xapian says is wrong with the table; empty where it is sound.
std::string said_of(const fs::path& table) {
  LastWords words;
  std::ostream out(&words);
  try {
    if (Xapian::Database::check(table.string(), 0, &out) == 0) return {};
    return words.line() + '\n';
  } catch (const Xapian::Error& e) {
    return e.get_msg() + '\n';
  }
}

/// The same, asked by a process of its own: Xapian 1.4.22 reads past the end of an entry of a term
/// list of which a length was changed, and crashes.
class Question {
 public:
  explicit Question(const fs::path& table) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    child_ = ::fork();
    if (child_ == 0) {
      const std::string said = said_of(table);
      const auto written = ::write(ends[1], said.data(), said.size());
      ::_exit(written == static_cast<ssize_t>(said.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    answer_ = ends[0];
  }
  Question(const Question&) = delete;
  Question& operator=(const Question&) = delete;
  ~Question() {
    if (child_ > 0) ::waitpid(child_, nullptr, 0);
    if (answer_ >= 0) ::close(answer_);
  }

  /// Waits for it; nothing where the table is sound. To be asked once.
  std::optional<std::string> answer() {
    if (answer_ < 0) return "er zijn te veel bestanden open";
    std::string said;
    std::array<char, 1024> buffer{};
    while (child_ > 0) {
      const ssize_t got = ::read(answer_, buffer.data(), buffer.size());
      if (got <= 0) break;
      said.append(buffer.data(), static_cast<std::size_t>(got));
    }
    int status = -1;
    const bool has_ended = child_ > 0 && ::waitpid(child_, &status, 0) == child_;
    child_ = -1;
    if (!has_ended || status != 0) return "Xapian loopt erop vast";
    if (said.empty()) return std::nullopt;
    said.pop_back();
    return said;
  }

 private:
  pid_t child_ = -1;
  int answer_ = -1;
};

/// The revision that readers get now; 0 where there is none to be had.
Xapian::rev revision_of(const fs::path& generation) {
  try {
    return Xapian::Database(generation.string()).get_revision();
  } catch (const Xapian::Error&) {
    return 0;
  }
}

/// A file of the database, and what is asked about it.
class TableCheck {
 public:
  TableCheck(const fs::path& generation, const fs::path& file)
      : generation_(generation),
        file_(file),
        revision_(revision_of(generation)),
        question_(std::in_place, file) {}

  const fs::path& file() const { return file_; }

  /// What a writer overwrote meanwhile is no fault: Xapian writes in the place of blocks that the
  /// newest revision does not have, so that a fault at a revision that is still the newest one is
  /// real. To be asked once.
  std::optional<std::string> fault() {
    for (int attempt = 1;; ++attempt) {
      auto fault = question_->answer();
      const Xapian::rev now = revision_of(generation_);
      if (!fault || now == revision_ || attempt == most_attempts) return fault;
      revision_ = now;
      question_.emplace(file_);
    }
  }

 private:
  fs::path generation_;
  fs::path file_;
  Xapian::rev revision_;
  std::optional<Question> question_;
};

void tell(TableCheck& table, Findings& findings) {
  if (const auto fault = table.fault()) {
    findings.add({Finding::Kind::table, table.file().string(), 0,
                  fmt::format("het bestand is beschadigd: {}", *fault), true});
  }
}

}  // namespace

void check_tables(const fs::path& generation, std::size_t records, unsigned at_once,
                  Findings& findings, const CheckProgress& progress) {
  std::deque<TableCheck> asked;
  for (std::size_t at = 0; at < tables.size(); ++at) {
    const Table& table = tables[at];
    progress("de bestanden", at, tables.size());
    const fs::path file = generation / (std::string(table.name) + ".glass");
    std::error_code error;
    if (fs::exists(file, error)) {
      asked.emplace_back(generation, file);
    } else if (table.is_with_records && records > 0) {
      findings.add({Finding::Kind::table, file.string(), 0, "het bestand ontbreekt", false,
                    "zet een kopie van de index terug, of indexeer de documenten in een lege map"});
    }
    if (asked.size() < at_once) continue;
    tell(asked.front(), findings);
    asked.pop_front();
  }
  for (TableCheck& table : asked) tell(table, findings);
}

}  // namespace kamerzoek
