#include "cli/command.hpp"

int main(int argc, char** argv) {
  return kamerzoek::cli::run(argc, argv);
}
