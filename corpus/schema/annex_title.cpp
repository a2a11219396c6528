#include "corpus/schema/annex_title.hpp"

#include "corpus/schema/schema.hpp"

namespace kamerzoek::schema {
namespace {

// With the date and its prefix within the 245 bytes of a term.
constexpr std::size_t most_of_title = 180;

}  // namespace

std::string annex_title(std::string_view date, std::string_view title) {
  if (date.size() < 10 || title.empty()) return {};
  std::string value(date.substr(0, 10));
  value += list_separator;
  value += title.substr(0, most_of_title);
  return value;
}

}  // namespace kamerzoek::schema
