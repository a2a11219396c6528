#include "corpus/formats/xml_stream.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Children {
  std::vector<std::string> names;
  std::string message;
};

Children children(std::string_view xml, std::string_view parent = "body") {
  Children found;
  const auto read = for_each_child(
      xml, parent, [&](const xmlNode& node) { found.names.emplace_back(element_name(node)); });
  if (!read) found.message = read.error().message;
  return found;
}

std::string nested(std::size_t levels) {
  std::string xml = "<w><body>";
  for (std::size_t i = 0; i < levels; ++i) xml += "<a>";
  for (std::size_t i = 0; i < levels; ++i) xml += "</a>";
  return xml + "</body></w>";
}

TEST(XmlStream, ChildrenOfTheFirstParentComeOneByOne) {
  const auto got = children(
      "<w:doc xmlns:w='u'><w:x/>tekst<w:body><w:p><w:body><w:q/></w:body></w:p>\n<w:t/></w:body>"
      "<w:body><w:z/></w:body></w:doc>");
  EXPECT_THAT(got.names, ElementsAre("p", "t"));
  EXPECT_EQ(got.message, "");
  EXPECT_THAT(children("<body><p/></body>").names, ElementsAre("p"));
  EXPECT_THAT(children("<a><body/><p/></a>").names, IsEmpty());
  EXPECT_THAT(children("<a/>").names, IsEmpty());
  EXPECT_THAT(children("<a><text><p/></text><body><text><q/></text></body></a>", "body/text").names,
              ElementsAre("q"));
}

TEST(XmlStream, ATreeIsWhole) {
  std::string text;
  const auto read =
      for_each_child("<body><p><t>br</t><t>ug</t></p></body>", "body", [&](const xmlNode& p) {
        for (const auto* t = p.children; t != nullptr; t = t->next) {
          text += characters_of(*t->children);
        }
      });
  EXPECT_TRUE(read);
  EXPECT_EQ(text, "brug");
}

TEST(XmlStream, AnErrorNamesTheLine) {
  EXPECT_THAT(children("<a><body><p/>\n<q></body></a>").message,
              HasSubstr("niet goed gevormd, regel 2"));
  EXPECT_THAT(children("<a><body><p/></body>").message, HasSubstr("niet goed gevormd"));
  EXPECT_THAT(children("geen xml").message, HasSubstr("niet goed gevormd"));
  EXPECT_THAT(children("").message, HasSubstr("leeg"));
  EXPECT_THAT(children("<body>\xFF</body>").message, HasSubstr("geen UTF-8 (byte 6)"));
}

TEST(XmlStream, ADoctypeIsRefused) {
  const auto got = children(
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
      "<a><body><p>&e;</p></body></a>");
  EXPECT_THAT(got.message, HasSubstr("DOCTYPE"));
  EXPECT_THAT(got.names, IsEmpty());
  EXPECT_THAT(children("<a><body><p>&e;</p></body></a>").message, HasSubstr("niet goed gevormd"));
}

TEST(XmlStream, DepthAndAttributesAreLimited) {
  EXPECT_EQ(children(nested(200)).message, "");
  EXPECT_THAT(children(nested(10'000)).message, HasSubstr("niet goed gevormd"));
  std::string crowded = "<body><p";
  for (int i = 0; i < 501; ++i) crowded += " a" + std::to_string(i) + "=''";
  EXPECT_THAT(children(crowded + "/></body>").message, HasSubstr("500 attributen"));
}

}  // namespace
}  // namespace kamerzoek
