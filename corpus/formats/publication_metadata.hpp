#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/xml_document.hpp"
#include "corpus/model/identifiers.hpp"
#include "corpus/model/record.hpp"

namespace kamerzoek {

/// The `<meta name scheme content>` of an official publication. Most publications have them only
/// on the web site, and but a link to that place in the file. Names are compared without regard to
/// case, and DCTERMS.title is DC.title, as pages have it.
class PublicationMetadata {
 public:
  /// Of the children of `holder`, which may be null.
  explicit PublicationMetadata(const xmlNode* holder);

  /// The first with that name that is not empty.
  std::string first(std::string_view name) const;
  std::string first(std::string_view name, std::string_view scheme) const;
  std::vector<std::string> all(std::string_view name) const;

  /// DC.identifier, else the identifier in the address of the metadata elsewhere.
  std::optional<PublicationId> identifier() const;
  /// The Tweede Kamer's number of the document, where any entry is one.
  std::optional<DocumentNumber> document_number() const;
  /// DC.type under one of the schemes for kinds of papers ("OVERHEIDop.KamerstukTypen" …).
  std::string soort() const;

  /// Puts into `fields` what the metadata says better than the text of the publication, which has
  /// been read into them before. Dossiers, number and kind stay as they are.
  void complete(Fields& fields) const;

 private:
  struct Meta {
    std::string name;  ///< as `compared` has it
    std::string scheme;
    std::string content;
  };
  std::vector<Meta> metas_;
};

}  // namespace kamerzoek
