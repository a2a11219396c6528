#include "web/metrics.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace kamerzoek::web {
namespace {

constexpr std::string_view other = "other";
constexpr auto relaxed = std::memory_order_relaxed;

}  // namespace

Metrics::Metrics(std::vector<std::string_view> routes)
    : routes_(std::move(routes)), counts_(std::make_unique<OfRoute[]>(routes_.size() + 1)) {}

void Metrics::count(std::string_view route, int status, std::chrono::duration<double> took) {
  const auto place = std::ranges::find(routes_, route) - routes_.begin();
  OfRoute& of = counts_[static_cast<std::size_t>(place)];
  const auto known = std::ranges::find(statuses, status) - statuses.begin();
  of.answers[static_cast<std::size_t>(known)].fetch_add(1, relaxed);
  const auto bound = std::ranges::lower_bound(bounds, took.count()) - bounds.begin();
  of.times[static_cast<std::size_t>(bound)].fetch_add(1, relaxed);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  of.microseconds.fetch_add(static_cast<std::uint64_t>(std::max<std::int64_t>(whole, 0)), relaxed);
}

std::string Metrics::text() const {
  std::string text;
  write_answers(text);
  write_times(text);
  write_connections(text);
  return text;
}

std::string_view Metrics::name(std::size_t route) const {
  return route < routes_.size() ? routes_[route] : other;
}

void Metrics::write_answers(std::string& text) const {
  constexpr std::string_view metric = "kamerzoek_http_requests_total";
  text += metric_heading(metric, "counter", "Requests answered, by route and status.");
  for (std::size_t route = 0; route <= routes_.size(); ++route) {
    for (std::size_t i = 0; i <= statuses.size(); ++i) {
      const std::uint64_t count = counts_[route].answers[i].load(relaxed);
      if (count == 0) continue;
      const std::string status =
          i < statuses.size() ? std::to_string(statuses[i]) : std::string(other);
      fmt::format_to(std::back_inserter(text), "{}{{route=\"{}\",status=\"{}\"}} {}\n", metric,
                     metric_label(name(route)), status, count);
    }
  }
}

void Metrics::write_times(std::string& text) const {
  constexpr std::string_view metric = "kamerzoek_http_request_duration_seconds";
  text += metric_heading(metric, "histogram",
                         "From the header of a request to the last byte of its answer, by route.");
  for (std::size_t route = 0; route <= routes_.size(); ++route) {
    const OfRoute& of = counts_[route];
    std::string samples;
    std::uint64_t up_to = 0;
    const std::string label = metric_label(name(route));
    for (std::size_t i = 0; i <= bounds.size(); ++i) {
      up_to += of.times[i].load(relaxed);
      const std::string bound = i < bounds.size() ? fmt::format("{}", bounds[i]) : "+Inf";
      fmt::format_to(std::back_inserter(samples), "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                     metric, label, bound, up_to);
    }
    if (up_to == 0) continue;
    // The count is that of the buckets, so that the two agree while others count.
    const double seconds = static_cast<double>(of.microseconds.load(relaxed)) / 1e6;
    fmt::format_to(std::back_inserter(samples), "{0}_sum{{route=\"{1}\"}} {2}\n", metric, label,
                   seconds);
    fmt::format_to(std::back_inserter(samples), "{0}_count{{route=\"{1}\"}} {2}\n", metric, label,
                   up_to);
    text += samples;
  }
}

void Metrics::write_connections(std::string& text) const {
  constexpr std::string_view open = "kamerzoek_http_connections";
  text += metric_heading(open, "gauge",
                         "Open connections: without a request, with one that waits for a thread, "
                         "being answered.");
  for (const auto& [state, count] :
       {std::pair("waiting", &connections_.waiting), std::pair("queued", &connections_.queued),
        std::pair("served", &connections_.served)}) {
    fmt::format_to(std::back_inserter(text), "{}{{state=\"{}\"}} {}\n", open, state,
                   count->load(relaxed));
  }
  constexpr std::string_view cut = "kamerzoek_http_connections_cut_total";
  text += metric_heading(cut, "counter",
                         "Connections closed before their request was there: too slow, or to make "
                         "room for a newer one.");
  for (const auto& [reason, count] : {std::pair("too_slow", &connections_.too_slow),
                                      std::pair("made_room", &connections_.made_room)}) {
    fmt::format_to(std::back_inserter(text), "{}{{reason=\"{}\"}} {}\n", cut, reason,
                   count->load(relaxed));
  }
}

std::string metric_heading(std::string_view name, std::string_view type, std::string_view help) {
  return fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

std::string metric_label(std::string_view value) {
  std::string escaped;
  for (const char c : value) {
    if (c == '\n') {
      escaped += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace kamerzoek::web
