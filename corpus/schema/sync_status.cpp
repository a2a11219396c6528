#include "corpus/schema/sync_status.hpp"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <system_error>

#include <nlohmann/json.hpp>

#include "corpus/schema/durable.hpp"
#include "corpus/schema/layout.hpp"

namespace kamerzoek::schema {
namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "sync.json";
constexpr std::size_t largest = 1U << 16;

std::string text_in(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

std::optional<std::chrono::seconds> behind(const SyncStatus& status,
                                           std::chrono::system_clock::time_point now) {
  std::tm parts = {};
  const char* end = ::strptime(status.bijgewerkt.c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
  if (end == nullptr) return std::nullopt;
  const auto moment = std::chrono::system_clock::from_time_t(::timegm(&parts));
  return std::max(std::chrono::seconds{0}, std::chrono::floor<std::chrono::seconds>(now - moment));
}

std::optional<SyncStatus> sync_status(const fs::path& dir) {
  std::error_code error;
  const auto size = fs::file_size(dir / file_name, error);
  if (error || size > largest) return std::nullopt;
  std::ifstream in(dir / file_name, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto filled = json.find("gevuld");
  return SyncStatus{text_in(json, "bron"), text_in(json, "bereikt"), text_in(json, "bijgewerkt"),
                    filled != json.end() && *filled == true, text_in(json, "fout")};
}

Result<void> keep_sync_status(const fs::path& dir, const SyncStatus& status) {
  const std::string text = nlohmann::ordered_json{
      {"bron", status.bron},
      {"bereikt", status.bereikt},
      {"bijgewerkt", status.bijgewerkt},
      {"gevuld", status.gevuld},
      {"fout", status.fout}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (const auto error = replace_file(dir / file_name, text + '\n')) {
    return tl::unexpected(file_error(dir / file_name, error));
  }
  return {};
}

}  // namespace kamerzoek::schema
