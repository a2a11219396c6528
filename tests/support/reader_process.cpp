// A reader that does what the file tells it: what a faulty or a hostile one would do. For the tests
// of the process that confines it.

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/extract_child.hpp"

namespace {

using namespace kamerzoek;

Piece piece(const std::string& name) {
  Piece out;
  out.source = Source::jsonl;
  out.name = name;
  out.keys = {name};
  out.fields.tekst = "gelezen";
  return out;
}

/// Whether the process may still do this, as the number of the error, or 0.
int attempt(const std::string& what) {
  const auto failed = [](int done) { return done < 0 ? errno : 0; };
  if (what == "open") return failed(::open("/etc/passwd", O_RDONLY));
  if (what == "write") return failed(::open("/tmp/kamerzoek-ontsnapt", O_CREAT | O_WRONLY, 0600));
  if (what == "stat") {
    struct stat file = {};
    return failed(::stat("/etc/passwd", &file));
  }
  if (what == "connect") return failed(::socket(AF_INET, SOCK_STREAM, 0));
  if (what == "fork") return failed(::fork());
  if (what == "exec") return failed(::execl("/bin/true", "true", nullptr));
  if (what == "kill") return failed(::kill(::getppid(), 0));
  if (what == "code") {
    void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? errno : 0;
  }
  return ENOSYS;
}

void spin() {
  for (std::atomic<unsigned> i = 0;; ++i) {
  }
}

Result<void> obey(const Input& input, const Sink& sink) {
  const std::string word(input.bytes.substr(0, input.bytes.find(' ')));
  const std::string rest(input.bytes.substr(std::min(input.bytes.size(), word.size() + 1)));
  if (word == "crash") std::abort();
  if (word == "hang") ::sleep(1000);
  if (word == "spin") spin();
  if (word == "leave") std::_Exit(0);
  if (word == "throw") throw std::runtime_error("fout");
  if (word == "refuse")
    return failure(ErrorCode::unreadable, "geen bestand", "probeer iets anders");
  if (word == "memory") {
    std::vector<std::string> all;
    for (;;) all.emplace_back(std::size_t{16} << 20, 'a');
  }
  if (word == "gibberish") {
    ::send(STDIN_FILENO, "p\xff\xff\xff\x7f", 5, MSG_NOSIGNAL);
    ::sleep(1000);
  }
  if (word == "flood") {
    Piece large = piece("stroom");
    large.fields.tekst.assign(std::size_t{1} << 20, 'a');
    for (;;) sink.piece(large);
  }
  if (word == "latin1") {
    Piece broken = piece("gebroken");
    broken.fields.tekst = "Frysl\xe2n";
    sink.piece(broken);
  }
  if (word == "outside") {
    Piece marked = piece("erbuiten");
    marked.fields.marks = {{Mark::Kind::kop, 0, 100, {}}};
    sink.piece(marked);
  }
  if (word == "attempt") {
    sink.problem(rest, {ErrorCode::unreadable, std::to_string(attempt(rest)), {}});
    return {};
  }
  if (word == "half") sink.piece(piece("eerste"));
  if (word == "half") std::abort();
  Piece read = piece("goed");
  read.fields.tekst = input.bytes;
  read.origin = input.origin;
  sink.piece(read);
  return {};
}

}  // namespace

int main() {
  return kamerzoek::serve_extraction(
      STDIN_FILENO, obey,
      {.memory = std::size_t{256} << 20, .processor_time = std::chrono::seconds(1)});
}
