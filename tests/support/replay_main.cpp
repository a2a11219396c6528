// Stands in for the Tweede Kamer's OData service and SyncFeed until it gets SIGTERM: prints its
// address, and serves what the files hold.
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "tests/support/replay_server.hpp"

int main(int argc, char** argv) {
  CLI::App app("Replays records of the Tweede Kamer's OData service");
  int port = 0;
  std::vector<std::string> records;
  std::vector<std::string> files;
  app.add_option("--port", port);
  app.add_option("--records", records, "Pages and records, or folders of them");
  app.add_option("--files", files, "Folders of publications and resources");
  CLI11_PARSE(app, argc, argv);

  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  kamerzoek::test::ReplayServer server(port);
  for (const std::string& path : records) server.load(path);
  for (const std::string& folder : files) server.offer(folder);
  std::printf("%s\n", server.root().c_str());
  std::fflush(stdout);
  int signal = 0;
  sigwait(&signals, &signal);
}
