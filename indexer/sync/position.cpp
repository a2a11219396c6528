#include "indexer/sync/position.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "corpus/formats/utc_stamp.hpp"

namespace kamerzoek::sync {
namespace {

constexpr std::size_t most_of_one_stamp = 1'000'000;

}  // namespace

std::string Position::text() const {
  return nlohmann::ordered_json{
      {"nieuwste", newest}, {"oudste", oldest}, {"nagelezen", checked}, {"volledig", complete}}
      .dump();
}

Position Position::parse(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  Position position;
  if (!json.is_object()) return position;
  const auto stamp = [&](const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? utc_stamp(found->get<std::string>()) : "";
  };
  position = {stamp("nieuwste"), stamp("oudste"), stamp("nagelezen"), false};
  const auto complete = json.find("volledig");
  position.complete = complete != json.end() && *complete == true;
  return position;
}

bool Cursor::pass(const OdataPage& page) {
  if (page.places.empty()) return false;
  const std::string& last = page.places.back().stamp;
  if (last != bound_) {
    bound_ = last;
    skip_ = 0;
    return true;
  }
  // A page of one stamp only: here a number is needed. Part of the page is read again, so that
  // nothing is missed when some of these records change meanwhile and the others shift.
  const std::size_t size = page.places.size();
  skip_ += std::max<std::size_t>(1, size - size / 4);
  return skip_ < most_of_one_stamp;
}

}  // namespace kamerzoek::sync
