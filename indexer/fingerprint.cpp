#include "indexer/fingerprint.hpp"

#include <functional>
#include <string>

namespace kamerzoek {

std::uint64_t fingerprint(std::string_view term, Xapian::termcount wdf) {
  // The finaliser of MurmurHash3 (A. Appleby): terms with wdf 1 and 2 must not cancel out.
  std::uint64_t x = std::hash<std::string_view>{}(term) + wdf * 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 33U)) * 0xFF51AFD7ED558CCDU;
  x = (x ^ (x >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return x ^ (x >> 33U);
}

DocumentFingerprint fingerprint_of(const Xapian::Document& document, std::string_view stored) {
  DocumentFingerprint sums{.all = std::hash<std::string_view>{}(stored), .terms = 0};
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::string name = *term;
    sums.all += fingerprint(name, term.get_wdf());
    sums.terms += fingerprint(name, 0);
  }
  return sums;
}

}  // namespace kamerzoek
