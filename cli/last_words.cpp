#include "cli/last_words.hpp"

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
bool is_of_database(const std::type_info* exception) {
  return exception != nullptr && std::string_view(exception->name()).starts_with("N6Xapian") &&
         std::string_view(exception->name()).find("Database") != std::string_view::npos;
}

[[noreturn]] void end() {
  if (!is_of_database(abi::__cxa_current_exception_type())) {
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
