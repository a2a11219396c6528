#include "corpus/formats/odata_page.hpp"

#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

TEST(OdataPageTest, SaysWhereItsRecordsStand) {
  const auto page = odata_page(R"json({
    "@odata.context":"https://x/$metadata#Document(Zaak(),DocumentActor())","@odata.count":9,
    "@odata.nextLink":"https://x/Document?$skip=2",
    "value":[{"Id":"BD76DF64-60b2-4e77-86bf-4cd2a4d5560a","Verwijderd":true,
              "GewijzigdOp":"2025-06-12T13:28:01+02:00","ApiGewijzigdOp":"2025-06-12T13:28:08.78+02:00"},
             {"Id":"9cbb13d7-e636-4b7f-8f5d-cb3a14896d38"},7]})json");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->type, "Document");
  EXPECT_EQ(page->count, 9U);
  EXPECT_TRUE(page->has_next);
  EXPECT_EQ(page->size, 3U);
  ASSERT_EQ(page->places.size(), 1U);
  EXPECT_EQ(page->places[0], (OdataPage::Place{"2025-06-12T11:28:08.7800000Z",
                                               "bd76df64-60b2-4e77-86bf-4cd2a4d5560a",
                                               "2025-06-12T13:28:01+02:00", true}));
}

TEST(OdataPageTest, RefusesWhatIsNoPage) {
  for (const char* text : {"", "<html>", "[]", "{}", R"({"value":7})", R"({"value":[)"}) {
    EXPECT_FALSE(odata_page(text)) << text;
  }
}

}  // namespace
}  // namespace kamerzoek
