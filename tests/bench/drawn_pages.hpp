#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/searcher.hpp"

/// Addresses of pages as readers may ask for them, drawn from an index with a fixed seed.
namespace kamerzoek::bench {

struct PageKind {
  const char* name;
  const char* question;  ///< what `ask` does
  /// Puts the question to the index that the page at this address is the answer to, and makes
  /// nothing of what it says.
  void (*ask)(Searcher& searcher, const std::string& address);
  std::vector<std::string> addresses;
};

/// Every kind of page, with `count` addresses each, some of them perhaps more than once. Throws
/// where the index cannot be read.
std::vector<PageKind> drawn_pages(const std::string& index, std::size_t count);

}  // namespace kamerzoek::bench
