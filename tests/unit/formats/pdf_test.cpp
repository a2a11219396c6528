#include "corpus/formats/pdf.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/opentk.hpp"
#include "corpus/formats/pdf_pages.hpp"
#include "corpus/references/citations.hpp"
#include "reading.hpp"
#include "tests/support/flipped_bit.hpp"
#include "tests/support/known_leaks.hpp"
#include "tests/support/pdf_file.hpp"

namespace kamerzoek {
namespace {

using test::pdf_of;
using test::pdf_of_objects;
using test::read;
using test::with_flipped_bit;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string letter() {
  return pdf_of(
      {{{70, 60, "99 001"},
        {140, 60, "Het eiland Nieuwoord"},
        {70, 80, "Nr. 8"},
        {140, 80, "BRIEF VAN DE MINISTER VAN EILANDEN", 12, true},
        {140, 110, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"},
        {140, 130, "Den Haag, 12 juni 2025"},
        {140, 160, "Er komt een brug."},
        {140, 190, "Die brug gaat over het water tussen de stad en het eiland in de zee."},
        {234, 162, "1", 6},
        {140, 704, "1", 6},
        {146, 702, "Kamerstuk 99 001, nr. 2"}},
       {{140, 60, "En een sluis."}}});
}

std::string why_refused(const std::string& bytes) {
  const auto got = read(read_pdf, bytes);
  return got.pieces.empty() ? got.message() : "gelezen: " + got.fields().tekst;
}

TEST(Pdf, ALetterOfTwoPages) {
  const auto got = read(read_pdf, letter(), "file:///map/2025D90090.pdf");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].source, Source::pdf);
  EXPECT_THAT(got.pieces[0].keys, ElementsAre("2025D90090", "kst-99001-8"));
  EXPECT_EQ(got.fields().titel, "Het eiland Nieuwoord");
  EXPECT_EQ(got.fields().soort, "Brief regering");
  EXPECT_EQ(got.fields().datum, "2025-06-12");
  EXPECT_EQ(got.fields().kenmerken.at("paginas"), "2");
  EXPECT_TRUE(got.fields().tekst.ends_with("in de zee. En een sluis.\n")) << got.fields().tekst;
  ASSERT_THAT(got.fields().noten, SizeIs(1));
  EXPECT_EQ(got.fields().noten[0].tekst, "Kamerstuk 99 001, nr. 2");
  ASSERT_TRUE(got.fields().noten[0].plaats);
  EXPECT_TRUE(got.fields().tekst.substr(0, *got.fields().noten[0].plaats).ends_with("een brug."));
}

TEST(Pdf, WithoutTextItIsKnownAllTheSame) {
  const auto got = read(read_pdf, pdf_of({{}, {}}), "file:///map/blg-1190000.pdf");
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].name, "blg-1190000");
  EXPECT_EQ(got.fields().tekst, "");
  EXPECT_THAT(got.fields().kenmerken.at("tekst"), HasSubstr("afbeeldingen"));
}

TEST(Pdf, BrokenFilesAreRefusedWithAReason) {
  EXPECT_THAT(why_refused(""), HasSubstr("beschadigd"));
  EXPECT_THAT(why_refused("%PDF-1.7\n"), HasSubstr("beschadigd"));
  EXPECT_THAT(why_refused(pdf_of({})), HasSubstr("geen pagina's"));
  EXPECT_THAT(why_refused(pdf_of_objects(
                  {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
                   "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + std::string(64, '4') + "> /U <" +
                       std::string(64, '5') + "> >>"},
                  "/Encrypt 3 0 R /ID [<00> <00>]")),
              AnyOf(HasSubstr("wachtwoord"), HasSubstr("beschadigd")));
}

TEST(Pdf, PagesWithoutEndAreRefused) {
  EXPECT_THAT(why_refused(pdf_of(std::vector<test::PdfPageText>(most_pdf_pages + 1))),
              HasSubstr("5001 pagina's"));
  // More than there are objects.
  EXPECT_THAT(why_refused(pdf_of_objects({"<< /Type /Catalog /Pages 2 0 R >>",
                                          "<< /Type /Pages /Kids [3 0 R] /Count 100000 >>",
                                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"})),
              HasSubstr("geen pagina's"));
  // A tree whose leaves are its root.
  const std::string loop = why_refused(
      pdf_of_objects({"<< /Type /Catalog /Pages 2 0 R >>",
                      "<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 2 >>"}));
  EXPECT_EQ(loop, "gelezen: ");
}

TEST(Pdf, ADamagedFileIsReadOrRefused) {
  const std::string good = letter();
  for (std::size_t size = 0; size < good.size(); size += 97) why_refused(good.substr(0, size));
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto got = read(read_pdf, with_flipped_bit(good, seed));
    EXPECT_EQ(got.pieces.empty(), !got.message().empty()) << seed;
  }
}

TEST(PdfRealData, TheLetterAsPdfAndAsAPage) {
  REQUIRE_SHARED(pdf, "letters/2025D27614.pdf");
  REQUIRE_SHARED(page, "letters/2025D27614.txt");
  const auto got = read(read_pdf, *pdf);
  const auto opentk = read(read_opentk_text, *page);
  ASSERT_THAT(got.pieces, SizeIs(1)) << got.message();
  EXPECT_EQ(got.pieces[0].name, "kst-34682-228");
  EXPECT_EQ(got.fields().datum, "2025-06-12");
  ASSERT_THAT(got.fields().noten, SizeIs(9));
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_EQ(got.fields().noten[i].tekst, opentk.fields().noten.at(i).tekst);
    EXPECT_TRUE(got.fields().noten[i].plaats);
  }
  const auto cited = [](const Fields& fields) {
    std::vector<std::string> ids;
    for (const Citation& citation : citations_in(fields)) ids.push_back(citation.reference.id);
    return ids;
  };
  EXPECT_EQ(cited(got.fields()), cited(opentk.fields()));
}

}  // namespace
}  // namespace kamerzoek
