#include "corpus/formats/pdf_text.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/broken_words.hpp"
#include "reading.hpp"

namespace kamerzoek {
namespace {

using test::headings;
using test::marked;
using testing::ElementsAre;
using testing::IsEmpty;

/// Sets lines of type on a page of 500 by 800 points, with letters that are all half as wide as
/// they are high.
class Setter {
 public:
  Setter& line(const std::string& text, double size = 10, bool bold = false) {
    set(text, left, size, bold);
    top += 12;
    return *this;
  }

  Setter& gap() {
    top += 12;
    return *this;
  }

  /// Beside the line that was set last.
  Setter& beside(const std::string& text, double at) {
    top -= 12;
    set(text, at, 10, false);
    top += 12;
    return *this;
  }

  /// The number of a note: behind the last word, or where a line begins.
  Setter& number(const std::string& text, double at) {
    const double width = 3 * static_cast<double>(text.size());
    page.words.push_back({text, at, top, at + width, top + 5, 6, false, false});
    return *this;
  }

  Setter& mark(const std::string& text) {
    page.words.back().space_after = false;
    const double at = page.words.back().right;
    top -= 12;
    number(text, at);
    top += 12;
    return *this;
  }

  void set(const std::string& text, double at, double size, bool bold) {
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const double width = static_cast<double>(end - begin) * size / 2;
      page.words.push_back({text.substr(begin, end - begin), at, top, at + width, top + size, size,
                            bold, end < text.size()});
      at += width + size / 2;
      begin = end + 1;
    }
  }

  PdfPage page{800, {}};
  double left = 50;
  double top = 200;
};

/// 61 letters, which is how wide a full line is.
const std::string full = "een brug over de rivier en een sluis in het kanaal bij de zee";

TEST(PdfText, LinesBecomeParagraphs) {
  Setter type;
  type.line(full)
      .line("en verder.")
      .line(full)
      .line("en klaar.")
      .gap()
      .line("Slot")
      .line("van al.");
  EXPECT_EQ(text_of_pages({type.page}).tekst,
            full + " en verder.\n" + full + " en klaar.\nSlot\nvan al.\n");
}

TEST(PdfText, WordsThatWereBrokenAreWhole) {
  Setter type;
  type.line("Over woningbouw en NOVEX-gebieden, en wat dat is voor de brug")
      .line("en daarbij de brug over de rivier en de sluis en de woning-")
      .line("bouw en daarna ook nog de sluis in het kanaal en de NOVEX-")
      .line("gebieden en de havens van de stad en de haven, en haven-")
      .line("en stadsrand.");
  EXPECT_EQ(text_of_pages({type.page}).tekst,
            "Over woningbouw en NOVEX-gebieden, en wat dat is voor de brug en daarbij de brug over "
            "de rivier en de sluis en de woningbouw en daarna ook nog de sluis in het kanaal en de "
            "NOVEX-gebieden en de havens van de stad en de haven, en haven- en stadsrand.\n");
}

TEST(PdfText, AHyphenStaysWhereTheDocumentHasIt) {
  BrokenWords words;
  words.learn("(plan-MER-proces)");
  words.learn("Zeeland,");
  words.learn("noord-zuid");
  EXPECT_EQ(words.joined("zee-", "land"), "zeeland");
  EXPECT_EQ(words.joined("noord-", "zuid"), "noord-zuid");
  EXPECT_EQ(words.joined("CO2-", "uitstoot"), "CO2-uitstoot");
  EXPECT_EQ(words.joined("ontwerp-", "Nota"), "ontwerp-Nota");
  EXPECT_EQ(words.joined("wa\u00AD", "TER"), "waTER");
  EXPECT_EQ(words.joined("land-", "of"), "land- of");
  EXPECT_FALSE(ends_in_hyphen("-"));
  EXPECT_FALSE(ends_in_hyphen(""));
}

TEST(PdfText, ACapitalThatWasSetApart) {
  Setter type;
  type.page.words = {{"T", 50, 200, 55, 210, 10, false, true},
                     {"weede", 57, 200, 82, 210, 10, false, true},
                     {"Kamer", 87, 200, 112, 210, 10, false, true},
                     {"A", 117, 200, 122, 210, 10, false, true},
                     {"en", 127, 200, 137, 210, 10, false, false},
                     {"gine", 137, 200, 157, 210, 10, false, false}};
  EXPECT_EQ(text_of_pages({type.page}).tekst, "Tweede Kamer A engine\n");
}

TEST(PdfText, RunningLinesAreLeftOut) {
  std::vector<PdfPage> pages;
  for (int i = 1; i <= 4; ++i) {
    Setter type;
    type.top = 20;
    type.line("Tweede Kamer, 99 001, nr. 8");
    type.top = 200;
    type.line(full).line("Blad " + std::string(static_cast<std::size_t>(i), 'a') + ".");
    type.top = 780;
    type.line("Pagina " + std::to_string(i) + " van 4");
    pages.push_back(type.page);
  }
  EXPECT_EQ(text_of_pages(pages).tekst, full + " Blad a.\n" + full + " Blad aa.\n" + full +
                                            " Blad aaa.\n" + full + " Blad aaaa.\n");
}

TEST(PdfText, APageIsAMarkAndAParagraphGoesOnOverIt) {
  Setter one;
  one.line("Kort.").line(full);
  Setter two;
  two.line("en verder.").line("Slot.");
  const Fields fields = text_of_pages({one.page, {}, two.page});
  EXPECT_EQ(fields.tekst, "Kort.\n" + full + " en verder.\nSlot.\n");
  ASSERT_EQ(fields.marks.size(), 2U);
  EXPECT_EQ(fields.marks[0].kind, Mark::Kind::pagina);
  EXPECT_EQ(fields.marks[0].doel, "1");
  EXPECT_EQ(marked(fields, fields.marks[0]), "Kort.\n" + full);
  EXPECT_EQ(fields.marks[1].doel, "3");
  EXPECT_EQ(marked(fields, fields.marks[1]), "en verder.\nSlot.");
}

TEST(PdfText, NotesLeaveTheTextAndKeepTheirPlace) {
  Setter type;
  type.line(full + ".")
      .line("Een brug.")
      .mark("1")
      .line("De m van 10")
      .mark("2")
      .line("en een sluis.")
      .mark("3");
  type.gap().number("1", 50);
  type.left = 56;
  type.line("Kamerstuk 99 001,").line("nr. 2");
  type.number("3", 50).line("Zie daar.");
  const Fields fields = text_of_pages({type.page});
  EXPECT_EQ(fields.tekst, full + ". Een brug.\nDe m van 102\nen een sluis.\n");
  EXPECT_THAT(fields.noten,
              ElementsAre(Noot{"1", "Kamerstuk 99 001, nr. 2", 72}, Noot{"3", "Zie daar.", 99}));
}

TEST(PdfText, ANumberThatComesAfterItsNote) {
  Setter type;
  type.line("Een brug.").mark("1").gap();
  const double top = type.top;
  type.left = 56;
  type.line("Kamerstuk 99 001,").line("nr. 2");
  type.top = top;
  type.number("1", 50);
  EXPECT_THAT(text_of_pages({type.page}).noten,
              ElementsAre(Noot{"1", "Kamerstuk 99 001, nr. 2", 9}));
}

TEST(PdfText, ANoteWithoutAMarkIsKept) {
  Setter type;
  type.line("Een brug.").gap().number("4", 50);
  type.left = 56;
  type.line("Zie daar.");
  EXPECT_THAT(text_of_pages({type.page}).noten, ElementsAre(Noot{"4", "Zie daar.", std::nullopt}));
}

TEST(PdfText, HeadingsAreLargerOrBold) {
  Setter type;
  type.line("Grote kop", 14).line(full).line("tekst.").line("Vette kop", 10, true).line(full);
  for (int i = 0; i < 5; ++i) type.line(full, 10, true);
  EXPECT_THAT(headings(text_of_pages({type.page})), ElementsAre("Grote kop", "Vette kop"));
}

TEST(PdfText, ItemsAndRowsHaveLinesOfTheirOwn) {
  Setter type;
  type.line("• " + full).line("• en twee").line("Jaar").beside("Bedrag in euro", 200).line("2025");
  type.beside("12", 200);
  EXPECT_EQ(text_of_pages({type.page}).tekst,
            "• " + full + "\n• en twee\nJaar | Bedrag in euro\n2025 | 12\n");
}

TEST(PdfText, ColumnsAreReadOneAfterTheOther) {
  Setter type;
  for (int i = 0; i < 8; ++i) type.line("links staat dit in de kolom");
  type.top = 200;
  type.left = 300;
  for (int i = 0; i < 8; ++i) type.line("rechts staat dit in een rij");
  const std::string text = text_of_pages({type.page}).tekst;
  EXPECT_LT(text.rfind("links"), text.find("rechts"));
}

TEST(PdfText, NoWordsNoText) {
  EXPECT_EQ(text_of_pages({}).tekst, "");
  const Fields fields = text_of_pages({{}, {}});
  EXPECT_EQ(fields.tekst, "");
  EXPECT_THAT(fields.marks, IsEmpty());
}

}  // namespace
}  // namespace kamerzoek
