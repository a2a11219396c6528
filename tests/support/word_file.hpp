#pragma once

#include <string>
#include <vector>

#include "tests/support/zip_file.hpp"

/// Makes Word documents of the XML that matters.
namespace kamerzoek::test {

struct Docx {
  std::string body;
  std::string styles = {};
  std::string numbering = {};
  std::string footnotes = {};
  std::string endnotes = {};
  std::string properties = {};
  std::vector<ZipMember> more = {};
};

inline std::string word_xml(const std::string& root, const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + root +
         " xmlns:w=\"urn:w\" xmlns:v=\"urn:v\""
         " xmlns:mc=\"urn:mc\" xmlns:wps=\"urn:wps\">" +
         content + "</w:" + root + ">";
}

inline std::string relation(const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"r" + kind + "\" Type=\"http://example.org/relationships/" + kind +
         "\" Target=\"" + target + "\"/>";
}

inline std::string relations(const std::string& content) {
  return "<Relationships xmlns=\"urn:r\">" + content + "</Relationships>";
}

inline std::string docx_of(const Docx& docx) {
  std::vector<ZipMember> members = {
      {"_rels/.rels", relations(relation("officeDocument", "word/document.xml") +
                                relation("core-properties", "docProps/core.xml"))},
      {"word/document.xml", word_xml("document", "<w:body>" + docx.body + "</w:body>")}};
  std::string pointers =
      relation("styles", "/word/styles.xml") + relation("numbering", "numbering.xml") +
      relation("footnotes", "footnotes.xml") + relation("endnotes", "endnotes.xml");
  members.push_back({"word/_rels/document.xml.rels", relations(pointers)});
  const auto part = [&](const std::string& name, const std::string& content) {
    if (!content.empty()) members.push_back({"word/" + name + ".xml", word_xml(name, content)});
  };
  part("styles", docx.styles);
  part("numbering", docx.numbering);
  part("footnotes", docx.footnotes);
  part("endnotes", docx.endnotes);
  if (!docx.properties.empty()) {
    members.push_back({"docProps/core.xml",
                       "<cp:coreProperties xmlns:cp=\"urn:c\" "
                       "xmlns:dc=\"urn:d\">" +
                           docx.properties + "</cp:coreProperties>"});
  }
  members.insert(members.end(), docx.more.begin(), docx.more.end());
  return zip_of(members);
}

/// A paragraph of one run.
inline std::string p(const std::string& text, const std::string& properties = {}) {
  const std::string in_front = properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>";
  return "<w:p>" + in_front + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

}  // namespace kamerzoek::test
