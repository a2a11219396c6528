#include "corpus/formats/sniff.hpp"

#include <string>
#include <string_view>

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::HasSubstr;
using namespace std::string_view_literals;

void expect(Format format, std::string_view head) {
  const auto found = sniff(head);
  ASSERT_TRUE(found) << head.substr(0, 80) << ": " << found.error().message;
  EXPECT_EQ(*found, format) << head.substr(0, 80);
}

std::string refusal(std::string_view head) {
  const auto found = sniff(head);
  return found ? "format " + std::to_string(static_cast<int>(*found)) : found.error().message;
}

TEST(Sniff, XmlByItsRoot) {
  expect(Format::official_xml, "<officiele-publicatie>");
  expect(Format::official_xml,
         "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a <b> -->\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n"
         "<officiele-publicatie xmlns:x=\"y\">");
  expect(Format::vlos_xml, "\xEF\xBB\xBF<?xml version=\"1.0\"?><ns:vlosCoreDocument a=\"b\">");
  EXPECT_EQ(refusal("<?xml version=\"1.0\"?><entry/>"),
            "XML met het onbekende hoofdelement 'entry'");
  EXPECT_EQ(refusal("<?xml version=\"1.0\"?><!-- "), "XML zonder hoofdelement");
}

TEST(Sniff, AngleBracketsInTextAreNoXml) {
  expect(Format::plain_text, "<3 voor molens");
  expect(Format::plain_text, "<https://voorbeeld.nl> is een adres");
  expect(Format::plain_text, "<!-- opmerking -->\n# Kop");
}

TEST(Sniff, OData) {
  expect(Format::odata, R"({"@odata.context":"https://x/$metadata#Zaak","value":[)");
  expect(Format::odata, "\xEF\xBB\xBF\n{\n \"Id\": \"x\",\n \"GewijzigdOp\": null");
  expect(Format::odata, R"({"Id":"x","Document":[{"id":1}],"ApiGewijzigdOp":"y"})");
}

TEST(Sniff, JsonLines) {
  expect(Format::json_lines, "{\"soort\":\"x\",\"id\":\"a\"}\n{\"id\":\"b\"}");
  expect(Format::json_lines, R"({ "id" : "a" })");
  expect(Format::json_lines, R"({"tekst":"een regel die wordt afgebroken )");
}

TEST(Sniff, OtherJsonIsRefused) {
  EXPECT_THAT(refusal(R"({"a":{"id":1}})"), HasSubstr("JSON zonder 'id'"));
  EXPECT_THAT(refusal(R"({"Id":1})"), HasSubstr("JSON zonder 'id'"));
  EXPECT_THAT(refusal("{}"), HasSubstr("JSON zonder 'id'"));
  EXPECT_THAT(refusal(R"([{"id":1}])"), HasSubstr("JSON-lijst"));
  EXPECT_THAT(refusal("{\n\"id\":1}"), HasSubstr("JSON over meer regels"));
}

TEST(Sniff, BracketsInTextAreNoJson) {
  expect(Format::plain_text, "[overzicht] [activiteiten]");
  expect(Format::plain_text, "[\"molens\"] in een zin");
  expect(Format::plain_text, "{molens} in een zin");
}

TEST(Sniff, OpenTk) {
  expect(Format::opentk_text, "Molens\nBrief regering\nNummer: 2031D00001, datum: 2031-06-12, x");
  expect(Format::opentk_text, "[overzicht]\r\n\r\n  Nummer: 2031D00001, datum: 2031-06-12\r\n");
  expect(Format::plain_text, "Het Nummer: 2031D00001, datum: 2031-06-12");
  expect(Format::plain_text, "Nummer: 12, datum: morgen");
  expect(Format::opentk_html,
         "<!doctype html><html><p>Nummer: <b>2031D00001</b>, datum: <i>2031-06-12</i>");
  expect(Format::opentk_html, "<HTML>\n<p>Nummer: 2031D00001, datum: 2031-06-12");
}

TEST(Sniff, Html) {
  expect(Format::html, "<!DOCTYPE HTML><p>hallo");
  expect(Format::html, "<!-- saved from url=(0014)about:internet -->\r\n<html>");
  expect(Format::html,
         "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C\"><html xmlns=\"x\">");
  expect(Format::html, "<h1>Een kop</h1>");
  EXPECT_THAT(refusal("<?xml version=\"1.0\"?><section/>"), HasSubstr("'section'"));
}

TEST(Sniff, HtmlMayBeInAnotherSetOfCharacters) {
  expect(Format::html, "<html><p>re\xEBle");
  expect(Format::html, "\xFF\xFE<\0p\0>\0"sv);
  expect(Format::html, "\xFE\xFF\0<\0p\0>"sv);
  expect(Format::opentk_html, "<html><p>re\xEBle<p>Nummer: 2031D00001, datum: 2031-06-12");
  EXPECT_EQ(refusal("<html>\0"sv), "binaire gegevens");
  EXPECT_EQ(refusal("<entry>\xEB!"), "geen UTF-8 (byte 7)");
}

TEST(Sniff, BinaryFormatsAreNamed) {
  EXPECT_EQ(
      refusal(
          "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv),
      "een Word- of Officebestand met een wachtwoord");
  expect(Format::word_97, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  expect(Format::rtf, "{\\rtf1\\ansi");
  EXPECT_THAT(refusal("\x89PNG\r\n\x1A\n"), HasSubstr("PNG"));
  EXPECT_THAT(refusal("\xFF\xD8\xFF\xE0"), HasSubstr("JPEG"));
  EXPECT_THAT(refusal("\x1F\x8B\x08"), HasSubstr("gzip"));
  EXPECT_THAT(refusal("SQLite format 3\0"sv), HasSubstr("SQLite"));
  EXPECT_THAT(refusal("RIFF1234WEBP"), HasSubstr("WebP"));
  expect(Format::plain_text, "BZh is geen woord");
}

TEST(Sniff, Packages) {
  expect(Format::package, "PK\x03\x04....word/document.xml");
  expect(Format::package, "PK\x05\x06....");
  expect(Format::pdf, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj");
  expect(Format::plain_text, "PK is een afkorting");
}

TEST(Sniff, BinaryDataAndOtherEncodingsAreRefused) {
  EXPECT_EQ(refusal("molens\0molens"sv), "binaire gegevens");
  EXPECT_EQ(refusal("m\x01\x02\x03olens"), "binaire gegevens");
  EXPECT_EQ(refusal("\xFF\xFEm\0"sv), "geen UTF-8 (byte 0)");
  EXPECT_EQ(refusal("re\xEBle molens"), "geen UTF-8 (byte 2)");
  EXPECT_EQ(refusal("a\xC0\xAF"), "geen UTF-8 (byte 1)");
  EXPECT_EQ(refusal("a\xED\xA0\x80"), "geen UTF-8 (byte 1)");
  EXPECT_EQ(refusal("a\xF4\x90\x80\x80"), "geen UTF-8 (byte 1)");
  expect(Format::plain_text, "re\xC3\xABle molens \xE2\x82\xAC");
  expect(Format::plain_text, "een afgebroken teken \xE2\x82");
  expect(Format::plain_text, "bladzijde\f\n" + std::string(200, 'a') + "\x02");
}

TEST(Sniff, EmptyIsRefused) {
  EXPECT_EQ(refusal(""), "leeg");
  EXPECT_EQ(refusal("\xEF\xBB\xBF \r\n\t"), "leeg");
}

TEST(Sniff, AnyCutIsTaken) {
  constexpr std::string_view whole =
      "\xEF\xBB\xBF<?xml version=\"1.0\"?><!DOCTYPE html [ ]><!-- \xC3\xAB --><html><p>Nummer: ";
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const auto found = sniff(whole.substr(0, length));
    if (!found) {
      EXPECT_FALSE(found.error().message.empty());
    }
  }
  constexpr std::string_view json = "{\"@odata.context\":\"a\\\"\",\"value\":[{\"Id\":\"x\"}]}";
  for (std::size_t length = 0; length <= json.size(); ++length) {
    static_cast<void>(sniff(json.substr(0, length)));
  }
}

}  // namespace
}  // namespace kamerzoek
