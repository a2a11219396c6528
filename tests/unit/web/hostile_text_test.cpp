// Something hostile in every field of every kind of record and in every parameter, asked for at
// every address: none of it comes alive, and all of it is shown as the text it is.

#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "search/address.hpp"
#include "tests/support/temporary_index.hpp"
#include "tests/unit/web/alive_files.hpp"
#include "tests/unit/web/hostile_records.hpp"
#include "tests/unit/web/whole_body.hpp"
#include "web/answer.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {
namespace {

using test::Attack;
using test::Complaints;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

Complaints header_complaints(const Response& response) {
  Complaints wrong;
  static const std::regex disposition("attachment; filename=\"[A-Za-z0-9._~%-]+\"");
  auto headers = response.headers;
  headers.emplace_back("Content-Type", response.type);
  for (const auto& [name, value] : headers) {
    const bool printable =
        std::ranges::all_of(name + value, [](char c) { return c >= ' ' && c < 0x7f; });
    if (!printable) wrong.push_back("the header " + name + ": " + value);
    if (name == "Location" && (!value.starts_with('/') || !test::is_harmless_address(value))) {
      wrong.push_back("the header " + name + ": " + value);
    }
    if (name == "Content-Disposition" && !std::regex_match(value, disposition)) {
      wrong.push_back("the header " + name + ": " + value);
    }
  }
  return wrong;
}

/// What is alive in a body, read as the program reads it that takes such a type.
Complaints body_complaints(const std::string& type, const std::string& body) {
  if (type.starts_with("text/html")) return test::html_complaints(body);
  if (type.ends_with("+xml") && type != "image/svg+xml") return test::xml_complaints(body);
  if (type == "application/xml") return test::sitemap_complaints(body);
  if (type == "application/jsonl") return test::json_lines_complaints(body);
  if (type.ends_with("json")) return test::json_complaints(body);
  if (type.starts_with("text/csv")) return test::csv_complaints(body);
  if (type.starts_with("application/x-research-info-systems")) return test::ris_complaints(body);
  if (type.starts_with("application/x-bibtex")) return test::BibtexReader(body).run();
  if (type.starts_with("text/plain; version=")) return test::metrics_complaints(body);
  if (type.starts_with("text/plain")) return test::text_complaints(body, "\n");
  // Of an asset every byte is ours.
  const bool asset = type.starts_with("text/css") || type.starts_with("text/javascript") ||
                     type == "image/svg+xml" || type.empty();
  return asset ? Complaints() : Complaints{"a type that nobody reads here: " + type};
}

class HostileTextTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index_ = std::make_unique<test::TemporaryIndex>();
    std::vector<Piece> pieces;
    for (const auto& [name, payload] : test::payloads()) {
      attacks_.push_back(test::prepare(attacks_.size() + 1, name, payload, pieces));
    }
    index_->put(std::move(pieces));
    searcher_.emplace(index_->searcher());
  }

  static void TearDownTestSuite() {
    searcher_.reset();
    index_.reset();
  }

  static Response get(const std::string& target, const std::string& host = "zoek.example") {
    const Request request{.target = target, .host = host};
    return finished(request, route(request, *searcher_));
  }

  /// Asks, and tells what is alive in the answer. What is hostile makes no fault of ours.
  static void ask(const std::string& target, const std::string& host = "zoek.example") {
    const Response response = get(target, host);
    const std::string body = test::whole(response);
    Complaints wrong = header_complaints(response);
    test::append(wrong, body_complaints(response.type, body));
    if (response.status == 500) wrong.emplace_back("status 500");
    EXPECT_THAT(wrong, IsEmpty()) << target.substr(0, 300) << '\n' << body.substr(0, 3000);
  }

  /// Every hostile text alone, as somebody may put it into an address.
  static std::vector<std::string> anything() {
    std::vector<std::string> texts;
    for (const auto& [name, text] : test::payloads()) texts.push_back(text.substr(0, 1000));
    for (const auto& [name, text] : test::broken_bytes()) texts.push_back(text);
    return texts;
  }

  /// The addresses with a name for the star.
  static std::string filled(std::string address, const std::string& name) {
    const std::size_t star = address.find('*');
    return star == std::string::npos ? address : address.replace(star, 1, percent_encoded(name));
  }

  /// The parameters that an address takes, as it says itself to who gives one that it does not.
  static std::vector<std::string> parameters(const std::string& address) {
    const std::string body = test::whole(get(address + "?onbekend=1"));
    std::smatch said;
    if (!std::regex_search(body, said, std::regex("[Kk]ies uit ([a-z ]+)\\."))) return {};
    std::istringstream words(said[1]);
    return {std::istream_iterator<std::string>(words), {}};
  }

  static inline std::unique_ptr<test::TemporaryIndex> index_;
  static inline std::optional<Searcher> searcher_;
  static inline std::vector<Attack> attacks_;
};

/// All that a reader, or a program for one who does not see, gets of a page.
std::string seen(const std::string& page) {
  const test::Markup markup = test::Markup::html(page);
  std::string all;
  for (const std::string& text : markup.all("//text() | //@*[name() != 'href']")) all += text;
  return all;
}

/// Without spaces, and without what is shown as U+FFFD, because it has no place on a page.
std::string comparable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(test::utf8_length(text.substr(at)), 1);
    const std::string_view character = text.substr(at, length);
    if (character != " " && character != "\ufffd" && !test::has_no_place(character))
      out += character;
    at += length;
  }
  return out;
}

TEST_F(HostileTextTest, IsAliveAtNoAddress) {
  std::set<std::string> names = {"99001", "kst-99001-1", "1"};
  for (const std::string& text : anything()) names.insert(text);
  for (const Attack& attack : attacks_) {
    names.insert({attack.paper, attack.letter, attack.zaak, attack.signer});
  }
  for (const std::string& address : all_addresses()) {
    if (address.find('*') == std::string::npos) {
      ask(address);
      continue;
    }
    for (const std::string& name : names) ask(filled(address, name));
  }
  for (const std::string& text : anything()) {
    ask("/niets/" + percent_encoded(text));
    // Not even encoded.
    ask("/" + text);
    ask("/zoeken?q=" + text);
  }
}

TEST_F(HostileTextTest, IsAliveInNoParameter) {
  std::set<std::string> known;
  for (const std::string& pattern : all_addresses()) {
    const bool of_dossier = pattern.find("/dossier") != std::string::npos;
    const std::string address = filled(pattern, of_dossier ? "99001" : "kst-99001-1");
    for (const std::string& parameter : parameters(address)) {
      known.insert(parameter);
      for (const std::string& text : anything()) {
        ask(fmt::format("{}?{}={}", address, parameter, percent_encoded(text)));
      }
    }
    for (const std::string& text : anything()) {
      ask(fmt::format("{}?{}=1", address, percent_encoded(text)));
    }
  }
  for (const char* name : {"q", "soort", "dossier", "indiener", "commissie", "van", "tot", "sort",
                           "pagina", "offset", "limit", "uitleg", "nummer", "format"}) {
    EXPECT_THAT(known, Contains(name));
  }
}

TEST_F(HostileTextTest, IsAliveInNoListOfResults) {
  for (const char* address : {"/zoeken?q=", "/zoeken?q=paper&uitleg=1", "/zoeken?q=letter+tekst"}) {
    for (int page = 1; page <= 6; ++page) ask(fmt::format("{}&pagina={}", address, page));
  }
  for (const Attack& attack : attacks_) {
    const std::string query = percent_encoded(attack.payload.substr(0, 400));
    ask("/zoeken?uitleg=1&q=" + query);
    ask("/api/v1/search?uitleg=1&q=" + query);
    ask("/api/v1/suggest?format=opensearch&q=" + query);
    ask("/" + attack.paper + "?q=" + query);
    const std::string person = percent_encoded(attack.signer);
    for (const char* list : {"/zoeken", "/zoeken.csv", "/zoeken.ris", "/zoeken.bib",
                             "/zoeken.jsonl", "/zoeken.atom", "/zoeken.json"}) {
      ask(fmt::format("{}?indiener={}", list, person));
    }
  }
}

TEST_F(HostileTextTest, IsAliveInNoAnswerToAHostileRequest) {
  for (const std::string& text : anything()) {
    for (const char* address :
         {"/", "/opensearch.xml", "/zoeken.atom", "/zoeken.json", "/zoeken.bib", "/kst-99001-1",
          "/api/v1/search?q=", "/document/x%0d%0ay"}) {
      ask(address, text);
      ask(address, "zoek.example" + text);
    }
    const Request request{.method = text,
                          .target = "/" + text,
                          .host = text,
                          .accept_encoding = text,
                          .if_none_match = text};
    for (const Response& response :
         {route(request, *searcher_), refuse(request, 414), refuse(request, 429),
          refuse(request, 500), refuse(request, 503), refuse(request, 400)}) {
      EXPECT_THAT(header_complaints(finished(request, response)), IsEmpty()) << text;
      EXPECT_THAT(body_complaints(response.type, response.body), IsEmpty()) << text;
    }
  }
}

TEST_F(HostileTextTest, EveryFieldIsShownAsTheTextItIs) {
  // What a page of a document has no place for; its addresses lead to the rest.
  const std::set<std::string> hidden = {"bronDocument", "bijlage.id", "citaat.doel",
                                        "ecli",         "celex",      "stb",
                                        "doel",         "oorsprong",  "sha256"};
  // What belongs to a document only.
  const std::set<std::string> textual = {"titel",  "bijlage.titel", "tekst",      "kop",
                                         "citaat", "noot.nummer",   "noot.tekst", "versie",
                                         "zaak",   "documentNummer"};
  for (const Attack& attack : attacks_) {
    const auto expect = [&](const std::string& target, const std::string& record, auto wanted) {
      const Response response = get(target);
      ASSERT_EQ(response.status, 200) << attack.name << ": " << target;
      const std::string page = comparable(seen(response.body));
      for (const auto& [field, text] : attack.planted.at(record)) {
        const bool there = page.find(comparable(text)) != std::string::npos;
        EXPECT_TRUE(there || !wanted(field)) << attack.name << ": " << field << " at " << target;
      }
    };
    const auto all = [&](const std::string& field) { return !hidden.contains(field); };
    const auto brief = [&](const std::string& field) {
      return all(field) && !textual.contains(field);
    };
    const auto said = [](const std::string& field) { return field == "onderwerp"; };
    const auto voted = [](const std::string& field) {
      return field == "onderwerp" || field == "soort";
    };
    const std::string paper = "/" + attack.paper;
    const std::string zaak = "/zaak/" + percent_encoded(attack.zaak);
    expect(paper, "paper", all);
    expect(zaak, "zaak", brief);
    for (const std::string& page : {paper, zaak}) {
      expect(page, "besluit", said);
      expect(page, "stemming", voted);
    }
  }
}

/// All strings of a JSON value, names too.
void collect(const nlohmann::json& value, std::set<std::string>& into) {
  if (value.is_string()) into.insert(value.get<std::string>());
  if (!value.is_structured()) return;
  for (const auto& [key, member] : value.items()) {
    if (value.is_object()) into.insert(key);
    collect(member, into);
  }
}

TEST_F(HostileTextTest, EveryFieldIsInTheJsonToTheLetter) {
  for (const Attack& attack : attacks_) {
    std::set<std::string> strings;
    collect(nlohmann::json::parse(get("/api/v1/documents/" + attack.paper).body), strings);
    for (const auto& [field, text] : attack.planted.at("paper")) {
      const bool there = std::ranges::any_of(
          strings, [&](const std::string& one) { return one.find(text) != std::string::npos; });
      // Where a file lies is told nobody.
      EXPECT_EQ(there, field != "oorsprong") << attack.name << ": " << field;
    }
  }
}

TEST_F(HostileTextTest, EveryDocumentIsInEveryFile) {
  for (const char* file : {"csv", "ris", "bib", "jsonl", "atom", "json"}) {
    const std::string body = test::whole(get(fmt::format("/zoeken.{}", file)));
    std::size_t documents = 0;
    for (std::size_t at = 0; (at = body.find("letter.onderwerp", at)) != std::string::npos; ++at) {
      ++documents;
    }
    // A feed may have an opening of the text besides.
    EXPECT_GE(documents, attacks_.size()) << file;
  }
}

TEST_F(HostileTextTest, WhatIsAskedStaysInTheBox) {
  for (const Attack& attack : attacks_) {
    if (attack.payload.size() > 1000) continue;
    const test::Markup page =
        test::Markup::html(get("/zoeken?q=" + percent_encoded(attack.payload)).body);
    const auto boxes = page.all("//input[@name='q']/@value");
    ASSERT_FALSE(boxes.empty()) << attack.name;
    EXPECT_EQ(comparable(boxes.front()), comparable(attack.payload)) << attack.name;
  }
}

TEST(AliveTest, IsNoticed) {
  const auto page = [](const std::string& body) {
    return test::html_complaints("<!DOCTYPE html><html><head><title>x</title></head><body>" + body +
                                 "</body></html>");
  };
  EXPECT_THAT(page("<p><a href=\"/x\">x</a></p>"), IsEmpty());
  for (const char* body : {"<p onclick=\"x\">", "<img src=\"/x\">", "<script>x</script>",
                           "<script src=\"/x.js\"></script>", "<a href=\"javascript:x\">x</a>",
                           "<a href=\"//evil.example\">x</a>", "<a href=\"\">x</a>",
                           "<a href=\"https://evil.example/\">x</a>", "<p>\u202ex</p>",
                           "<p>\x01</p>", "<!-- x -->", "\x80", "<p", "<form action=\"data:x\">"}) {
    EXPECT_THAT(page(body), Not(IsEmpty())) << body;
  }
  EXPECT_THAT(test::xml_complaints("<feed><x/></feed>"), Not(IsEmpty()));
  EXPECT_THAT(test::xml_complaints("<feed>"), Not(IsEmpty()));
  EXPECT_THAT(test::json_complaints("{\"url\": \"javascript:x\"}"), Not(IsEmpty()));
  EXPECT_THAT(test::csv_complaints("\xef\xbb\xbf"
                                   "a,b,c,d,e,f,g,h,i,\"x; =1\"\r\n"),
              Not(IsEmpty()));
  EXPECT_THAT(test::csv_complaints("\xef\xbb\xbf"
                                   "a,b\r\n"),
              Not(IsEmpty()));
  EXPECT_THAT(test::ris_complaints("TY  - GOVDOC\r\nER  - \r\nTI  - x\r\n"), Not(IsEmpty()));
  EXPECT_THAT(test::BibtexReader("@misc{a,\n  title = {x}}, author = {x}\n}\n\n").run(),
              Not(IsEmpty()));
  EXPECT_THAT(test::metrics_complaints("x{a=\"\"\"} 1\n"), Not(IsEmpty()));
}

}  // namespace
}  // namespace kamerzoek::web
