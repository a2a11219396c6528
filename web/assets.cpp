#include "web/assets.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "web/embedded.hpp"

namespace kamerzoek::web {
namespace {

constexpr std::array assets = {
    std::pair{std::string_view{"kamerzoek.css"}, std::string_view{"text/css; charset=utf-8"}},
    std::pair{std::string_view{"kamerzoek.js"}, std::string_view{"text/javascript; charset=utf-8"}},
    std::pair{std::string_view{"icon.svg"}, std::string_view{"image/svg+xml"}},
};

}  // namespace

std::string asset_address(std::string_view name) {
  const EmbeddedFile* file = embedded_file(fmt::format("assets/{}", name));
  if (file == nullptr) return {};
  const std::size_t dot = name.rfind('.');
  return fmt::format("/assets/{}-{}{}", name.substr(0, dot), file->hash, name.substr(dot));
}

std::optional<Response> asset_at(std::string_view path) {
  for (const auto& [name, type] : assets) {
    if (asset_address(name) != path) continue;
    return Response{.type = std::string(type),
                    .body = std::string(embedded_file(fmt::format("assets/{}", name))->text),
                    .cache = "public, max-age=31536000, immutable"};
  }
  return std::nullopt;
}

}  // namespace kamerzoek::web
