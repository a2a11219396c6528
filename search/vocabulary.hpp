#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "search/headings.hpp"
#include "search/word_table.hpp"

namespace kamerzoek {

struct HeldDossier {
  std::string nummer;  ///< 36600-XXII
  std::string titel;   ///< as the newest document of it says; may be empty
  std::uint32_t documenten = 0;
};

/// The words, subject lines and dossiers of an index as it was at one commit, in memory: what help
/// while typing and spelling need at hand. Any thread may read one.
class Vocabulary {
 public:
  /// Reads all of it; about a second for a million words and a hundred thousand documents. Throws
  /// what Xapian throws.
  static Vocabulary read(const Xapian::Database& database);

  /// Words that people may have meant: of two to forty letters from a to z (and apostrophes between
  /// them), and of two documents at least, as many as there are. Folded, without hyphens.
  const WordTable& words() const { return words_; }

  /// A word of it as headings write it: coördinatie for coordinatie. Where most of them have no
  /// accent and no hyphen in it, it is the word itself.
  std::string written(std::string_view word) const;

  /// What lists call the documents, newest first.
  const Headings& headings() const { return headings_; }
  Xapian::docid document(std::uint32_t heading) const { return documents_[heading]; }

  const std::vector<HeldDossier>& dossiers() const { return dossiers_; }  ///< those with most first
  const Headings& dossier_titles() const { return dossier_titles_; }      ///< in that order

  std::size_t bytes() const;  ///< of memory, about

 private:
  void read_words(const Xapian::Database& database);
  void read_documents(const Xapian::Database& database);

  WordTable words_;
  std::unordered_map<std::string, std::string> written_;
  Headings headings_;
  std::vector<Xapian::docid> documents_;
  std::vector<HeldDossier> dossiers_;
  Headings dossier_titles_;
};

}  // namespace kamerzoek
