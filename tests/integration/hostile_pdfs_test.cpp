// PDF files that were made to do harm, or that are locked, read by the process that `index` reads
// them with.

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "bad_input.hpp"
#include "tests/support/pdf_file.hpp"

namespace kamerzoek {
namespace {

using test::BadInput;
using test::pdf_of;
using test::pdf_of_objects;
using test::skipped;
using testing::Each;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* catalog = "<< /Type /Catalog /Pages 2 0 R >>";
constexpr const char* one_page = "<< /Type /Pages /Kids [4 0 R] /Count 1 >>";
constexpr const char* font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
constexpr const char* empty_page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
constexpr const char* turf = "BT /F1 12 Tf 70 700 Td (turf) Tj ET";

std::string page_of(const std::string& resources = {}) {
  return fmt::format(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
      "/Resources << /Font << /F1 3 0 R >> {} >> >>",
      resources);
}

std::string stream(const std::string& content, const std::string& dictionary = {}) {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", content.size(), dictionary,
                     content);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

class HostilePdfs : public BadInput {
 protected:
  /// Files that can be read for all that is wrong with them, and whose text is found.
  void expect_found(const std::string& name, const std::string& bytes) {
    folder.write(name, bytes);
    index.index({folder.path()});
    EXPECT_THAT(index.skipped, IsEmpty());
    EXPECT_THAT(test::found(index, "turf"), SizeIs(1)) << name;
    EXPECT_EQ(test::found(index, "goede").size(), 2U);
  }

  /// Files of which nothing can be expected but that the next one is read.
  void expect_no_harm(const std::string& name, const std::string& bytes) {
    folder.write(name, bytes);
    const IndexReport report = index.index({folder.path()});
    EXPECT_EQ(report.read + report.skipped, 3U) << name;
    EXPECT_EQ(test::found(index, "goede").size(), 2U) << name;
  }
};

TEST_F(HostilePdfs, AHundredThousandPages) {
  std::vector<std::string> objects(100'002, empty_page);
  objects[0] = catalog;
  std::string kids;
  for (std::size_t i = 3; i <= objects.size(); ++i) kids += fmt::format("{} 0 R ", i);
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count 100000 >>", kids);
  folder.write("dik.pdf", pdf_of_objects(objects));
  expect_only_skipped("dik.pdf", "100000 pagina's, meer dan de 5000");
}

TEST_F(HostilePdfs, OnePageAHundredThousandTimes) {
  folder.write("dik.pdf", pdf_of_objects({catalog,
                                          fmt::format("<< /Type /Pages /Kids [{}] /Count 100000 >>",
                                                      repeated("3 0 R ", 100'000)),
                                          empty_page}));
  expect_only_skipped("dik.pdf", "pagina's");
}

TEST_F(HostilePdfs, APageTreeThatContainsItself) {
  expect_no_harm("kring.pdf",
                 pdf_of_objects({catalog,
                                 "<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count "
                                 "2 >>"}));
  expect_no_harm("kring.pdf",
                 pdf_of_objects({catalog, "<< /Type /Pages /Kids [3 0 R] /Parent 3 0 R /Count 1 >>",
                                 "<< /Type /Pages /Kids [2 0 R 4 0 R] /Parent 2 0 R /Count 1 >>",
                                 "<< /Type /Page /Parent 3 0 R >>"}));
}

TEST_F(HostilePdfs, ATreeOfTenThousandLevels) {
  std::vector<std::string> objects = {catalog};
  for (int i = 2; i < 10'000; ++i) {
    objects.push_back(
        fmt::format("<< /Type /Pages /Kids [{} 0 R] /Parent {} 0 R /Count 1 >>", i + 1, i - 1));
  }
  objects.emplace_back(empty_page);
  expect_no_harm("diep.pdf", pdf_of_objects(objects));
}

TEST_F(HostilePdfs, BracketsOfTenThousandLevels) {
  const std::string deep = std::string(10'000, '[');
  expect_no_harm(
      "diep.pdf",
      pdf_of_objects({catalog, one_page, font,
                      fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox {} >>", deep)}));
  expect_no_harm("diep.pdf", pdf_of_objects({catalog, one_page, font, page_of(),
                                             stream(repeated("q ", 100'000) + deep + turf)}));
}

TEST_F(HostilePdfs, ALengthThatIsTheStreamItself) {
  expect_found("kring.pdf",
               pdf_of_objects({catalog, one_page, font, page_of(),
                               fmt::format("<< /Length 5 0 R >>\nstream\n{}\nendstream", turf)}));
}

TEST_F(HostilePdfs, AFormThatDrawsItself) {
  const std::string itself = "/XObject << /X 6 0 R >>";
  expect_found("kring.pdf",
               pdf_of_objects({catalog, one_page, font, page_of(itself),
                               stream(turf + std::string(" /X Do")),
                               stream("/X Do /X Do",
                                      "/Type /XObject /Subtype /Form /BBox [0 0 500 800] "
                                      "/Resources << " +
                                          itself + " >>")}));
}

TEST_F(HostilePdfs, ContentsThatAreInThemselves) {
  expect_no_harm("kring.pdf",
                 pdf_of_objects({catalog, one_page, font, page_of(), "[5 0 R 5 0 R]"}));
}

TEST_F(HostilePdfs, ATableThatComesBeforeItself) {
  const std::string good =
      pdf_of_objects({catalog, one_page, font, page_of(), stream(turf)}, "/Prev 00000");
  const std::string table = fmt::format("{:05}", good.rfind("\nxref") + 1);
  std::string loop = good;
  loop.replace(loop.rfind("00000 >>"), 5, table);
  expect_found("kring.pdf", loop);
}

TEST_F(HostilePdfs, AnObjectStreamThatHoldsItself) {
  std::string pdf = "%PDF-1.5\n";
  const std::string held =
      "1 0 2 33 <</Type/Catalog/Pages 2 0 R>>     <</Type/Pages/Kids[6 0 R]/Count 1>>";
  pdf += "6 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n";
  pdf += "4 0 obj\n<</Type/ObjStm/N 2/First 9/Length 4 0 R/Extends 4 0 R>>\nstream\n" + held +
         "\nendstream\nendobj\n";
  const std::size_t table = pdf.size();
  // Of each object a kind (1 at a place, 2 in a stream), where, and which.
  const std::vector<std::array<std::size_t, 3>> places = {
      {0, 0, 0}, {2, 4, 0}, {2, 4, 1}, {0, 0, 0}, {2, 4, 2}, {1, table, 0}, {1, 9, 0}};
  std::string rows;
  for (const auto& [kind, place, which] : places) {
    rows += {static_cast<char>(kind), static_cast<char>(place >> 8U), static_cast<char>(place),
             static_cast<char>(which)};
  }
  pdf += fmt::format(
      "5 0 obj\n{}\nendobj\nstartxref\n{}\n%%EOF\n",
      stream(rows, fmt::format("/Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Prev {}", table)), table);
  folder.write("kring.pdf", pdf);
  expect_only_skipped("kring.pdf", "beschadigd");
}

TEST_F(HostilePdfs, CutOffAnywhere) {
  const std::string good = pdf_of({{{70, 60, "Een brief over turf"}}});
  for (std::size_t tenth = 1; tenth < 10; ++tenth) {
    folder.write("half" + std::to_string(tenth) + ".pdf", good.substr(0, good.size() * tenth / 10));
  }
  const IndexReport report = index.index({folder.path()});
  // Without its table a file can be read when what the table leads to is there.
  EXPECT_EQ(report.read + report.skipped, 11U);
  EXPECT_GE(report.skipped, 4U);
  EXPECT_THAT(index.skipped, Each(skipped(".pdf", "het PDF-bestand")));
  EXPECT_EQ(test::found(index, "goede").size(), 2U);
}

TEST_F(HostilePdfs, WithAPasswordOnlyItsNameIsKnown) {
  std::filesystem::copy(KAMERZOEK_TEST_DATA "/wachtwoord.pdf", folder / "wachtwoord.pdf");
  expect_only_skipped("wachtwoord.pdf", "een PDF-bestand met een wachtwoord");
  EXPECT_THAT(test::found(index, "turf"), IsEmpty());
}

TEST_F(HostilePdfs, WithAPasswordAgainstChangesItIsRead) {
  std::filesystem::copy(KAMERZOEK_TEST_DATA "/alleen-lezen.pdf", folder / "alleen-lezen.pdf");
  index.index({folder.path()});
  EXPECT_THAT(index.skipped, IsEmpty());
  EXPECT_THAT(test::found(index, "turf"), SizeIs(1));
}

}  // namespace
}  // namespace kamerzoek
