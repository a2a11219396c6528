#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "corpus/model/record.hpp"

namespace kamerzoek {

/// A document of the Tweede Kamer's OData service of which no source has given a text: where it may
/// be had, and what became of it.
struct AwaitedText {
  std::string guid;         ///< of the document
  std::string number;       ///< its document number; may be empty
  std::string publication;  ///< the identifier under which it was published; may be empty
  std::string xml;          ///< where that publication's XML is, or should be; empty for none
  std::size_t size = 0;     ///< of the file, in bytes, as the service says; 0 for not known
  /// Which version of the document the text would be of. One that failed is not asked for again
  /// until there is another version.
  std::string version;
  std::string stamp;   ///< of the newest piece this was told from
  std::string reason;  ///< why there is none ("te-groot"); empty where nobody has asked yet
};

/// Nothing for a record that has its text, or awaits none: one that is withdrawn, is no document or
/// not the service's. Depends on the pieces only.
std::optional<AwaitedText> awaited_text(const Record& record);

/// The piece with what was found: a text, which then is `awaited` no more, or, with a `reason`,
/// none. It is the service's own word, so that a document that the service withdraws takes its text
/// along.
Piece text_piece(const AwaitedText& awaited, Fields text, const std::string& reason = {});

}  // namespace kamerzoek
