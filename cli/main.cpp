#include "cli/command.hpp"
#include "cli/last_words.hpp"

int main(int argc, char** argv) {
  kamerzoek::cli::say_last_words();
  return kamerzoek::cli::run(argc, argv);
}
