#include "web/page.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "web/assets.hpp"

namespace kamerzoek::web {

Response html_page(const Page& page, std::string_view content, View view) {
  view["query"] = page.query;
  // Partials look these up; a page that has them sets them itself.
  for (const auto& [name, usual] :
       {std::pair{"kept", View::array()}, std::pair{"box_label", View(false)},
        std::pair{"box_id", View("q")}}) {
    if (!view.contains(name)) view[name] = usual;
  }
  View feeds = View::array();
  for (const FeedLink& feed : page.feeds) {
    feeds.push_back({{"type", feed.type}, {"title", feed.title}, {"to", feed.address}});
  }
  View layout = {
      {"title", page.title},
      {"canonical", page.canonical},
      {"description", page.description},
      // An address in Open Graph data is whole, or none.
      {"og_url",
       page.site.empty() || page.canonical.empty() ? std::string() : page.site + page.canonical},
      {"og_type", page.canonical == "/" ? "website" : "article"},
      {"query", page.query},
      {"kept", view["box_id"] == "q" ? view["kept"] : View::array()},
      {"box_id", "q"},
      {"box_label", false},
      {"feeds", std::move(feeds)},
      {"header", page.header},
      {"search_on_top", page.search_on_top},
      {"for_engines", page.for_engines},
      {"stylesheet", asset_address("kamerzoek.css")},
      {"script", asset_address("kamerzoek.js")},
      {"icon", asset_address("icon.svg")},
      {"body", render(content, std::move(view))}};
  return {.status = page.status, .body = render("layout", std::move(layout))};
}

Response redirect(int status, std::string address) {
  std::string body = "Zie " + address + "\n";
  return {.status = status,
          .type = "text/plain; charset=utf-8",
          .body = std::move(body),
          .location = std::move(address)};
}

}  // namespace kamerzoek::web
