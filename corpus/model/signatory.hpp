#pragma once

#include <string>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// Whether this is one of those who submitted or signed the paper, rather than somebody it was sent
/// to or a commissie that handles it.
inline bool signs(const Actor& actor) {
  return actor.relatie.find("ndertekenaar") != std::string::npos ||
         actor.relatie.find("ndiener") != std::string::npos;
}

}  // namespace kamerzoek
