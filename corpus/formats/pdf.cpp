#include "corpus/formats/pdf.hpp"

#include <string>
#include <utility>

#include "corpus/formats/document_piece.hpp"
#include "corpus/formats/pdf_pages.hpp"
#include "corpus/formats/pdf_text.hpp"

namespace kamerzoek {

Result<void> read_pdf(const Input& input, const Sink& sink) {
  auto pages = pdf_pages(input.bytes);
  if (!pages) return tl::unexpected(std::move(pages.error()));
  Fields fields = text_of_pages(*pages);
  fields.kenmerken["paginas"] = std::to_string(pages->size());
  if (fields.tekst.empty()) fields.kenmerken["tekst"] = "geen: alleen afbeeldingen";
  sink.piece(document_piece(Source::pdf, input, std::move(fields)));
  return {};
}

}  // namespace kamerzoek
