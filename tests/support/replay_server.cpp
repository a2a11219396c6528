#include "tests/support/replay_server.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "corpus/formats/utc_stamp.hpp"
#include "tests/support/replay_feed.hpp"
#include "tests/support/replay_records.hpp"

namespace kamerzoek::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Misdeed = ReplayServer::Misdeed;

constexpr std::size_t page_size = 250;
constexpr std::string_view service = "/OData/v4/2.0/";
constexpr std::string_view feed_path = "/SyncFeed/2.0/Feed";

std::string text_of(const json& record, const char* name) {
  const auto found = record.find(name);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Pending {
  Misdeed misdeed;
  std::size_t times;
  std::string where;
};

std::size_t number_param(const httplib::Request& request, const char* name, std::size_t otherwise) {
  return request.has_param(name) ? std::stoul(request.get_param_value(name)) : otherwise;
}

}  // namespace

struct ReplayServer::State {
  httplib::Server server;
  std::thread serving;
  int port = 0;

  mutable std::mutex mutex;  ///< for all below
  std::map<std::string, Entities> types;
  ReplayFeed feed;
  std::map<std::string, fs::path> files;
  std::deque<Pending> pending;
  std::string until;
  std::vector<std::string> asked;
  std::size_t not_modified = 0;
  std::string last_page;

  void add(const std::string& type, json record, bool always) {
    const std::string id = text_of(record, "Id");
    const std::string stamp = utc_stamp(text_of(record, "ApiGewijzigdOp"));
    Entities& entities = types[type];
    const auto held = entities.by_id.find(id);
    if (!always && held != entities.by_id.end()) {
      if (held->second.stamp > stamp) return;
      // Files of one version differ in what they have expanded; this has all of it.
      if (held->second.stamp == stamp) {
        const json other = json::parse(held->second.text);
        record.insert(other.begin(), other.end());
      }
    }
    announce(type, record);
    entities.put(id, {stamp, text_of(record, "DocumentNummer"), record.dump()});
  }

  void announce(const std::string& type, const json& record) {
    feed.announce(type, text_of(record, "Id"),
                  {utc_stamp(text_of(record, "ApiGewijzigdOp")), text_of(record, "GewijzigdOp"),
                   record.value("Verwijderd", false)});
  }

  void load(const fs::path& path) {
    const json page = json::parse(read_whole(path));
    if (!page.contains("value")) return add("Zaak", page, false);
    const std::string context = text_of(page, "@odata.context");
    std::string type = context.substr(context.find('#') + 1);
    type = type.substr(0, type.find('('));
    for (const json& record : page["value"]) add(type, record, false);
  }

  std::optional<Misdeed> due(const std::string& target) {
    const auto found = std::ranges::find_if(
        pending, [&](const Pending& one) { return target.find(one.where) != target.npos; });
    if (found == pending.end()) return std::nullopt;
    const Misdeed misdeed = found->misdeed;
    if (--found->times == 0) pending.erase(found);
    return misdeed;
  }

  std::string page(const std::string& type, const httplib::Request& request,
                   std::optional<Misdeed> misdeed) const {
    const bool skip_one = misdeed == Misdeed::skip;
    const bool rewind = misdeed == Misdeed::rewind;
    const auto held = types.find(type);
    const Entities none;
    const Entities& entities = held == types.end() ? none : held->second;
    const bool down = request.get_param_value("$orderby").find(" desc") != std::string::npos;
    const auto found = entities.matching(
        Filter(rewind ? std::string() : request.get_param_value("$filter")), until, down);
    const std::size_t begin =
        rewind ? 0 : std::min(number_param(request, "$skip", 0), found.size());
    const std::size_t most = std::min(number_param(request, "$top", page_size), page_size);
    const std::size_t end = std::min(begin + most, found.size());

    std::string out =
        R"({"@odata.context":")" + root() + std::string(service) + "$metadata#" + type + '"';
    if (request.get_param_value("$count") == "true") {
      out += R"(,"@odata.count":)" + std::to_string(found.size());
    }
    out += R"(,"value":[)";
    for (std::size_t i = begin; i < end; ++i) {
      if (skip_one && i == begin + (end - begin) / 2) continue;
      if (out.back() != '[') out += ',';
      out += entities.by_id.at(found[i].second).text;
    }
    out += ']';
    if (end < found.size()) {
      out += R"(,"@odata.nextLink":")" + root() + std::string(service) + type +
             "?$skip=" + std::to_string(end) + '"';
    }
    return out + '}';
  }

  std::string root() const { return "http://127.0.0.1:" + std::to_string(port); }

  const fs::path* file(const std::string& name) const {
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
  }

  const fs::path* resource(const std::string& guid) const {
    const auto documents = types.find("Document");
    if (documents == types.end()) return nullptr;
    const auto held = documents->second.by_id.find(guid);
    if (held == documents->second.by_id.end()) return nullptr;
    for (const char* extension : {".docx", ".pdf", ".txt", ".doc"}) {
      if (const fs::path* path = file(held->second.number + extension)) return path;
    }
    return nullptr;
  }

  /// The whole answer as it should be; nothing where there is none.
  std::optional<std::string> answer(const httplib::Request& request,
                                    std::optional<Misdeed> misdeed) {
    static const std::regex resource_path("Document\\(([0-9a-f-]{36})\\)/resource");
    std::smatch match;
    const fs::path* path = nullptr;
    if (request.path.starts_with(service)) {
      const std::string rest = request.path.substr(service.size());
      if (std::regex_match(rest, match, resource_path)) {
        path = resource(match[1]);
      } else {
        last_page = page(rest, request, misdeed);
        return last_page;
      }
    } else if (request.path == feed_path) {
      const std::size_t token =
          misdeed == Misdeed::rewind ? 0 : number_param(request, "skiptoken", 0);
      last_page = feed.page(root(), token, until, misdeed == Misdeed::skip);
      return last_page;
    } else {
      path = file(request.path.substr(request.path.rfind('/') + 1));
    }
    return path == nullptr ? std::nullopt : std::optional(read_whole(*path));
  }

  /// Sends `text` as if it were `length` bytes, and then waits and closes.
  static void send_part(httplib::Response& response, std::string text, std::size_t length,
                        std::chrono::milliseconds wait) {
    response.set_content_provider(
        length, "application/json",
        [text = std::move(text), wait](std::size_t offset, std::size_t, httplib::DataSink& sink) {
          if (offset < text.size()) return sink.write(text.data() + offset, text.size() - offset);
          std::this_thread::sleep_for(wait);
          return false;
        });
  }

  static void send_huge(httplib::Response& response) {
    response.set_content_provider(std::size_t{3} << 30, "application/pdf",
                                  [](std::size_t, std::size_t length, httplib::DataSink& sink) {
                                    const std::string zeros(std::min<std::size_t>(length, 1 << 16),
                                                            '\0');
                                    return sink.write(zeros.data(), zeros.size());
                                  });
  }

  void send_unless_held(const std::string& body, const httplib::Request& request,
                        httplib::Response& response) {
    const std::string etag = '"' + std::to_string(std::hash<std::string>{}(body)) + '"';
    response.set_header("ETag", etag);
    if (request.get_header_value("If-None-Match") != etag) {
      return response.set_content(body, "application/json");
    }
    response.status = 304;
    ++not_modified;
  }

  void serve(const httplib::Request& request, httplib::Response& response,
             std::chrono::milliseconds stall_for) {
    const std::lock_guard lock(mutex);
    asked.push_back(request.target);
    const auto misdeed = due(request.target);
    const std::string before = last_page;
    const auto good = answer(request, misdeed);
    if (!good) {
      response.status = 404;
      return;
    }
    const std::string half = good->substr(0, good->size() / 2);
    if (!misdeed) return send_unless_held(*good, request, response);
    switch (*misdeed) {
      case Misdeed::error:
        response.status = 500;
        return;
      case Misdeed::refusal:
        response.status = 400;
        return;
      case Misdeed::busy:
        response.status = 429;
        return response.set_header("Retry-After", "1");
      case Misdeed::stall:
        return send_part(response, half, good->size(), stall_for);
      case Misdeed::cut:
        return send_part(response, half, good->size(), {});
      case Misdeed::wrong_length:
        return send_part(response, *good, good->size() + 100, {});
      case Misdeed::truncated:
        return response.set_content(half, "application/json");
      case Misdeed::repeat:
        return response.set_content(before, "application/json");
      case Misdeed::skip:
      case Misdeed::rewind:
        return response.set_content(*good, "application/json");
      case Misdeed::html:
        return response.set_content("<!DOCTYPE html><html><body><p>Even geduld</p></body></html>",
                                    "text/html");
      case Misdeed::redirect_here:
        return response.set_redirect(request.target);
      case Misdeed::redirect_away:
        return response.set_redirect("http://localhost:" + std::to_string(port) + request.target);
      case Misdeed::huge:
        return send_huge(response);
    }
  }
};

ReplayServer::ReplayServer(int port) : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.server.Get("/replay/misbehave",
                   [this](const httplib::Request& request, httplib::Response&) {
                     misbehave(misdeeds().at(request.get_param_value("kind")),
                               number_param(request, "times", 1), request.get_param_value("where"));
                   });
  state.server.Get("/replay/until", [this](const httplib::Request& request, httplib::Response&) {
    show_until(request.get_param_value("stamp"));
  });
  state.server.Post("/replay/put", [this](const httplib::Request& request, httplib::Response&) {
    put(request.get_param_value("type"), request.body);
  });
  state.server.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
    state_->serve(request, response, stall_for);
  });
  state.server.set_keep_alive_max_count(100'000);
  state.server.set_tcp_nodelay(true);
  if (port == 0) {
    state.port = state.server.bind_to_any_port("127.0.0.1");
  } else {
    state.port = state.server.bind_to_port("127.0.0.1", port) ? port : -1;
  }
  if (state.port <= 0) throw std::runtime_error("no port");
  state.serving = std::thread([&state] { state.server.listen_after_bind(); });
  while (!state.server.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

ReplayServer::~ReplayServer() {
  state_->server.stop();
  state_->serving.join();
}

int ReplayServer::port() const {
  return state_->port;
}

std::string ReplayServer::root() const {
  return state_->root();
}

std::string ReplayServer::odata() const {
  return root() + "/OData/v4/2.0";
}

std::string ReplayServer::syncfeed() const {
  return root() + "/SyncFeed/2.0";
}

void ReplayServer::load(const fs::path& path) {
  const std::lock_guard lock(state_->mutex);
  if (!fs::is_directory(path)) return state_->load(path);
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.path().extension() == ".json") state_->load(entry.path());
  }
}

void ReplayServer::put(const std::string& type, const std::string& record) {
  const std::lock_guard lock(state_->mutex);
  state_->add(type, json::parse(record), true);
}

void ReplayServer::announce(const std::string& type, const std::string& record) {
  const std::lock_guard lock(state_->mutex);
  state_->announce(type, json::parse(record));
}

void ReplayServer::offer(const fs::path& folder) {
  const std::lock_guard lock(state_->mutex);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) state_->files[entry.path().filename().string()] = entry.path();
  }
}

void ReplayServer::misbehave(Misdeed misdeed, std::size_t times, const std::string& where) {
  const std::lock_guard lock(state_->mutex);
  state_->pending.push_back({misdeed, times, where});
}

const std::map<std::string, Misdeed>& ReplayServer::misdeeds() {
  static const std::map<std::string, Misdeed> all = {
      {"error", Misdeed::error},
      {"refusal", Misdeed::refusal},
      {"busy", Misdeed::busy},
      {"stall", Misdeed::stall},
      {"cut", Misdeed::cut},
      {"wrong-length", Misdeed::wrong_length},
      {"truncated", Misdeed::truncated},
      {"repeat", Misdeed::repeat},
      {"skip", Misdeed::skip},
      {"rewind", Misdeed::rewind},
      {"html", Misdeed::html},
      {"redirect-here", Misdeed::redirect_here},
      {"redirect-away", Misdeed::redirect_away},
      {"huge", Misdeed::huge},
  };
  return all;
}

void ReplayServer::show_until(const std::string& stamp) {
  const std::lock_guard lock(state_->mutex);
  state_->until = stamp;
}

std::size_t ReplayServer::not_modified() const {
  const std::lock_guard lock(state_->mutex);
  return state_->not_modified;
}

std::vector<std::string> ReplayServer::requests() const {
  const std::lock_guard lock(state_->mutex);
  return state_->asked;
}

std::size_t ReplayServer::size(const std::string& type) const {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->types.find(type);
  return found == state_->types.end() ? 0 : found->second.by_id.size();
}

}  // namespace kamerzoek::test
