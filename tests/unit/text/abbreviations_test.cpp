#include "corpus/text/abbreviations.hpp"

#include <chrono>

#include <gmock/gmock.h>

namespace kamerzoek {

void PrintTo(const Abbreviation& pair, std::ostream* out) {
  *out << pair.short_form << " = " << pair.long_form;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Definition {
  const char* text;
  Abbreviation pair;
};

void PrintTo(const Definition& definition, std::ostream* out) {
  *out << definition.text;
}

class Defined : public testing::TestWithParam<Definition> {};

TEST_P(Defined, IsLearned) {
  EXPECT_THAT(abbreviations_in(GetParam().text), ElementsAre(GetParam().pair));
}

INSTANTIATE_TEST_SUITE_P(
    Initials, Defined,
    testing::Values(
        Definition{"het Nationaal Programma Ruimte voor Defensie (NPRD) is klaar",
                   {"NPRD", "Nationaal Programma Ruimte voor Defensie"}},
        Definition{"van de Raad voor Volksgezondheid & Samenleving (RVS).",
                   {"RVS", "Raad voor Volksgezondheid & Samenleving"}},
        Definition{"Het ministerie van Onderwijs, Cultuur en Wetenschap (OCW) schrijft",
                   {"OCW", "Onderwijs, Cultuur en Wetenschap"}},
        Definition{"de minister van Economische Zaken en Klimaat (EZK)",
                   {"EZK", "Economische Zaken en Klimaat"}},
        Definition{"De dienst Terugkeer en Vertrek (DTV)", {"DTV", "dienst Terugkeer en Vertrek"}},
        Definition{"Raad voor de Rechtspraak (RvdR)", {"RvdR", "Raad voor de Rechtspraak"}},
        Definition{"Dienst Terugkeer en Vertrek (DT&V)", {"DT&V", "Dienst Terugkeer en Vertrek"}},
        Definition{"Infrastructuur en Waterstaat (IenW)", {"IenW", "Infrastructuur en Waterstaat"}},
        Definition{"Toen De Nederlandsche Bank (DNB) sprak", {"DNB", "De Nederlandsche Bank"}},
        Definition{"de Algemene wet bestuursrecht (Awb)", {"Awb", "Algemene wet bestuursrecht"}},
        Definition{"Ruimte voor Één Europa (REE)", {"REE", "Ruimte voor Één Europa"}},
        Definition{"Wet maatschappelijke ondersteuning 2015 (Wmo 2015)",
                   {"Wmo", "Wet maatschappelijke ondersteuning"}}));

INSTANTIATE_TEST_SUITE_P(
    Compounds, Defined,
    testing::Values(
        Definition{"bij Rijkswaterstaat (RWS)", {"RWS", "Rijkswaterstaat"}},
        Definition{"de geestelijke gezondheidszorg (ggz)", {"ggz", "geestelijke gezondheidszorg"}},
        Definition{"het midden- en kleinbedrijf (mkb)", {"mkb", "midden- en kleinbedrijf"}},
        Definition{"een persoonsgebonden budget (pgb)", {"pgb", "persoonsgebonden budget"}},
        Definition{"Uitvoeringsinstituut Werknemersverzekeringen (UWV)",
                   {"UWV", "Uitvoeringsinstituut Werknemersverzekeringen"}},
        Definition{"de Immigratie- en Naturalisatiedienst (IND)",
                   {"IND", "Immigratie- en Naturalisatiedienst"}},
        Definition{"niet-gouvernementele organisaties (ngo's)",
                   {"ngo", "niet-gouvernementele organisaties"}},
        Definition{"Rijksdienst voor Ondernemend Nederland (RVO.nl)",
                   {"RVO.nl", "Rijksdienst voor Ondernemend Nederland"}}));

INSTANTIATE_TEST_SUITE_P(Liberties, Defined,
                         testing::Values(Definition{"Koninklijke Marechaussee (KMar)",
                                                    {"KMar", "Koninklijke Marechaussee"}},
                                         Definition{"Woningbouw op de Korte Termijn (WoKT)",
                                                    {"WoKT", "Woningbouw op de Korte Termijn"}},
                                         Definition{"Nationale Omgevingsvisie (NOVI)",
                                                    {"NOVI", "Nationale Omgevingsvisie"}},
                                         Definition{"het Centraal Orgaan opvang asielzoekers (COA)",
                                                    {"COA", "Centraal Orgaan opvang asielzoekers"}},
                                         Definition{
                                             "de Wet werk en inkomen naar arbeidsvermogen (WIA)",
                                             {"WIA", "Wet werk en inkomen naar arbeidsvermogen"}}));

INSTANTIATE_TEST_SUITE_P(
    Spellings, Defined,
    testing::Values(
        Definition{"de ACM (Autoriteit Consument en Markt)",
                   {"ACM", "Autoriteit Consument en Markt"}},
        Definition{"de ACM (de Autoriteit Consument en Markt, in Den Haag)",
                   {"ACM", "Autoriteit Consument en Markt"}},
        Definition{"Dienst Uitvoering Onderwijs (hierna: DUO)",
                   {"DUO", "Dienst Uitvoering Onderwijs"}},
        Definition{"Dienst Uitvoering Onderwijs (hierna te noemen “DUO”)",
                   {"DUO", "Dienst Uitvoering Onderwijs"}},
        Definition{"het Openbaar Ministerie (ook wel het OM)", {"OM", "Openbaar Ministerie"}},
        Definition{"Openbaar Ministerie, hierna te noemen: OM, en", {"OM", "Openbaar Ministerie"}},
        Definition{"het «Fries Stedelijk Netwerk» ('FSN')", {"FSN", "Fries Stedelijk Netwerk"}},
        Definition{"Internationale Vrouwenraad (IVR, uit 1980)",
                   {"IVR", "Internationale Vrouwenraad"}},
        Definition{"de provinciale regietafels (PRT’s)", {"PRT", "provinciale regietafels"}},
        Definition{"de provinciale regietafels (PRTs)", {"PRT", "provinciale regietafels"}},
        Definition{"Fries\u00A0Stedelijk\nNetwerk (FSN)", {"FSN", "Fries Stedelijk Netwerk"}}));

class Undefined : public testing::TestWithParam<const char*> {};

TEST_P(Undefined, IsNotLearned) {
  EXPECT_THAT(abbreviations_in(GetParam()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Parentheses, Undefined,
    testing::Values("het lid Mooiman (PVV)", "de leden Van Dijk en Jansen (VVD)",
                    "de motie op dossier 99 001 (nr. 12)", "in deze voorstellen (Stb. 488)",
                    "in het jaar (2025)", "dit is zo geregeld (zie artikel 4)",
                    "verordening (EU) 2016/679", "hoofdstuk (IV)", "de intensieve vorm (IV)",
                    "de zin (zie)", "de eisen (de)", "een nieuw (en) plan", "de lid(en)",
                    "nieuwe opvang ouderen (noo)opvang", "de autorisaties (art. 3)",
                    "de regeling (hierna: de Regeling)", "de maximale snelheid (max. 3)",
                    "het ei (EI)", "het Steenhouwersbesluit (Stb. 1951, 331)",
                    "de Verklaring van geschiktheid (Verklaring)", "een minister (min)",
                    "polyethyleenfabriek (pe)", "in opdracht van Economische Zaken (EZ en AZ)"));

INSTANTIATE_TEST_SUITE_P(
    WrongLetters, Undefined,
    testing::Values("het handelsakkoord met de regio (CEPA)", "vloeibaar aardgas (lng)",
                    "het Fries Stedelijk Netwerk tot nu toe (FSN)",
                    "het Fries Stedelijk Netwerk. Daarna (FSN)", "Fries Stedelijk. Netwerk (FSN)",
                    "Fries Stedelijk (nieuw) Netwerk (FSN)",
                    "Fries Stedelijk Netwerk | waarde (FSN)", "Rijkswaterstaat (WS)",
                    "de FSN (zie het Fries Stedelijk Netwerk)", "Utrechtse (Utrecht)",
                    "«koop nu, betaal later»-diensten (KNBL)"));

INSTANTIATE_TEST_SUITE_P(BrokenBytes, Undefined,
                         testing::Values("Fries Ste\xff"
                                         "delijk Netwerk (FSN)",
                                         "(\xc3", "\xc2(A\xc2)", "", "(", ")", "()", "( )",
                                         " ( , ) ", ", hierna", ", hierna:"));

TEST(Abbreviations, ComeInOrderAndAsOftenAsDefined) {
  EXPECT_THAT(abbreviations_in("Fries Stedelijk Netwerk (FSN), Openbaar Ministerie (OM); het "
                               "OM (openbaar ministerie)"),
              ElementsAre(Abbreviation{"FSN", "Fries Stedelijk Netwerk"},
                          Abbreviation{"OM", "Openbaar Ministerie"},
                          Abbreviation{"OM", "openbaar ministerie"}));
}

std::string repeated(const std::string& what, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += what;
  return out;
}

TEST(Abbreviations, OfAHostileMegabyteTakeNoLong) {
  const std::string long_words = repeated("aaa-aaa-aaaaaa ", 250);
  for (const std::string& piece :
       {std::string("("), std::string("A (B) "), std::string("AB (AB) "),
        std::string(", hierna: AB"), std::string("AB (a a a a a a "),
        repeated("a ", 34) + "(AAAAAAAAAAAA) ", long_words + "(aaaaaaaaaaaA) "}) {
    const std::string text = repeated(piece, 1'000'000);
    const auto start = std::chrono::steady_clock::now();
    abbreviations_in(text);
    // Half a second in a release build; without optimisation, or with a sanitizer, it is more.
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << piece;
  }
}

TEST(CommonWord, IsNoAbbreviationInSmallLetters) {
  EXPECT_TRUE(is_common_word("om"));
  EXPECT_FALSE(is_common_word("acm"));
}

}  // namespace
}  // namespace kamerzoek
