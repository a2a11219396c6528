#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

/// The one table of what the index holds: term prefixes, value slots and weights. Writer and
/// reader both use it and nothing else. The format on disk is described in docs/index-format.md.
namespace kamerzoek::schema {

/// Raised when terms, slots or stored records change their meaning, or other references are found
/// in a text. An index of another version is refused and rebuilt from the records it holds.
inline constexpr int version = 8;

/// Terms that say yes or no. A boolean term is its prefix and the folded value.
enum class Label {
  key,           ///< every key of the record, exactly as it is: unique to one record
  kind,          ///< what the record is about; on living records only
  soort,         ///< the whole soort, folded
  dossier,       ///< 36600-XXII
  hoofddossier,  ///< 36600, for every addition
  zaak,          ///< zaak number
  indiener,      ///< each word of the name of who signed or submitted
  jaar,          ///< calendar year of the date
  cites,         ///< identifier of a cited document
  annex_of,      ///< the document this is an annex of
  source,        ///< name of a source that has a piece in the record; also on withdrawn ones
  withdrawn,     ///< as kind, on records that are withdrawn
  identity,      ///< the identifier of the record: one each, so that listing them is in order
  abbreviation,  ///< a defined abbreviation: short form, list_separator, long form; both folded
  long_form,     ///< the same, the long form first
  relation,      ///< what it does with a cited document, list_separator, that document's identifier
  annex_title,   ///< date and title of an annex, on it and on the paper that lists it
                 ///< (annex_title.hpp)
  part_of,       ///< GUID of the activiteit, agendapunt or besluit that the record is a part of
  awaits_text,   ///< a document of the Tweede Kamer without text: `awaits_first_try`, or why
};

constexpr std::string_view prefix_of(Label label) {
  constexpr std::array<std::string_view, 19> prefixes = {"Q",  "XK", "XS", "XD", "XH", "XZ", "XI",
                                                         "XJ", "XR", "XA", "XB", "XW", "XU", "XV",
                                                         "XL", "XE", "XM", "XP", "XN"};
  return prefixes[static_cast<std::size_t>(label)];
}

/// The value of `awaits_text` where nobody has asked for the text yet.
inline constexpr const char* awaits_first_try = "wacht";

/// Fields whose words are searched. Every word is indexed under no prefix, with the field's weight
/// as its within-document frequency, so that plain queries search all of them; and under the
/// field's prefix for `titel:` and `onderwerp:`. A word of the text counts as `one_word`; what
/// stands in a note counts for less than that. Exact forms are `prefix + word` and have
/// positions; lemmas are `"Z" + prefix + lemma` and parts of compounds `"P" + prefix + lemma`, and
/// have none.
struct TextField {
  std::string_view name;
  std::string_view prefix;
  unsigned weight;          ///< of a word, in a heading of the typical length
  bool is_heading = false;  ///< in a longer one a word says less
};

inline constexpr unsigned one_word = 2;
inline constexpr TextField titel{"titel", "XT", 6 * one_word, true};
inline constexpr TextField onderwerp{"onderwerp", "XO", 10 * one_word, true};
inline constexpr TextField dossier_titel{"dossier", "", 4 * one_word, true};
inline constexpr TextField tekst{"tekst", "", one_word};
inline constexpr TextField noten{"noten", "", one_word / 2};

/// What a word of a field of so many words weighs: fields have their own lengths, as in BM25F (S.
/// Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", 2004).
/// The length is held against that of a typical subject line, not against the mean of the index, so
/// that a document weighs the same whatever else is indexed.
constexpr unsigned weight_in(const TextField& field, std::size_t words) {
  if (!field.is_heading) return field.weight;
  // weight / (1 - b + b * words / typical_words), rounded, with a b of three quarters.
  constexpr unsigned typical_words = 20;
  constexpr std::size_t most_words = 10'000;
  const unsigned length = typical_words + 3 * static_cast<unsigned>(std::min(words, most_words));
  return std::max(one_word / 2, (field.weight * 4 * typical_words + length / 2) / length);
}

/// Between fields the positions jump, so that no phrase runs from one into the next.
inline constexpr unsigned position_gap = 100;

/// Between the entries of a value that is a list.
inline constexpr char list_separator = '\x1f';

/// Value slots.
enum Slot : unsigned {
  datum = 0,  ///< YYYYMMDD, empty if unknown
  id = 1,     ///< the record's identifier, for ties
  soort = 2,
  dossiers = 3,    ///< a list
  indieners = 4,   ///< a list of names as written
  listing = 5,     ///< what a list shows of it (listing.hpp)
  zaken = 6,       ///< a list of zaak numbers; of a zaak with commissies its own
  commissies = 7,  ///< a list of names, of zaken and of documents that name one themselves
  bijgewerkt = 8,  ///< YYYYMMDD, of documents whose source says when it changed them last
};

/// Keys of the database's metadata, beside those of the records (record_key.hpp).
inline constexpr const char* version_key = "kamerzoek.schema";
inline constexpr const char* analysis_key = "kamerzoek.analysis";
/// Before the SHA-256 of a file's URI: what of it could not be read (corpus/model/set_aside.hpp).
inline constexpr const char* set_aside_prefix = "kamerzoek.opzij.";

}  // namespace kamerzoek::schema
