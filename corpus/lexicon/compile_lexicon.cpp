/// Makes the lexicon that is built into the program out of Debian's dictionaries:
///
///     compile_lexicon nl.aff nl.dic word-list output

#include <exception>
#include <iostream>

#include "corpus/lexicon/compile.hpp"

int main(int count, char** arguments) {
  if (count != 5) {
    std::cerr << "usage: compile_lexicon nl.aff nl.dic word-list output\n";
    return 2;
  }
  try {
    const std::string bytes =
        kamerzoek::lexicon::compile({arguments[1], arguments[2], arguments[3]});
    kamerzoek::lexicon::write_whole(arguments[4], bytes);
  } catch (const std::exception& error) {
    std::cerr << "compile_lexicon: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
