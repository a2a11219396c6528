#include "corpus/schema/layout.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

#include <fmt/format.h>

namespace kamerzoek::schema {
namespace {

/// What the system says of a disk, and what somebody can do about it.
struct DiskFault {
  int number;
  const char* what;  ///< of "de schijf"
  const char* hint;
};

constexpr const char* make_room =
    "maak ruimte vrij en geef de opdracht opnieuw; wat al was vastgelegd, staat er nog";
constexpr const char* look_at_disk =
    "kijk in het logboek van het systeem (dmesg) wat er met de schijf is, en zie de index daarna "
    "na "
    "met `kamerzoek check`";
constexpr const char* make_writable =
    "maak de schijf beschrijfbaar, of kies een andere map met --index";
constexpr const char* look_at_rights =
    "controleer van wie de map is en wat haar rechten zijn, of kies een andere met --index";

constexpr std::array disk_faults = {
    DiskFault{ENOSPC, "de schijf is vol", make_room},
    DiskFault{EDQUOT, "er is geen ruimte meer voor deze gebruiker", make_room},
    DiskFault{EIO, "de schijf geeft een fout", look_at_disk},
    DiskFault{EROFS, "de schijf is alleen te lezen", make_writable},
    DiskFault{EACCES, "dat mag deze gebruiker niet", look_at_rights},
    DiskFault{EPERM, "dat mag deze gebruiker niet", look_at_rights}};

/// The fault that a message of Xapian names; null where it names none of these.
const DiskFault* fault_named_in(std::string_view message) {
  for (const DiskFault& fault : disk_faults) {
    if (message.find(std::generic_category().message(fault.number)) != message.npos) return &fault;
  }
  return nullptr;
}

/// The cause of the one error of which Xapian does not tell it, but leaves it where the system put
/// it; empty where that is none of the disk.
std::string untold_cause(std::string_view xapian_type) {
  const int number = errno;
  const bool is_of_disk = std::ranges::any_of(
      disk_faults, [&](const DiskFault& fault) { return fault.number == number; });
  if (xapian_type != "DatabaseCreateError" || !is_of_disk) return {};
  return std::generic_category().message(number);
}

}  // namespace

std::filesystem::path current(const std::filesystem::path& dir) {
  return dir / "current";
}

std::string generation_name(unsigned number) {
  return fmt::format("generation-{:06}", number);
}

std::filesystem::path build_folder(const std::filesystem::path& dir) {
  return dir / "build";
}

Error index_error(const std::filesystem::path& dir, std::string_view xapian_type,
                  std::string_view message, const char* cause) {
  const std::string why = cause != nullptr ? cause : untold_cause(xapian_type);
  const std::string where = dir.string();
  const std::string said =
      why.empty() ? std::string(message) : fmt::format("{} ({})", message, why);
  // Xapian calls it a lock of somebody else when it cannot write a file for its own.
  if (const DiskFault* fault = fault_named_in(said)) {
    return {ErrorCode::index_unavailable,
            fmt::format("de index in {} kan niet worden bijgewerkt of gelezen, {}: {}", where,
                        fault->what, said),
            fault->hint};
  }
  if (xapian_type == "DatabaseLockError") {
    return {ErrorCode::index_unavailable,
            fmt::format("de index in {} wordt al door een ander proces bijgewerkt", where),
            "wacht tot dat klaar is, of stop het, en probeer het opnieuw"};
  }
  if (xapian_type == "DatabaseNotFoundError" || xapian_type == "DatabaseOpeningError") {
    return {ErrorCode::index_unavailable,
            fmt::format("de index in {} kan niet worden geopend: {}", where, message),
            "maak een index met `kamerzoek index PAD`, of wijs een bestaande aan met --index"};
  }
  if (xapian_type == "DatabaseVersionError") {
    return {ErrorCode::index_unavailable,
            fmt::format("de index in {} is door een andere versie van Xapian gemaakt: {}", where,
                        message),
            "indexeer de documenten opnieuw in een lege map"};
  }
  if (xapian_type == "DatabaseModifiedError") {
    return {ErrorCode::index_unavailable,
            fmt::format("de index in {} veranderde steeds terwijl hij werd gelezen", where),
            "probeer het opnieuw; blijft het zo, maak hem dan opnieuw met `kamerzoek rebuild`"};
  }
  if (xapian_type == "DatabaseCorruptError") {
    return {ErrorCode::index_unavailable,
            fmt::format("de index in {} is beschadigd: {}", where, message),
            "maak hem opnieuw met `kamerzoek rebuild`, of indexeer de documenten in een lege map"};
  }
  return {ErrorCode::index_unavailable,
          fmt::format("de index in {} geeft een fout ({}): {}", where, xapian_type, said),
          "controleer of de schijf vol, alleen-lezen of defect is"};
}

Error file_error(const std::filesystem::path& path, const std::error_code& why) {
  const DiskFault* fault = fault_named_in(why.message());
  return {
      ErrorCode::index_unavailable,
      fmt::format("{} kan niet worden geschreven{}{} ({})", path.string(),
                  fault != nullptr ? ", " : "", fault != nullptr ? fault->what : "", why.message()),
      fault != nullptr ? fault->hint : look_at_rights};
}

Result<void> check_version(const std::filesystem::path& dir, std::string_view what,
                           std::string_view found, int expected) {
  if (found == std::to_string(expected)) return {};
  return failure(ErrorCode::index_unavailable,
                 fmt::format("de index in {} heeft {}versie {}, dit programma {}", dir.string(),
                             what, found.empty() ? std::string_view("onbekend") : found, expected),
                 "maak de index opnieuw met `kamerzoek rebuild`");
}

}  // namespace kamerzoek::schema
