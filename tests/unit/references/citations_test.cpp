#include "corpus/references/citations.hpp"

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<std::string> ids(const std::vector<Citation>& citations) {
  std::vector<std::string> out;
  for (const Citation& citation : citations) {
    const char* basis = citation.basis == Citation::Basis::marked ? "*" : "";
    out.push_back(citation.reference.id + basis);
  }
  return out;
}

std::string sentence(const Fields& fields) {
  const auto citations = citations_in(fields);
  return citations.empty() ? "(none)" : sentence_of(fields, citations.front());
}

TEST(Citations, StandInSubjectTextAndNotesInThisOrder) {
  Fields fields;
  fields.onderwerp = "Gewijzigde motie (t.v.v. 34682-3)";
  fields.tekst = "Zie 34 682, nr. 4.";
  fields.noten = {{"1", "Kamerstuk 34 682, nr. 5", {}}};
  EXPECT_THAT(ids(citations_in(fields)), ElementsAre("kst-34682-3", "kst-34682-4", "kst-34682-5"));
  EXPECT_EQ(citations_in(fields).front().reference.relation, Relation::replaces);
}

TEST(Citations, AMarkTakesThePlaceOfWhatIsFoundThere) {
  Fields fields;
  fields.tekst = "Zie 34 682, nr. 4, dan nr. 7, en 34 682, nr. 8.";
  fields.marks = {{Mark::Kind::kop, 0, 3, ""},
                  {Mark::Kind::verwijzing, 4, 17, "kst-34682-99"},
                  {Mark::Kind::verwijzing, 23, 28, "kst-34682-7"},
                  {Mark::Kind::verwijzing, 40, 4000, "kst-1-1"}};
  EXPECT_THAT(ids(citations_in(fields)),
              ElementsAre("kst-34682-99*", "kst-34682-7*", "kst-34682-8"));
}

TEST(Citations, ANumberAloneIsOfTheDocumentsOwnDossier) {
  Fields fields;
  fields.dossiers = {{*DossierNumber::parse("36600-XXII"), "Begroting"}};
  fields.tekst = "Ter vervanging van die gedrukt onder nr. 23.";
  EXPECT_THAT(ids(citations_in(fields)), ElementsAre("kst-36600-XXII-23"));
}

TEST(Citations, OnlyAHeadingOrASubjectSaysThatThePaperItselfReplacesAnother) {
  Fields fields;
  fields.tekst =
      "Motie ter vervanging van 34 682, nr. 3\nNr. 7 kwam ter vervanging van 34 682, nr. 5.";
  fields.marks = {{Mark::Kind::kop, 0, 38, ""}};
  const auto citations = citations_in(fields);
  ASSERT_THAT(citations, SizeIs(2));
  EXPECT_EQ(citations[0].reference.relation, Relation::replaces);
  EXPECT_EQ(citations[1].reference.relation, Relation::cites);
}

TEST(Citations, SentencesEndAtAFullStopWithACapitalBehindIt) {
  Fields fields;
  fields.tekst = "Eerst dit. De leden c.s. noemen (34 682, nr. 4, p. 3) m.b.t. water. Dan dat.";
  EXPECT_EQ(sentence(fields), "De leden c.s. noemen (34 682, nr. 4, p. 3) m.b.t. water.");
  fields.tekst = "Kop\nZie 34 682, nr. 4\nDaarna";
  EXPECT_EQ(sentence(fields), "Zie 34 682, nr. 4");
}

TEST(Citations, ALongSentenceIsCutAtAWordAndAWholeCharacter) {
  Fields fields;
  for (int i = 0; i < 100; ++i) fields.tekst += "één ";
  fields.tekst += "34 682, nr. 4";
  for (int i = 0; i < 100; ++i) fields.tekst += " één";
  const std::string cut = sentence(fields);
  EXPECT_LT(cut.size(), 550U);
  EXPECT_TRUE(cut.starts_with("… één ")) << cut;
  EXPECT_TRUE(cut.ends_with(" één …")) << cut;
}

TEST(Citations, ANoteHasTheSentenceOfItsMarkWhereverThatIs) {
  Fields fields;
  fields.tekst = "Eerst. Hier staat het. Dan.";
  fields.noten = {{"1", "Kamerstuk 34 682, nr. 5", 22}};
  EXPECT_EQ(sentence(fields), "Hier staat het.");
  for (const auto& place : {std::optional<std::size_t>(), std::optional<std::size_t>(9000)}) {
    fields.noten.front().plaats = place;
    EXPECT_EQ(sentence(fields), "");
  }
}

TEST(Citations, ManyMarksAndReferencesAreGoneThroughOnce) {
  Fields fields;
  while (fields.tekst.size() < 2'000'000) {
    fields.marks.push_back(
        {Mark::Kind::verwijzing, fields.tekst.size(), fields.tekst.size() + 2, "kst-34682-1"});
    fields.tekst += "zo 34 682, nr. 4; ";
  }
  EXPECT_THAT(citations_in(fields), SizeIs(2 * fields.marks.size()));
}

}  // namespace
}  // namespace kamerzoek
