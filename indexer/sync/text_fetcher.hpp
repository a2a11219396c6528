#pragma once

#include <string>
#include <utility>

#include "indexer/awaited_text.hpp"
#include "indexer/extractor.hpp"
#include "indexer/sync/odata_service.hpp"
#include "indexer/sync/polite_client.hpp"

namespace kamerzoek::sync {

/// Why a document has no text, as the index keeps it.
namespace without_text {
inline constexpr const char* not_found = "niet-gevonden";
inline constexpr const char* refused = "geweigerd";
inline constexpr const char* too_large = "te-groot";
inline constexpr const char* no_reader = "geen-lezer";
inline constexpr const char* unreadable = "onleesbaar";
}  // namespace without_text

/// Fetches the text of a document: the official publication's XML where there is one, else the file
/// that the service holds. Client, service and extractor outlive this. For one thread.
class TextFetcher {
 public:
  /// `publications` is the address of the repository of official publications, without a slash
  /// behind. No other host is asked, whatever address the service gives.
  TextFetcher(PoliteClient& client, const OdataService& service, Extractor& extractor,
              std::string publications)
      : client_(client),
        service_(service),
        extractor_(extractor),
        publications_(std::move(publications)) {}

  /// A piece with the text, or one that says why there is none and will not be. The error is one
  /// that may pass.
  Result<Piece> fetch(const AwaitedText& awaited);

 private:
  Result<Piece> fetch_xml(const AwaitedText& awaited);
  Result<Piece> fetch_resource(const AwaitedText& awaited);
  Piece read_resource(const AwaitedText& awaited, const std::string& bytes);
  std::string address_of_xml(const AwaitedText& awaited) const;

  PoliteClient& client_;
  const OdataService& service_;
  Extractor& extractor_;
  std::string publications_;
};

}  // namespace kamerzoek::sync
