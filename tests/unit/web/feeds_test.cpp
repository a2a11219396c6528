// Feeds, checked by what their standards demand, from a real index.

#include <algorithm>
#include <memory>
#include <regex>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/temporary_index.hpp"
#include "tests/unit/web/markup.hpp"
#include "web/feed.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

using test::Markup;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class FeedsTest : public ::testing::Test {
 protected:
  FeedsTest() {
    std::vector<Piece> pieces;
    for (int i = 1; i <= 60; ++i) {
      pieces.push_back(test::document(fmt::format("kst-99001-{}", i), fmt::format("Motie {}", i),
                                      "De Kamer verzoekt om een dijk.\n",
                                      fmt::format("2025-{:02}-{:02}", i / 28 + 1, i % 28 + 1)));
    }
    Piece letter = test::document("kst-99002-4", "Brief over de dijk", "De sluis is klaar.\n");
    letter.keys = {"2025D90001", "kst-99002-4"};
    letter.fields.documentNummer = "2025D90001";
    letter.fields.datum = "2025-06-12T10:13:14";
    letter.fields.actoren = {{"A. Jansen", "minister", "Eerste ondertekenaar", ""}};
    pieces.push_back(letter);
    Piece undated = test::document("kst-99002-5", "Ooit", "Een sluis.\n", "");
    pieces.push_back(undated);
    Piece no_date = test::document("kst-99002-6", "Nooit", "Een sluis.\n", "2025-02-30");
    pieces.push_back(no_date);
    Piece hostile = test::document(
        "kst-99003-1", "]]><script>alert('x')</script>&amp;\x01\x0b\x1f\uFFFE", "Gemaal \x02 &.\n");
    hostile.fields.actoren = {{"\x03<b>\"", "", "Indiener", ""}};
    hostile.fields.soort = "\"><x>";
    hostile.fields.dossiers.front().titel = "</title>\x04";
    pieces.push_back(hostile);
    index_.put(std::move(pieces));
  }

  Response get(const std::string& target, const std::string& host = "zoek.example") {
    Searcher searcher = index_.searcher();
    return route({.target = target, .host = host}, searcher);
  }

  /// What is no matter of its schema in RFC 4287.
  static void expect_atom(const std::string& text) {
    const Markup feed = Markup::xml(text);
    ASSERT_TRUE(feed.well_formed()) << text;
    EXPECT_TRUE(feed.valid("atom.rng")) << text;
    // 4.1.1 and 4.1.2: an author for all, no two alternates alike, one where there is no content.
    EXPECT_THAT(feed.all("/a:feed/a:author/a:name"), SizeIs(1));
    EXPECT_THAT(feed.all("/a:feed/a:link[@rel='alternate']"), SizeIs(1));
    EXPECT_THAT(feed.all("//a:entry[count(a:link[@rel='alternate']) != 1]"), IsEmpty());
    EXPECT_THAT(feed.all("/a:feed/a:link[@rel='self']"), SizeIs(1));
    EXPECT_THAT(feed.all("//a:name[not(text())] | //a:title[not(text())]"), IsEmpty());
    // 3.3: capital T and Z. 4.2.6: an absolute IRI, and no two entries with one.
    const std::string date = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    for (const std::string& time : feed.all("//a:updated | //a:published")) {
      EXPECT_TRUE(std::regex_match(time, std::regex(date))) << time;
    }
    const auto ids = feed.all("//a:id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    EXPECT_THAT(ids, Each(StartsWith("urn:uuid:")));
    EXPECT_THAT(feed.all("//@href"), Each(StartsWith("http://zoek.example/")));
  }

  /// What JSON Feed 1.1 demands.
  static void expect_json_feed(const std::string& text) {
    const auto feed = nlohmann::json::parse(text);
    EXPECT_EQ(feed["version"], "https://jsonfeed.org/version/1.1");
    EXPECT_FALSE(feed.at("title").get<std::string>().empty());
    for (const char* address : {"home_page_url", "feed_url"}) {
      EXPECT_THAT(feed.at(address).get<std::string>(), StartsWith("http://zoek.example/"));
    }
    EXPECT_FALSE(feed.contains("author")) << "of version 1.0";
    std::set<std::string> ids;
    for (const auto& item : feed.at("items")) {
      EXPECT_TRUE(ids.insert(item.at("id").get<std::string>()).second);
      EXPECT_TRUE(item.contains("content_text"));
      EXPECT_THAT(item.at("url").get<std::string>(), StartsWith("http://zoek.example/"));
      EXPECT_THAT(item.at("date_published").get<std::string>(), SizeIs(20));
      for (const auto& author : item.value("authors", nlohmann::json::array())) {
        EXPECT_TRUE(author.contains("name"));
      }
    }
  }

  test::TemporaryIndex index_;
};

TEST_F(FeedsTest, AreValid) {
  for (const char* target : {"/zoeken.atom?q=dijk", "/zoeken.atom", "/zoeken.atom?q=windmolen",
                             "/zoeken.atom?q=%22%3C%26%01&soort=Motie", "/dossier/99001.atom",
                             "/dossier/99003.atom", "/zoeken.atom?q=gemaal"}) {
    SCOPED_TRACE(target);
    const Response response = get(target);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.type, "application/atom+xml");
    expect_atom(response.body);
  }
  for (const char* target : {"/zoeken.json?q=dijk", "/zoeken.json", "/zoeken.json?q=windmolen",
                             "/dossier/99001.json", "/dossier/99003.json"}) {
    SCOPED_TRACE(target);
    const Response response = get(target);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.type, "application/feed+json");
    expect_json_feed(response.body);
  }
}

TEST_F(FeedsTest, SchemaRefusesWhatIsNoAtom) {
  std::string text = get("/zoeken.atom?q=brief").body;
  const std::size_t at = text.find("<updated>");
  EXPECT_FALSE(Markup::xml(text.replace(at, text.find('\n', at) - at, "")).valid("atom.rng"));
}

TEST_F(FeedsTest, TellTheNewestFirst) {
  const Markup feed = Markup::xml(get("/zoeken.atom?q=dijk+motie").body);
  const auto titles = feed.all("//a:entry/a:title");
  ASSERT_THAT(titles, SizeIs(50));
  EXPECT_EQ(titles.front(), "Motie 60");
  EXPECT_EQ(titles.back(), "Motie 11");
  EXPECT_THAT(feed.all("/a:feed/a:updated"), ElementsAre("2025-03-05T00:00:00Z"));
  const auto items = nlohmann::json::parse(get("/dossier/99001.json").body)["items"];
  EXPECT_EQ(items.size(), 50U);
  EXPECT_EQ(items.front()["title"], "Motie 60");
}

TEST_F(FeedsTest, SayWhatADocumentIs) {
  const Markup feed = Markup::xml(get("/zoeken.atom?q=brief").body);
  EXPECT_THAT(feed.all("//a:entry/a:title"), ElementsAre("Brief over de dijk"));
  EXPECT_THAT(feed.all("//a:entry/a:author/a:name"), ElementsAre("A. Jansen"));
  EXPECT_THAT(feed.all("//a:entry/a:link/@href"), ElementsAre("http://zoek.example/kst-99002-4"));
  EXPECT_THAT(feed.all("//a:entry/a:updated"), ElementsAre("2025-06-12T00:00:00Z"));
  EXPECT_THAT(feed.all("//a:entry/a:category/@term"), ElementsAre("Motie"));
  const auto sluis = nlohmann::json::parse(get("/zoeken.json?q=sluis").body)["items"];
  // Without a date that exists a document cannot be new.
  ASSERT_EQ(sluis.size(), 1U);
  EXPECT_EQ(sluis[0]["content_text"], "De sluis is klaar.");
}

TEST_F(FeedsTest, IdsAreOfTheDocumentNotOfTheHost) {
  const auto ids = [&](const std::string& target, const std::string& host) {
    return Markup::xml(get(target, host).body).all("//a:id");
  };
  EXPECT_EQ(ids("/zoeken.atom?q=dijk", "zoek.example"), ids("/zoeken.atom?q=dijk", "x.org:8080"));
  // Version 5 of 2025D90001 and of kst-99001-1, as Python's uuid5 has them.
  EXPECT_EQ(feed_id("2025D90001"), "urn:uuid:2617e91e-630a-5ad6-a77b-a72f28d4d584");
  EXPECT_EQ(feed_id("kst-99001-1"), "urn:uuid:5deef092-6ee9-501c-baad-3632e1d7870e");
  EXPECT_THAT(ids("/dossier/99002.atom", "x"),
              ElementsAre(feed_id("/dossier/99002"), feed_id("2025D90001")));
}

TEST_F(FeedsTest, IdStaysWhenAPublicationFollows) {
  Piece first = test::document("2025D90077", "Eerst genummerd", "Terp.\n", "2025-07-01");
  first.source = Source::odata;
  first.fields.documentNummer = "2025D90077";
  index_.put({first});
  const auto before = Markup::xml(get("/zoeken.atom?q=terp").body).all("//a:entry/a:id");
  first.keys = {"2025D90077", "kst-99001-99"};
  first.stamp = "2025-07-09T00:00:00Z";
  index_.put({first});
  const Markup after = Markup::xml(get("/zoeken.atom?q=terp").body);
  EXPECT_THAT(after.all("//a:entry/a:link/@href"), ElementsAre("http://zoek.example/kst-99001-99"));
  EXPECT_EQ(after.all("//a:entry/a:id"), before);
}

TEST_F(FeedsTest, LinksNameTheFeedAndThePage) {
  const Markup feed = Markup::xml(get("/zoeken.atom?soort=Motie&q=dijk").body);
  EXPECT_THAT(feed.all("/a:feed/a:link[@rel='self']/@href"),
              ElementsAre("http://zoek.example/zoeken.atom?q=dijk&soort=Motie"));
  EXPECT_THAT(feed.all("/a:feed/a:link[@rel='alternate']/@href"),
              ElementsAre("http://zoek.example/zoeken?q=dijk&soort=Motie&sort=nieuwste"));
  const auto dossier = nlohmann::json::parse(get("/dossier/99001.json").body);
  EXPECT_EQ(dossier["feed_url"], "http://zoek.example/dossier/99001.json");
  EXPECT_EQ(dossier["home_page_url"], "http://zoek.example/dossier/99001");
}

TEST_F(FeedsTest, HostileTextStaysText) {
  const std::string text = get("/dossier/99003.atom").body;
  EXPECT_THAT(text, Not(HasSubstr("<script>")));
  const Markup feed = Markup::xml(text);
  ASSERT_TRUE(feed.well_formed()) << text;
  EXPECT_THAT(feed.all("//a:entry/a:title"),
              ElementsAre("]]><script>alert('x')</script>&amp;\uFFFD\uFFFD\uFFFD\uFFFD"));
  EXPECT_THAT(feed.all("//a:entry/a:author/a:name"), ElementsAre("\uFFFD<b>\""));
  EXPECT_THAT(feed.all("//a:entry/a:category/@term"), ElementsAre("\"><x>"));
  EXPECT_THAT(feed.all("/a:feed/a:title"), ElementsAre("Dossier 99 003 – </title>\uFFFD"));
}

TEST_F(FeedsTest, DossierHasOneAddress) {
  for (const auto& [name, leads] : {std::pair{"/dossier/99%20001.atom", "/dossier/99001.atom"},
                                    std::pair{"/dossier/99.001.json", "/dossier/99001.json"}}) {
    const Response response = get(name);
    EXPECT_EQ(response.status, 301) << name;
    EXPECT_EQ(response.location, leads);
  }
  EXPECT_EQ(get("/dossier/99009.atom").status, 404);
}

TEST_F(FeedsTest, WhatCannotBeAFeedIsRefused) {
  EXPECT_EQ(get("/zoeken.atom?q=(").status, 400);
  EXPECT_EQ(get("/zoeken.atom?q=a&sort=oudste").status, 400);
  EXPECT_EQ(get("/zoeken.json?q=a&pagina=2").status, 400);
  EXPECT_EQ(get("/dossier/99001.atom?q=a").status, 400);
  // Its addresses would lead elsewhere.
  for (const char* host : {"", "a\"><x>", "a b"}) {
    EXPECT_EQ(get("/zoeken.atom?q=dijk", host).status, 400) << host;
    EXPECT_EQ(get("/dossier/99001.json", host).status, 400) << host;
  }
}

TEST_F(FeedsTest, PagesLeadToThem) {
  EXPECT_THAT(get("/zoeken?q=dijk&sort=oudste&pagina=2").body,
              HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\" "
                        "title=\"Nieuw in deze resultaten\" href=\"/zoeken.atom?q=dijk\">"));
  EXPECT_THAT(get("/dossier/99001").body,
              HasSubstr("<link rel=\"alternate\" type=\"application/feed+json\" "
                        "title=\"Dossier 99 001 (JSON Feed)\" href=\"/dossier/99001.json\">"));
  EXPECT_THAT(get("/zoeken?q=dijk").body, HasSubstr("<a href=\"/zoeken.atom?q=dijk\""));
}

}  // namespace
}  // namespace kamerzoek::web
