#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

/// Makes small PDF files: words in Helvetica, uncompressed, so that a flipped bit is one in the
/// document and not in its compression.
namespace kamerzoek::test {

struct PdfText {
  double left;
  double top;        ///< of a page of 842 points
  std::string text;  ///< ASCII without parentheses
  double size = 12;
  bool bold = false;
};

using PdfPageText = std::vector<PdfText>;

/// A file of these objects, numbered from 1; the first is the catalog.
inline std::string pdf_of_objects(const std::vector<std::string>& objects,
                                  const std::string& trailer = {}) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places.push_back(pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (const std::size_t place : places) pdf += fmt::format("{:010} 00000 n \n", place);
  pdf += fmt::format("trailer\n<< /Size {} /Root 1 0 R {} >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, trailer, table);
  return pdf;
}

inline std::string pdf_of(const std::vector<PdfPageText>& pages) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"};
  std::string kids;
  for (const PdfPageText& page : pages) {
    std::string content;
    for (const PdfText& text : page) {
      content += fmt::format("BT /F{} {} Tf {} {} Td ({}) Tj ET\n", text.bold ? 2 : 1, text.size,
                             text.left, 842 - text.top - text.size, text.text);
    }
    kids += fmt::format("{} 0 R ", objects.size() + 1);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                    objects.size() + 2));
    objects.push_back(
        fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  return pdf_of_objects(objects);
}

}  // namespace kamerzoek::test
