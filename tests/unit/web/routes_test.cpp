// Whole pages, by their addresses, from a real index.

#include "web/routes.hpp"

#include <set>

#include <gmock/gmock.h>

#include "tests/unit/web/routes_fixture.hpp"
#include "web/assets.hpp"

namespace kamerzoek::web {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(RoutesTest, HomeShowsTheNewestAndTheNumberHeld) {
  const Response page = get("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("28 documenten doorzoekbaar, en 1 zaak;"));
  EXPECT_THAT(page.body, HasSubstr("Motie nummer 25"));
  EXPECT_THAT(page.body, Not(HasSubstr("Motie nummer 15<")));
}

TEST_F(RoutesTest, APersonIsTheNameToTheLetter) {
  std::vector<Piece> papers;
  const auto sign = [&](const char* id, const char* name, const char* relatie) {
    Piece paper = test::document(id, std::string("Stuk ") + id, "Tekst.\n", "2024-02-03");
    paper.fields.actoren = {{name, "lid", relatie, "ABC"}};
    papers.push_back(std::move(paper));
  };
  sign("kst-99010-1", "De Jong", "Indiener");
  sign("kst-99010-2", "De Jong-Smit", "Eerste ondertekenaar");
  sign("kst-99010-3", "A. de Jong", "Mede ondertekenaar");
  sign("kst-99010-4", "De Jong", "Gericht aan");
  index_.put(std::move(papers));

  const Response page = get("/persoon/De%20Jong");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("href=\"/kst-99010-1\""));
  EXPECT_THAT(page.body, HasSubstr("1 document<"));
  EXPECT_THAT(page.body, HasSubstr("lid, ABC"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/zoeken?q=&amp;van=2024&amp;tot=2024&amp;indiener="));
  EXPECT_THAT(page.body, HasSubstr("href=\"/zoeken.atom?q=&amp;indiener=De%20Jong\""));
  for (const char* other : {"kst-99010-2", "kst-99010-3", "kst-99010-4"}) {
    EXPECT_THAT(page.body, Not(HasSubstr(other)));
  }
  EXPECT_EQ(get("/persoon/A.%20de%20Jong").status, 200);
  EXPECT_EQ(get("/persoon/Jong").status, 404);
  EXPECT_EQ(get("/persoon/De%20Jong?x=1").status, 400);
  EXPECT_THAT(get("/persoon/%3Ci%3Enaam%3C%2Fi%3E").body,
              HasSubstr("&lt;i&gt;naam&lt;/i&gt;</h1>"));
}

TEST_F(RoutesTest, OnlyWhoSignedHasAPage) {
  EXPECT_THAT(get("/kst-99002-4").body, HasSubstr("href=\"/persoon/A.%20Jansen\">A. Jansen</a>"));
  Piece paper = test::document("kst-99011-1", "Brief", "Tekst.\n");
  paper.fields.actoren = {{"vaste commissie", "", "Voortouwcommissie", ""}};
  index_.put({paper});
  EXPECT_THAT(get("/kst-99011-1").body, Not(HasSubstr("/persoon/")));
}

TEST_F(RoutesTest, HomeAndAboutTellWhatIsHeldAndHowFreshItIs) {
  for (const char* target : {"/", "/over"}) {
    const std::string body = get(target).body;
    EXPECT_THAT(body, HasSubstr("28 documenten")) << target;
    EXPECT_THAT(body, HasSubstr("<time datetime=\"2025-03-25\">25 maart 2025</time>")) << target;
  }
  EXPECT_THAT(get("/").body, HasSubstr("en 1 zaak;"));
  EXPECT_EQ(get("/over?x=1").status, 400);
}

TEST_F(RoutesTest, HelpTakesExamplesFromWhatIsHeld) {
  const std::string body = get("/hulp").body;
  EXPECT_THAT(body, HasSubstr("href=\"/zoeken?q=dossier%3A99001\""));
  EXPECT_THAT(body, HasSubstr("<code>van:2025-03</code>"));
  EXPECT_THAT(body, HasSubstr("<code>indiener:"));
  EXPECT_EQ(get("/hulp?x=1").status, 400);
  test::TemporaryIndex without;
  Piece letter = test::document("kst-99020-A", "Iets", "Tekst.\n");
  letter.fields.soort = "Brief regering";
  without.put({letter});
  Searcher searcher = without.searcher();
  const Response page = route({.target = "/hulp", .host = "zoek.example"}, searcher);
  EXPECT_THAT(page.body, HasSubstr("<code>verwijst:34682-228</code>"));
}

TEST_F(RoutesTest, PagesDescribeThemselvesForThoseThatLinkToThem) {
  const std::string dossier = get("/dossier/99001").body;
  EXPECT_THAT(dossier, HasSubstr("og:url\" content=\"http://zoek.example/dossier/99001\""));
  EXPECT_THAT(dossier, HasSubstr("og:title\" content=\"Dossier 99 001"));
  EXPECT_THAT(dossier, HasSubstr("<meta name=\"description\" content=\"Dossier 99 001"));
  EXPECT_THAT(get("/").body, HasSubstr("og:title\" content=\"Kamerzoek\""));
  EXPECT_THAT(get("/niets").body, Not(HasSubstr("og:url")));
  EXPECT_THAT(get("/zaak/2025Z90001").body, HasSubstr("name=\"description\""));
}

TEST_F(RoutesTest, WhatIsNotThereOffersWhereToLook) {
  const std::string body = get("/kst-99001-999").body;
  EXPECT_THAT(body, HasSubstr("value=\"kst-99001-999\""));
  EXPECT_THAT(body, HasSubstr("href=\"/dossier/99001\">dossier 99 001<"));
  EXPECT_THAT(body, HasSubstr("bij <a href=\"/hulp\">Hulp</a>"));
  EXPECT_THAT(get("/persoon/Niemand").body, HasSubstr("value=\"Niemand\""));
  EXPECT_THAT(get("/%22%3E%3Cb%3E").body, HasSubstr("value=\"&quot;&gt;&lt;b&gt;\""));
  EXPECT_THAT(get("/" + std::string(101, 'x')).body, HasSubstr("name=\"q\" value=\"\""));
  EXPECT_THAT(refuse({.target = "/zoeken?q=dijk"}, 500).body, HasSubstr("De fout ligt bij ons"));
}

TEST_F(RoutesTest, PagesNeitherRepeatNorSkip) {
  std::set<std::string> seen;
  for (int page = 1; page <= 3; ++page) {
    const std::string body = get("/zoeken?q=dijk&soort=Motie&pagina=" + std::to_string(page)).body;
    EXPECT_THAT(body, HasSubstr("van 25 documenten"));
    EXPECT_THAT(body, HasSubstr("pagina " + std::to_string(page) + " van 3"));
    for (int i = 1; i <= 25; ++i) {
      const std::string id = "kst-99001-" + std::to_string(i);
      if (body.find("href=\"/" + id + "?q=dijk\"") == std::string::npos) continue;
      EXPECT_TRUE(seen.insert(id).second) << id << " twice";
    }
  }
  EXPECT_EQ(seen.size(), 25u);
  EXPECT_EQ(get("/zoeken?q=dijk&soort=Motie&pagina=4").status, 404);
}

TEST_F(RoutesTest, WrongParametersAreNamed) {
  for (const auto& [target, says] :
       {std::pair{"/zoeken?q=a&vraag=1", "vraag"}, std::pair{"/zoeken?pagina=0", "pagina"},
        std::pair{"/zoeken?pagina=-1", "pagina"}, std::pair{"/zoeken?pagina=1e9", "pagina"},
        std::pair{"/zoeken?pagina=200000", "pagina"}, std::pair{"/zoeken?sort=mooiste", "sort"},
        std::pair{"/zoeken?van=gisteren", "van"}, std::pair{"/zoeken?uitleg=ja", "uitleg"},
        std::pair{"/zoeken?q=a&q=b", "twee keer"}, std::pair{"/zoeken?dossier=x", "dossiernummer"},
        std::pair{"/?x=1", "x"}, std::pair{"/kst-99001-1?x=1", "x"},
        std::pair{"/dossier/99001?x=1", "x"}}) {
    const Response page = get(target);
    EXPECT_EQ(page.status, 400) << target;
    EXPECT_THAT(page.body, HasSubstr(says)) << target;
  }
}

TEST_F(RoutesTest, ExplainsWhenAskedAndKeepsAskingWhereALinkLeads) {
  const std::string without = get("/zoeken?q=dijken&soort=Motie").body;
  EXPECT_THAT(without, HasSubstr("href=\"/zoeken?q=dijken&amp;soort=Motie&amp;uitleg=1\""));
  EXPECT_THAT(without, Not(HasSubstr("Hoe uw vraag is gelezen")));
  const std::string with = get("/zoeken?q=dijken&soort=Motie&uitleg=1").body;
  EXPECT_THAT(with, HasSubstr("Hoe uw vraag is gelezen"));
  EXPECT_THAT(with, HasSubstr("‘dijken’ is gelezen als een vorm van ‘dijk’"));
  EXPECT_THAT(with, HasSubstr("‘dijken’ staat er als ‘dijk’ in de tekst: "));
  EXPECT_THAT(with, HasSubstr("href=\"/zoeken?q=dijken&amp;soort=Motie\">Zonder uitleg"));
  EXPECT_THAT(with, HasSubstr("/zoeken?q=dijken&amp;soort=Motie&amp;uitleg=1&amp;pagina=2"));
  EXPECT_THAT(with, HasSubstr("name=\"uitleg\" value=\"1\""));
  EXPECT_THAT(get("/zoeken?q=zeppelin&uitleg=1").body, HasSubstr("‘zeppelin’ tellen alle vormen"));
  EXPECT_THAT(get("/zoeken?q=").body, Not(HasSubstr("uitleg=1")));
}

TEST_F(RoutesTest, AnExplanationIsEscaped) {
  const std::string body = get("/zoeken?q=%3Cb%3Etekens%3C/b%3E&uitleg=1").body;
  EXPECT_THAT(body, Not(HasSubstr("<b>tekens")));
  EXPECT_THAT(body, HasSubstr("&lt;b&gt;tekens"));
}

TEST_F(RoutesTest, UnreadableQueryKeepsWhatWasTyped) {
  const Response page = get("/zoeken?q=(dijk%20%22x");
  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("op positie 1"));
  EXPECT_THAT(page.body, HasSubstr("value=\"(dijk &quot;x\""));
}

TEST_F(RoutesTest, OrdinaryTextIsASearch) {
  for (const char* target :
       {"/zoeken?q=100%", "/zoeken?q=wat+kost+het%3F", "/zoeken?q=A%2FB", "/zoeken?q=%FF%FE",
        "/zoeken?q=%00", "/zoeken?q=rijk's", "/zoeken?q="}) {
    EXPECT_EQ(get(target).status, 200) << target;
  }
}

TEST_F(RoutesTest, EverySpellingLeadsToTheOneAddress) {
  for (const char* target : {"/99002-4", "/document/kst-99002-4", "/document/2025D90001",
                             "/2025D90001", "/99%20002,%20nr.%204", "/zaak/2025D90001"}) {
    const Response page = get(target);
    EXPECT_EQ(page.status, 301) << target;
    EXPECT_EQ(page.location, "/kst-99002-4") << target;
  }
  EXPECT_EQ(get("/document/2025Z90001").location, "/zaak/2025Z90001");
  EXPECT_EQ(get("/99001").location, "/dossier/99001");
  EXPECT_EQ(get("/dossier/99%20100%20XXII").location, "/dossier/99100-XXII");
  EXPECT_EQ(get("/kst-99002-4/").status, 200);
}

TEST_F(RoutesTest, AddressesOfOtherSitesLeadToTheOneAddress) {
  for (const char* target : {"/document.html?nummer=2025D90001", "/kst-99002-4.html",
                             "/kst-99002-4.pdf", "/kst-99002-4.xml", "/KST-99002-4.html"}) {
    const Response page = get(target);
    EXPECT_EQ(page.status, 301) << target;
    EXPECT_EQ(page.location, "/kst-99002-4") << target;
  }
  index_.put({test::document("ah-tk-20242025-100", "Antwoord", ""),
              test::document("blg-1190000", "Bijlage", "")});
  EXPECT_EQ(get("/ah-tk-20242025-100.html").location, "/ah-tk-20242025-100");
  EXPECT_EQ(get("/blg-1190000.pdf").location, "/blg-1190000");
}

TEST_F(RoutesTest, AddressesOfOtherSitesThatAreNotKnownAreNotFound) {
  for (const char* target :
       {"/document.html", "/document.html?nummer=2025D1", "/document.html?nummer=//elders.example",
        "/kst-1-1.html", "/kst-1-1.pdf", "/index.html", "/.html"}) {
    EXPECT_EQ(get(target).status, 404) << target;
  }
  EXPECT_THAT(get("/kst-1-1.pdf").body,
              HasSubstr("https://zoek.officielebekendmakingen.nl/kst-1-1.html"));
  EXPECT_EQ(get("/document.html?nr=2025D90001").status, 400);
  EXPECT_EQ(get("/kst-99002-4.html?x=1").status, 400);
}

TEST_F(RoutesTest, SearchForAnIdentifierGoesThere) {
  const Response page = get("/zoeken?q=99002-4&soort=");
  EXPECT_EQ(page.status, 302);
  EXPECT_EQ(page.location, "/kst-99002-4");
  EXPECT_EQ(get("/zoeken?q=99002-5").status, 200);
  EXPECT_EQ(get("/zoeken?q=99002-4&soort=Motie").status, 200);
}

TEST_F(RoutesTest, ADocumentMarksTheWordsItWasFoundBy) {
  const std::string body = get("/kst-99003-1?q=teken").body;
  EXPECT_THAT(body, HasSubstr("1 treffer<"));
  EXPECT_THAT(body, HasSubstr("<mark id=\"treffer-1\"><a href=\"#treffer-1\" "
                              "aria-label=\"tekens, treffer 1 van 1\">tekens</a></mark>"));
  EXPECT_THAT(body, HasSubstr("<link rel=\"canonical\" href=\"/kst-99003-1\">"));
  for (const char* query : {"", "olifant", "(teken", "soort:Motie"}) {
    const Response page = get(std::string("/kst-99003-1?q=") + query);
    EXPECT_EQ(page.status, 200) << query;
    EXPECT_THAT(page.body, Not(HasSubstr("<mark"))) << query;
  }
  const Response moved = get("/99003-1?q=teken");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(moved.location, "/kst-99003-1?q=teken");
}

TEST_F(RoutesTest, NothingLeadsOffTheSite) {
  for (const char* target :
       {"//example.org/", "//example.org/..", "/%2F%2Fexample.org", "/%5Cexample.org"}) {
    const Response page = get(target);
    EXPECT_EQ(page.status, 404) << target;
    EXPECT_EQ(page.location, "") << target;
  }
}

TEST_F(RoutesTest, HostileTextIsText) {
  for (const char* target :
       {"/kst-99003-1", "/zoeken?q=tekens", "/dossier/99003", "/", "/zoeken?q=%3Cscript%3E",
        "/%3Cscript%3E", "/zoeken?q=x&soort=%22%3E%3Cscript%3E"}) {
    std::string body = get(target).body;
    // The one script is the site's own.
    const std::string own = "<script src=\"/assets/kamerzoek-";
    const std::size_t at = body.find(own);
    ASSERT_NE(at, std::string::npos) << target;
    EXPECT_EQ(body.erase(at, own.size()).find("<script"), std::string::npos) << target;
  }
  const std::string body = get("/kst-99003-1").body;
  EXPECT_THAT(body, HasSubstr("Tekst met &lt;b&gt;tekens&lt;/b&gt; &amp; &quot;meer&quot;."));
  EXPECT_THAT(body, HasSubstr("&lt;i&gt;naam&lt;/i&gt;"));
}

TEST_F(RoutesTest, DocumentLinksToWhatBelongsToIt) {
  const std::string body = get("/kst-99002-4").body;
  EXPECT_THAT(body, HasSubstr("href=\"/dossier/99002\">99 002, nr. 4</a>"));
  EXPECT_THAT(body, HasSubstr("href=\"/zaak/2025Z90001\""));
  EXPECT_THAT(body, HasSubstr("href=\"/document/2025D90002\">Rapport</a>"));
  EXPECT_THAT(body, HasSubstr("https://zoek.officielebekendmakingen.nl/kst-99002-4.html"));
  EXPECT_THAT(body, HasSubstr("https://www.tweedekamer.nl/kamerstukken/detail?id=2025D90001"));
  EXPECT_THAT(body, HasSubstr("<link rel=\"canonical\" href=\"/kst-99002-4\">"));
  EXPECT_THAT(body, HasSubstr("minister van Dijken"));
}

TEST_F(RoutesTest, ZaakLinksToItsDocuments) {
  EXPECT_THAT(get("/zaak/2025Z90001").body, HasSubstr("href=\"/kst-99002-4\">Brief over de dijk"));
}

TEST_F(RoutesTest, ZaakAndItsDocumentsTellWhatWasDecided) {
  Piece besluit;
  besluit.kind = Kind::besluit;
  besluit.source = Source::odata;
  besluit.name = "Besluit/1";
  besluit.keys = {"besluit-1"};
  besluit.fields.zaken = {"2025Z90001"};
  besluit.fields.onderwerp = "Aangenomen.";
  Piece stemming = besluit;
  stemming.kind = Kind::stemming;
  stemming.name = "Stemming/1";
  stemming.keys = {"stemming-1"};
  stemming.fields.kenmerken = {{"besluit_Id", "besluit-1"}};
  stemming.fields.onderwerp = "Waterpartij";
  stemming.fields.soort = "Voor";
  index_.put({besluit, stemming});
  for (const char* target : {"/zaak/2025Z90001", "/kst-99002-4"}) {
    EXPECT_THAT(get(target).body, HasSubstr("<dt>Besluit</dt><dd>Aangenomen.<span "
                                            "class=\"role\">Voor: Waterpartij</span></dd>"))
        << target;
  }
}

TEST_F(RoutesTest, DossierTellsWhatIsMissing) {
  const std::string body = get("/dossier/99002").body;
  EXPECT_THAT(body, HasSubstr("3 nummers niet aanwezig"));
  EXPECT_THAT(body, HasSubstr("<li class=\"gap\">nrs. 1–3 niet aanwezig</li>"));
  EXPECT_THAT(body, HasSubstr("<input type=\"hidden\" name=\"dossier\" value=\"99002\">"));
  EXPECT_THAT(get("/dossier/99100").body,
              HasSubstr("href=\"/dossier/99100-XXII\">99 100 XXII</a>"));
}

TEST_F(RoutesTest, FacetsAreLinksAndFiltersCanBeRemoved) {
  EXPECT_THAT(get("/zoeken?q=dijk").body, HasSubstr("/zoeken?q=dijk&amp;soort=Brief%20regering"));
  EXPECT_THAT(get("/zoeken?q=dijk&soort=Motie&van=2025&tot=2025").body,
              HasSubstr("href=\"/zoeken?q=dijk&amp;van=2025&amp;tot=2025\" aria-label=\"Verwijder "
                        "filter Soort: Motie\""));
}

TEST_F(RoutesTest, UnknownAddressIsNotFound) {
  for (const char* target :
       {"/niets", "/a/b", "/document", "/document/2025D99999", "/zaak/x", "/dossier/12345",
        "/assets/kamerzoek-0.css", "/api", "/kst-34682-228"}) {
    const Response page = get(target);
    EXPECT_EQ(page.status, 404) << target;
  }
  EXPECT_THAT(get("/niets").body, HasSubstr("type=\"search\""));
  EXPECT_THAT(get("/kst-34682-228").body,
              HasSubstr("https://zoek.officielebekendmakingen.nl/kst-34682-228.html"));
}

TEST_F(RoutesTest, OnlyReading) {
  Searcher searcher = index_.searcher();
  EXPECT_EQ(route({.method = "POST", .target = "/zoeken"}, searcher).status, 405);
  EXPECT_EQ(route({.method = "HEAD", .target = "/"}, searcher).status, 200);
}

TEST_F(RoutesTest, MistakenWordHasALinkWithTheSameFilters) {
  const std::string body = get("/zoeken?q=nummmer&soort=Motie&pagina=1").body;
  EXPECT_THAT(body,
              HasSubstr("Bedoelde u <a href=\"/zoeken?q=nummer&amp;soort=Motie\">nummer</a>?"));
  EXPECT_THAT(get("/zoeken?q=nummer").body, Not(HasSubstr("Bedoelde u")));
}

TEST_F(RoutesTest, StylesheetIsKeptForEver) {
  const std::string address = asset_address("kamerzoek.css");
  EXPECT_THAT(get("/").body, HasSubstr("href=\"" + address + "\""));
  const Response sheet = get(address);
  EXPECT_EQ(sheet.status, 200);
  EXPECT_THAT(sheet.type, StartsWith("text/css"));
  EXPECT_THAT(sheet.cache, HasSubstr("immutable"));
}

}  // namespace
}  // namespace kamerzoek::web
