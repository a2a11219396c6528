#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http.hpp"
#include "web/template.hpp"

namespace kamerzoek::web {

/// A feed of what is on a page, for readers to find.
struct FeedLink {
  std::string_view type;  ///< application/atom+xml
  std::string title;
  std::string address;
};

/// What stands around the content of a page.
struct Page {
  std::string title;           ///< without the name of the site
  std::string canonical = {};  ///< the one address of the page; empty where it has none
  std::string query = {};      ///< what stands in the search box
  std::vector<FeedLink> feeds = {};
  bool search_on_top = true;  ///< false where the content has the search box itself
  bool header = true;         ///< false on the home page, whose heading is the name of the site
  bool for_engines = false;   ///< search engines may list it
  int status = 200;
  std::string description = {};  ///< in a sentence or two; empty for none
  std::string site = {};         ///< "https://host" of the request; empty where it is not known
};

/// The content by its template, in the layout.
Response html_page(const Page& page, std::string_view content, View view);

/// A redirect to an address on this site.
Response redirect(int status, std::string address);

}  // namespace kamerzoek::web
