#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The identifiers of Dutch parliamentary papers as strong types. All text they hold is ASCII.
///
/// `parse` takes the canonical spelling only (surrounding space is not accepted) and returns
/// nothing for anything else; freer spellings ("34 682, nr. 228") are read by
/// corpus/references/spelling.hpp. `parse(x)->text() == x` holds for everything that parses.
/// All types are values: they own their text, and any thread may use them.
namespace kamerzoek {

/// The number of a kamerstukdossier with its addition: 34682, 36600-XXII, 21501-02, 36410-A,
/// 00022-XVII, 33183-R1975. The addition is a budget chapter, a council number or an Act of the
/// Kingdom, and is kept as written.
struct DossierNumber {
  std::string nummer;      ///< "36600"; one to six digits, leading zeros kept
  std::string toevoeging;  ///< "XXII", "02", "A"; empty for none

  /// Digits count as an addition in pairs only: 21501-02 is a dossier, 34682-228 a document.
  static std::optional<DossierNumber> parse(std::string_view text);
  std::string text() const;  ///< "36600-XXII"

  auto operator<=>(const DossierNumber&) const = default;
};

/// A meeting year ("vergaderjaar"): runs from Prinsjesdag to Prinsjesdag, so it names two years.
struct Vergaderjaar {
  int begin;  ///< 2024 for 2024-2025

  /// Reads 20242025, 2024-2025, 2024–2025, 2024/2025 and, with any of the three marks, 2024/25.
  /// The second must follow the first, and the first lie in 1814…2199. As the one type here with
  /// several spellings, it is written back as `text` and `compact` say, not as it was read.
  static std::optional<Vergaderjaar> parse(std::string_view text);
  std::string text() const;     ///< "2024-2025", as the Tweede Kamer writes it
  std::string compact() const;  ///< "20242025", as publication identifiers have it

  auto operator<=>(const Vergaderjaar&) const = default;
};

/// The Tweede Kamer's own number of a document: 2025D27614.
struct DocumentNumber {
  std::string value;

  static std::optional<DocumentNumber> parse(std::string_view text);
  const std::string& text() const { return value; }

  auto operator<=>(const DocumentNumber&) const = default;
};

/// The number of a zaak: 2025Z12077.
struct ZaakNumber {
  std::string value;

  static std::optional<ZaakNumber> parse(std::string_view text);
  const std::string& text() const { return value; }

  auto operator<=>(const ZaakNumber&) const = default;
};

/// An identifier of an official publication: kst-34682-228, kst-20032004-29200-VI-F-h2,
/// h-tk-20152016-73-8-n1, ah-tk-20242025-100, kv-tk-2024Z15441, blg-948346. The parts are those of
/// the identifier; nothing is looked up. 2,255 shapes of it occur.
struct PublicationId {
  enum class Family { kst, ah, h, kv, blg };

  Family family;
  std::string kamer;  ///< "tk", "ek" or "vv" where the identifier names it, else empty
  std::string jaar;   ///< compact vergaderjaar ("20242025") where it names one, else empty
  /// kst only; not for a serial number (kst-1138049) nor where the identifier has a chapter or
  /// letter but no dossier number (kst-20062007-L-C: the `nummers` are L and C).
  std::optional<DossierNumber> dossier;
  bool glued = false;  ///< the addition stands against the dossier number (29800F)
  /// What remains: ondernummer ("-1" where the source has none: kst-33002--1), rarely two
  /// (kst-21499-1388-9); or number, item, pages; or serial.
  std::vector<std::string> nummers;
  std::string achtervoegsel;  ///< "b1" (annex), "h1" (reprint; kv also "h"), "n1" (addition)

  static std::optional<PublicationId> parse(std::string_view text);
  std::string text() const;

  /// The kamerstuk with this number in its dossier: `kst-34682-228`; a volgnummer may carry the
  /// suffix (`17-b1`). Nothing is checked.
  static PublicationId kamerstuk(const DossierNumber& dossier, std::string_view volgnummer);

  /// By its parts as bytes; a total order for containers, in which 10 stands before 9.
  auto operator<=>(const PublicationId&) const = default;
};

}  // namespace kamerzoek
