// Answers for programs, by their addresses, from a real index.

#include <chrono>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "corpus/schema/sync_status.hpp"
#include "tests/unit/web/routes_fixture.hpp"
#include "web/assets.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class ProgramRoutesTest : public RoutesTest {};

TEST_F(ProgramRoutesTest, ApiAnswersInJson) {
  const auto found = nlohmann::json::parse(get("/api/v1/search?q=dijk&limit=3&offset=1").body);
  EXPECT_EQ(found["total"], 26);
  EXPECT_EQ(found["results"].size(), 3u);
  EXPECT_EQ(nlohmann::json::parse(get("/api/v1/documents/99002-4").body)["id"], "kst-99002-4");
  EXPECT_EQ(nlohmann::json::parse(get("/api/v1/dossiers/99002").body)["nummer"], "99002");
}

TEST_F(ProgramRoutesTest, HealthTellsHowOldTheNewestDocumentIs) {
  index_.put({test::document("kst-99004-1", "Uit een jaar dat nooit komt", "", "9025-03-01")});
  const auto health = nlohmann::json::parse(get("/healthz").body);
  const std::chrono::sys_days newest = std::chrono::year(2025) / 3 / 25;
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  EXPECT_EQ(health, nlohmann::json({{"status", "ok"},
                                    {"documents", 29},
                                    {"nieuwste", "2025-03-25"},
                                    {"dagenOud", (today - newest).count()}}));
  index_.put({test::document("kst-99004-2", "Van later", "", "2025-03-26")});
  EXPECT_EQ(nlohmann::json::parse(get("/healthz").body)["nieuwste"], "2025-03-26");
}

TEST_F(ProgramRoutesTest, HealthTellsHowFarBehindItsSourceTheIndexIs) {
  schema::SyncStatus status;
  status.bron = "https://example.org/OData";
  status.bijgewerkt = "2025-06-12T10:00:00.0000000Z";
  status.fout = "de server antwoordt 500";
  ASSERT_TRUE(schema::keep_sync_status(index_.dir(), status));
  const auto sync = nlohmann::json::parse(get("/healthz").body)["sync"];
  EXPECT_EQ(sync["bron"], status.bron);
  EXPECT_EQ(sync["bijgewerkt"], status.bijgewerkt);
  EXPECT_EQ(sync["gevuld"], false);
  EXPECT_EQ(sync["fout"], status.fout);
  EXPECT_EQ(sync["zonderTekst"], 0);
  EXPECT_GT(sync["achter"], 86'400);
  EXPECT_THAT(get("/").body, HasSubstr("Bijgewerkt bij de Tweede Kamer: "));
  EXPECT_THAT(get("/").body, HasSubstr("dagen geleden; oudere stukken worden nog opgehaald."));
}

TEST_F(ProgramRoutesTest, HealthOfUndatedDocumentsTellsNoAge) {
  test::TemporaryIndex undated;
  undated.put({test::document("kst-99001-1", "Dijk", "", "")});
  Searcher searcher = undated.searcher();
  EXPECT_EQ(nlohmann::json::parse(route({.target = "/healthz"}, searcher).body),
            nlohmann::json({{"status", "ok"}, {"documents", 1}}));
}

TEST_F(ProgramRoutesTest, ApiExplainsWhenAsked) {
  const auto plain = nlohmann::json::parse(get("/api/v1/search?q=dijken").body);
  EXPECT_FALSE(plain.contains("uitleg") || plain.contains("notes"));
  EXPECT_FALSE(plain["results"][0].contains("uitleg") || plain["results"][0].contains("kop"));
  const auto found = nlohmann::json::parse(get("/api/v1/search?q=dijken&uitleg=1").body);
  EXPECT_EQ(found["uitleg"]["vraag"], "dijken");
  EXPECT_EQ(found["uitleg"]["termen"][0]["wijzen"][1]["woorden"][0], "dijk");
  const auto& reason = found["results"][0]["uitleg"]["redenen"][0];
  EXPECT_EQ(reason["wijze"], "vorm");
  EXPECT_EQ(reason["gevonden"][0], "dijk");
  EXPECT_GT(reason["punten"], 0);
}

TEST_F(ProgramRoutesTest, ApiKnowsWhatIsLikeADocument) {
  const auto like = nlohmann::json::parse(get("/api/v1/documents/99001-1/similar?limit=2").body);
  EXPECT_EQ(like["id"], "kst-99001-1");
  ASSERT_EQ(like["results"].size(), 2u);
  EXPECT_EQ(like["results"][0]["soort"], "Motie");
  EXPECT_GT(like["results"][0]["score"], 0);
  EXPECT_FALSE(like["results"][0].contains("snippet"));
}

TEST_F(ProgramRoutesTest, ApiErrorsAreProblems) {
  for (const auto& [target, status] :
       {std::pair{"/api/v1/search?q=(", 400}, std::pair{"/api/v1/search?limit=101", 400},
        std::pair{"/api/v1/search?offset=1000001", 400}, std::pair{"/api/v1/search?pagina=2", 400},
        std::pair{"/api/v1/documents/kst-1-1", 404},
        std::pair{"/api/v1/documents/kst-1-1/similar", 404},
        std::pair{"/api/v1/documents/kst-99001-1/similar?limit=0", 400},
        std::pair{"/api/v1/search?q=a&uitleg=2", 400}, std::pair{"/api/v1/dossiers/1", 404},
        std::pair{"/api/v2", 404}}) {
    const Response page = get(target);
    EXPECT_EQ(page.status, status) << target;
    EXPECT_EQ(page.type, "application/problem+json") << target;
    const auto problem = nlohmann::json::parse(page.body);
    EXPECT_EQ(problem["status"], status);
    EXPECT_TRUE(problem.contains("type") && problem.contains("title") &&
                problem.contains("detail"));
  }
}

TEST_F(ProgramRoutesTest, ProblemTellsWhereInTheQuery) {
  const auto position = [&](const std::string& query) {
    const auto problem = nlohmann::json::parse(get("/api/v1/search?q=" + query).body);
    return problem.value("position", 0);
  };
  EXPECT_EQ(position("dijk%20(duin"), 6);
  EXPECT_EQ(position("%C3%A9%C3%A9n%20verwijst:x"), 5);
  EXPECT_EQ(position("dijk&van=gisteren"), 0);
}

TEST_F(ProgramRoutesTest, BusyServerTellsWhenToComeAgain) {
  for (const char* target : {"/zoeken?q=dijk", "/api/v1/search?q=dijk"}) {
    EXPECT_EQ(refuse({.target = target}, 503).retry_after, 10u) << target;
  }
  EXPECT_EQ(get("/api/v1/search?q=(").retry_after, 0u);
}

TEST_F(ProgramRoutesTest, SuggestsWhileSomebodyTypes) {
  const Response answer = get("/api/v1/suggest?q=motie%20num");
  EXPECT_EQ(answer.type, "application/json");
  const auto suggestions = nlohmann::json::parse(answer.body);
  EXPECT_EQ(suggestions["query"], "motie num");
  EXPECT_EQ(suggestions["documents"][0]["soort"], "Motie");
  EXPECT_EQ(suggestions["terms"][0]["text"], "motie nummer");
  EXPECT_TRUE(suggestions["dossiers"].is_array());
  const Response browser = get("/api/v1/suggest?q=num&format=opensearch");
  EXPECT_EQ(browser.type, "application/x-suggestions+json");
  EXPECT_EQ(nlohmann::json::parse(browser.body)[1][0], "nummer");
  EXPECT_EQ(get("/api/v1/suggest").status, 200);
  EXPECT_EQ(get("/api/v1/suggest?q=a&format=xml").status, 400);
  EXPECT_EQ(get("/api/v1/suggest?q=a&limit=3").status, 400);
}

TEST_F(ProgramRoutesTest, EveryAddressIsAPageOrIsDescribed) {
  const auto paths = nlohmann::json::parse(get("/api/openapi.json").body)["paths"];
  std::set<std::string> described;
  for (const auto& [path, item] : paths.items()) {
    described.insert(std::regex_replace(path, std::regex("\\{[a-z]+\\}"), "*"));
  }
  // What browsers and crawlers know by standards of their own, and the name that nothing has.
  const std::set<std::string> known = {"/assets/*",
                                       "/opensearch.xml",
                                       "/robots.txt",
                                       "/api",
                                       "/sitemap.xml",
                                       "/sitemap-dossiers-*.xml",
                                       "/sitemap-documenten-*.xml"};
  const std::vector<std::string> addresses = all_addresses();
  for (const std::string& address : addresses) {
    if (described.contains(address) || known.contains(address)) continue;
    const Response answer = get(std::regex_replace(address, std::regex("\\*"), "kst-99002-4"));
    EXPECT_TRUE(answer.status == 301 || answer.type.starts_with("text/html")) << address;
  }
  for (const std::string& path : described) EXPECT_THAT(addresses, Contains(path));
}

TEST_F(ProgramRoutesTest, OpensearchNamesTheSiteButNotJustAnything) {
  EXPECT_THAT(get("/opensearch.xml").body, HasSubstr("http://zoek.example/zoeken?q={searchTerms}"));
  EXPECT_THAT(
      get("/opensearch.xml").body,
      HasSubstr("http://zoek.example/api/v1/suggest?q={searchTerms}&amp;format=opensearch"));
  Searcher searcher = index_.searcher();
  EXPECT_EQ(route({.target = "/opensearch.xml", .host = "a\"><x>"}, searcher).status, 400);
}

}  // namespace
}  // namespace kamerzoek::web
