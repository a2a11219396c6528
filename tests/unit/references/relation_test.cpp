#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/references/reference.hpp"

namespace kamerzoek {
namespace {

struct Case {
  std::string text;
  Relation relation;
};

void PrintTo(const Case& of, std::ostream* out) {
  *out << of.text;
}

class Relations : public testing::TestWithParam<Case> {};

TEST_P(Relations, AreToldByTheWordsBefore) {
  const auto found = references_in(GetParam().text, DossierNumber{"36600", "XXII"});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(name_of(found.back().relation), name_of(GetParam().relation));
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Relations,
    testing::Values(
        Case{"Gewijzigde motie van het lid Pietersen over brood (t.v.v. 36600-XXII-26)",
             Relation::replaces},
        Case{"Motie over brood (tvv 36600-XXII-26)", Relation::replaces},
        Case{"Motie over brood (tv.v. 36600-26)", Relation::replaces},
        Case{"Motie over brood (t.v.v. nr. 21501-20-573)", Relation::replaces},
        Case{"Motie over brood (t.v.v. 23 645, nr, 316)", Relation::replaces},
        Case{"Motie over brood (T.V.V. 36 600, nr. 26)", Relation::replaces},
        Case{"MOTIE TER VERVANGING VAN DIE GEDRUKT ONDER NR. 23", Relation::replaces},
        Case{"Deze brief vervangt de brief van 3 mei (34 682, nr. 5)", Relation::replaces},
        Case{"Hiermee geef ik uitvoering aan de motie-Pietersen c.s. (34 682, nr. 5)",
             Relation::executes},
        Case{"De motie van het lid Pietersen is zo uitgevoerd (34 682, nr. 5)", Relation::executes},
        Case{"Zo geef ik uitvoering aan de motie over de Nota Brood (34 682, nr. 5)",
             Relation::executes},
        Case{"Ter uitvoering van de motie kondigt de nota (34 682, nr. 5) brood aan",
             Relation::cites},
        Case{"Ter invulling van het amendement van de heer mr. Pietersen (34 682, nr. 5)",
             Relation::executes},
        Case{"Ik kom tegemoet aan de moties over brood (34 682, nr. 5) en kaas (34 682, nr. 6)",
             Relation::executes},
        Case{"Hiermee doe ik de toezegging gestand uit de brief van 3 mei (34 682, nr. 5)",
             Relation::fulfils},
        Case{"zoals toegezegd in het debat (Handelingen II 2017/18, nr. 70, item 5)",
             Relation::fulfils},
        Case{"De beantwoording van de vragen van het lid Pietersen (2025Z12077)",
             Relation::answers},
        Case{"Met deze brief beantwoord ik de vragen van (2025Z12077)", Relation::answers},
        Case{"Antwoord op vragen over brood (2025Z12077)", Relation::answers}));

INSTANTIATE_TEST_SUITE_P(
    OtherSentences, Relations,
    testing::Values(
        Case{"Zie 34 682, nr. 5", Relation::cites},
        Case{"De aangenomen motie-Pietersen (34 682, nr. 5)", Relation::cites},
        Case{"Ter uitvoering van de motie schreef ik u een brief (34 682, nr. 5)", Relation::cites},
        Case{"De motie is uitgevoerd. De motie over brood (34 682, nr. 5) niet", Relation::cites},
        Case{"De motie is uitgevoerd\n\nmotie 34 682, nr. 5", Relation::cites},
        Case{"De uitvoering van de wet (34 682, nr. 5)", Relation::cites},
        Case{"Ik beantwoord de brief (34 682, nr. 5)", Relation::cites},
        Case{"de brief met antwoorden op vragen (34 682, nr. 5)", Relation::cites},
        Case{"(t.v.v. 36600-XXII-26), zie ook 34 682, nr. 5", Relation::cites}));

TEST(RelationTest, ReachesNoFurtherThanASentenceIsLong) {
  std::string text = "ter uitvoering van ";
  for (int i = 0; i < 100; ++i) text += "brood ";
  const auto found = references_in(text + "de motie (34 682, nr. 5)");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].relation, Relation::cites);
}

TEST(RelationTest, NamesAreReadBack) {
  for (const auto relation : {Relation::cites, Relation::replaces, Relation::executes,
                              Relation::fulfils, Relation::answers}) {
    EXPECT_EQ(relation_named(name_of(relation)), relation);
  }
  EXPECT_EQ(name_of(Relation::replaces), "vervangt");
  EXPECT_FALSE(relation_named("noemt"));
}

}  // namespace
}  // namespace kamerzoek
