#include "web/problem.hpp"

#include <nlohmann/json.hpp>

#include "corpus/model/identifiers.hpp"
#include "corpus/model/json.hpp"
#include "search/address.hpp"
#include "web/notation.hpp"
#include "web/page.hpp"
#include "web/params.hpp"

namespace kamerzoek::web {
namespace {

// Of an index that is being replaced, or of what keeps the machine busy.
constexpr unsigned seconds_until_better = 10;

std::string title_of(int status) {
  switch (status) {
    case 400:
      return "Deze vraag kan niet worden gelezen";
    case 404:
      return "Niet gevonden";
    case 405:
      return "Dit kan hier niet";
    case 414:
      return "Het adres is te lang";
    case 429:
      return "Te veel verzoeken";
    case 503:
      return "Even niet beschikbaar";
    default:
      return "Er ging iets mis";
  }
}

std::string sentence(std::string text) {
  if (text.empty()) return text;
  // Messages begin with a small letter, or with what was asked between quotes.
  if (text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 32);
  return text + ".";
}

Response as_json(int status, const Error& error) {
  std::string detail = sentence(error.message);
  if (!error.hint.empty()) detail += " " + sentence(error.hint);
  nlohmann::ordered_json body = {
      {"type", "about:blank"}, {"title", title_of(status)}, {"status", status}, {"detail", detail}};
  if (error.position > 0) body["position"] = error.position;
  return {.status = status, .type = "application/problem+json", .body = dump(body) + "\n"};
}

/// A publication that is not held may still be read where it was published.
std::string published_at(const Target& target, int status) {
  if (status != 404 || target.path.size() != 1) return {};
  const auto id = PublicationId::parse(target.path.front());
  return id ? "https://zoek.officielebekendmakingen.nl/" + id->text() + ".html" : std::string();
}

// What is longer is no name that somebody typed.
constexpr std::size_t longest_name = 100;

/// What was asked for, to be searched instead: the words of a query, else the end of an address.
std::string asked(const Target& target, int status) {
  std::string query = parameter(target, "q");
  if (!query.empty() || status != 404 || target.path.empty()) return query;
  const std::string& name = target.path.back();
  return name.size() > longest_name ? std::string() : name;
}

/// The dossier of a paper that is not held: others of it may be.
View dossier_of(const Target& target, int status) {
  if (status != 404 || target.path.size() != 1) return false;
  const auto id = PublicationId::parse(target.path.front());
  if (!id || !id->dossier) return false;
  return {{"label", dossier_label(id->dossier->text())}, {"to", address_of(*id->dossier)}};
}

Response as_page(const Target& target, int status, const Error& error) {
  const View view = {{"heading", title_of(status)},
                     {"message", sentence(error.message)},
                     {"hint", sentence(error.hint)},
                     {"published_at", published_at(target, status)},
                     {"dossier", dossier_of(target, status)},
                     {"help", status == 400 || status == 404},
                     {"ours", status == 500}};
  Page page{.title = title_of(status), .search_on_top = false, .status = status};
  page.query = asked(target, status);
  return html_page(page, "error", view);
}

}  // namespace

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::bad_query:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::unreadable:
    case ErrorCode::unreachable:
      return 500;
    case ErrorCode::too_slow:
    case ErrorCode::index_unavailable:
      return 503;
  }
  return 500;
}

Response problem(const Target& target, int status, const Error& error) {
  Response response = target.is_api() ? as_json(status, error) : as_page(target, status, error);
  if (status == 503) response.retry_after = seconds_until_better;
  return response;
}

Response problem(const Target& target, const Error& error) {
  const int status = status_of(error.code);
  if (status < 500 || error.code == ErrorCode::too_slow) return problem(target, status, error);
  // Where the index lies and what is wrong with it is for who runs the server, not for who reads.
  return problem(target, status,
                 {error.code, "de documenten zijn nu niet te lezen", "probeer het later opnieuw"});
}

Response no_site(const Target& target) {
  return problem(target, 400, {ErrorCode::usage, "het verzoek noemt geen bruikbare host", ""});
}

}  // namespace kamerzoek::web
