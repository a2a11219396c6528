#include "corpus/formats/html.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/html_body.hpp"
#include "corpus/formats/html_charset.hpp"
#include "corpus/formats/html_notes.hpp"
#include "corpus/formats/html_page.hpp"
#include "corpus/formats/html_part.hpp"
#include "corpus/formats/html_tags.hpp"
#include "corpus/formats/kamer_page.hpp"
#include "corpus/formats/publication_fields.hpp"
#include "corpus/formats/text_lines.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

constexpr std::array<std::string_view, 10> kept_attributes = {
    "class", "content", "href", "id", "name", "property", "rel", "role", "scheme", "start"};

Fields text_of(const xmlNode& root, const xmlNode& part) {
  TextBuilder text;
  HtmlNotes notes(root);
  HtmlBody(text, notes).add(part);
  Fields fields;
  text.finish(fields);
  return fields;
}

std::vector<std::string> lines_in(const std::string& text) {
  auto lines = lines_of(text);
  return lines ? *std::move(lines) : std::vector<std::string>();
}

/// What a page of tweedekamer.nl says above and beside the document.
struct KamerPage {
  std::string heading;
  std::string nummer;
  std::string datum;
};

KamerPage read_kamer_page(const xmlNode& root) {
  KamerPage page;
  if (const xmlNode* heading = descendant(root, "h1")) page.heading = line_of(*heading);
  for (std::string_view line : lines_in(text_of(root, document_part(root)).tekst)) {
    if (line.starts_with("- ")) line.remove_prefix(2);
    const std::string_view value = line.substr(line.find(':') + 1);
    if (page.nummer.empty() && line.starts_with("Nummer: ")) page.nummer = collapsed(value);
    if (page.datum.empty() && line.starts_with("Datum: ")) page.datum = dutch_date_in(value);
  }
  return page;
}

void take_kamer_page(KamerPage page, const std::vector<std::string>& lines, Fields& fields) {
  const KamerPageTitle title = kamer_page_title(page.heading);
  if (!title.soort.empty()) {
    fields.soort = title.soort;
    fields.onderwerp = title.onderwerp;
  } else if (!page.heading.empty()) {
    fields.onderwerp = std::move(page.heading);
  }
  if (fields.datum.empty()) fields.datum = std::move(page.datum);
  if (fields.datum.empty()) fields.datum = date_of_questions(lines);
}

std::optional<PublicationId> publication_among(const std::vector<std::string>& named) {
  for (const std::string& key : named) {
    if (auto id = PublicationId::parse(key)) return id;
  }
  return std::nullopt;
}

std::vector<std::string> names_of(const HtmlPage& page, const KamerPage& kamer) {
  std::vector<std::string> named;
  if (const auto id = page.metadata.identifier()) named.push_back(id->text());
  if (named.empty()) named = page.keys.document;
  if (const auto number = page.metadata.document_number()) named.push_back(number->text());
  if (named.empty() && DocumentNumber::parse(kamer.nummer)) named.push_back(kamer.nummer);
  return named;
}

Result<void> read_as(Source source, const Input& input, const Sink& sink) {
  const std::string html = html_as_utf8(input.bytes);
  const auto document = XmlDocument::parse_html(with_attributes(html, kept_attributes));
  if (!document) return tl::unexpected(document.error());
  const xmlNode& root = document->root();
  const HtmlPage page = read_html_page(root, html);
  KamerPage kamer = page.of_the_kamer ? read_kamer_page(root) : KamerPage();
  const xmlNode* part = page.of_the_kamer ? preview_part(root) : &document_part(root);
  Fields fields = part == nullptr ? Fields() : text_of(root, *part);
  const std::vector<std::string> named = names_of(page, kamer);
  if (fields.tekst.empty() && named.empty()) {
    return failure(ErrorCode::unreadable, "de HTML bevat geen tekst");
  }
  fields.zaken = page.keys.zaken;
  Piece piece = document_piece(source, input, std::move(fields), named);
  if (const auto id = publication_among(named)) {
    take_publication(*id, page.metadata, piece.fields);
  } else if (!page.title.empty()) {
    piece.fields.kenmerken["documenttitel"] = page.title;
  }
  if (page.of_the_kamer) {
    const std::vector<std::string> lines = lines_in(piece.fields.tekst);
    take_kamer_page(std::move(kamer), lines, piece.fields);
  }
  sink.piece(std::move(piece));
  return {};
}

}  // namespace

Result<void> read_html(const Input& input, const Sink& sink) {
  return read_as(Source::html, input, sink);
}

Result<void> read_html_of_rtf(const Input& input, const Sink& sink) {
  return read_as(Source::rtf, input, sink);
}

}  // namespace kamerzoek
