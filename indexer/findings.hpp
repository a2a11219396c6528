#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek {

/// One thing that is wrong with an index. All text is Dutch, UTF-8, without a final full stop.
struct Finding {
  enum class Kind {
    layout,    ///< `current` points at no generation
    leftover,  ///< a generation that is not the live one; no damage
    database,  ///< the database cannot be opened
    table,     ///< one of Xapian's files is damaged or absent
    version,   ///< made by another version of the program
    note,      ///< what is remembered of a file that was set aside cannot be read
    count,     ///< Xapian's own counts disagree with what is there
    postings,  ///< what is found by a term is not what the record has
    key,       ///< a key that several records have
    record,    ///< a record cannot be read
    terms,     ///< the terms of a record are not those its pieces give
    values,    ///< nor its values
    filters,   ///< nor the filters of its long text
  };

  Kind kind;
  std::string where;   ///< a file, a folder, the identifier of a record, a key
  unsigned docid = 0;  ///< Xapian's number of the record; 0 where it is about none
  std::string message;
  /// A rebuild gives an index without it, in which nothing else is missing for it.
  bool is_mendable = false;
  std::string advice = {};  ///< what else to do, where a rebuild does not help
};

/// "tabel", "record", …: as users read it.
std::string_view name_of(Finding::Kind kind);

/// Whether searches or records suffer from it.
constexpr bool is_damage(Finding::Kind kind) {
  return kind != Finding::Kind::leftover;
}

/// All that is found, in memory that does not grow with it: of every kind the first few are kept,
/// the others counted.
class Findings {
 public:
  static constexpr std::size_t most_of_a_kind = 20;

  void add(Finding finding);

  const std::vector<Finding>& kept() const { return kept_; }
  std::size_t count(Finding::Kind kind) const;
  const std::map<Finding::Kind, std::size_t>& counts() const { return counts_; }

  /// Where a rebuild cannot read all there is, it mends nothing.
  void nothing_is_mendable();

 private:
  std::vector<Finding> kept_;
  std::map<Finding::Kind, std::size_t> counts_;
};

}  // namespace kamerzoek
