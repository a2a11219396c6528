// The site map, checked by what sitemaps.org demands, from real indexes.

#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/support/temporary_index.hpp"
#include "tests/unit/web/markup.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

using test::Markup;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr std::size_t most_bytes = std::size_t{50} << 20;

class SitemapTest : public ::testing::Test {
 protected:
  Response get(const std::string& target, const std::string& host = "zoek.example") {
    Searcher searcher = index_.searcher();
    return route({.target = target, .host = host}, searcher);
  }

  /// All of an answer, which must be there.
  std::string body(const std::string& target) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(response.type, "application/xml") << target;
    std::string text = response.body;
    while (response.parts) {
      const auto part = response.parts();
      EXPECT_TRUE(part);
      if (!part || part->empty()) break;
      text += *part;
    }
    const Markup map = Markup::xml(text);
    EXPECT_TRUE(map.well_formed() && map.valid("sitemap.rng")) << text;
    EXPECT_LE(text.size(), most_bytes);
    EXPECT_THAT(map.all("//s:loc"), Each(StartsWith("http://zoek.example/")));
    return text;
  }

  static std::string path_of(const std::string& loc) {
    return loc.substr(std::string("http://zoek.example").size());
  }

  test::TemporaryIndex index_;
};

TEST_F(SitemapTest, EveryAddressIsThatOfAPageForSearchEngines) {
  index_.index({KAMERZOEK_SAMPLES});
  std::set<std::string> seen;
  for (const std::string& part : Markup::xml(body("/sitemap.xml")).all("//s:sitemap/s:loc")) {
    for (const std::string& loc : Markup::xml(body(path_of(part))).all("//s:url/s:loc")) {
      EXPECT_TRUE(seen.insert(path_of(loc)).second) << loc << " twice";
      const Response page = get(path_of(loc));
      EXPECT_EQ(page.status, 200) << loc;
      EXPECT_THAT(page.body, HasSubstr("rel=\"canonical\" href=\"" + path_of(loc) + "\""));
      EXPECT_THAT(page.body, Not(HasSubstr("noindex"))) << loc;
    }
  }
  EXPECT_THAT(seen, IsSupersetOf({"/", "/hulp", "/over", "/dossier/99001", "/dossier/99100",
                                  "/dossier/99100-XXII", "/kst-99001-1"}));
  const auto all = index_.searcher().search({});
  std::size_t documents = 0;
  for (const std::string& path : seen) {
    documents += path.starts_with("/kst-") || path.starts_with("/ah-") || path.starts_with("/h-") ||
                 path.starts_with("/kv-") || path.starts_with("/blg-") ||
                 path.starts_with("/document/");
  }
  EXPECT_EQ(documents, all->total);
}

TEST_F(SitemapTest, TellsOfChangesWhereTheSourceDoes) {
  const auto changed = [](const char* id, const char* when) {
    Piece piece = test::document(id, "Motie over een dijk", "Tekst.\n", "2024-01-01");
    piece.fields.bijgewerkt = when;
    return piece;
  };
  index_.put({changed("kst-99001-1", "2025-06-16T10:27:00"), changed("kst-99001-2", ""),
              changed("kst-99001-3", "2025-02-30"), changed("kst-99001-4", "gisteren!!"),
              changed("kst-99001-5", "0000-01-01"), changed("<&\">]]>", "2025-01-02")});
  const Markup part = Markup::xml(body("/sitemap-documenten-1.xml"));
  EXPECT_THAT(part.all("//s:url"),
              ElementsAre("http://zoek.example/kst-99001-12025-06-16",
                          "http://zoek.example/kst-99001-2", "http://zoek.example/kst-99001-3",
                          "http://zoek.example/kst-99001-4", "http://zoek.example/kst-99001-5",
                          "http://zoek.example/document/%3C%26%22%3E%5D%5D%3E2025-01-02"));
}

TEST_F(SitemapTest, HasNoWithdrawnDocumentsAndNoZaken) {
  Piece zaak = test::document("2025Z90001", "De dijk", "");
  zaak.kind = Kind::zaak;
  Piece gone = test::document("2025D90002", "Weg", "");
  gone.withdrawn = true;
  index_.put({zaak, gone});
  EXPECT_THAT(Markup::xml(body("/sitemap.xml")).all("//s:loc"),
              ElementsAre("http://zoek.example/sitemap-dossiers-1.xml"));
  EXPECT_EQ(get("/sitemap-documenten-1.xml").status, 404);
  EXPECT_THAT(Markup::xml(body("/sitemap-dossiers-1.xml")).all("//s:loc"), SizeIs(3));
}

TEST_F(SitemapTest, IsStreamedWhole) {
  std::vector<Piece> pieces;
  for (int i = 1; i <= 2500; ++i) {
    pieces.push_back(test::document(fmt::format("kst-99001-{}", i), "Motie", ""));
  }
  index_.put(std::move(pieces));
  EXPECT_THAT(Markup::xml(body("/sitemap-documenten-1.xml")).all("//s:url"), SizeIs(2500));
}

TEST_F(SitemapTest, WhatIsNoPartIsNotThere) {
  index_.put({test::document("kst-99001-1", "Motie", "")});
  for (const char* of : {"dossiers", "documenten"}) {
    for (const char* number :
         {"", "0", "2", "01", "-1", "+1", "1x", "1.5", "18446744073709551617"}) {
      const std::string target = fmt::format("/sitemap-{}-{}.xml", of, number);
      EXPECT_EQ(get(target).status, 404) << target;
    }
  }
  EXPECT_EQ(get("/sitemap-documenten-1.xml?x=1").status, 400);
  EXPECT_EQ(get("/sitemap.xml", "").status, 400);
  EXPECT_EQ(get("/sitemap-dossiers-1.xml", "a\"><x>").status, 400);
}

TEST_F(SitemapTest, SchemaRefusesWhatIsNoSiteMap) {
  index_.put({test::document("kst-99001-1", "Motie", "")});
  const std::string text = body("/sitemap-documenten-1.xml");
  const auto with = [&](const std::string& old, const std::string& now) {
    std::string changed = text;
    return Markup::xml(changed.replace(changed.find(old), old.size(), now)).valid("sitemap.rng");
  };
  EXPECT_FALSE(with("<loc>http://zoek.example/kst-99001-1</loc>", ""));
  EXPECT_FALSE(with("</loc>", "</loc><lastmod>2025-02-30</lastmod>"));
  EXPECT_FALSE(with("sitemap/0.9", "sitemap/0.8"));
  EXPECT_TRUE(with("</loc>", "</loc><lastmod>2025-02-28</lastmod>"));
}

TEST_F(SitemapTest, IsNamedInRobots) {
  index_.put({});
  EXPECT_EQ(get("/robots.txt").body,
            "User-agent: *\nDisallow: /zoeken\nDisallow: /api/\n\n"
            "Sitemap: http://zoek.example/sitemap.xml\n");
  EXPECT_THAT(get("/robots.txt", "").body, Not(HasSubstr("Sitemap")));
}

}  // namespace
}  // namespace kamerzoek::web
