#include "corpus/formats/plain_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/kamer_page.hpp"
#include "corpus/formats/note_marks.hpp"
#include "corpus/formats/page_address.hpp"
#include "corpus/formats/text_builder.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view address_label = "URL: ";

// The text of a line of Markdown without the "#" of a heading.
std::string_view without_hashes(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes == 0 || hashes > 6 || line.substr(hashes, 1) != " ") return line;
  return line.substr(hashes + 1);
}

// Pages of officielebekendmakingen.nl have each note as three lines: "X Noot", number, text.
std::vector<Noot> take_notes(std::vector<std::string>& lines) {
  std::vector<Noot> noten;
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool whole = i + 2 < lines.size() && lines[i] == "X Noot";
    if (whole && lines[i + 1] == std::to_string(noten.size() + 1)) {
      noten.push_back({std::move(lines[i + 1]), std::move(lines[i + 2]), {}});
      i += 2;
    } else if (noten.empty() || lines[i] != "Naar boven") {
      kept.push_back(std::move(lines[i]));
    }
  }
  lines = std::move(kept);
  return noten;
}

void set_text(std::vector<std::string> lines, Fields& fields) {
  std::vector<Noot> noten = take_notes(lines);
  TextBuilder text;
  for (const std::string& line : lines) {
    const std::string_view content = without_hashes(line);
    if (content.size() < line.size()) {
      text.heading(content);
    } else {
      text.add(line);
      text.end_line();
    }
  }
  text.finish(fields);
  // Taking out marks moves what stands behind them; no page has both notes and Markdown.
  if (fields.marks.empty()) {
    const auto places = take_out_note_marks(fields.tekst, noten.size());
    for (std::size_t i = 0; i < noten.size(); ++i) noten[i].plaats = places[i];
  }
  fields.noten = std::move(noten);
}

}  // namespace

Result<void> read_plain_text(const Input& input, const Sink& sink) {
  auto lines = lines_of(input.bytes);
  if (!lines) return tl::unexpected(lines.error());
  Fields fields;
  std::vector<std::string> named;
  if (lines->front().starts_with(address_label)) {
    // It names the document, and tells nothing else of it.
    AddressKeys keys = keys_of_address(lines->front().substr(address_label.size()));
    named = std::move(keys.document);
    fields.zaken = std::move(keys.zaken);
    lines->erase(lines->begin());
    if (lines->empty()) return failure(ErrorCode::unreadable, "onder het adres staat geen tekst");
  }
  const KamerPageTitle title = kamer_page_title(lines->front());
  std::string asked = title.soort.empty() ? std::string() : date_of_questions(*lines);
  set_text(std::move(*lines), fields);
  Piece piece = document_piece(Source::text, input, std::move(fields), std::move(named));
  if (!title.soort.empty()) {
    piece.fields.soort = title.soort;
    piece.fields.onderwerp = title.onderwerp;
  }
  if (piece.fields.datum.empty()) piece.fields.datum = std::move(asked);
  sink.piece(std::move(piece));
  return {};
}

}  // namespace kamerzoek
