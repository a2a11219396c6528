#pragma once

#include <cstdint>
#include <string_view>

#include <xapian.h>

namespace kamerzoek {

/// Numbers by which documents are compared without keeping them. For one process and its likes: a
/// program of another build may number otherwise. Sums of these over many terms do not depend on
/// the order in which they come, and stand for the terms.
std::uint64_t fingerprint(std::string_view term, Xapian::termcount wdf);

struct DocumentFingerprint {
  std::uint64_t all;    ///< the record, the terms and their frequencies; no positions, no values
  std::uint64_t terms;  ///< of the terms alone, as those of frequency 0
};

/// Of the document and its record as stored. Throws what Xapian throws, where the document is one
/// of a database.
DocumentFingerprint fingerprint_of(const Xapian::Document& document, std::string_view stored);

}  // namespace kamerzoek
