#pragma once

#include <string>

#include "tests/support/zip_file.hpp"

/// Makes OpenDocument texts of the XML that matters.
namespace kamerzoek::test {

struct Odt {
  std::string text;
  std::string automatic_styles = {};
  std::string styles = {};
  std::string manifest = {};
  std::string kind = "application/vnd.oasis.opendocument.text";
};

inline std::string odt_xml(const std::string& root, const std::string& content) {
  return "<office:" + root +
         " xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:table=\"urn:b\" "
         "xmlns:draw=\"urn:d\" xmlns:svg=\"urn:s\" xmlns:dc=\"urn:c\" xmlns:number=\"urn:n\">" +
         content + "</office:" + root + ">";
}

inline std::string odt_of(const Odt& odt) {
  return zip_of({{"mimetype", odt.kind, true},
                 {"content.xml",
                  odt_xml("document-content",
                          "<office:automatic-styles><number:date-style><number:text>-</number:text>"
                          "</number:date-style>" +
                              odt.automatic_styles +
                              "</office:automatic-styles>"
                              "<office:body><office:text>" +
                              odt.text + "</office:text></office:body>")},
                 {"styles.xml",
                  odt_xml("document-styles", "<office:styles>" + odt.styles + "</office:styles>")},
                 {"meta.xml", odt_xml("document-meta",
                                      "<office:meta><dc:title>Kamerbrief</dc:title>"
                                      "</office:meta>")},
                 {"META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:m\"><m:file-entry>" +
                                               odt.manifest + "</m:file-entry></m:manifest>"}});
}

}  // namespace kamerzoek::test
