#include "corpus/formats/official_xml.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.hpp"

namespace kamerzoek {
namespace {

using test::headings;
using test::marked;
using test::read;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Paper {
  std::string metadata;
  std::string dossier =
      "<dossiernummer><dossiernr>99 123</dossiernr></dossiernummer>"
      "<titel>Bruggen en sluizen</titel>";
  std::string titel = "MOTIE VAN HET LID JANSEN C.S.";
  std::string datum = "Voorgesteld <datum isodatum=\"2024-03-05\">5 maart 2024</datum>";
  std::string tekst = "<al>De Kamer,</al>";

  std::string xml() const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><officiele-publicatie><metadata>" + metadata +
           "</metadata><kamerstuk><kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar "
           "2023-2024</tekstregel></kamerstukkop><dossier>" +
           dossier +
           "</dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">17</ondernummer></stuknr><titel>" +
           titel + "</titel><datumtekst>" + datum + "</datumtekst><tekst>" + tekst +
           "</tekst></stuk></kamerstuk></officiele-publicatie>";
  }
};

std::string meta(const std::string& name, const std::string& content,
                 const std::string& scheme = "") {
  return "<meta name=\"" + name + "\" scheme=\"" + scheme + "\" content=\"" + content + "\"/>";
}

Fields fields_of(const Paper& paper) {
  return read(read_official_xml, paper.xml()).fields();
}

std::string text_of(const std::string& tekst) {
  Paper paper;
  paper.tekst = tekst;
  const std::string all = fields_of(paper).tekst;
  const std::string above = "MOTIE VAN HET LID JANSEN C.S.\nVoorgesteld 5 maart 2024\n";
  EXPECT_EQ(all.substr(0, above.size()), above);
  return all.substr(above.size());
}

TEST(OfficialXml, PieceNamesItsSourceAndOrigin) {
  const auto got = read(read_official_xml, Paper{}.xml(), "file:///tmp/a.xml");
  ASSERT_THAT(got.pieces, SizeIs(1));
  const Piece& piece = got.pieces[0];
  EXPECT_EQ(piece.kind, Kind::document);
  EXPECT_EQ(piece.source, Source::official_xml);
  EXPECT_EQ(piece.name, "kst-99123-17");
  EXPECT_THAT(piece.keys, ElementsAre("kst-99123-17"));
  EXPECT_EQ(piece.stamp, "");
  EXPECT_EQ(piece.origin, "file:///tmp/a.xml");
}

TEST(OfficialXml, BodyAloneGivesEveryField) {
  const Fields fields = fields_of({});
  EXPECT_EQ(fields.soort, "Motie");
  EXPECT_EQ(fields.titel, "Bruggen en sluizen");
  EXPECT_EQ(fields.onderwerp, "MOTIE VAN HET LID JANSEN C.S.");
  EXPECT_EQ(fields.datum, "2024-03-05");
  EXPECT_EQ(fields.vergaderjaar, "2023-2024");
  EXPECT_EQ(fields.volgnummer, "17");
  ASSERT_THAT(fields.dossiers, SizeIs(1));
  EXPECT_EQ(fields.dossiers[0].nummer.text(), "99123");
  EXPECT_THAT(headings(fields), ElementsAre("MOTIE VAN HET LID JANSEN C.S."));
}

TEST(OfficialXml, DossierNumberTakesItsAddition) {
  for (const auto& [addition, text] :
       {std::pair{"<begrotingshoofdstuk>XVI</begrotingshoofdstuk>", "99123-XVI"},
        std::pair{"-<raadnr>08</raadnr>", "99123-08"},
        std::pair{" (<rijkswetnr>R 2181</rijkswetnr>)", "99123-R2181"}}) {
    Paper paper;
    paper.dossier = std::string("<dossiernummer><dossiernr>99 123</dossiernr>") + addition +
                    "</dossiernummer><titel>X</titel>";
    EXPECT_EQ(fields_of(paper).dossiers.at(0).nummer.text(), text);
  }
}

TEST(OfficialXml, MetadataWinFromTheBody) {
  Paper paper;
  paper.metadata = meta("DC.identifier", "kst-99200-XVI-4", "OVERHEIDop.ParlID") +
                   meta("OVERHEIDop.documenttitel", "Motie van het lid Jansen over bruggen") +
                   meta("DC.title", "Anders") + meta("OVERHEIDop.vergaderjaar", "2022-2023") +
                   meta("OVERHEIDop.indiener", "A.B. Jansen") +
                   meta("OVERHEIDop.ontvanger", "C. de Vries") +
                   meta("OVERHEID.category", "Verkeer | Water") +
                   meta("OVERHEID.category", "Recht") + meta("X.documentnummer", "2024D00017");
  const auto got = read(read_official_xml, paper.xml());
  EXPECT_THAT(got.pieces.at(0).keys, ElementsAre("2024D00017", "kst-99200-XVI-4"));
  EXPECT_EQ(got.fields().documentNummer, "2024D00017");
  EXPECT_EQ(got.fields().volgnummer, "4");
  EXPECT_EQ(got.fields().onderwerp, "Motie van het lid Jansen over bruggen");
  EXPECT_EQ(got.fields().vergaderjaar, "2022-2023");
  ASSERT_THAT(got.fields().dossiers, SizeIs(2));
  EXPECT_EQ(got.fields().dossiers[0].nummer.text(), "99200-XVI");
  EXPECT_EQ(got.fields().dossiers[1].nummer.text(), "99123");
  EXPECT_THAT(got.fields().actoren, ElementsAre(Actor{"A.B. Jansen", "", "Indiener", ""},
                                                Actor{"C. de Vries", "", "Ontvanger", ""}));
  EXPECT_EQ(got.fields().kenmerken.at("category"), "Verkeer | Water; Recht");
}

TEST(OfficialXml, IdentifierFromTheAddressOfTheMetadata) {
  Paper paper;
  paper.metadata = meta("OVERHEIDop.externMetadataRecord",
                        "https://zoek.officielebekendmakingen.nl/kst-99123-18/metadata.xml");
  EXPECT_EQ(read(read_official_xml, paper.xml()).pieces.at(0).name, "kst-99123-18");
}

TEST(OfficialXml, NoIdentifierAnywhereFails) {
  Paper paper;
  paper.dossier = "<titel>Zonder nummer</titel>";
  const auto got = read(read_official_xml, paper.xml());
  EXPECT_THAT(got.message(), HasSubstr("noemt haar nummer niet"));
  EXPECT_THAT(got.pieces, IsEmpty());
}

TEST(OfficialXml, KindFromTheHeading) {
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"GEWIJZIGDE MOTIE VAN HET LID JANSEN", "Motie (gewijzigd/nader)"},
      {"GEWIJZGIDE MOTIE VAN DE LEDEN JANSEN", "Motie (gewijzigd/nader)"},
      {"MOTIE VAN HET LID JANSEN TER VERVANGING VAN DIE GEDRUKT ONDER NR. 3",
       "Motie (gewijzigd/nader)"},
      {"AMENDEMENT VAN HET LID JANSEN", "Amendement"},
      {"BRIEF VAN DE MINISTER VAN FINANCIËN", "Brief regering"},
      {"VOORSTEL VAN WET", "Voorstel van wet"},
      {"MEMORIE VAN TOELICHTING", "Memorie van toelichting"},
      {"VERSLAG VAN EEN COMMISSIEDEBAT", "Verslag van een commissiedebat"},
      {"NOTA NAAR AANLEIDING VAN HET VERSLAG", "Nota n.a.v. het (nader/tweede nader/enz.) verslag"},
      {"IETS GEHEEL ANDERS", ""}};
  for (const auto& [titel, soort] : kinds) {
    Paper paper;
    paper.titel = titel;
    EXPECT_EQ(fields_of(paper).soort, soort) << titel;
  }
}

TEST(OfficialXml, HeadingMakesTheMetadatasKindMorePrecise) {
  Paper paper;
  paper.metadata = meta("DC.type", "Motie", "OVERHEIDop.KamerstukTypen");
  paper.titel = "NADER GEWIJZIGDE MOTIE VAN HET LID JANSEN";
  EXPECT_EQ(fields_of(paper).soort, "Motie (gewijzigd/nader)");
  paper.metadata = meta("DC.type", "Verslag", "OVERHEIDop.KamerstukTypen");
  EXPECT_EQ(fields_of(paper).soort, "Verslag");
}

TEST(OfficialXml, SignaturesBelowTheMotion) {
  Paper paper;
  paper.tekst =
      "<al>verzoekt de regering,</al><al>en gaat over tot de orde van de dag.</al>"
      "<al-groep><al>Jansen</al><al>De Vries.</al></al-groep>";
  EXPECT_THAT(fields_of(paper).actoren, ElementsAre(Actor{"Jansen", "", "Ondertekenaar", ""},
                                                    Actor{"De Vries", "", "Ondertekenaar", ""}));
  paper.tekst =
      "<al>Met groet</al><ondertekening><functie>De Minister van Bruggen,</functie><naam>"
      "<voornaam>A.B.</voornaam><achternaam>Jansen</achternaam></naam></ondertekening>";
  EXPECT_THAT(fields_of(paper).actoren,
              ElementsAre(Actor{"A.B. Jansen", "minister van Bruggen", "Ondertekenaar", ""}));
}

TEST(OfficialXml, DateFromTheLineWhereNoneIsMarked) {
  Paper paper;
  paper.datum = "Voorgesteld 3december 2024";
  EXPECT_EQ(fields_of(paper).datum, "2024-12-03");
}

TEST(OfficialXml, ListsTablesAndScripts) {
  EXPECT_EQ(text_of("<lijst><li><li.nr>a.</li.nr><al>een</al></li><li><li.nr>•</li.nr><al>twee"
                    "</al></li><li><al>drie</al><al>vier</al></li></lijst>"),
            "a. een\n- twee\n- drie\nvier\n");
  EXPECT_EQ(text_of("<table><row><entry><al>a</al><al>b</al></entry><entry>c</entry></row><row>"
                    "<entry/><entry/></row><row><entry>d</entry><entry>e</entry></row></table>"),
            "a b | c\nd | e\n");
  EXPECT_EQ(text_of("<al>CO<inf>2</inf>-uitstoot van 70 m<sup>2</sup> grond</al>"),
            "CO2-uitstoot van 70 m2 grond\n");
}

TEST(OfficialXml, PrettyPrintedInlineElements) {
  EXPECT_EQ(text_of("<al>\n de CO\n <sup>\n  2\n </sup>\n -uitstoot (\n <extref doc=\"x\">\n 12\n"
                    " </extref>\n , nr.\n <nadruk>\n 3\n </nadruk>\n ).\n</al>"),
            "de CO2-uitstoot (12, nr. 3).\n");
}

TEST(OfficialXml, UnknownElementsAreWalked) {
  EXPECT_EQ(text_of("<vreemd><al>een</al><raar>twee</raar>\n<raar>drie</raar></vreemd>"
                    "<al>vier <raar>vijf</raar> zes</al>"),
            "een\ntwee\ndrie\nvier vijf zes\n");
}

TEST(OfficialXml, HeadingsAndCitationsAreMarked) {
  Paper paper;
  paper.tekst =
      "<tussenkop>Inleiding</tussenkop><kop><label>Artikel</label> <nr>1</nr> <titel>Begrippen"
      "</titel></kop><al>Zie (<extref doc=\" kst-99000-1\">99 000, nr. 1</extref>) en <dossierref "
      "dossier=\"99001\">99 001</dossierref>.</al>";
  const Fields fields = fields_of(paper);
  EXPECT_THAT(headings(fields),
              ElementsAre("MOTIE VAN HET LID JANSEN C.S.", "Inleiding", "Artikel 1 Begrippen"));
  ASSERT_THAT(fields.marks, SizeIs(5));
  EXPECT_EQ(fields.marks[3].doel, "kst-99000-1");
  EXPECT_EQ(marked(fields, fields.marks[3]), "99 000, nr. 1");
  EXPECT_EQ(fields.marks[4].doel, "99001");
  EXPECT_TRUE(std::ranges::is_sorted(fields.marks, {}, &Mark::begin));
}

TEST(OfficialXml, NotesLeaveTheText) {
  Paper paper;
  paper.tekst =
      "<al>Het rapport<noot id=\"n1\"><noot.nr>1</noot.nr><noot.al>Zie <extref doc=\"x\">bijlage"
      "</extref> 2.</noot.al></noot> is uit.</al>";
  const Fields fields = fields_of(paper);
  EXPECT_THAT(fields.tekst, HasSubstr("Het rapport is uit.\n"));
  ASSERT_THAT(fields.noten, SizeIs(1));
  EXPECT_EQ(fields.noten[0].nummer, "1");
  EXPECT_EQ(fields.noten[0].tekst, "Zie bijlage 2.");
  EXPECT_EQ(fields.noten[0].plaats, fields.tekst.find(" is uit."));
}

const std::string item_text = R"(<officiele-publicatie><metadata>
 <meta name="OVERHEIDop.externMetadataRecord" content="https://x.nl/h-tk-20172018-70-9/metadata.xml"/>
 </metadata><handelingen><vergadering><vergaderdatum>Donderdag 5 april 2018</vergaderdatum>
 </vergadering><agendapunt><nr>9</nr><item-titel>
  Bruggen
 </item-titel><onderwerp><al>Aan de orde is het VAO Bruggen.</al></onderwerp><spreekbeurt><spreker>
  <voorvoegsels>De</voorvoegsels><naam><achternaam>voorzitter</achternaam></naam>:</spreker><tekst>
  <al>Het woord is aan mevrouw Jansen.</al></tekst></spreekbeurt><spreekbeurt><spreker>
  <voorvoegsels>
   Mevrouw
  </voorvoegsels><naam><achternaam>Jansen</achternaam></naam> (
  <politiek>Bruggenpartij</politiek>):</spreker><tekst><al>Dank u.</al></tekst></spreekbeurt>
 <spreekbeurt><spreker><voorvoegsels>Minister</voorvoegsels><naam><achternaam>De Vries</achternaam>
 </naam>:</spreker><tekst><al>Ja.</al></tekst></spreekbeurt></agendapunt></handelingen>
 </officiele-publicatie>)";

TEST(OfficialXml, PlenaryItem) {
  const auto got = read(read_official_xml, item_text);
  const Fields& fields = got.fields();
  EXPECT_EQ(got.pieces[0].name, "h-tk-20172018-70-9");
  EXPECT_EQ(fields.soort, "Handelingen");
  EXPECT_EQ(fields.onderwerp, "Bruggen");
  EXPECT_EQ(fields.datum, "2018-04-05");
  EXPECT_EQ(fields.vergaderjaar, "2017-2018");
  EXPECT_EQ(fields.tekst,
            "Bruggen\nAan de orde is het VAO Bruggen.\nDe voorzitter\nHet woord is aan mevrouw "
            "Jansen.\nMevrouw Jansen (Bruggenpartij)\nDank u.\nMinister De Vries\nJa.\n");
  EXPECT_THAT(headings(fields), ElementsAre("Bruggen", "De voorzitter",
                                            "Mevrouw Jansen (Bruggenpartij)", "Minister De Vries"));
  EXPECT_THAT(fields.actoren, ElementsAre(Actor{"Jansen", "", "Spreker", "Bruggenpartij"},
                                          Actor{"De Vries", "minister", "Spreker", ""}));
}

TEST(OfficialXml, WrittenQuestionsAndAnswers) {
  const auto publication = [](const std::string& metas) {
    return "<officiele-publicatie><metadata>" + metas +
           "</metadata><kamervragen><vraag><nr>1</nr><al>Hoeveel bruggen?</al></vraag>"
           "</kamervragen></officiele-publicatie>";
  };
  const auto questions =
      read(read_official_xml, publication(meta("OVERHEIDop.vraagnummer", "2024Z00017") +
                                          meta("DC.title", "Vragen over bruggen")));
  EXPECT_EQ(questions.pieces.at(0).name, "kv-tk-2024Z00017");
  EXPECT_EQ(questions.fields().soort, "Schriftelijke vragen");
  EXPECT_THAT(questions.fields().zaken, ElementsAre("2024Z00017"));
  EXPECT_EQ(questions.fields().tekst, "1 Hoeveel bruggen?\n");
  const auto answers = read(read_official_xml,
                            publication(meta("DC.identifier", "ah-1151601", "OVERHEIDop.ParlID") +
                                        meta("OVERHEIDop.aanhangselNummer", "2141") +
                                        meta("OVERHEIDop.vergaderjaar", "2023-2024") +
                                        meta("DC.type", "Antwoord", "OVERHEIDop.AanhangselTypen")));
  EXPECT_THAT(answers.pieces.at(0).keys, ElementsAre("ah-1151601", "ah-tk-20232024-2141"));
  EXPECT_EQ(answers.fields().soort, "Antwoord schriftelijke vragen");
}

TEST(OfficialXml, BrokenInputIsRefusedWithAReason) {
  const std::string good = Paper{}.xml();
  EXPECT_THAT(read(read_official_xml, "").message(), HasSubstr("leeg"));
  EXPECT_THAT(read(read_official_xml, good.substr(0, good.size() / 2)).message(),
              HasSubstr("niet goed gevormd, regel 1"));
  EXPECT_THAT(read(read_official_xml, "<boek/>").message(), HasSubstr("<boek>"));
  EXPECT_THAT(read(read_official_xml, "<officiele-publicatie/>").message(),
              HasSubstr("geen inhoud"));
  EXPECT_THAT(
      read(read_official_xml, "<officiele-publicatie>\xE9</officiele-publicatie>").message(),
      HasSubstr("geen UTF-8 (byte 22)"));
  for (std::size_t size = 0; size < good.size(); size += 7) {
    EXPECT_FALSE(read(read_official_xml, good.substr(0, size)).result);
  }
}

TEST(OfficialXml, DoctypeIsRefusedBeforeItsEntitiesAreRead) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">"
      "<!ENTITY d SYSTEM \"file:///etc/passwd\">]><officiele-publicatie>&c;&d;"
      "</officiele-publicatie>";
  EXPECT_THAT(read(read_official_xml, bomb).message(), HasSubstr("DOCTYPE"));
  EXPECT_THAT(read(read_vlos_xml, bomb).message(), HasSubstr("DOCTYPE"));
}

TEST(OfficialXml, CrowdedTagIsRefused) {
  std::string xml = "<officiele-publicatie";
  for (int i = 0; i < 200'000; ++i) xml += " a" + std::to_string(i) + "=\"1\"";
  EXPECT_THAT(read(read_official_xml, xml + "/>").message(), HasSubstr("attributen"));
}

TEST(OfficialXml, DepthIsBounded) {
  const auto nested = [](int depth) {
    std::string open;
    std::string close;
    for (int i = 0; i < depth; ++i) {
      open += "<diep>";
      close += "</diep>";
    }
    return open + "bodem" + close;
  };
  Paper paper;
  paper.tekst = nested(300);
  EXPECT_THAT(read(read_official_xml, paper.xml()).message(), HasSubstr("niet goed gevormd"));
  EXPECT_EQ(text_of(nested(200)), "bodem\n");
}

TEST(VlosXml, ReportWithSpeakers) {
  const auto got = read(read_vlos_xml, R"(<?xml version="1.0"?><vlosCoreDocument xmlns="urn:x">
   <vergadering objectid="ABC-1"><titel>14e vergadering</titel><vergaderjaar>2014-2015</vergaderjaar>
   <datum>2014-10-15T00:00:00</datum><activiteit><titel>Opening</titel><activiteithoofd><tekst>
   <alinea><alineaitem>Opening</alineaitem></alinea></tekst><woordvoerder><spreker><fractie>BP
   </fractie><verslagnaam>Jansen</verslagnaam><functie>Lid</functie></spreker><isdraad>false</isdraad>
   <tekst><alinea><alineaitem>De heer <nadruk type="Vet">Jansen</nadruk> (BP):</alineaitem>
   <alineaitem>Er is één vraag:</alineaitem></alinea></tekst></woordvoerder></activiteithoofd>
   </activiteit></vergadering></vlosCoreDocument>)");
  ASSERT_THAT(got.pieces, SizeIs(1));
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("vlos-abc-1"));
  EXPECT_EQ(got.fields().soort, "Stenogram");
  EXPECT_EQ(got.fields().titel, "14e vergadering");
  EXPECT_EQ(got.fields().datum, "2014-10-15");
  EXPECT_EQ(got.fields().vergaderjaar, "2014-2015");
  EXPECT_EQ(got.fields().tekst, "Opening\nDe heer Jansen (BP)\nEr is één vraag:\n");
  EXPECT_THAT(got.fields().actoren, ElementsAre(Actor{"Jansen", "Lid", "Spreker", "BP"}));
}

TEST(VlosXml, WithoutMeetingFails) {
  EXPECT_THAT(read(read_vlos_xml, "<vlosCoreDocument/>").message(), HasSubstr("<vergadering>"));
  EXPECT_THAT(read(read_vlos_xml, "<vlosCoreDocument><vergadering/></vlosCoreDocument>").message(),
              HasSubstr("objectid"));
}

TEST(OfficialXmlRealData, PlenaryDay) {
  for (int item = 1; item <= 14; ++item) {
    const std::string id = "h-tk-20172018-70-" + std::to_string(item);
    REQUIRE_SHARED(bytes, "handelingen/" + id + ".xml");
    const auto got = read(read_official_xml, *bytes);
    ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
    EXPECT_EQ(got.pieces[0].name, id);
    EXPECT_NE(got.fields().onderwerp, "");
    EXPECT_EQ(got.fields().tekst.find(" ,"), std::string::npos);
    EXPECT_EQ(got.fields().tekst.find("( "), std::string::npos);
  }
}

TEST(OfficialXmlRealData, Report) {
  REQUIRE_SHARED(bytes, "handelingen/vlos-2014-10-15.xml");
  const auto got = read(read_vlos_xml, *bytes);
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].name, "vlos-462144d8-9742-4baa-bf07-4523b849e6eb");
  EXPECT_EQ(got.fields().titel, "14e vergadering, woensdag 15 oktober 2014");
  EXPECT_GT(got.fields().tekst.size(), 400'000U);
  EXPECT_GT(got.fields().actoren.size(), 20U);
}

}  // namespace
}  // namespace kamerzoek
