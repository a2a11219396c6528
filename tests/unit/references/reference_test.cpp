#include "corpus/references/reference.hpp"

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// `text|id` of each reference, the text as its place has it.
std::vector<std::string> found_in(std::string_view text,
                                  const std::optional<DossierNumber>& own = std::nullopt) {
  std::vector<std::string> found;
  for (const auto& reference : references_in(text, own)) {
    std::string place(text.substr(reference.begin, reference.end - reference.begin));
    found.push_back(place + "|" + reference.id);
  }
  return found;
}

struct Sentence {
  std::string text;
  std::vector<std::string> found;
};

void PrintTo(const Sentence& sentence, std::ostream* out) {
  *out << sentence.text;
}

class Texts : public testing::TestWithParam<Sentence> {};

TEST_P(Texts, NameThese) {
  EXPECT_EQ(found_in(GetParam().text), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Kamerstukken, Texts,
    testing::Values(
        Sentence{"zie 34682, nr. 228, en", {"34682, nr. 228|kst-34682-228"}},
        Sentence{"(34 682, nr. 228)", {"34 682, nr. 228|kst-34682-228"}},
        Sentence{"in 34 682-228 staat", {"34 682-228|kst-34682-228"}},
        Sentence{"zie 34682\u2013228.", {"34682\u2013228|kst-34682-228"}},
        Sentence{"(36 410-VI, nr. 87)", {"36 410-VI, nr. 87|kst-36410-VI-87"}},
        Sentence{"(36 410A, nr. 33)", {"36 410A, nr. 33|kst-36410-A-33"}},
        Sentence{"(21501\u201332, nr. 1668)", {"21501\u201332, nr. 1668|kst-21501-32-1668"}},
        Sentence{"21 501-02, stuk nr. 3", {"21 501-02, stuk nr. 3|kst-21501-02-3"}},
        Sentence{"36 600 XVII, letter M,", {"36 600 XVII, letter M|kst-36600-XVII-M"}},
        Sentence{"motie op stuk nr. 206 (28 844) van", {"206 (28 844)|kst-28844-206"}},
        Sentence{"nrs. 54 en 55 (36 600-VI)",
                 {"54|kst-36600-VI-54", "55 (36 600-VI)|kst-36600-VI-55"}},
        Sentence{"Kamerstukken II 2024/25, 36 600 VII, nr. 12, p. 4",
                 {"36 600 VII, nr. 12|kst-36600-VII-12"}},
        Sentence{"Kamerstukken II 2019/20, 35334, 3.", {"35334, 3|kst-35334-3"}},
        Sentence{"Kamerstukken I 2023/24, 35 420, T, p. 2", {"35 420, T|kst-35420-T"}},
        Sentence{"Kamerstuk nr. 34682, nr. 5", {"34682, nr. 5|kst-34682-5"}},
        Sentence{"Tweede Kamer, vergaderjaar 2024-2025, 36600 XXII, nr. 26",
                 {"36600 XXII, nr. 26|kst-36600-XXII-26"}},
        Sentence{"34 000, letter V", {"34 000, letter V|kst-34000-V"}},
        Sentence{"(Kamerstuk 30111-108) - 30111-109",
                 {"30111-108|kst-30111-108", "30111-109|kst-30111-109"}},
        Sentence{"kamerstukdossier 21501 08-928 Milieuraad", {"21501 08-928|kst-21501-08-928"}},
        Sentence{"(36 045/29 521, nr. 44)", {"36 045/29 521, nr. 44|kst-36045-44"}},
        Sentence{"36 045 en 29 521, nr. 44", {"36 045 en 29 521, nr. 44|kst-36045-44"}}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Texts,
    testing::Values(
        Sentence{"Kamerstuk 31 288, nrs. 1071 en 1075",
                 {"31 288, nrs. 1071|kst-31288-1071", "1075|kst-31288-1075"}},
        Sentence{"(31 288, nrs. 5, 8 en 9)",
                 {"31 288, nrs. 5|kst-31288-5", "8|kst-31288-8", "9|kst-31288-9"}},
        Sentence{"31 288, nrs. 3 t/m 6 en 9",
                 {"31 288, nrs. 3|kst-31288-3", "3 t/m 6|kst-31288-4", "3 t/m 6|kst-31288-5",
                  "6|kst-31288-6", "9|kst-31288-9"}},
        Sentence{"31 288, nrs. 3 tot en met 5",
                 {"31 288, nrs. 3|kst-31288-3", "3 tot en met 5|kst-31288-4", "5|kst-31288-5"}},
        Sentence{"31 288, nrs. 9 t/m 7", {"31 288, nrs. 9|kst-31288-9", "7|kst-31288-7"}},
        Sentence{"31 288, nrs. 3 t/m 900", {"31 288, nrs. 3|kst-31288-3", "900|kst-31288-900"}},
        Sentence{"31 288, nr. 3 en 5 leden", {"31 288, nr. 3|kst-31288-3"}},
        Sentence{"22054, nrs. 1 en 2, TK 1991", {"22054, nrs. 1|kst-22054-1", "2|kst-22054-2"}},
        Sentence{"31 288, nr. 3 en nr. 5", {"31 288, nr. 3|kst-31288-3", "5|kst-31288-5"}},
        Sentence{"31 288, nrs. 3 en 4, 36 600, nr. 7",
                 {"31 288, nrs. 3|kst-31288-3", "4|kst-31288-4", "36 600, nr. 7|kst-36600-7"}},
        Sentence{"Aanhangsel Handelingen II 2019/20, nrs. 12 en 14",
                 {"Aanhangsel Handelingen II 2019/20, nrs. 12|ah-tk-20192020-12",
                  "14|ah-tk-20192020-14"}}));

INSTANTIATE_TEST_SUITE_P(
    OtherPapers, Texts,
    testing::Values(
        Sentence{"Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 1234",
                 {"Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 1234|ah-tk-20242025-1234"}},
        Sentence{"(Handelingen II 2017/18, nr. 70, item 5, p. 3)",
                 {"Handelingen II 2017/18, nr. 70, item 5|h-tk-20172018-70-5"}},
        Sentence{"Stb. 2024, 123;", {"Stb. 2024, 123|stb-2024-123"}},
        Sentence{"Staatsblad 2024, nr. 123", {"Staatsblad 2024, nr. 123|stb-2024-123"}},
        Sentence{"(Stcrt. 2024, 4567)", {"Stcrt. 2024, 4567|stcrt-2024-4567"}},
        Sentence{"Trb. 2024, 12 en Trb. 2023, 9",
                 {"Trb. 2024, 12|trb-2024-12", "Trb. 2023, 9|trb-2023-9"}},
        Sentence{"ECLI:NL:HR:2019:2006.", {"ECLI:NL:HR:2019:2006|ECLI:NL:HR:2019:2006"}},
        Sentence{"CELEX:32016R0679", {"CELEX:32016R0679|CELEX:32016R0679"}},
        Sentence{"CELEX-nummer 32016R0679", {"CELEX-nummer 32016R0679|CELEX:32016R0679"}},
        Sentence{"verordening 32016R0679,", {"32016R0679|CELEX:32016R0679"}},
        Sentence{"2025D27614 en 2025Z12077", {"2025D27614|2025D27614", "2025Z12077|2025Z12077"}},
        Sentence{"blg-1190000 bij kst-34682-228.",
                 {"blg-1190000|blg-1190000", "kst-34682-228|kst-34682-228"}},
        Sentence{"kst-34682-228-nieuw", {"kst-34682-228|kst-34682-228"}},
        Sentence{"(https://zoek.officielebekendmakingen.nl/kst-34682-228.html).",
                 {"https://zoek.officielebekendmakingen.nl/kst-34682-228.html|kst-34682-228"}},
        Sentence{"https://example.org/doc?uri=CELEX%3A32016R0679",
                 {"https://example.org/doc?uri=CELEX%3A32016R0679|CELEX:32016R0679"}},
        Sentence{"https://example.org/34682-228 en zo", {}}));

INSTANTIATE_TEST_SUITE_P(
    Notes, Texts,
    testing::Values(Sentence{"3Kamerstuk 34 682, nr. 1", {"34 682, nr. 1|kst-34682-1"}},
                    Sentence{"is uitgebracht.1 Kamerstuk 34 682, nr. 1",
                             {"34 682, nr. 1|kst-34682-1"}},
                    Sentence{"(34 682, nr. 228.1)", {"34 682, nr. 228|kst-34682-228"}},
                    Sentence{"34682-228.1 Daarna", {"34682-228|kst-34682-228"}},
                    Sentence{"36592, nr. 17\u21a9\ufe0e", {"36592, nr. 17|kst-36592-17"}}));

class OtherNumbers : public testing::TestWithParam<std::string> {};

TEST_P(OtherNumbers, AreNoReferences) {
  EXPECT_THAT(found_in(GetParam()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Amounts, OtherNumbers,
                         testing::Values("\u20ac 34 682-228", "34 682 euro", "20 000-25 000",
                                         "15 000-250", "1 234 567-89", "EUR 34682, nr. 5",
                                         "12.34682-228", "14.001\u201324.000", "14.001-24",
                                         "34682-228,50", "35 procent van 34 682"));

INSTANTIATE_TEST_SUITE_P(
    CodesAndDates, OtherNumbers,
    testing::Values("070-3182211", "088 1234567", "NL91ABNA0417164300", "1234 AB", "12-12-2024",
                    "NEN-EN 12464-1", "ISO 14001-2015", "kenmerk: 12345-67", "besluit nr. 34682-22",
                    "A34682-228", "34682-22-8", "34682-228xyz", "10043-35-3", "10486-00-7",
                    "tritium (H-3)", "90-34682-228", "2024 (36 410)", "artikel 12 (36 410)",
                    "artikel 5, nr. 3", "tot 31 288, nrs.", "2025D1", "2025D27614x", "32016R06791",
                    "Stb. 407", "Stb. 2024", "ECLI:NL", "Kamerstukken 34 682, 35 334 en 36 600",
                    "Kamerstuk 34 682, in de brief", "Kamerstuk 35 420, EU-recht",
                    "TK 1994-1995, 23 900-XIII, Begroting", "36 600-X", "stuk nr. 12",
                    "gedrukt onder nr. 23", "34 682,\n\nnr. 228"));

TEST(ReferencesTest, NumbersWithoutDossierAreOfThePaperTheyStandIn) {
  const DossierNumber own{"36600", "XXII"};
  EXPECT_THAT(found_in("ter vervanging van die gedrukt onder nr. 23", own),
              ElementsAre("23|kst-36600-XXII-23"));
  EXPECT_THAT(found_in("34 682, nr. 5 en stuk nr. 7", own),
              ElementsAre("34 682, nr. 5|kst-34682-5", "7|kst-36600-XXII-7"));
}

TEST(ReferencesTest, OrOfTheDossierNamedLast) {
  EXPECT_THAT(found_in("34 682 Nationale Omgevingsvisie\nDie gedrukt onder nr. 23"),
              ElementsAre("23|kst-34682-23"));
  EXPECT_THAT(found_in("36 410 A\nter vervanging van nr. 23"), ElementsAre("23|kst-36410-A-23"));
  EXPECT_THAT(found_in("In 34 682, nr. 5 en in stuk nr. 7"),
              ElementsAre("34 682, nr. 5|kst-34682-5", "7|kst-34682-7"));
  EXPECT_THAT(found_in("In 34 682, nr. 5 ter vervanging van richtlijn nr. 83/189/EEG"),
              ElementsAre("34 682, nr. 5|kst-34682-5"));
  EXPECT_THAT(found_in("er kwamen\n34 682 mensen; die gedrukt onder nr. 23"), IsEmpty());
}

TEST(ReferencesTest, TellFurtherIdentifiers) {
  const auto joint = references_in("36 045/29 521, nr. 44");
  ASSERT_EQ(joint.size(), 1U);
  EXPECT_THAT(joint[0].others, ElementsAre("kst-29521-44"));
  const auto old = references_in("Kamerstukken I 2003/04, 29 200 VI, F");
  ASSERT_EQ(old.size(), 1U);
  EXPECT_EQ(old[0].id, "kst-29200-VI-F");
  EXPECT_THAT(old[0].others, ElementsAre("kst-20032004-29200-VI-F"));
}

TEST(ReferencesTest, AnyBytesAreText) {
  EXPECT_THAT(found_in("\xff\xe2\x80 34682, nr. 228\xc2"),
              ElementsAre("34682, nr. 228|kst-34682-228"));
  EXPECT_THAT(found_in(std::string("34682, nr. 228\0", 15)),
              ElementsAre("34682, nr. 228|kst-34682-228"));
  EXPECT_THAT(found_in(""), IsEmpty());
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST(ReferencesTest, AreFoundBehindAnyAmountOfText) {
  for (const auto* part : {"1 ", "((", "nr. ", "34 682, ", "h-", "kst-", "woord "}) {
    const auto found = references_in(repeated(part, 100'000) + ". Zie 34682, nr. 228");
    ASSERT_EQ(found.size(), 1U) << part;
    EXPECT_EQ(found[0].id, "kst-34682-228");
  }
}

TEST(ReferencesTest, TakeLinearTimeForHostileText) {
  const auto begin = std::chrono::steady_clock::now();
  for (const auto* part : {"1", "1 ", "(", "nr. ", "34 682, ", "34 682/", "h-", "h-tk-", "kst-1-",
                           "kst-1", "https://", "a", "\u00a0", "34682, nr. 1 ", "t.v.v. ",
                           "\xe2\x80", "stuk nr. ", "1 (", "34 682, nrs. 1 t/m 99, "}) {
    references_in(repeated(part, 1 << 20), DossierNumber{"34682", {}});
  }
  // Some twenty megabytes; anything quadratic would take hours, even where the machine is slow.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::minutes(2));
}

TEST(ReferencesTest, RangesDoNotMakeMoreReferencesThanTheTextHasRoomFor) {
  const std::string text = repeated("34 682, nrs. 1 t/m 99; ", 1 << 20);
  EXPECT_LT(references_in(text).size(), text.size() / 4);
}

}  // namespace
}  // namespace kamerzoek
