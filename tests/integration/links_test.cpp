#include <gmock/gmock.h>

#include "search/searcher.hpp"
#include "tests/support/temporary_index.hpp"

/// From words in a document to links at both of its ends.
namespace kamerzoek {
namespace {

using test::document;
using test::TemporaryIndex;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class LinksTest : public testing::Test {
 protected:
  Links links(const std::string& name) {
    auto links = index.searcher().links(name);
    EXPECT_TRUE(links) << name << ": " << links.error().message;
    return links.value_or(Links{});
  }

  static auto paper(const std::string& id) {
    return Field(&Link::paper, Field(&SearchResult::id, id));
  }
  static auto is(const std::string& id, const std::string& relation) {
    return AllOf(paper(id), Field(&Link::relation, relation));
  }

  TemporaryIndex index;
};

TEST_F(LinksTest, ACitationIsFoundFromBothEnds) {
  index.put(
      {document("kst-99001-2", "Brief", "Eerst dit. Zie de motie (99 001, nr. 1) daarover.")});
  const Links before = links("kst-99001-2");
  ASSERT_THAT(before.cites, ElementsAre(is("kst-99001-1", "verwijst")));
  EXPECT_FALSE(before.cites.front().held);
  EXPECT_EQ(before.cites.front().paper.url,
            "https://zoek.officielebekendmakingen.nl/kst-99001-1.html");
  EXPECT_THAT(links("kst-99001-1").cited_by, ElementsAre(paper("kst-99001-2")));

  index.put({document("kst-99001-1", "Motie", "Een motie.")});
  EXPECT_TRUE(links("kst-99001-2").cites.front().held);
  const Links after = links("kst-99001-1");
  ASSERT_THAT(after.cited_by, ElementsAre(is("kst-99001-2", "verwijst")));
  EXPECT_EQ(after.cited_by.front().basis, Link::Basis::found);
  EXPECT_EQ(after.cited_by.front().sentence, "Zie de motie (99 001, nr. 1) daarover.");
}

TEST_F(LinksTest, ASubjectSaysWhatIsReplaced) {
  index.put({document("kst-99001-5", "Motie over water", "De Kamer.", "2025-01-01"),
             document("kst-99001-7", "Gewijzigde motie over water (t.v.v. 99001-5)",
                      "De Kamer, ter vervanging van die gedrukt onder nr. 5.", "2025-02-01"),
             document("kst-99001-9", "Brief", "Zie 99 001, nr. 5.", "2025-03-01")});
  EXPECT_THAT(links("kst-99001-7").cites, ElementsAre(is("kst-99001-5", "vervangt")));
  // What replaces comes before what is newer.
  EXPECT_THAT(links("kst-99001-5").cited_by,
              ElementsAre(is("kst-99001-7", "vervangt"), is("kst-99001-9", "verwijst")));
}

TEST_F(LinksTest, AZaakSaysWhatItReplacesUntilItsDocumentDoes) {
  Piece zaak = document("2025Z90001", "Gewijzigde motie over water (t.v.v. 99001-5)", "");
  zaak.kind = Kind::zaak;
  zaak.fields.documentNummer = "2025Z90001";
  index.put({zaak, document("kst-99001-5", "Motie over water", "De Kamer.")});
  ASSERT_THAT(links("kst-99001-5").cited_by, ElementsAre(is("2025Z90001", "vervangt")));
  EXPECT_EQ(links("kst-99001-5").cited_by.front().paper.url, "/zaak/2025Z90001");
  EXPECT_THAT(links("2025Z90001").cites, ElementsAre(is("kst-99001-5", "vervangt")));

  Piece motion = document("kst-99001-7", "Gewijzigde motie over water (t.v.v. 99001-5)", "");
  motion.fields.zaken = {"2025Z90001"};
  index.put({motion});
  EXPECT_THAT(links("kst-99001-5").cited_by, ElementsAre(is("kst-99001-7", "vervangt")));
}

TEST_F(LinksTest, ACitationInANoteHasTheSentenceOfItsMarkAndWhatThatSays) {
  Piece letter =
      document("kst-99001-3", "Brief", "Eerst. Zo geef ik uitvoering aan de motie. Daarna.");
  letter.fields.noten = {{"1", "Kamerstuk 99 001, nr. 2", 42}};
  index.put({letter});
  const Links found = links("kst-99001-2");
  ASSERT_THAT(found.cited_by, SizeIs(1));
  EXPECT_EQ(found.cited_by.front().relation, "voert-uit");
  EXPECT_EQ(found.cited_by.front().sentence, "Zo geef ik uitvoering aan de motie.");
  EXPECT_EQ(found.cited_by.front().note, "Kamerstuk 99 001, nr. 2");
}

TEST_F(LinksTest, AMarkedCitationCountsForMoreThanItsWords) {
  Piece letter = document("kst-99001-3", "Brief", "Zie nr. 4 van toen.");
  letter.fields.marks = {{Mark::Kind::verwijzing, 4, 9, "kst-99002-4"}};
  index.put({letter});
  const Links found = links("kst-99001-3");
  ASSERT_THAT(found.cites, ElementsAre(paper("kst-99002-4")));
  EXPECT_EQ(found.cites.front().basis, Link::Basis::marked);
}

TEST_F(LinksTest, AMarkedDossierIsNoPaper) {
  Piece letter = document("kst-99001-3", "Brief", "Zie dossier 99002 daarover.");
  letter.fields.marks = {{Mark::Kind::verwijzing, 12, 17, "99002"}};
  index.put({letter});
  EXPECT_THAT(links("kst-99001-3").cites, IsEmpty());
}

TEST_F(LinksTest, APaperDoesNotCiteItself) {
  index.put({document("kst-99001-3", "Brief", "Dit is 99 001, nr. 3, en dit 99 001, nr. 4.")});
  EXPECT_THAT(links("kst-99001-3").cites, ElementsAre(paper("kst-99001-4")));
  EXPECT_THAT(links("kst-99001-3").cited_by, IsEmpty());
}

TEST_F(LinksTest, AWithdrawnPaperCitesNothingAnyMore) {
  Piece letter = document("kst-99001-3", "Brief", "Zie 99 001, nr. 4.");
  index.put({letter, document("kst-99001-4", "Motie", "De Kamer.")});
  ASSERT_THAT(links("kst-99001-4").cited_by, SizeIs(1));
  letter.withdrawn = true;
  letter.stamp = "2025-06-01T00:00:00Z";
  letter.fields = {};
  index.put({letter});
  EXPECT_THAT(links("kst-99001-4").cited_by, IsEmpty());
}

TEST_F(LinksTest, MetadataTieAnnexesAndThePapersOfAZaak) {
  Piece question = document("kv-tk-2025Z90001", "Vragen over water", "Hoe?", "2025-01-01");
  question.fields.soort = "Schriftelijke vragen";
  question.fields.zaken = {"2025Z90001"};
  Piece answer = document("ah-tk-20242025-9001", "Antwoord op vragen", "Zo.", "2025-02-01");
  answer.fields.soort = "Antwoord schriftelijke vragen";
  answer.fields.zaken = {"2025Z90001"};
  Piece annex = document("blg-90001", "Kaart", "Een kaart.", "2025-02-01");
  annex.fields.soort = "Bijlage";
  annex.fields.bronDocument = "ah-tk-20242025-9001";
  index.put({question, answer, annex});
  EXPECT_THAT(links("kv-tk-2025Z90001").related,
              ElementsAre(is("ah-tk-20242025-9001", "antwoord")));
  EXPECT_THAT(links("ah-tk-20242025-9001").related,
              ElementsAre(is("blg-90001", "bijlage"), is("kv-tk-2025Z90001", "vraag")));
  EXPECT_THAT(links("blg-90001").related, ElementsAre(is("ah-tk-20242025-9001", "bijlage-bij")));
}

TEST_F(LinksTest, AnAnnexIsKnownByItsTitleWhereOnlyOneOfThatDayHasIt) {
  const auto annex = [](const std::string& id, const std::string& title) {
    Piece piece = document(id, title, "", "2025-06-12");
    piece.fields.soort = "Bijlage";
    return piece;
  };
  Piece letter = document("kst-99001-1", "Brief", "Zie de bijlagen.", "2025-06-12");
  letter.fields.bijlagen = {{"Kaart van Fryslân", ""}, {"Beslisnota", ""}, {"Nergens", ""}};
  index.put({letter, annex("2025D90001", "Kaart van Fryslan"), annex("2025D90002", "Beslisnota"),
             annex("2025D90003", "Beslisnota"), annex("2025D90004", "Ander stuk")});
  EXPECT_THAT(links("kst-99001-1").related, ElementsAre(is("2025D90001", "bijlage")));
  EXPECT_THAT(links("2025D90001").related, ElementsAre(is("kst-99001-1", "bijlage-bij")));
  EXPECT_THAT(links("2025D90002").related, IsEmpty());
}

TEST_F(LinksTest, ABillAndWhatBelongsToItFindEachOther) {
  Piece bill = document("kst-99002-2", "Voorstel van wet", "Artikel I", "2025-01-01");
  bill.fields.soort = "Voorstel van wet";
  Piece memorandum = document("kst-99002-3", "Memorie van toelichting", "Algemeen", "2025-01-01");
  memorandum.fields.soort = "Memorie van toelichting";
  Piece letter = document("kst-99002-4", "Brief", "Uitstel.", "2025-01-02");
  letter.fields.soort = "Brief regering";
  index.put({bill, memorandum, letter});
  EXPECT_THAT(links("kst-99002-2").related, ElementsAre(is("kst-99002-3", "bij-wetsvoorstel")));
  EXPECT_THAT(links("kst-99002-3").related, ElementsAre(is("kst-99002-2", "wetsvoorstel")));
  EXPECT_THAT(links("kst-99002-4").related, IsEmpty());
}

TEST_F(LinksTest, ANameNobodyKnowsIsNotFound) {
  index.put({document("kst-99001-3", "Brief", "Niets.")});
  for (const char* name : {"kst-99001-99", "zomaar iets"}) {
    const auto found = index.searcher().links(name);
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().code, ErrorCode::not_found);
    EXPECT_THAT(found.error().message, HasSubstr("is niet in de index"));
  }
}

TEST_F(LinksTest, VerwijstFindsWhatCites) {
  index.put({document("kst-99001-2", "Brief", "Zie de motie (99 001, nr. 1)."),
             document("kst-99001-3", "Brief", "Zie nergens.")});
  EXPECT_THAT(test::found(index, "verwijst:kst-99001-1"), ElementsAre("kst-99001-2"));
}

}  // namespace
}  // namespace kamerzoek
