#include "corpus/formats/letterhead.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/ministry_letter.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/signatures.hpp"
#include "reading.hpp"

namespace kamerzoek {
namespace {

using test::read;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Lines = std::vector<std::string>;

std::string number_of(const Lines& lines) {
  const auto head = read_letterhead(lines);
  return head ? head->dossiers.front().nummer.text() + "/" + head->volgnummer : "";
}

TEST(Letterhead, AsItIsPrinted) {
  const auto head = read_letterhead({"Tweede Kamer der Staten-Generaal 2", "Vergaderjaar 2024–2025",
                                     "99 001 Het eiland Nieuwoord", "99 002 De Merenlijn",
                                     "Nr. 8 GEWIJZIGDE MOTIE VAN HET LID DE VRIES",
                                     "Voorgesteld 12 juni 2025", "De Kamer,"});
  ASSERT_TRUE(head);
  EXPECT_EQ(head->vergaderjaar, "2024-2025");
  ASSERT_THAT(head->dossiers, SizeIs(2));
  EXPECT_EQ(head->dossiers[0].titel, "Het eiland Nieuwoord");
  EXPECT_EQ(head->dossiers[1].nummer.text(), "99002");
  EXPECT_EQ(head->volgnummer, "8");
  EXPECT_EQ(head->kop, "GEWIJZIGDE MOTIE VAN HET LID DE VRIES");
  EXPECT_EQ(head->soort, "Motie (gewijzigd/nader)");
  EXPECT_EQ(head->datum, "2025-06-12");
}

TEST(Letterhead, NumbersInEveryForm) {
  const std::string kop = "Brief van de minister van Eilanden";
  const std::vector<std::pair<Lines, std::string>> heads = {
      {{"99 001 Eiland", "Nr. 8 " + kop}, "99001/8"},
      {{"99001 Eiland", "Nr. 8", kop}, "99001/8"},
      {{"99 001 | Eiland", "Nr. 8 | " + kop}, "99001/8"},
      {{"99 100 VII Begroting Binnenlandse Zaken", "Nr. 8 " + kop}, "99100-VII/8"},
      {{"99 501-08 Merenraad", "Nr. A " + kop}, "99501-08/A"},
      {{"Eerste Kamer der Staten-Generaal 1", "99 001 Eiland", "C " + kop}, "99001/C"},
      {{"Eerste Kamer der Staten-Generaal 1", "99 001 Eiland", "C", "BRIEF VAN DE MINISTER VAN X"},
       "99001/C"},
      {{"99 027 (R2160) Rijkswet", "Nr. 3 MEMORIE VAN TOELICHTING"}, "99027-R2160/3"},
      {{"99 001- Eiland", "Nr. 8 " + kop}, "99001/8"},
      {{"Vergaderjaar 2024-2025", "99 001", "Eiland", "Nr. 8", kop}, "99001/8"},
      {{"Vergaderjaar 2024-2025", "99 100 XXII", "Begroting van het Ministerie", "van Eilanden",
        "Nr. 8", kop},
       "99100-XXII/8"}};
  for (auto [lines, number] : heads) {
    lines.emplace_back("Den Haag, 12 juni 2025");
    EXPECT_EQ(number_of(lines), number) << lines[0];
  }
}

TEST(Letterhead, WhatOnlyBeginsLikeOneHasNoNumber) {
  const std::vector<Lines> texts = {
      {},
      {"99 001 Het eiland Nieuwoord"},
      {"12 345 euro kost de brug", "Nr. 5 is de duurste"},
      {"99 001 Het eiland Nieuwoord", "Hierover is gesproken.", "Nr. 5 gaat over een brug"},
      {"99 001", "Nr. 8 Brief van de minister", "Den Haag, 12 juni 2025"},
      {"99 001 Het eiland", "Nr. 8 Brief van de minister was het antwoord"},
      {"Nr. 8 Brief van de minister", "Den Haag, 12 juni 2025"},
      {"Geachte voorzitter,", "In 99 001 nr. 8 schreef ik u."},
      // A list of papers begins with the first of them.
      {"99 001 Het eiland Nieuwoord", "Nr. 8 Brief van de minister van Eilanden",
       "99 002 De Merenlijn", "Nr. 3 Brief van de minister van Eilanden"},
      {"Agenda", "99 001 Het eiland", "Nr. 8 Motie van het lid De Vries",
       "Voorgesteld 12 juni 2025", "Nr. 9 Motie van het lid Jansen", "Voorgesteld 12 juni 2025"}};
  for (const Lines& lines : texts) EXPECT_EQ(number_of(lines), "") << testing::PrintToString(lines);
}

TEST(Letterhead, AHeadingGoesOnToTheDate) {
  const auto head = read_letterhead({"99 001 Het eiland", "Nieuwoord",
                                     "Nr. 8 BRIEF VAN DE MINISTER VAN EILANDEN EN", "ZEESTRATEN",
                                     "Aan de Voorzitter van de Tweede Kamer der "
                                     "Staten-Generaal",
                                     "Den Haag, 12 juni 2025"});
  ASSERT_TRUE(head);
  EXPECT_EQ(head->dossiers[0].titel, "Het eiland Nieuwoord");
  EXPECT_EQ(head->kop, "BRIEF VAN DE MINISTER VAN EILANDEN EN ZEESTRATEN");
  EXPECT_EQ(head->datum, "2025-06-12");
}

TEST(Letterhead, TheNameOfTheFile) {
  const std::string letter =
      "99 001 Eiland\nNr. 8 Brief van de minister van Eilanden\n"
      "Den Haag, 12 juni 2025\n";
  const auto keys = [&](const std::string& text, const std::string& file) {
    return read(read_plain_text, text, "file:///map/" + file).pieces.at(0).keys;
  };
  EXPECT_THAT(keys(letter, "brief.txt"), ElementsAre("kst-99001-8"));
  EXPECT_THAT(keys(letter, "2025D90090.txt"), ElementsAre("2025D90090", "kst-99001-8"));
  EXPECT_THAT(keys(letter, "2025D90090%20%281%29.txt"), ElementsAre("2025D90090", "kst-99001-8"));
  EXPECT_THAT(keys(letter, "2025D90090-bijlage.txt"), ElementsAre("kst-99001-8"));
  EXPECT_THAT(keys(letter, "kst-99001-8.txt"), ElementsAre("kst-99001-8"));
  EXPECT_THAT(keys(letter, "kst-20242025-99001-8.txt"),
              ElementsAre("kst-20242025-99001-8", "kst-99001-8"));
  EXPECT_THAT(keys("tekst", "kst-99001-9.txt"), ElementsAre("kst-99001-9"));
}

TEST(Letterhead, AnAnnexThatBeginsWithALetterIsItself) {
  const auto got = read(read_plain_text,
                        "99 001 Eiland\nNr. 8 Brief van de minister van Eilanden\n"
                        "Den Haag, 12 juni 2025\n",
                        "file:///map/blg-1190000.txt");
  EXPECT_THAT(got.pieces.at(0).keys, ElementsAre("blg-1190000"));
  EXPECT_EQ(got.fields().volgnummer, "");
  EXPECT_THAT(got.fields().dossiers, IsEmpty());
}

TEST(Letterhead, AnActOfTheKingdomHasTwoNames) {
  const auto got = read(read_plain_text,
                        "99 027 (R2160) Rijkswet\nNr. 8 Brief van de minister van Eilanden\n"
                        "Den Haag, 12 juni 2025\n");
  EXPECT_EQ(got.pieces.at(0).name, "kst-99027-8");
  EXPECT_THAT(got.pieces.at(0).keys, ElementsAre("kst-99027-8", "kst-99027-R2160-8"));
}

TEST(MinistryLetter, LabelsAndTheirValues) {
  const auto letter = read_ministry_letter(
      {"> Retouradres Postbus 1 2500 XX Den Haag",
       "Aan de Voorzitter van de Tweede Kamer der "
       "Staten-Generaal",
       "Postbus 20018", "2500 EA DEN HAAG", "Datum 12 juni 2025",
       "Betreft Uitkomsten van het overleg over de brug naar", "het eiland Nieuwoord",
       "Ministerie van Eilanden", "Ons kenmerk", "2025-0000012345", "Uw kenmerk", "2025Z90001",
       "Geachte voorzitter,", "Datum 1 mei 2024"});
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->datum, "2025-06-12");
  EXPECT_EQ(letter->betreft, "Uitkomsten van het overleg over de brug naar het eiland Nieuwoord");
  EXPECT_EQ(letter->kenmerk, "2025-0000012345");
}

TEST(MinistryLetter, AsATable) {
  const auto letter =
      read_ministry_letter({"Datum | 12 juni 2025", "Betreft: | De brug", "Geachte voorzitter,"});
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->datum, "2025-06-12");
  EXPECT_EQ(letter->betreft, "De brug");
}

TEST(MinistryLetter, OnlyToTheKamerAndDated) {
  EXPECT_FALSE(read_ministry_letter({"Datum 12 juni 2025", "Betreft De brug", "Geachte heer X,"}));
  EXPECT_FALSE(read_ministry_letter({"Betreft De brug", "Geachte voorzitter,"}));
  EXPECT_FALSE(read_ministry_letter({"Geachte voorzitter,", "Datum 12 juni 2025"}));
  EXPECT_FALSE(read_ministry_letter({}));
  EXPECT_EQ(read_ministry_letter({"Den Haag, 12 juni 2025", "Geachte voorzitter,"})->datum,
            "2025-06-12");
}

TEST(MinistryLetter, BecomesALetterOfTheGovernmentWithoutANumber) {
  const auto got = read(read_plain_text,
                        "Datum 12 juni 2025\nBetreft De brug\nGeachte voorzitter,\n"
                        "Zie Kamerstuk 99 001, nr. 8.\nDe minister van Eilanden,\nA.B. de Vries\n");
  EXPECT_EQ(got.fields().soort, "Brief regering");
  EXPECT_EQ(got.fields().onderwerp, "De brug");
  EXPECT_EQ(got.fields().datum, "2025-06-12");
  EXPECT_TRUE(got.pieces.at(0).keys.at(0).starts_with("bestand-"));
  EXPECT_THAT(got.fields().actoren,
              ElementsAre(Actor{"A.B. de Vries", "minister van Eilanden", "Ondertekenaar", ""}));
}

TEST(Signatures, OfAMotion) {
  EXPECT_THAT(
      signatures_in("De Kamer,\nverzoekt de regering,\nen gaat over tot de orde van de "
                    "dag.\nDe Vries\nDaniëlle van der Plas,\nNoot 1 over de brug\nJansen\n"),
      ElementsAre(Actor{"De Vries", "", "Ondertekenaar", ""},
                  Actor{"Daniëlle van der Plas", "", "Ondertekenaar", ""}));
}

TEST(Signatures, OfALetter) {
  EXPECT_THAT(
      signatures_in("De minister van Eilanden,\nschrijft vaak brieven.\n"
                    "De Minister van Eilanden,\nA.B. de Vries\n"
                    "De Staatssecretaris van Zee,\nTh. Jansen-Ôké\n"),
      ElementsAre(Actor{"A.B. de Vries", "minister van Eilanden", "Ondertekenaar", ""},
                  Actor{"Th. Jansen-Ôké", "staatssecretaris van Zee", "Ondertekenaar", ""}));
  EXPECT_THAT(signatures_in("De minister is hier,"), IsEmpty());
  EXPECT_THAT(signatures_in(""), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
