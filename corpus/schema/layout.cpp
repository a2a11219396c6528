#include "corpus/schema/layout.hpp"

#include <string>

#include <fmt/format.h>

namespace kamerzoek::schema {

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
                  std::string_view message) {
  const std::string where = dir.string();
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
          fmt::format("de index in {} geeft een fout ({}): {}", where, xapian_type, message),
          "controleer of de schijf vol of alleen-lezen is"};
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
