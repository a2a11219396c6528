#include <charconv>
#include <csignal>
#include <memory>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "cli/print.hpp"
#include "web/server.hpp"

namespace kamerzoek::cli {
namespace {

struct Options {
  Common common;
  std::string listen = "127.0.0.1:8080";
  std::string access_log = {};
};

/// ADDRESS:PORT; an IPv6 address stands in brackets.
Result<ServeOptions> parse_listen(const std::string& listen) {
  ServeOptions options;
  const std::size_t colon = listen.rfind(':');
  const auto wrong = [&] {
    return failure(ErrorCode::usage, fmt::format("'{}' is geen adres met poort", listen),
                   "schrijf bijvoorbeeld --listen 127.0.0.1:8080");
  };
  if (colon == std::string::npos || colon == 0) return wrong();
  options.address = listen.substr(0, colon);
  if (options.address.front() == '[' && options.address.back() == ']') {
    options.address = options.address.substr(1, options.address.size() - 2);
  }
  const char* end = listen.data() + listen.size();
  const auto read = std::from_chars(listen.data() + colon + 1, end, options.port);
  if (read.ec != std::errc{} || read.ptr != end || options.port < 0 || options.port > 65535) {
    return wrong();
  }
  return options;
}

sigset_t own_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&signals, signal);
  return signals;
}

/// Until the server is to stop. SIGUSR1 says that the access log was moved away.
void obey_signals(const sigset_t& signals, Server& server) {
  for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGUSR1;) {
    const auto reopened = server.reopen_access_log();
    if (!reopened) print_error(reopened.error().message);
  }
  server.stop();
}

Exit serve(const Options& options) {
  auto parsed = parse_listen(options.listen);
  if (!parsed) return fail(parsed.error());
  parsed->index = options.common.index;
  parsed->access_log = options.access_log;
  // Blocked before any thread exists, so that only the waiting one below takes them.
  const sigset_t signals = own_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  auto server = Server::bind(*parsed);
  if (!server) return fail(server.error());
  print_error(fmt::format("luistert op http://{}:{}/", parsed->address, server->port()));

  std::jthread waiting([&] { obey_signals(signals, *server); });
  server->run();
  // Whatever ended the server, the waiting thread must end too.
  ::kill(::getpid(), SIGTERM);
  return Exit::done;
}

}  // namespace

Action add_serve(CLI::App& command) {
  auto options = std::make_shared<Options>();
  add_common(command, options->common);
  command.add_option("--listen", options->listen, "Adres en poort (127.0.0.1:8080)")
      ->type_name("ADRES:POORT");
  command
      .add_option("--access-log", options->access_log,
                  "Logboek met een regel per verzoek (standaard geen)")
      ->type_name("BESTAND");
  return [options] { return serve(*options); };
}

}  // namespace kamerzoek::cli
