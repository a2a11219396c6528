#include "corpus/references/spelling.hpp"

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace kamerzoek {
namespace {

using Keys = std::vector<std::string>;

struct Name {
  std::string text;
  Keys keys;
};

void PrintTo(const Name& name, std::ostream* out) {
  *out << name.text;
}

class Names : public testing::TestWithParam<Name> {};

TEST_P(Names, AreReadAsTheirKeys) {
  EXPECT_EQ(keys_named(GetParam().text), GetParam().keys);
}

INSTANTIATE_TEST_SUITE_P(
    Identifiers, Names,
    testing::Values(
        Name{"kst-34682-228", {"kst-34682-228"}}, Name{"KST-34682-228", {"kst-34682-228"}},
        Name{"kst-36600-xxii-26", {"kst-36600-XXII-26"}},
        Name{"Kst-31700-V-I-B1", {"kst-31700-V-I-b1"}}, Name{"kst-35420-h", {"kst-35420-H"}},
        Name{"kst-27482-145f", {"kst-27482-145f", "kst-27482-145F"}},
        Name{"kst-27046-14H-b2", {"kst-27046-14H-b2", "kst-27046-14h-b2"}},
        Name{"kst-20042005-29800f-a", {"kst-20042005-29800F-A"}},
        Name{"kst-33002--1", {"kst-33002--1"}}, Name{"kst\u201134682\u2013228", {"kst-34682-228"}},
        Name{"blg-1190000", {"blg-1190000"}}, Name{"H-TK-20172018-70-5", {"h-tk-20172018-70-5"}},
        Name{"h-tk-20092010-19-1508_1", {"h-tk-20092010-19-1508_1"}},
        Name{"AH-TK-20092010-ah2134", {"ah-tk-20092010-AH2134"}},
        Name{"KV-2070819780-H", {"kv-2070819780-h"}}, Name{"2025D27614", {"2025D27614"}},
        Name{"2025d27614", {"2025D27614"}}, Name{"2025Z12077", {"2025Z12077"}},
        Name{" 2025z12077. ", {"2025Z12077"}}));

INSTANTIATE_TEST_SUITE_P(
    NumbersAlone, Names,
    testing::Values(
        Name{"34682-228", {"kst-34682-228"}}, Name{"34 682-228", {"kst-34682-228"}},
        Name{"34 682 - 228", {"kst-34682-228"}}, Name{"34.682, nr. 228", {"kst-34682-228"}},
        Name{"34 682, nr. 228", {"kst-34682-228"}}, Name{"34 682, nr. 228.", {"kst-34682-228"}},
        Name{"34682 nr 228", {"kst-34682-228"}}, Name{"34682 NR. 228", {"kst-34682-228"}},
        Name{"34682 no. 228", {"kst-34682-228"}}, Name{"34682, nummer 228", {"kst-34682-228"}},
        Name{"34682 #228", {"kst-34682-228"}}, Name{"34682, nr. 17-b1", {"kst-34682-17-b1"}},
        Name{"35420-t", {"kst-35420-T"}}, Name{"35420-T-b1", {"kst-35420-T-b1"}},
        Name{"22112, letter GS", {"kst-22112-GS"}}, Name{"34682-22", {"kst-34682-22"}},
        Name{"206 (28 844)", {"kst-28844-206"}}, Name{"nr. 58 (36 600-VI)", {"kst-36600-VI-58"}},
        Name{"36 045/29 521, nr. 44", {"kst-36045-44", "kst-29521-44"}},
        Name{"34682-14H", {"kst-34682-14H", "kst-34682-14h"}},
        Name{"32148, nr. A2E", {"kst-32148-A2E"}}));

INSTANTIATE_TEST_SUITE_P(Additions, Names,
                         testing::Values(Name{"36 600 XXII, nr. 26", {"kst-36600-XXII-26"}},
                                         Name{"36600-XXII-26", {"kst-36600-XXII-26"}},
                                         Name{"36600-xxii-26", {"kst-36600-XXII-26"}},
                                         Name{"36600-XXII-26-b2", {"kst-36600-XXII-26-b2"}},
                                         Name{"36 600-XXII, nr. 26", {"kst-36600-XXII-26"}},
                                         Name{"36 410A, nr. 33", {"kst-36410-A-33"}},
                                         Name{"36 410 A, nr. 33", {"kst-36410-A-33"}},
                                         Name{"32 500 IXB nr. 4", {"kst-32500-IXB-4"}},
                                         Name{"21501-02-2882", {"kst-21501-02-2882"}},
                                         Name{"21 501-02, nr. 2882", {"kst-21501-02-2882"}},
                                         Name{"21 501\u201320, nr. 206", {"kst-21501-20-206"}},
                                         Name{"33 183 (R1975), nr. 11", {"kst-33183-R1975-11"}},
                                         Name{"33183 (R 1975), nr. 11", {"kst-33183-R1975-11"}},
                                         Name{"33183-R1975-11", {"kst-33183-R1975-11"}}));

INSTANTIATE_TEST_SUITE_P(
    Kamerstukken, Names,
    testing::Values(
        Name{"Kamerstukken II 2024/25, 34682, nr. 228", {"kst-34682-228"}},
        Name{"Kamerstukken II 2024/25, 34 682, nr. 228, p. 4", {"kst-34682-228"}},
        Name{"Kamerstukken II, 2024\u20132025, 34 682, nr. 228, blz. 12\u201313.",
             {"kst-34682-228"}},
        Name{"kamerstukken ii 2024/25 34682 nr. 228", {"kst-34682-228"}},
        Name{"KAMERSTUK 34682, NR. 228", {"kst-34682-228"}},
        Name{"Kamerstuk 34682-228", {"kst-34682-228"}},
        Name{"Kamerstukken II 2024/25, 34682, 228", {"kst-34682-228"}},
        Name{"Kamerstuk 35 420, T", {"kst-35420-T"}},
        Name{"Kamerstukken I 2023/24, 35 420, T", {"kst-35420-T"}},
        Name{"Kamerstukken I 2023/24, 35 420, nr. t", {"kst-35420-T"}},
        Name{"Kamerstukken I 2023/24, 36 410 A, C", {"kst-36410-A-C"}},
        Name{"Tweede Kamer, vergaderjaar 2024-2025, 36600 XXII, nr. 26", {"kst-36600-XXII-26"}},
        Name{"Eerste Kamer, vergaderjaar 2023\u20132024, 35 420, T", {"kst-35420-T"}},
        Name{"Kamerstukken\u00a0II\u2009 2024/25, 34\u202f682, nr.\u00a0228", {"kst-34682-228"}}));

INSTANTIATE_TEST_SUITE_P(
    YearsThatIdentifiersNamed, Names,
    testing::Values(
        Name{"Kamerstukken I 2003/04, 29 200 VI, F", {"kst-29200-VI-F", "kst-20032004-29200-VI-F"}},
        Name{"Kamerstukken II 1999/2000, 26 800 XIV, nr. 134",
             {"kst-26800-XIV-134", "kst-19992000-26800-XIV-134"}},
        Name{"Kamerstukken I 2004/05, 29 800 F, A",
             {"kst-29800-F-A", "kst-20042005-29800-F-A", "kst-20042005-29800F-A"}},
        Name{"Kamerstukken I 2009/10, 32127, X", {"kst-32127-X", "kst-20092010-32127-X"}},
        Name{"Kamerstukken I 2010/11, 32127, X", {"kst-32127-X"}}));

INSTANTIATE_TEST_SUITE_P(
    QuestionsAndDebates, Names,
    testing::Values(
        Name{"Aanhangsel Handelingen 2024-2025, nr. 1234", {"ah-tk-20242025-1234"}},
        Name{"Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 1234", {"ah-tk-20242025-1234"}},
        Name{"Aanhangsel van de Handelingen II 2024/25, nr. 1234", {"ah-tk-20242025-1234"}},
        Name{"Tweede Kamer, vergaderjaar 2024\u20132025, Aanhangsel, nr. 1234",
             {"ah-tk-20242025-1234"}},
        Name{"Handelingen II 2024/25, Aanhangsel, nr. 1234", {"ah-tk-20242025-1234"}},
        Name{"Kamervragen (Aanhangsel) 2024-2025, nr. 1234", {"ah-tk-20242025-1234"}},
        Name{"Aanhangsel Handelingen I 2003/04, nr. 20", {"ah-ek-20032004-20"}},
        Name{"Handelingen II 2017/18, nr. 70, item 5", {"h-tk-20172018-70-5"}},
        Name{"Handelingen II 2017/18, nr. 70, item 5, p. 4.", {"h-tk-20172018-70-5"}},
        Name{"handelingen i 2017-2018, 38-31", {"h-ek-20172018-38-31"}},
        Name{"Handelingen 2017-2018, nr. 70, item 5", {"h-tk-20172018-70-5"}}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, Names,
    testing::Values(
        Name{"https://zoek.officielebekendmakingen.nl/kst-34682-228.html", {"kst-34682-228"}},
        Name{"https://zoek.officielebekendmakingen.nl/kst-34682-228.xml", {"kst-34682-228"}},
        Name{"http://zoek.officielebekendmakingen.nl/kst-34682-228.pdf", {"kst-34682-228"}},
        Name{"zoek.officielebekendmakingen.nl/kst-34682-228", {"kst-34682-228"}},
        Name{"https://zoek.officielebekendmakingen.nl/kst-34682-228.html#ID-1234-d36e87",
             {"kst-34682-228"}},
        Name{"https://zoek.officielebekendmakingen.nl/kst-34682-228/metadata.xml?x=1",
             {"kst-34682-228"}},
        Name{"HTTPS://WWW.Officielebekendmakingen.nl/blg-1190000.pdf", {"blg-1190000"}},
        Name{"https://berthub.eu/tkconv/get/2025D27614", {"2025D27614"}},
        Name{"https://berthub.eu/tkconv/document.html?nummer=2025D27614", {"2025D27614"}},
        Name{"https://berthub.eu/tkconv/zaak.html?nummer=2025Z12077#top", {"2025Z12077"}},
        Name{"https://www.tweedekamer.nl/kamerstukken/brieven_regering/"
             "detail?id=2025Z12077&did=2025D27614",
             {"2025D27614"}},
        Name{"https://www.tweedekamer.nl/kamerstukken/moties/detail?did=2025D27614&id=2025Z12077",
             {"2025D27614"}},
        Name{"https://tweedekamer.nl/kamerstukken/detail?id=2025Z12077&amp;did=2025D27614",
             {"2025D27614"}},
        Name{"https://www.tweedekamer.nl/kamerstukken/detail?id=2025Z12077", {"2025Z12077"}}));

class OtherTexts : public testing::TestWithParam<std::string> {};

TEST_P(OtherTexts, AreNoName) {
  EXPECT_EQ(keys_named(GetParam()), Keys{});
}

INSTANTIATE_TEST_SUITE_P(Searches, OtherTexts,
                         testing::Values("", ".", " ", "woningbouw zeeland", "100%", "2025",
                                         "nr. 3", "34682", "34 682", "wat kost het 34682",
                                         "wat kost het 34682-228", "34682-228 zeeland", "A/B",
                                         "2025/26", "2024-2025", "rijk's", "\"34682-228\"",
                                         "(34682-228)", "34 682 228", "34682, 228", "kamerstuk",
                                         "kamerstukken II", "Tweede Kamer", "Kamerstuk 34682",
                                         "36600 XXII", "36 410A", "21501-02", "21501-20"));

INSTANTIATE_TEST_SUITE_P(
    Incomplete, OtherTexts,
    testing::Values("34682-", "34682, nr.", "34682 nr", "-228", "34682--228", "3468-228",
                    "346821-228", "34 6822-228", "34682-woningen", "34682-1234567", "34682, nr. 3,",
                    "34682, nr. 3, p.", "34682, nr. 3, p. 4-", "34682-228..", "kst-", "kst-34682-",
                    "kst-34682-228-", "kst- 34682-228", "2025D 27614", "2025X27614",
                    "Kamerstukken II 2024/26, 34682, nr. 228", "33 183 (R1975, nr. 11",
                    "Aanhangsel Handelingen, nr. 1234", "Aanhangsel 2024-2025",
                    "Handelingen II 2017/18", "Handelingen II 2017/18, nr. 70",
                    "Handelingen II 2017/18, nr. 70, item", "Handelingen II, nr. 70, item 5",
                    "34682, nrs. 3 en 5", "34682, nrs. 3 t/m 5", "206 (28 844",
                    "Kamervragen (Aanhangsel 2024-2025, nr. 1234"));

INSTANTIATE_TEST_SUITE_P(
    OtherAddresses, OtherTexts,
    testing::Values("https://", "https://zoek.officielebekendmakingen.nl/",
                    "https://zoek.officielebekendmakingen.nl/stcrt-2024-1.html",
                    "https://zoek.officielebekendmakingen.nl@example.org/kst-34682-228.html",
                    "https://example.org/kst-34682-228.html", "https://example.org/?did=2025D27614",
                    "https://example.org/#https://berthub.eu/tkconv/get/2025D27614",
                    "https://berthub.eu/tkconv/search.html?q=kst",
                    "https://www.tweedekamer.nl/kamerstukken/detail?xdid=2025D27614",
                    "https://www.tweedekamer.nl/kamerstukken/detail?id=&did=",
                    "ftp://zoek.officielebekendmakingen.nl/kst-34682-228.html"));

INSTANTIATE_TEST_SUITE_P(InvalidUtf8, OtherTexts,
                         testing::Values("34682\xe2\x80", "34682-\xff", "\xc2", "34682\xe2\x80 228",
                                         "\xed\xa0\x80",
                                         "34682\xc0\xad"
                                         "228",
                                         std::string("34682-228\0", 10), "34682-２２８"));

TEST(KeysNamedTest, ReadsEveryDashAndSpace) {
  for (const std::string dash :
       {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"}) {
    EXPECT_EQ(keys_named("34682" + dash + "228"), Keys{"kst-34682-228"}) << dash;
  }
  for (const std::string space : {" ", "\t", "\n", "\r\n", "\u00a0", "\u2009", "\u202f", "  "}) {
    EXPECT_EQ(keys_named(space + "34" + space + "682," + space + "nr." + space + "228" + space),
              Keys{"kst-34682-228"});
  }
}

TEST(KeysNamedTest, EveryKeyReadsBackAsItself) {
  for (const auto* text : {"Kamerstukken I 2004/05, 29 800 F, A", "34682-14H",
                           "33183 (R1975), nr. 11", "Handelingen II 2017/18, nr. 70, item 5"}) {
    for (const auto& key : keys_named(text)) {
      ASSERT_FALSE(keys_named(key).empty()) << key;
      EXPECT_EQ(keys_named(key).front(), key);
    }
  }
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST(KeysNamedTest, TakesLinearTimeForHostileText) {
  constexpr std::size_t megabyte = 1 << 20;
  const auto begin = std::chrono::steady_clock::now();
  for (const auto* part : {"1", "(", ")", "-", "a", "34682-", "34 ", "1,", "#", ".", "\xff",
                           "\xe2\x80", "\u00a0\u2013", "/", "?&", "nr. "}) {
    const std::string many = repeated(part, megabyte);
    for (const auto* front : {"", "34682-", "kst-", "Kamerstukken II 2024/25, ", "36600 ",
                              "https://berthub.eu/", "https://www.tweedekamer.nl/?",
                              "https://zoek.officielebekendmakingen.nl/", "Handelingen II "}) {
      EXPECT_EQ(keys_named(front + many), Keys{}) << front << part;
      EXPECT_FALSE(dossier_named(front + many)) << front << part;
    }
  }
  // Some 300 MB; anything quadratic would take hours, even where the machine is slow.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::minutes(2));
}

TEST(KeysNamedTest, ReadsOverAMegabyteOfSpace) {
  const std::string space = repeated("\u00a0 ", 1 << 20);
  EXPECT_EQ(keys_named(space + "34682," + space + "nr. 228" + space), Keys{"kst-34682-228"});
}

struct Dossier {
  std::string text;
  std::string number;
};

void PrintTo(const Dossier& dossier, std::ostream* out) {
  *out << dossier.text;
}

class Dossiers : public testing::TestWithParam<Dossier> {};

TEST_P(Dossiers, AreReadAsTheirNumber) {
  const auto dossier = dossier_named(GetParam().text);
  ASSERT_TRUE(dossier);
  EXPECT_EQ(dossier->text(), GetParam().number);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, Dossiers,
    testing::Values(Dossier{"34682", "34682"}, Dossier{" 34682. ", "34682"},
                    Dossier{"34 682", "34682"}, Dossier{"34\u00a0682", "34682"},
                    Dossier{"34.682", "34682"}, Dossier{"00022", "00022"},
                    Dossier{"36 600-XXII", "36600-XXII"}, Dossier{"36600 XXII", "36600-XXII"},
                    Dossier{"36600-xxii", "36600-XXII"}, Dossier{"36600\u2013XXII", "36600-XXII"},
                    Dossier{"36 410A", "36410-A"}, Dossier{"36410-A", "36410-A"},
                    Dossier{"35000 IXB", "35000-IXB"}, Dossier{"21501-02", "21501-02"},
                    Dossier{"21 501-20", "21501-20"}, Dossier{"33 183 (R1975)", "33183-R1975"},
                    Dossier{"33183-(R1975)", "33183-R1975"},
                    Dossier{"Kamerstukdossier 34682", "34682"},
                    Dossier{"kamerstukdossier nr. 34 682", "34682"},
                    Dossier{"Dossier: 36600 XXII", "36600-XXII"}));

TEST(DossierNamedTest, LeavesOtherTextAlone) {
  for (const auto* text : {"",
                           "2025",
                           "100%",
                           "woningbouw zeeland",
                           "34682-228",
                           "34682-22",
                           "34682 228",
                           "3468",
                           "346820",
                           "3 4682",
                           "34 68",
                           "wat kost het 34682",
                           "34682 woningen",
                           "34682 de",
                           "34682-",
                           "34682nr",
                           "36600 (XXII",
                           "36600 XXII, nr. 26",
                           "dossier",
                           "dossier A",
                           "2025D27614",
                           "kst-34682",
                           "36600 XXXX",
                           "34682\xff"}) {
    EXPECT_FALSE(dossier_named(text)) << text;
  }
}

}  // namespace
}  // namespace kamerzoek
