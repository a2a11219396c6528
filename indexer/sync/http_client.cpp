#include "indexer/sync/http_client.hpp"

#include <new>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

#include "indexer/sync/held_answers.hpp"

namespace kamerzoek::sync {
namespace {

constexpr int most_redirects = 5;
constexpr const char* user_agent =
    "Kamerzoek/" KAMERZOEK_VERSION " (zoekmachine voor Kamerstukken; libcurl)";

using Failure = tl::unexpected<HttpError>;
using Answer = tl::expected<HttpResponse, HttpError>;

/// A string of libcurl's.
struct CurlFree {
  void operator()(char* text) const { curl_free(text); }
};
struct CurlCleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, CurlCleanup>;

/// What one transfer collects.
struct Transfer {
  std::string body;
  std::size_t most_bytes = 0;
  bool too_large = false;
  std::stop_token stop;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* into) {
  Transfer& transfer = *static_cast<Transfer*>(into);
  if (size * count > transfer.most_bytes - transfer.body.size()) {
    transfer.too_large = true;
    return 0;
  }
  transfer.body.append(bytes, size * count);
  return size * count;
}

int go_on(void* from, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(from)->stop.stop_requested() ? 1 : 0;
}

void add(Headers& headers, const std::string& line) {
  curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(headers.release());
  headers.reset(longer);
}

/// Asks for an answer only if it is another one than this.
Headers unless_it_is(const HeldAnswers::Answer* held) {
  Headers headers;
  if (held != nullptr && !held->etag.empty()) add(headers, "If-None-Match: " + held->etag);
  if (held != nullptr && !held->last_modified.empty()) {
    add(headers, "If-Modified-Since: " + held->last_modified);
  }
  return headers;
}

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  const std::unique_ptr<char, CurlFree> owner(text);
  return text;
}

/// Scheme, name and port, or nothing for what is no address.
std::optional<std::string> host_of(const std::string& address) {
  const std::unique_ptr<CURLU, CurlCleanup> url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) {
    return std::nullopt;
  }
  return part_of(url.get(), CURLUPART_SCHEME) + "://" + part_of(url.get(), CURLUPART_HOST) + ":" +
         part_of(url.get(), CURLUPART_PORT);
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

HttpError::Kind kind_of(CURLcode code) {
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      return HttpError::Kind::refused;
    case CURLE_FILESIZE_EXCEEDED:
      return HttpError::Kind::too_large;
    case CURLE_ABORTED_BY_CALLBACK:
      return HttpError::Kind::stopped;
    default:
      return HttpError::Kind::transient;
  }
}

std::string reason_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "de naam van de server is onbekend";
    case CURLE_COULDNT_CONNECT:
      return "de server is niet te bereiken";
    case CURLE_OPERATION_TIMEDOUT:
      return "het duurt te lang";
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
      return "de verbinding is verbroken";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "het certificaat is niet te vertrouwen";
    default:
      return curl_easy_strerror(code);
  }
}

HttpError too_large(std::size_t most_bytes) {
  return {HttpError::Kind::too_large, fmt::format("te groot: meer dan {} MB", most_bytes >> 20)};
}

}  // namespace

struct HttpClient::State {
  std::unique_ptr<CURL, CurlCleanup> curl;
  Limits limits;
  std::stop_token stop;
  HeldAnswers held;

  State(const Limits& given, std::stop_token token) : limits(given), stop(std::move(token)) {
    // Safe from any thread since libcurl 7.84, and counted.
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0) throw std::runtime_error("libcurl");
    curl.reset(curl_easy_init());
    if (!curl) throw std::runtime_error("libcurl");
  }
  ~State() {
    curl.reset();
    curl_global_cleanup();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  template <class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(curl.get(), option, value);
  }

  void prepare(const std::string& url, Transfer& transfer) {
    curl_easy_reset(curl.get());  // keeps connections
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_USERAGENT, user_agent);
    set(CURLOPT_ACCEPT_ENCODING, "");  // whatever libcurl can unpack
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, limits.slowest);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.slow_for.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(transfer.most_bytes));
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_WRITEDATA, &transfer);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, go_on);
    set(CURLOPT_XFERINFODATA, &transfer);
  }

  /// One request, without redirects.
  Answer once(const std::string& url, const HttpRequest& request) {
    Transfer transfer{
        .body = {}, .most_bytes = request.most_bytes, .too_large = false, .stop = stop};
    prepare(url, transfer);
    const HeldAnswers::Answer* before = held.find(url);
    const Headers conditions = unless_it_is(before);
    set(CURLOPT_HTTPHEADER, conditions.get());
    const CURLcode code = curl_easy_perform(curl.get());
    if (transfer.too_large || code == CURLE_FILESIZE_EXCEEDED) {
      return Failure(too_large(request.most_bytes));
    }
    if (code != CURLE_OK) return Failure(HttpError{kind_of(code), reason_of(code)});

    HttpResponse response;
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_off_t wait = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RETRY_AFTER, &wait);
    response.status = static_cast<int>(status);
    response.retry_after = std::chrono::seconds(wait);
    response.body = std::move(transfer.body);
    if (status == 304 && before != nullptr)
      return HttpResponse{.status = 200, .body = before->body};
    if (status == 200) held.keep(url, {header("ETag"), header("Last-Modified"), response.body});
    return response;
  }

  /// Of the last answer; empty where it has none.
  std::string header(const char* name) const {
    curl_header* found = nullptr;  // belongs to the handle
    const auto code = curl_easy_header(curl.get(), name, 0, CURLH_HEADER, -1, &found);
    return code == CURLHE_OK ? found->value : std::string();
  }

  std::string redirect_target() const {
    char* target = nullptr;  // belongs to the handle
    curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &target);
    return target == nullptr ? std::string() : target;
  }
};

HttpClient::HttpClient() : HttpClient(Limits{}) {}
HttpClient::HttpClient(const Limits& limits, std::stop_token stop)
    : state_(std::make_unique<State>(limits, std::move(stop))) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

Answer HttpClient::get(const HttpRequest& request) {
  const auto host = host_of(request.url);
  std::string url = request.url;
  for (int redirects = 0; redirects <= most_redirects; ++redirects) {
    auto answer = state_->once(url, request);
    if (!answer || !is_redirect(answer->status)) return answer;
    url = state_->redirect_target();
    if (host_of(url) != host) {
      return Failure(
          HttpError{HttpError::Kind::refused, "verwijst door naar een andere server: " + url});
    }
  }
  return Failure(HttpError{HttpError::Kind::refused, "verwijst te vaak door"});
}

void HttpClient::forget(const std::string& url) {
  state_->held.forget(url);
}

}  // namespace kamerzoek::sync
