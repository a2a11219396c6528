#include "corpus/formats/pdf_pages.hpp"

#include <cstdint>
#include <exception>
#include <limits>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler-version.h>
#include <unicode/ustring.h>

#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr const char* fetch_again = "haal het opnieuw op, of open het en sla het opnieuw op";

void keep_silent(const std::string&, void*) {}

// The library tells of every fault in a file on standard error.
void prepare_poppler() {
  static const bool prepared = (poppler::set_debug_error_function(keep_silent, nullptr), true);
  static_cast<void>(prepared);
}

bool is_bold(const std::string& font) {
  const std::string lower = ascii_lower(font);
  return lower.find("bold") != std::string::npos || lower.find("black") != std::string::npos;
}

// The library opens a converter of characters for every word.
std::string utf8_of(const poppler::ustring& text) {
  constexpr UChar32 replacement = 0xFFFD;
  std::string utf8(3 * text.size(), '\0');
  std::int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(utf8.data(), static_cast<std::int32_t>(utf8.size()), &size,
                     reinterpret_cast<const UChar*>(text.data()),
                     static_cast<std::int32_t>(text.size()), replacement, nullptr, &status);
  utf8.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
  return utf8;
}

PdfWord word_of(const poppler::text_box& box) {
  const poppler::rectf place = box.bbox();
  return {utf8_of(box.text()),
          place.left(),
          place.top(),
          place.right(),
          place.bottom(),
          box.get_font_size(),
          is_bold(box.get_font_name()),
          box.has_space_after()};
}

PdfPage page_of(const poppler::page& page) {
  PdfPage result{page.page_rect().height(), {}};
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (box.rotation() != 0) continue;
    PdfWord word = word_of(box);
    const bool readable = first_invalid_utf8(word.text) == std::string_view::npos;
    if (readable && !collapsed(word.text).empty()) result.words.push_back(std::move(word));
  }
  return result;
}

Result<std::vector<PdfPage>> pages_of(poppler::document& document) {
  if (document.is_locked()) {
    return failure(ErrorCode::unreadable, "een PDF-bestand met een wachtwoord",
                   "sla het zonder wachtwoord op");
  }
  const int count = document.pages();
  if (count <= 0)
    return failure(ErrorCode::unreadable, "het PDF-bestand heeft geen pagina's", fetch_again);
  if (std::cmp_greater(count, most_pdf_pages)) {
    return failure(ErrorCode::unreadable,
                   fmt::format("het PDF-bestand heeft {} pagina's, meer dan de {} die hier worden "
                               "gelezen",
                               count, most_pdf_pages),
                   "splits het");
  }
  std::vector<PdfPage> pages;
  std::size_t bytes = 0;
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    pages.push_back(page ? page_of(*page) : PdfPage{});
    for (const PdfWord& word : pages.back().words) bytes += word.text.size();
    if (bytes > most_pdf_text) {
      return failure(ErrorCode::unreadable,
                     fmt::format("het PDF-bestand heeft meer dan {} MB tekst", most_pdf_text >> 20),
                     "splits het");
    }
  }
  return pages;
}

}  // namespace

Result<std::vector<PdfPage>> pdf_pages(std::string_view bytes) {
  if (std::cmp_greater(bytes.size(), std::numeric_limits<int>::max())) {
    return failure(ErrorCode::unreadable, "het PDF-bestand is groter dan 2 GB");
  }
  prepare_poppler();
  try {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) {
      return failure(ErrorCode::unreadable, "het PDF-bestand is beschadigd of niet volledig",
                     fetch_again);
    }
    return pages_of(*document);
  } catch (const std::exception&) {
    return failure(ErrorCode::unreadable, "het PDF-bestand is niet te lezen", fetch_again);
  }
}

std::string pdf_library() {
  return "poppler " + poppler::version_string();
}

void prepare_pdf_pages() {
  // A letter in a font that is not in the file; without a table of contents, which is not missed.
  constexpr std::string_view smallest =
      "%PDF-1.4\n"
      "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F"
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
      "4 0 obj<</Length 18>>stream\nBT/F 1 Tf(a)Tj ET\nendstream endobj\n"
      "trailer<</Root 1 0 R>>\n";
  static_cast<void>(pdf_pages(smallest));
}

}  // namespace kamerzoek
