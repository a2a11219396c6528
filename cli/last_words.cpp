#include "cli/last_words.hpp"

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <typeinfo>

#include <cxxabi.h>
#include <unistd.h>

#include "cli/command.hpp"

namespace kamerzoek::cli {
namespace {

// One line, made beforehand: memory may be what is wrong.
constexpr std::string_view last_words =
    "kamerzoek: de index kan niet worden bijgewerkt, en het schrijven blijft mislukken: de schijf "
    "is vol of geeft fouten; wat al was vastgelegd, staat er nog; maak ruimte vrij of kijk in het "
    "logboek van het systeem (dmesg), en geef de opdracht opnieuw\n";

std::terminate_handler otherwise = nullptr;

/// By its name, because the command line does not know Xapian.
bool is_of_database(const std::type_info& exception) {
  const std::string_view name = exception.name();
  return name.starts_with("N6Xapian") && name.find("Database") != name.npos;
}

/// Where one exception meets another on its way, nobody has caught either and neither has a name:
/// of a disk that failed twice is left what the system said last.
bool is_of_disk(int error_number) {
  return std::uncaught_exceptions() > 0 && (error_number == ENOSPC || error_number == EDQUOT ||
                                            error_number == EIO || error_number == EROFS);
}

[[noreturn]] void end() {
  const int error_number = errno;
  const std::type_info* exception = abi::__cxa_current_exception_type();
  const bool is_known =
      exception != nullptr ? is_of_database(*exception) : is_of_disk(error_number);
  if (!is_known) {
    otherwise();
    std::abort();
  }
  [[maybe_unused]] const auto written =
      ::write(STDERR_FILENO, last_words.data(), last_words.size());
  ::_exit(static_cast<int>(Exit::index_unavailable));
}

}  // namespace

void say_last_words() {
  otherwise = std::set_terminate(end);
}

}  // namespace kamerzoek::cli
