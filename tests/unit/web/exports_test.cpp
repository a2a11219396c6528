// Complete results and single documents as files for other programs, from a real index.

#include <algorithm>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include "tests/support/temporary_index.hpp"
#include "tests/unit/web/csv_rows.hpp"
#include "tests/unit/web/whole_body.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string header(const Response& response, const std::string& name) {
  for (const auto& [known, value] : response.headers) {
    if (known == name) return value;
  }
  return {};
}

constexpr std::string_view mark = "\xef\xbb\xbf";

class ExportsTest : public ::testing::Test {
 protected:
  ExportsTest() {
    std::vector<Piece> pieces;
    for (int i = 1; i <= 25; ++i) {
      pieces.push_back(test::document(fmt::format("kst-99001-{}", i), fmt::format("Motie {}", i),
                                      "Een dijk.\n", fmt::format("2025-03-{:02}", i)));
    }
    Piece letter = test::document("kst-99002-4", "Brief over de dijk", "De dijk is klaar.\n");
    letter.keys = {"2025D90001", "kst-99002-4"};
    letter.fields.documentNummer = "2025D90001";
    letter.fields.soort = "Brief regering";
    letter.fields.titel = "Financiën & 50% minder: {dijken}_$";
    letter.fields.datum = "2025-06-12";
    letter.fields.actoren = {{"D.G.M. van der Berg", "minister", "Eerste ondertekenaar", ""},
                             {"El Abassi", "", "Mede ondertekenaar", ""}};
    pieces.push_back(letter);
    Piece hostile = test::document("een vreemd/stuk",
                                   "=HYPERLINK(\"http://x\")\r\nER  - \n@misc{a}", "Sluis.\n", "");
    hostile.fields.titel = " -1+1 ;@SUM(A1);\"=2\"";
    hostile.fields.actoren = {{"+31 6}", "", "Indiener", ""}};
    pieces.push_back(hostile);
    Piece zaak = test::document("2025Z90001", "De dijk als zaak", "");
    zaak.kind = Kind::zaak;
    zaak.fields.documentNummer = "2025Z90001";
    pieces.push_back(zaak);
    index_.put(std::move(pieces));
  }

  Response get(const std::string& target) {
    Searcher searcher = index_.searcher();
    return route({.target = target, .host = "zoek.example"}, searcher);
  }

  test::TemporaryIndex index_;
};

TEST_F(ExportsTest, AreFilesWithATypeAndAName) {
  for (const auto& [extension, type] :
       {std::pair{"csv", "text/csv; charset=utf-8; header=present"},
        std::pair{"ris", "application/x-research-info-systems; charset=utf-8"},
        std::pair{"bib", "application/x-bibtex; charset=utf-8"},
        std::pair{"jsonl", "application/jsonl"}}) {
    const Response response = get(fmt::format("/zoeken.{}?q=dijk", extension));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.type, type);
    EXPECT_EQ(header(response, "Content-Disposition"),
              fmt::format("attachment; filename=\"kamerzoek.{}\"", extension));
  }
}

TEST_F(ExportsTest, CsvHasAHeaderAndARowForEachInTheOrderOfTheSearch) {
  const std::string text = test::whole(get("/zoeken.csv?q=dijk&soort=Motie&sort=nieuwste"));
  ASSERT_THAT(text, StartsWith(mark));
  const auto rows = test::read_csv(text.substr(mark.size()));
  ASSERT_THAT(rows, SizeIs(26));
  EXPECT_THAT(rows[0], ElementsAre("id", "documentNummer", "soort", "titel", "onderwerp", "datum",
                                   "dossier", "volgnummer", "indieners", "url"));
  EXPECT_THAT(rows[1], ElementsAre("kst-99001-25", "", "Motie", "", "Motie 25", "2025-03-25",
                                   "99001", "25", "", "http://zoek.example/kst-99001-25"));
  EXPECT_EQ(rows[25][0], "kst-99001-1");
}

TEST_F(ExportsTest, CsvOfNothingIsTheHeader) {
  EXPECT_THAT(test::read_csv(test::whole(get("/zoeken.csv?q=windmolen"))), SizeIs(1));
  EXPECT_EQ(test::whole(get("/zoeken.jsonl?q=windmolen")), "");
}

TEST_F(ExportsTest, SpreadsheetFindsNoFormulaInCsv) {
  const auto rows = test::read_csv(test::whole(get("/zoeken.csv?q=sluis")));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1][3], " '-1+1 ;'@SUM(A1);\"'=2\"");
  EXPECT_EQ(rows[1][4], "'=HYPERLINK(\"http://x\")  ER  -  @misc{a}");
  EXPECT_EQ(rows[1][8], "'+31 6}");
}

TEST_F(ExportsTest, JsonLinesAreThoseOfTheApiWithTheIndieners) {
  const std::string text = test::whole(get("/zoeken.jsonl?q=brief"));
  EXPECT_THAT(text, EndsWith("}\n"));
  EXPECT_EQ(nlohmann::json::parse(text),
            nlohmann::json::parse(R"({"id":"kst-99002-4","documentNummer":"2025D90001",
              "soort":"Brief regering","titel":"Financiën & 50% minder: {dijken}_$",
              "onderwerp":"Brief over de dijk","datum":"2025-06-12","dossier":"99002",
              "volgnummer":"4","url":"/kst-99002-4",
              "indieners":["D.G.M. van der Berg","El Abassi"]})"));
}

TEST_F(ExportsTest, RisNamesWhatALiteratureListNeeds) {
  EXPECT_EQ(test::whole(get("/kst-99002-4.ris")),
            "TY  - GOVDOC\r\nID  - kst-99002-4\r\nTI  - Brief over de dijk\r\n"
            "T2  - Financiën & 50% minder: {dijken}_$\r\n"
            "AU  - van der Berg, D.G.M.\r\nAU  - El Abassi\r\n"
            "PY  - 2025\r\nDA  - 2025/06/12/\r\nM3  - Brief regering\r\nM1  - 99 002, nr. 4\r\n"
            "PB  - Staten-Generaal\r\nLA  - nl\r\n"
            "UR  - https://zoek.officielebekendmakingen.nl/kst-99002-4.html\r\nER  - \r\n\r\n");
}

TEST_F(ExportsTest, RisOfHostileTextHasNoLineOfItsOwn) {
  const std::string text = test::whole(get("/zoeken.ris?q=sluis"));
  EXPECT_THAT(text, HasSubstr("TI  - =HYPERLINK(\"http://x\")  ER  -  @misc{a}\r\n"));
  EXPECT_EQ(text.find("\r\nER"), text.rfind("\r\nER"));
  EXPECT_THAT(text, HasSubstr("UR  - http://zoek.example/document/een%20vreemd%2Fstuk\r\n"));
}

TEST_F(ExportsTest, BibtexIsEscapedForLatex) {
  EXPECT_EQ(test::whole(get("/kst-99002-4.bib")),
            "@misc{kst-99002-4,\n  title = {{Brief over de dijk}},\n"
            "  author = {{van der Berg}, D.G.M. and {El Abassi}},\n"
            "  howpublished = {Brief regering, 99 002, nr. 4, 12 juni 2025},\n"
            "  year = {2025},\n  month = jun,\n  language = {dutch},\n"
            "  url = {https://zoek.officielebekendmakingen.nl/kst-99002-4.html}\n}\n\n");
  const std::string hostile = test::whole(get("/zoeken.bib?q=sluis"));
  EXPECT_THAT(hostile, StartsWith("@misc{een_20vreemd_2fstuk,\n"));
  EXPECT_THAT(hostile, HasSubstr("@misc\\textbraceleft{}a\\textbraceright{}}}"));
  EXPECT_THAT(hostile, HasSubstr("{+31 6\\textbraceright{}}"));
}

TEST_F(ExportsTest, BracesOfBibtexAreBalanced) {
  const std::string text = test::whole(get("/zoeken.bib"));
  EXPECT_EQ(std::ranges::count(text, '{'), std::ranges::count(text, '}'));
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    ASSERT_GE(depth, 0);
  }
}

TEST_F(ExportsTest, OneDocumentHasOneAddress) {
  for (const char* name : {"/2025D90001.ris", "/document/2025D90001.ris", "/99002-4.ris",
                           "/99%20002,%20nr.%204.ris", "/document/kst-99002-4.ris"}) {
    const Response response = get(name);
    EXPECT_EQ(response.status, 301) << name;
    EXPECT_EQ(response.location, "/kst-99002-4.ris") << name;
  }
  EXPECT_EQ(get("/document/een%20vreemd%2Fstuk.bib").status, 200);
  EXPECT_EQ(header(get("/document/een%20vreemd%2Fstuk.bib"), "Content-Disposition"),
            "attachment; filename=\"een%20vreemd%2Fstuk.bib\"");
  EXPECT_EQ(get("/kst-99009-1.ris").status, 404);
  EXPECT_EQ(get("/2025Z90001.bib").status, 404);
}

TEST_F(ExportsTest, WrongParametersAreNamed) {
  for (const auto& [target, says] :
       {std::pair{"/zoeken.csv?q=a&pagina=2", "pagina"}, std::pair{"/zoeken.ris?sort=mooi", "sort"},
        std::pair{"/zoeken.bib?q=(", "positie 1"}, std::pair{"/kst-99002-4.ris?q=1", "q"}}) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 400) << target;
    EXPECT_THAT(response.body, HasSubstr(says)) << target;
  }
}

TEST_F(ExportsTest, ThirdAtATimeIsAskedToComeBack) {
  auto first = std::make_unique<Response>(get("/zoeken.csv"));
  const Response second = get("/zoeken.jsonl");
  const Response third = get("/zoeken.ris");
  EXPECT_EQ(third.status, 503);
  EXPECT_EQ(third.retry_after, 30U);
  EXPECT_FALSE(third.parts);
  // One that is broken off gives its turn back as well.
  ASSERT_TRUE(first->parts());
  first.reset();
  EXPECT_EQ(get("/zoeken.ris").status, 200);
  // And one that is refused takes none.
  for (int i = 0; i < 3; ++i) EXPECT_EQ(get("/zoeken.csv?q=(").status, 400);
}

TEST_F(ExportsTest, MemoryDoesNotGrowWithWhatIsFound) {
  constexpr std::size_t many = 20'000;
  constexpr std::size_t most = std::size_t{2} << 20;
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < many; ++i) {
    pieces.push_back(test::document(fmt::format("kst-98001-{}", i + 1),
                                    fmt::format("Motie {} {}", i, std::string(200, 'x')), ""));
  }
  index_.put(std::move(pieces));
  const Response response = get("/zoeken.csv?q=motie&dossier=98001");
  ASSERT_TRUE(response.parts);
  std::size_t lines = 0;
  std::size_t bytes = 0;
  std::size_t highest = 0;
  const std::size_t before = ::mallinfo2().uordblks;
  for (;;) {
    const auto part = response.parts();
    ASSERT_TRUE(part);
    if (part->empty()) break;
    lines += static_cast<std::size_t>(std::ranges::count(*part, '\n'));
    bytes += part->size();
    highest = std::max<std::size_t>(highest, ::mallinfo2().uordblks);
  }
  EXPECT_EQ(lines, many + 1);
  EXPECT_GT(bytes, 2 * most);
  EXPECT_LT(highest, before + most);
}

TEST_F(ExportsTest, PagesLeadToTheFiles) {
  const std::string results = get("/zoeken?q=dijk&soort=Motie&sort=oudste&pagina=2").body;
  for (const char* extension : {"csv", "ris", "bib", "jsonl"}) {
    EXPECT_THAT(results,
                HasSubstr(fmt::format("href=\"/zoeken.{}?q=dijk&amp;soort=Motie&amp;sort=oudste\"",
                                      extension)));
  }
  EXPECT_THAT(get("/zoeken?q=windmolen").body, Not(HasSubstr("/zoeken.csv")));
  const std::string document = get("/kst-99002-4").body;
  EXPECT_THAT(document, HasSubstr("href=\"/kst-99002-4.ris\""));
  EXPECT_THAT(document, HasSubstr("href=\"/kst-99002-4.bib\""));
}

}  // namespace
}  // namespace kamerzoek::web
