#include "search/abbreviations.hpp"

#include <gmock/gmock.h>
#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/schema.hpp"
#include "indexer/rebuild.hpp"
#include "tests/support/temporary_index.hpp"

namespace kamerzoek {
namespace {

using schema::Label;
using test::document;
using test::TemporaryIndex;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* definition = "Het Nationaal Programma Ruimte voor Defensie (NPRD) is er.";

Xapian::Database database_of(const TemporaryIndex& index) {
  return Xapian::Database(schema::current(index.dir()).string());
}

std::vector<std::string> forms(const std::vector<Expansion>& expansions) {
  std::vector<std::string> out;
  for (const Expansion& one : expansions) out.push_back(one.form);
  return out;
}

std::vector<std::string> listed(const TemporaryIndex& index) {
  std::vector<std::string> out;
  const auto all = index.searcher().abbreviations();
  EXPECT_TRUE(all) << all.error().message;
  for (const auto& one : all.value_or(std::vector<LearnedAbbreviation>{})) {
    out.push_back(one.short_form + " = " + one.long_form + ": " + std::to_string(one.documents));
  }
  return out;
}

TEST(LearnedAbbreviations, AreLabelsOfTheDocument) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "", definition)});
  const Xapian::Database database = database_of(index);
  EXPECT_EQ(database.get_termfreq(label_term(Label::abbreviation,
                                             "nprd\x1fnationaal programma ruimte voor defensie")),
            1U);
  EXPECT_EQ(database.get_termfreq(
                label_term(Label::long_form, "nationaal programma ruimte voor defensie\x1fnprd")),
            1U);
}

TEST(LearnedAbbreviations, AreFoundByEitherForm) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "", definition), document("kst-99001-2", "", definition)});
  const Xapian::Database database = database_of(index);
  EXPECT_THAT(forms(long_forms(database, "nprd")),
              ElementsAre("nationaal programma ruimte voor defensie"));
  EXPECT_EQ(long_forms(database, "nprd").at(0).documents, 2U);
  EXPECT_THAT(forms(short_forms(database, "nationaal programma ruimte voor defensie")),
              ElementsAre("nprd"));
  EXPECT_THAT(long_forms(database, "npr"), IsEmpty()) << "a whole form, not the beginning of one";
  EXPECT_THAT(short_forms(database, "nationaal programma"), IsEmpty());
  EXPECT_THAT(long_forms(database, ""), IsEmpty());
}

TEST(LearnedAbbreviations, ComeFromEveryTextOfADocumentAndOncePerDocument) {
  Piece piece = document("kst-99001-1", "Het Fries Stedelijk Netwerk (FSN)",
                         "Het Fries Stedelijk Netwerk (FSN) en Rijkswaterstaat (RWS)");
  piece.fields.titel = "Wet open overheid (Woo)";
  piece.fields.noten = {{"1", "Zie de Algemene wet bestuursrecht (Awb).", {}}};
  TemporaryIndex index;
  index.put({piece});
  EXPECT_THAT(listed(index),
              ElementsAre("Awb = Algemene wet bestuursrecht: 1", "FSN = Fries Stedelijk Netwerk: 1",
                          "RWS = Rijkswaterstaat: 1", "Woo = Wet open overheid: 1"));
}

TEST(LearnedAbbreviations, AreOneInWhateverCaseTheyAreWritten) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "", "het Persoonsgebonden Budget (PGB)"),
             document("kst-99001-2", "", "een persoonsgebonden budget (pgb)"),
             document("kst-99001-3", "", "de Raad voor de Rechtspraak (RvdR)")});
  EXPECT_THAT(listed(index), ElementsAre("PGB = Persoonsgebonden Budget: 2",
                                         "RvdR = Raad voor de Rechtspraak: 1"));
}

TEST(LearnedAbbreviations, AreForgottenWithTheDocument) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "", definition), document("kst-99001-2", "", definition)});
  Piece gone = document("kst-99001-1", "", "");
  gone.fields = {};
  gone.withdrawn = true;
  index.put({gone});
  EXPECT_THAT(listed(index), ElementsAre("NPRD = Nationaal Programma Ruimte voor Defensie: 1"));
  index.put({document("kst-99001-2", "", "Zonder uitleg.", "2025-02-01")});
  EXPECT_THAT(listed(index), IsEmpty());
  EXPECT_THAT(long_forms(database_of(index), "nprd"), IsEmpty());
}

TEST(LearnedAbbreviations, SurviveARebuild) {
  TemporaryIndex index;
  index.put({document("kst-99001-1", "", definition)});
  const auto before = listed(index);
  ASSERT_TRUE(test::rebuilt(index.dir()));
  EXPECT_EQ(listed(index), before);
}

TEST(LearnedAbbreviations, OfManyMeaningsGiveTheUsualOnes) {
  std::vector<Piece> pieces;
  const auto define = [&](const std::string& text, int times) {
    for (; times > 0; --times) {
      pieces.push_back(document("kst-99001-" + std::to_string(pieces.size() + 1), "", text));
    }
  };
  define("Nederlands Instituut (NI)", 6);
  define("Noordelijke Inspectie (NI)", 2);
  define("Nieuwe Indeling (NI)", 1);
  for (const char* text : {"Raad Alfa (RA)", "Raad Amber (RA)", "Raad Anker (RA)",
                           "Raad Appel (RA)", "Raad Arend (RA)", "Raad Atlas (RA)"}) {
    define(text, 1);
  }
  TemporaryIndex index;
  index.put(pieces);
  const Xapian::Database database = database_of(index);
  EXPECT_THAT(forms(long_forms(database, "ni")),
              ElementsAre("nederlands instituut", "noordelijke inspectie"));
  EXPECT_THAT(forms(long_forms(database, "ra")),
              ElementsAre("raad alfa", "raad amber", "raad anker", "raad appel", "raad arend"));
  EXPECT_THAT(learned_abbreviations(database), SizeIs(9));
}

TEST(LearnedAbbreviations, OfTermsTooLongForTheIndexAreLeftOut) {
  std::string words;
  for (int i = 0; i < 4; ++i) words += "A" + std::string(54, 'a') + " ";
  TemporaryIndex index;
  index.put({document("kst-99001-1", "", words + "(AAAA)")});
  EXPECT_THAT(listed(index), IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
