#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/identifiers.hpp"

/// What Kamerzoek knows, as plain values. All text is UTF-8 (NFC where the source had it), all
/// offsets are bytes. Everything here owns its data; any thread may use its own copies.
namespace kamerzoek {

/// What a record is about. Only documents are searched; the others have pages and carry links.
enum class Kind {
  document,
  zaak,
  activiteit,
  agendapunt,
  besluit,
  stemming,
  vergadering,
  persoon,
  fractie,
};

/// Where a piece comes from, in order of precedence for metadata: the Tweede Kamer's own data
/// first. The order for text is another (see merge.hpp).
enum class Source {
  odata,         ///< the Tweede Kamer's OData service
  official_xml,  ///< officielebekendmakingen.nl
  opentk,        ///< a page of OpenTK
  jsonl,         ///< the project's own JSON Lines
  html,          ///< a page that was saved, or a document saved as one
  docx,          ///< a Word document
  odt,           ///< an OpenDocument text
  rtf,           ///< Rich Text Format
  doc,           ///< what Word wrote up to 2003
  pdf,           ///< a PDF file
  text,          ///< a plain text or Markdown file
};

struct DossierLink {
  DossierNumber nummer;
  std::string titel;

  auto operator<=>(const DossierLink&) const = default;
};

struct Actor {
  std::string naam;
  std::string functie;
  std::string relatie;  ///< "Eerste ondertekenaar", "Indiener", "Voortouwcommissie"
  std::string fractie;

  auto operator<=>(const Actor&) const = default;
};

struct Bijlage {
  std::string titel;
  std::string id;  ///< publication identifier or document number; empty where the source has none

  auto operator<=>(const Bijlage&) const = default;
};

struct AgendaItem {
  std::string datum;  ///< ISO 8601, to the minute where known: 2025-06-17T15:45
  std::string onderwerp;
  std::string soort;
  std::string plaats;  ///< the committee, or TK for the plenary

  auto operator<=>(const AgendaItem&) const = default;
};

/// A footnote or endnote. `plaats` is where its mark stood in the text, a byte offset.
struct Noot {
  std::string nummer;
  std::string tekst;
  std::optional<std::size_t> plaats;

  auto operator<=>(const Noot&) const = default;
};

/// A stretch [begin, end) of `Fields::tekst` that the source marked.
struct Mark {
  enum class Kind {
    kop,
    verwijzing,
    pagina,  ///< a page of print
  };

  Kind kind;
  std::size_t begin;
  std::size_t end;
  std::string doel;  ///< for a verwijzing the identifier it points at, for a pagina its number

  auto operator<=>(const Mark&) const = default;
};

/// The fields of a record, the same for a source's piece and for the merged view. Names are those
/// of the Tweede Kamer's OData service. An empty field is one the source does not have.
struct Fields {
  std::string
      documentNummer;  ///< documents: 2025D27614; other kinds: their own number (2025Z12077)
  std::string soort;
  std::string titel;      ///< for a kamerstuk the title of its dossier
  std::string onderwerp;  ///< what this document is about
  std::string datum;      ///< ISO 8601 date, 2025-06-12
  std::string vergaderjaar;
  std::vector<DossierLink> dossiers;  ///< the first is the document's own
  std::string volgnummer;             ///< 228, A, 17-b1
  std::vector<std::string> zaken;     ///< zaak numbers
  std::vector<Actor> actoren;
  std::vector<Bijlage> bijlagen;
  std::string bronDocument;  ///< for an annex: the document it belongs to
  std::vector<AgendaItem> agenda;
  std::string versie;
  std::string bijgewerkt;                        ///< ISO 8601
  std::map<std::string, std::string> kenmerken;  ///< what else the source says, by its own names
  std::string tekst;        ///< paragraphs end in one '\n'; a heading is a paragraph of its own
  std::vector<Mark> marks;  ///< in `tekst`, ordered by begin
  std::vector<Noot> noten;

  bool operator==(const Fields&) const = default;
};

/// What one source says of one record. Pieces of the same record are recognised by shared keys.
struct Piece {
  Kind kind = Kind::document;
  Source source = Source::text;
  /// The piece's name within its source ("Document/2daaa7f1-…", "kst-34682-228"). A later piece of
  /// the same source and name replaces the earlier one.
  std::string name;
  /// Every name under which the record is known to this source, sorted and unique: publication
  /// identifiers, document and zaak numbers, OData's GUIDs (lower case). At least one.
  std::vector<std::string> keys;
  /// The source's own version: ISO 8601 in UTC, so that comparing bytes compares time. Empty
  /// where the source has none.
  std::string stamp;
  /// The source has withdrawn the record ("Verwijderd"); `fields` is then empty.
  bool withdrawn = false;
  /// The file this piece is the whole of, as a file: URI; empty for a record among many.
  std::string origin;
  /// The SHA-256 of that file as it was read (of the archive, where it was in one): what is given
  /// out as the original must still be it. Empty where `origin` is.
  std::string digest = {};
  Fields fields;

  bool operator==(const Piece&) const = default;
};

/// All that is known of one document, zaak, person…: the pieces, ordered by source and name. The
/// view of it (merge.hpp) is computed, never stored, so that the order of arrival cannot matter.
struct Record {
  Kind kind = Kind::document;
  std::vector<Piece> pieces;

  bool operator==(const Record&) const = default;
};

/// The names used in JSON and in the index: "document", "zaak", …; "odata", "kst-xml", ….
std::string_view name_of(Kind kind);
std::string_view name_of(Source source);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Source> source_named(std::string_view name);

}  // namespace kamerzoek
