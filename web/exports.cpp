#include <memory>
#include <optional>
#include <semaphore>
#include <utility>

#include <fmt/format.h>
#include <malloc.h>

#include "search/address.hpp"
#include "web/export_formats.hpp"
#include "web/page.hpp"
#include "web/pages.hpp"
#include "web/params.hpp"
#include "web/problem.hpp"

namespace kamerzoek::web {
namespace {

// A quarter of the threads that serve everyone: an export lasts as long as its reader takes.
constexpr int most_at_once = 2;
constexpr unsigned try_again_after = 30;  // seconds

std::counting_semaphore<most_at_once> turns(most_at_once);

/// One of the exports that may run; given back when it ends, however it ends.
class Turn {
 public:
  /// Nothing where too many run.
  static std::optional<Turn> take() {
    if (!turns.try_acquire()) return std::nullopt;
    return Turn();
  }
  Turn(Turn&& other) noexcept : held_(std::exchange(other.held_, false)) {}
  Turn& operator=(Turn&&) = delete;
  ~Turn() {
    if (!held_) return;
    // The order of a hundred thousand matches took some 17 MB, which the allocator would keep for
    // this thread, and for each that ever served an export.
    ::malloc_trim(0);
    turns.release();
  }

 private:
  Turn() = default;

  bool held_ = true;
};

const ExportFormat& format_of(const Target& target) {
  for (const ExportFormat* format : {&csv, &ris, &bibtex}) {
    if (target.extension() == format->extension) return *format;
  }
  return json_lines;
}

Response attachment(const ExportFormat& format, const std::string& name) {
  const std::string disposition =
      fmt::format("attachment; filename=\"{}.{}\"", name, format.extension);
  return {.type = std::string(format.type), .headers = {{"Content-Disposition", disposition}}};
}

/// The identifier as a file may be called anywhere.
std::string file_name(const std::string& id) {
  return percent_encoded(id).substr(0, 100);
}

/// All matches, on their way to one reader.
struct Export {
  Turn turn;  ///< before the matches, so that it ends when they are freed
  AllMatches matches;
  const ExportFormat& format;
  std::string site;
  bool begun = false;

  Result<std::string> next() {
    const auto documents = matches.next();
    if (!documents) return tl::unexpected(documents.error());
    std::string part = std::exchange(begun, true) ? std::string() : format.begin();
    for (const SearchResult& document : *documents) part += format.entry(document, site);
    return part;
  }
};

}  // namespace

Response results_export(const Target& target, Searcher& searcher) {
  const auto request = export_request(target);
  if (!request) return problem(target, request.error());
  auto turn = Turn::take();
  if (!turn) {
    Response busy =
        problem(target, 503,
                {ErrorCode::index_unavailable, fmt::format("er lopen al {} exports", most_at_once),
                 fmt::format("probeer het over {} seconden opnieuw", try_again_after)});
    busy.retry_after = try_again_after;
    return busy;
  }
  auto matches = searcher.all_matches(*request);
  if (!matches) return problem(target, matches.error());
  const ExportFormat& format = format_of(target);
  Response response = attachment(format, "kamerzoek");
  response.parts = [one = std::make_shared<Export>(
                        Export{*std::move(turn), *std::move(matches), format, target.site})] {
    return one->next();
  };
  return response;
}

Response record_export(const Target& target, Searcher& searcher) {
  if (auto known = check_parameters(target, {}); !known) return problem(target, known.error());
  const auto document = searcher.listing(target.stem());
  if (!document) return problem(target, document.error());
  const ExportFormat& format = format_of(target);
  std::string address = fmt::format("{}.{}", document->url, format.extension);
  if (target.encoded_path() != address) return redirect(301, std::move(address));
  Response response = attachment(format, file_name(document->id));
  response.body = format.begin() + format.entry(*document, target.site);
  return response;
}

}  // namespace kamerzoek::web
