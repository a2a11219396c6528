#include "indexer/sync/text_fetcher.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "corpus/formats/official_xml.hpp"
#include "corpus/formats/sniff.hpp"
#include "indexer/read_file.hpp"

namespace kamerzoek::sync {
namespace {

constexpr std::string_view repository = "https://repository.overheid.nl";

using Answer = tl::expected<HttpResponse, HttpError>;

/// The reason for an answer that will be the same next time; nothing for a good one.
std::optional<std::string> final_reason(const Answer& answer) {
  if (!answer) {
    switch (answer.error().kind) {
      case HttpError::Kind::too_large:
        return without_text::too_large;
      case HttpError::Kind::refused:
        return without_text::refused;
      case HttpError::Kind::transient:
      case HttpError::Kind::stopped:
        return std::nullopt;
    }
  }
  if (answer->status == 200) return std::nullopt;
  return answer->status == 404 || answer->status == 410 ? without_text::not_found
                                                        : without_text::refused;
}

Error may_pass(const AwaitedText& awaited, const HttpError& error) {
  return {ErrorCode::unreadable,
          fmt::format("tekst van {}: {}", awaited.number.empty() ? awaited.guid : awaited.number,
                      error.message),
          {}};
}

/// Of what a resource may be: a document. Records, which speak for themselves, it may not bring in.
bool is_document(Format format) {
  return format != Format::odata && format != Format::json_lines;
}

/// Paths as the repository has them.
bool is_plain_path(std::string_view path) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.";
  return path.find_first_not_of(plain) == std::string_view::npos &&
         path.find("..") == std::string_view::npos;
}

/// The first piece with a text that the reader finds.
struct FirstText {
  std::optional<Piece> piece;
  Sink sink{[this](Piece found) {
              if (!piece && !found.fields.tekst.empty()) piece = std::move(found);
            },
            [](const std::string&, const Error&) {}};
};

}  // namespace

Result<Piece> TextFetcher::fetch(const AwaitedText& awaited) {
  if (!address_of_xml(awaited).empty()) {
    auto published = fetch_xml(awaited);
    if (!published || !published->fields.tekst.empty()) return published;
  }
  return fetch_resource(awaited);
}

std::string TextFetcher::address_of_xml(const AwaitedText& awaited) const {
  const std::string_view address = awaited.xml;
  if (!address.starts_with(repository)) return {};
  const std::string_view path = address.substr(repository.size());
  if (!path.starts_with('/') || !is_plain_path(path)) return {};
  return publications_ + std::string(path);
}

/// A piece without text where the publication is not to be had or is another one.
Result<Piece> TextFetcher::fetch_xml(const AwaitedText& awaited) {
  const std::string address = address_of_xml(awaited);
  const auto answer = client_.get({.url = address, .most_bytes = largest_file});
  if (final_reason(answer)) return Piece{};
  if (!answer) return tl::unexpected(may_pass(awaited, answer.error()));
  const std::string_view bytes = answer->body;
  if (sniff(bytes.substr(0, sniffed_bytes)) != Format::official_xml) return Piece{};
  FirstText text;
  if (!read_official_xml({bytes, address}, text.sink) || !text.piece) return Piece{};
  const bool is_it =
      std::ranges::find(text.piece->keys, awaited.publication) != text.piece->keys.end();
  return is_it ? *std::move(text.piece) : Piece{};
}

Result<Piece> TextFetcher::fetch_resource(const AwaitedText& awaited) {
  if (awaited.size > largest_file) return text_piece(awaited, {}, without_text::too_large);
  const auto answer =
      client_.get({.url = service_.resource(awaited.guid), .most_bytes = largest_file});
  if (const auto reason = final_reason(answer)) return text_piece(awaited, {}, *reason);
  if (!answer) return tl::unexpected(may_pass(awaited, answer.error()));
  return read_resource(awaited, answer->body);
}

Piece TextFetcher::read_resource(const AwaitedText& awaited, const std::string& bytes) {
  const auto format = sniff(std::string_view(bytes).substr(0, sniffed_bytes));
  if (!format || !is_document(*format)) return text_piece(awaited, {}, without_text::no_reader);
  const Input input{bytes, service_.resource(awaited.guid)};
  FirstText text;
  const auto read = read_as(*format, input, extractor_, text.sink);
  if (!text.piece || !read) return text_piece(awaited, {}, without_text::unreadable);
  return text_piece(awaited, std::move(text.piece->fields));
}

}  // namespace kamerzoek::sync
