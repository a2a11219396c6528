#include "corpus/formats/plain_text.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/dutch_date.hpp"
#include "corpus/formats/letterhead.hpp"
#include "reading.hpp"

namespace kamerzoek {
namespace {

using test::headings;
using test::read;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

TEST(PlainText, LetterheadGivesTheFields) {
  const auto got = read(read_plain_text,
                        "99 123 Bruggen en sluizen\r\nNr. 17 Brief van de minister van Bruggen\r\n"
                        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\r\n\r\n"
                        "Den Haag, 12 juni 2025\r\nGeachte voorzitter,\r\n");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].source, Source::text);
  EXPECT_EQ(got.pieces[0].name, "kst-99123-17");
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("kst-99123-17"));
  const Fields& fields = got.fields();
  EXPECT_EQ(fields.soort, "Brief regering");
  EXPECT_EQ(fields.titel, "Bruggen en sluizen");
  EXPECT_EQ(fields.onderwerp, "Brief van de minister van Bruggen");
  EXPECT_EQ(fields.datum, "2025-06-12");
  EXPECT_EQ(fields.volgnummer, "17");
  EXPECT_EQ(fields.dossiers.at(0).nummer.text(), "99123");
  EXPECT_TRUE(fields.tekst.ends_with("Den Haag, 12 juni 2025\nGeachte voorzitter,\n"));
}

TEST(PlainText, LetterheadInCapitalsAndMarkdown) {
  const auto got = read(read_plain_text,
                        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024-2025\n"
                        "# 99\u00A0600 XXII Begroting\n99 601 Een ander dossier\n\n## Nr. 4 MOTIE "
                        "VAN HET LID JANSEN\nVoorgesteld 5 maart 2024\nDe Kamer,\n");
  EXPECT_EQ(got.pieces.at(0).name, "kst-99600-XXII-4");
  EXPECT_EQ(got.fields().soort, "Motie");
  EXPECT_EQ(got.fields().vergaderjaar, "2024-2025");
  EXPECT_EQ(got.fields().datum, "2024-03-05");
  EXPECT_THAT(got.fields().dossiers, SizeIs(2));
  EXPECT_THAT(headings(got.fields()),
              ElementsAre("99 600 XXII Begroting", "Nr. 4 MOTIE VAN HET LID JANSEN"));
}

TEST(PlainText, DossierLines) {
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"99 123 Bruggen", "99123"},
      {"99123 Bruggen", "99123"},
      {"21 501-08 Milieuraad", "21501-08"},
      {"36 600-XXII Begroting", "36600-XXII"},
      {"36 027 (R2160) Rijkswet", "36027-R2160"},
      {"36 027 (R 2160) Rijkswet", "36027-R2160"},
      {"99 1234 bruggen", ""},
      {"991 23 bruggen", ""},
      {"99 123", ""},
      {"€ 99 123 euro", ""}};
  for (const auto& [line, number] : lines) {
    const auto dossier = dossier_of_line(line);
    EXPECT_EQ(dossier ? dossier->nummer.text() : "", number) << line;
  }
}

TEST(PlainText, WithoutLetterheadTheOriginIsTheIdentifier) {
  const std::string text = "\xEF\xBB\xBF# Over bruggen\r\n\r\nEen brug is  lang.\n";
  const auto got = read(read_plain_text, text, "a");
  EXPECT_THAT(got.pieces.at(0).keys, ElementsAre("bestand-af63dc4c8601ec8c"));
  EXPECT_EQ(got.pieces[0].name, "bestand-af63dc4c8601ec8c");
  EXPECT_EQ(got.fields().onderwerp, "Over bruggen");
  EXPECT_EQ(got.fields().tekst, "Over bruggen\nEen brug is lang.\n");
  EXPECT_THAT(headings(got.fields()), ElementsAre("Over bruggen"));
  EXPECT_NE(read(read_plain_text, text, "b").pieces.at(0).name, got.pieces[0].name);
}

TEST(PlainText, NumberInATextIsNoLetterhead) {
  const auto got = read(read_plain_text, "12 345 euro kost de brug\nDat is veel\n");
  EXPECT_TRUE(got.pieces.at(0).name.starts_with("bestand-"));
}

TEST(PlainText, AddressOfThePageNamesTheDocument) {
  const auto got = read(read_plain_text,
                        "URL: https://zoek.officielebekendmakingen.nl/kst-99123-6.html\n\n"
                        "99 123 Bruggen\n\nNr. 6 BRIEF VAN DE MINISTER VAN BRUGGEN\n\n"
                        "Den Haag, 5 oktober 2018\n\nHierbij het plan1.\n\nX Noot\n1\n\n"
                        "Raadpleegbaar via de griffie\n\nNaar boven\n");
  EXPECT_THAT(got.pieces.at(0).keys, ElementsAre("kst-99123-6"));
  EXPECT_TRUE(got.fields().tekst.starts_with("99 123 Bruggen\n"));
  EXPECT_TRUE(got.fields().tekst.ends_with("Hierbij het plan.\n"));
  EXPECT_THAT(got.fields().noten, ElementsAre(Noot{"1", "Raadpleegbaar via de griffie",
                                                   got.fields().tekst.size() - 2}));
}

TEST(PlainText, BrokenInputIsRefusedWithAReason) {
  EXPECT_THAT(read(read_plain_text, "").message(), HasSubstr("leeg"));
  EXPECT_THAT(read(read_plain_text, " \r\n\t\n").message(), HasSubstr("leeg"));
  EXPECT_THAT(read(read_plain_text, "brug \xC3").message(), HasSubstr("geen UTF-8 (byte 5)"));
  EXPECT_THAT(read(read_plain_text, "\xED\xA0\x80").message(), HasSubstr("byte 0"));
  EXPECT_THAT(read(read_plain_text, std::string("a\0b", 3)).message(), HasSubstr("nulbyte"));
  EXPECT_THAT(read(read_plain_text, "URL: https://x.nl\n").message(), HasSubstr("geen tekst"));
}

TEST(DutchDate, WrittenOut) {
  EXPECT_EQ(dutch_date_in("Den Haag, 12 juni 2025"), "2025-06-12");
  EXPECT_EQ(dutch_date_in("Donderdag 5 april 2018"), "2018-04-05");
  EXPECT_EQ(dutch_date_in("Voorgesteld 3december 2024"), "2024-12-03");
  EXPECT_EQ(dutch_date_in("op 1 en 2 MAART 2024"), "2024-03-02");
  EXPECT_EQ(dutch_date_in("31 april 2024"), "");
  EXPECT_EQ(dutch_date_in("99 mei 2024 en 12 mei"), "");
  EXPECT_EQ(dutch_date_in(""), "");
}

TEST(DutchDate, Iso) {
  EXPECT_EQ(iso_date_of("2025-06-12"), "2025-06-12");
  EXPECT_EQ(iso_date_of("2025-06-12T00:00:00"), "2025-06-12");
  EXPECT_EQ(iso_date_of("2025-13-12"), "");
  EXPECT_EQ(iso_date_of("2025-06-123"), "");
}

TEST(PlainTextRealData, Pages) {
  const std::vector<std::vector<std::string>> pages = {
      {"kst-34682-5.html", "kst-34682-5", "Verslag van een algemeen overleg", "2018-05-16"},
      {"kst-34682-6.html", "kst-34682-6", "Brief regering", "2018-10-05"},
      {"tweedekamer-2022D06725", "kst-35165-46", "Brief regering", "2022-02-21"},
      {"tweedekamer-2025D04328", "2025D04328", "Antwoord schriftelijke vragen", "2025-02-04"}};
  for (const auto& page : pages) {
    REQUIRE_SHARED(bytes, "pages/" + page[0] + ".txt");
    const auto got = read(read_plain_text, *bytes);
    ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
    EXPECT_EQ(got.pieces[0].name, page[1]);
    EXPECT_EQ(got.fields().soort, page[2]);
    EXPECT_EQ(got.fields().datum, page[3]);
  }
}

}  // namespace
}  // namespace kamerzoek
