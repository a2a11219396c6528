#include "corpus/formats/syncfeed_page.hpp"

#include <string>

#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

using Entry = SyncfeedPage::Entry;

const std::string guid = "bd76df64-60b2-4e77-86bf-4cd2a4d5560a";

std::string entry(const std::string& token, const std::string& record,
                  const std::string& title = guid) {
  return "<entry><title>" + title + "</title><id>https://x/Entiteiten/" + title +
         "</id><author><name>Kamer</name></author><updated>2025-06-12T13:28:08.78+02:00</updated>"
         "<category term=\"documentActor\"/><link rel=\"enclosure\" "
         "href=\"https://x/?skiptoken=7\"/>"
         "<link rel=\"next\" href=\"https://x/Feed?skiptoken=" +
         token + "&amp;category=Document\"/><content type=\"application/xml\">" + record +
         "</content></entry>";
}

std::string feed(const std::string& parts) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" "
         "xmlns:tk=\"http://www.tweedekamer.nl/xsd/tkData/v1-0\"><title>SyncFeed</title>" +
         parts + "</feed>";
}

const std::string resume = "<link rel=\"resume\" href=\"https://x/Feed?skiptoken=9\"/>";

TEST(SyncfeedPageTest, SaysWhichRecordsChangedAndWhere) {
  const auto page =
      syncfeed_page(feed(entry("41",
                               "<documentActor xmlns=\"urn:x\" id=\"x\" "
                               "tk:bijgewerkt=\"2025-06-12T13:28:01\" tk:verwijderd=\"false\"/>") +
                         entry("44", "<documentActor id=\"x\" verwijderd=\"true\"/>") +
                         "<link rel=\"next\" href=\"https://x/Feed?skiptoken=44\"/>"));
  ASSERT_TRUE(page) << page.error().message;
  const std::string updated = "2025-06-12T11:28:08.7800000Z";
  EXPECT_EQ(page->entries,
            (std::vector<Entry>{{41, "DocumentActor", guid, updated, "2025-06-12T13:28:01", false},
                                {44, "DocumentActor", guid, updated, "", true}}));
  EXPECT_TRUE(page->in_order);
  EXPECT_TRUE(page->has_next);
  EXPECT_FALSE(page->is_end);
}

TEST(SyncfeedPageTest, TellsItsEnd) {
  const auto page = syncfeed_page(feed(resume));
  ASSERT_TRUE(page);
  EXPECT_TRUE(page->is_end);
  EXPECT_TRUE(page->entries.empty());
}

TEST(SyncfeedPageTest, AnEntryThatNamesNoRecordHasItsPlace) {
  const auto page = syncfeed_page(feed(entry("41", "", "geen GUID") + resume));
  ASSERT_TRUE(page);
  ASSERT_EQ(page->entries.size(), 1U);
  EXPECT_EQ(page->entries[0].token, 41U);
  EXPECT_EQ(page->entries[0].id, "");
}

TEST(SyncfeedPageTest, SeesTokensThatGoBack) {
  const auto page = syncfeed_page(feed(entry("42", "") + entry("42", "") + resume));
  ASSERT_TRUE(page);
  EXPECT_FALSE(page->in_order);
}

TEST(SyncfeedPageTest, RefusesWhatIsNoPage) {
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("<!DOCTYPE html><html><body/></html>"),
        std::string("<html><body>Even geduld</body></html>"), feed(""), feed(entry("", "")),
        feed(entry("x", "")), feed(entry("99999999999999999999", "")), feed(entry("12x", "")),
        feed(entry("41", "")).substr(0, 400)}) {
    EXPECT_FALSE(syncfeed_page(text)) << text;
  }
}

}  // namespace
}  // namespace kamerzoek
