#include "web/access_log.hpp"

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

namespace kamerzoek::web {
namespace {

constexpr std::size_t longest_name = 256;

std::string quotable(std::string_view sent) {
  std::string out;
  for (const char c : sent) {
    const bool harmless = c >= ' ' && c <= '~' && c != '"' && c != '\\';
    out += harmless ? std::string(1, c) : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string name(std::string_view sent) {
  return sent.empty() ? "-" : quotable(sent.substr(0, longest_name));
}

/// A descriptor, or -1 and errno.
int append_to(const std::filesystem::path& path) {
  return ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

Error cannot_open(const std::filesystem::path& path, int error) {
  return {ErrorCode::usage,
          fmt::format("het logboek {} kan niet worden geopend: {}", path.string(),
                      std::strerror(error)),
          "kies met --access-log een bestand in een map waarin mag worden geschreven"};
}

}  // namespace

std::string access_log_line(const Answered& answered, std::chrono::system_clock::time_point when) {
  const Request& request = answered.request;
  return fmt::format(
      "{} - - [{:%d/%b/%Y:%H:%M:%S +0000}] \"{} {} {}\" {} {} \"{}\" \"{}\" {:.4f}\n",
      name(answered.client), fmt::gmtime(when), quotable(request.method), quotable(request.target),
      quotable(answered.version), answered.status, answered.bytes, name(answered.referer),
      name(answered.user_agent), answered.took.count());
}

AccessLog::AccessLog(std::filesystem::path path, int file) : path_(std::move(path)), file_(file) {}

AccessLog::~AccessLog() {
  ::close(file_);
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::filesystem::path& path) {
  const int file = append_to(path);
  if (file < 0) return tl::unexpected(cannot_open(path, errno));
  return std::unique_ptr<AccessLog>(new AccessLog(path, file));
}

void AccessLog::write(const Answered& answered) {
  const std::string line = access_log_line(answered, std::chrono::system_clock::now());
  // One call, and at the end of the file wherever that is: no lock is needed.
  [[maybe_unused]] const auto written = ::write(file_, line.data(), line.size());
}

Result<void> AccessLog::reopen() {
  const int fresh = append_to(path_);
  if (fresh < 0) return tl::unexpected(cannot_open(path_, errno));
  // The other threads go on with the same descriptor, which is the new file from here on.
  ::dup3(fresh, file_, O_CLOEXEC);
  ::close(fresh);
  return {};
}

}  // namespace kamerzoek::web
