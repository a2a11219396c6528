#include "corpus/formats/hostile_json.hpp"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace kamerzoek {
namespace {

using nlohmann::json;

/// The offset of the first bracket that nests too deep. Runs ahead of the parser, and agrees with
/// it up to the first byte that is no JSON; beyond that the parser does not come.
std::optional<std::size_t> too_deep(std::string_view bytes) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (in_string) {
      if (c == '\\') {
        ++at;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > max_json_depth) return at;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

/// Takes in everything and keeps nothing but the place of the first error.
class ErrorFinder final : public nlohmann::json_sax<json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    read = position;
    out_of_range = dynamic_cast<const json::out_of_range*>(&error) != nullptr;
    return false;
  }

  std::size_t read = 0;  ///< how many bytes were read, the offending one included
  bool out_of_range = false;
};

std::string at_byte(const char* what, std::size_t offset) {
  return std::string(what) + " (byte " + std::to_string(offset) + ")";
}

Error why_unreadable(std::string_view bytes) {
  ErrorFinder finder;
  json::sax_parse(bytes, &finder);
  const std::size_t offset = finder.read == 0 ? 0 : finder.read - 1;
  const char* what = "geen geldige JSON";
  if (finder.out_of_range) {
    what = "getal buiten bereik";
  } else if (offset >= bytes.size()) {
    what = "JSON houdt op voor het einde";
  }
  return Error{ErrorCode::unreadable, at_byte(what, offset), {}};
}

}  // namespace

Result<json> parse_hostile_json(std::string_view bytes) {
  if (const auto offset = too_deep(bytes)) {
    return failure(ErrorCode::unreadable, at_byte("JSON dieper genest dan 64 niveaus", *offset));
  }
  json value = json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return tl::unexpected(why_unreadable(bytes));
  return value;
}

}  // namespace kamerzoek
