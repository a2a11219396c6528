#include "corpus/schema/listing.hpp"

#include <gtest/gtest.h>

#include "corpus/schema/schema.hpp"

namespace kamerzoek::schema {
namespace {

Fields letter() {
  Fields fields;
  fields.documentNummer = "2025D27614";
  fields.soort = "Brief regering";
  fields.titel = "Nationale Omgevingsvisie";
  fields.onderwerp = "Woningbouw in Zeeland – voortgang";
  fields.datum = "2025-06-12";
  fields.dossiers = {{{"34682", ""}, "Nationale Omgevingsvisie"}, {{"36600", "XXII"}, "Begroting"}};
  fields.volgnummer = "228";
  return fields;
}

TEST(Listing, HoldsTheDocumentAndItsOwnDossier) {
  const Listing expected{"2025D27614",
                         "Brief regering",
                         "Nationale Omgevingsvisie",
                         "Woningbouw in Zeeland – voortgang",
                         "2025-06-12",
                         "34682",
                         "Nationale Omgevingsvisie",
                         "228"};
  EXPECT_EQ(listing_of(letter()), expected);
}

TEST(Listing, IsReadBackAsItWasWritten) {
  Fields untitled = letter();
  untitled.titel.clear();
  Fields elsewhere = letter();
  elsewhere.dossiers.front().titel = "Een andere titel";
  for (const Fields& fields : {letter(), untitled, elsewhere, Fields{}}) {
    const Listing listing = listing_of(fields);
    const auto read = unpack(pack(listing));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, listing);
  }
}

TEST(Listing, KeepsATitleOnce) {
  const std::string packed = pack(listing_of(letter()));
  const std::string title = letter().titel;
  EXPECT_EQ(packed.find(title), packed.rfind(title));
}

TEST(Listing, HostileTextCannotMakeFields) {
  Listing listing;
  listing.onderwerp = "een\x1ftwee";
  listing.dossierTitel = "\x1e";
  listing.titel = "titel";
  const auto read = unpack(pack(listing));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->onderwerp, "een twee");
  EXPECT_EQ(read->dossierTitel, " ");
}

TEST(Listing, OtherValuesAreNone) {
  const std::string packed = pack(listing_of(letter()));
  EXPECT_FALSE(unpack(""));
  EXPECT_FALSE(unpack(packed.substr(0, packed.rfind(list_separator))));
  EXPECT_FALSE(unpack(packed + list_separator));
}

}  // namespace
}  // namespace kamerzoek::schema
