#include "corpus/text/tokenizer.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace kamerzoek {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<std::string> all;
  std::size_t last = 0;
  tokenizer.each_word(text, [&](std::size_t begin, std::size_t end) {
    EXPECT_TRUE(last <= begin && begin < end && end <= text.size());
    all.emplace_back(text.substr(begin, end - begin));
    last = end;
  });
  return all;
}

/// The text is one word, signs at its ends aside.
void expect_one(std::string_view text) {
  EXPECT_THAT(words(text), ElementsAre(std::string(text)));
  EXPECT_THAT(words("(" + std::string(text) + ")"), ElementsAre(std::string(text)));
}

std::string repeated(std::string_view pattern) {
  std::string text;
  while (text.size() < 1'000'000) text += pattern;
  return text;
}

/// ICU is not asked for stretches of ASCII that show their words, and is for one with an é in it.
TEST(Tokenizer, FindsTheSameWordsInAsciiWithAndWithoutIcu) {
  const auto expect_same = [](const std::string& text) {
    auto expected = words(text);
    expected.emplace_back("\u00E9");
    EXPECT_EQ(words(text + "|\u00E9"), expected) << text;
  };
  for (char one = '!'; one <= '~'; ++one) {
    for (const char other : std::string_view("aZ7.,:;'_@-(\"&")) {
      for (const char* around : {"ab", "12"}) {
        const auto with = [](auto... parts) {
          std::string text;
          ((text += parts), ...);
          return text;
        };
        expect_same(with(around, one, other, around));
        expect_same(with(around, one, "c", other, "3", one, around));
        expect_same(with(one, around, other));
      }
    }
  }
}

TEST(Tokenizer, JoinsOverHyphens) {
  for (const auto* word :
       {"plan-MER-proces",  "ontwerp-Nota",     "Zuid-Holland",    "36600-XXII",
        "e-mail",           "D66-fractie",      "2024-2025",       "12-06-2025",
        "covid-19",         "plan‐MER",         "plan‑MER",        "Zuid–Holland",
        "2024–2025",        "21501–32",         "36600–XXII",      "’s-Gravenhage",
        "'s-Hertogenbosch", "'S-HERTOGENBOSCH", "coördinatie-één", "covid19-vaccin"}) {
    expect_one(word);
  }
}

TEST(Tokenizer, LeavesHyphensAtTheEndsOut) {
  EXPECT_THAT(words("windmolen- en zonneparken"), ElementsAre("windmolen", "en", "zonneparken"));
  EXPECT_THAT(words("-woord woord- --a--b"), ElementsAre("woord", "woord", "a", "b"));
  EXPECT_THAT(words("Kamer – Senaat - nee"), ElementsAre("Kamer", "Senaat", "nee"));
  EXPECT_THAT(words("Kamer—Senaat"), ElementsAre("Kamer", "Senaat"));
}

TEST(Tokenizer, JoinsWhatALineEndBreaks) {
  for (const auto* word :
       {"woning-\nbouw", "woning-\r\nbouw", "woning- \t\n    bouw", "woning‐\nbouw",
        "woning\u00AD\nbouw", "plan-MER-\nproces", "her-\nover-\nweging", "woning-\nén",
        "zee-\nengte", "'s-\ngravenhage"}) {
    expect_one(word);
  }
}

TEST(Tokenizer, LeavesOtherLineEnds) {
  EXPECT_THAT(words("zorg-\nen welzijn"), ElementsAre("zorg", "en", "welzijn"));
  EXPECT_THAT(words("zorg-\nof zorg-\ndan zorg-\ntot"),
              ElementsAre("zorg", "of", "zorg", "dan", "zorg", "tot"));
  EXPECT_THAT(words("zorg-\nen/of welzijn"), ElementsAre("zorg", "en", "of", "welzijn"));
  EXPECT_THAT(words("woning-\nBouw"), ElementsAre("woning", "Bouw"));
  EXPECT_THAT(words("woning-\n\nbouw"), ElementsAre("woning", "bouw"));
  EXPECT_THAT(words("woning-\n2"), ElementsAre("woning", "2"));
  EXPECT_THAT(words("woning–\nbouw"), ElementsAre("woning", "bouw"));
  EXPECT_THAT(words("woning\nbouw"), ElementsAre("woning", "bouw"));
  EXPECT_THAT(words("woning-  bouw"), ElementsAre("woning", "bouw"));
  EXPECT_THAT(words("woning-\n" + std::string(60, ' ') + "bouw"), ElementsAre("woning", "bouw"));
}

TEST(Tokenizer, KeepsApostrophesWithin) {
  for (const auto* word : {"regio's", "regio’s", "BO's", "rijk's", "zo'n", "auto's"}) {
    expect_one(word);
  }
  EXPECT_THAT(words("'s avonds 't huis'"), ElementsAre("s", "avonds", "t", "huis"));
  EXPECT_THAT(words("s-bocht"), ElementsAre("s-bocht"));
}

TEST(Tokenizer, KeepsAbbreviationsTogether) {
  EXPECT_THAT(words("m.b.t. c.s. n.a.v. o.a. dit"),
              ElementsAre("m.b.t", "c.s", "n.a.v", "o.a", "dit"));
  EXPECT_THAT(words("r.-k. school, 44 v.Chr."), ElementsAre("r.-k", "school", "44", "v.Chr"));
  EXPECT_THAT(words("c.v.-ketel of nr.-5"), ElementsAre("c.v.-ketel", "of", "nr", "5"));
  EXPECT_THAT(words("Ph.D. dr.ir. Vos"), ElementsAre("Ph.D", "dr.ir", "Vos"));
}

TEST(Tokenizer, SeparatesAtDotsColonsAndUnderscores) {
  EXPECT_THAT(words("woord.Volgend"), ElementsAre("woord", "Volgend"));
  EXPECT_THAT(words("Zo is.De W.Kok"), ElementsAre("Zo", "is", "De", "W", "Kok"));
  EXPECT_THAT(words("m.b.t.het"), ElementsAre("m", "b", "t", "het"));
  EXPECT_THAT(words("www.tweedekamer.nl"), ElementsAre("www", "tweedekamer", "nl"));
  EXPECT_THAT(words("dag:nacht ten_onder"), ElementsAre("dag", "nacht", "ten", "onder"));
  EXPECT_THAT(words("__ _a_ 12;13 a\u202Fb ‿‿"), ElementsAre("a", "12", "13", "a", "b"));
}

TEST(Tokenizer, KeepsNumbersTogether) {
  for (const auto* word : {"2,5", "1.234.567,89", "10,5", "34 682", "1 000 000", "34\u00A0682",
                           "34\u2009682", "34\u202F682", "1 234,50", "36 600-XXII"}) {
    expect_one(word);
  }
  EXPECT_THAT(words("36 600 XXII, nr. 2"), ElementsAre("36 600", "XXII", "nr", "2"));
  EXPECT_THAT(words("in 2023-2024, 34 682 2024"), ElementsAre("in", "2023-2024", "34 682", "2024"));
}

TEST(Tokenizer, LeavesNumbersApartThatAreNoGroups) {
  EXPECT_THAT(words("in 2024 300 mensen"), ElementsAre("in", "2024", "300", "mensen"));
  EXPECT_THAT(words("34 6822"), ElementsAre("34", "6822"));
  EXPECT_THAT(words("34 682.5"), ElementsAre("34", "682.5"));
  EXPECT_THAT(words("2024 300 000"), ElementsAre("2024", "300", "000"));
  EXPECT_THAT(words("1,5 300"), ElementsAre("1,5", "300"));
  EXPECT_THAT(words("12/1 000"), ElementsAre("12", "1", "000"));
  EXPECT_THAT(words("34  682"), ElementsAre("34", "682"));
  EXPECT_THAT(words("34\n682"), ElementsAre("34", "682"));
  EXPECT_THAT(words("10 200 300 400 500"), ElementsAre("10", "200", "300", "400", "500"));
}

TEST(Tokenizer, SeparatesNoteMarks) {
  EXPECT_THAT(words("Plas2 uitgebracht.1"), ElementsAre("Plas", "2", "uitgebracht", "1"));
  EXPECT_THAT(words("Plas1,2 regio’s12 coöperatie3"),
              ElementsAre("Plas", "1,2", "regio’s", "12", "coöperatie", "3"));
  EXPECT_THAT(words("plan-MER-proces2."), ElementsAre("plan-MER-proces", "2"));
  EXPECT_THAT(words("Plas² Plas³, Plas⁴²."), ElementsAre("Plas", "Plas", "Plas"));
  for (const auto* word : {"CO2", "PM10", "PM2,5", "MH17", "A12", "5G", "covid-19", "Horizon2020",
                           "CO₂", "H₂O", "CO₂-uitstoot", "km²", "m³"}) {
    expect_one(word);
  }
}

TEST(Tokenizer, KeepsUnseenSignsWithinAWord) {
  expect_one("woning\u00ADbouw");
  expect_one("woning\u200Dbouw");
}

TEST(Tokenizer, SurvivesBytesThatAreNoUtf8) {
  EXPECT_THAT(words("goed\xff\xfeook"), ElementsAre("goed", "ook"));
  EXPECT_THAT(words("plan-\xe2\x80"), ElementsAre("plan"));
  EXPECT_THAT(words("plan\xe2\x80-MER \xc3"), ElementsAre("plan", "MER"));
  EXPECT_THAT(words("\x80"
                    "a\x80-b\xed\xa0\x80"),
              ElementsAre("a", "b"));
  EXPECT_THAT(words("'\xbds-a"), ElementsAre("s-a"));
  EXPECT_THAT(words(std::string("a\0-b", 4)), ElementsAre("a", "b"));
  EXPECT_THAT(words(""), IsEmpty());
  EXPECT_THAT(words("- . ' _ ₂ ² 😀"), IsEmpty());
}

TEST(Tokenizer, IsDoneWithAnEndlessChain) {
  EXPECT_THAT(words(repeated("a-")), Each("a"));
  EXPECT_THAT(words(repeated("a.")), Each("a"));
  EXPECT_THAT(words(repeated("a'")), Each("a"));
  EXPECT_THAT(words(repeated("a’")), Each("a"));
  EXPECT_THAT(words(repeated("a-\n")), Each("a"));
  EXPECT_THAT(words(repeated("a.-")), Each("a"));
  EXPECT_THAT(words(repeated("1 ")), Each("1"));
  EXPECT_THAT(words(repeated("100 ")), Each("100"));
  EXPECT_THAT(words(repeated("1.")), Each("1"));
  EXPECT_THAT(words(repeated("1,")), Each("1"));
  EXPECT_THAT(words(repeated("a₂")), Each("a₂"));
  EXPECT_THAT(words(repeated("'")), IsEmpty());
  EXPECT_THAT(words(repeated("_")), IsEmpty());
  EXPECT_THAT(words(repeated("- \n")), IsEmpty());
  EXPECT_EQ(words(repeated("ab")).size(), 1U);
  EXPECT_EQ(words(repeated("é\u00AD")).size(), 1U);
  EXPECT_EQ(words("woord-" + std::string(1'000'000, ' ') + "woord").size(), 2U);
}

TEST(Tokenizer, JoinsUpTo96Bytes) {
  expect_one(std::string(47, 'a') + "-" + std::string(48, 'b'));
  EXPECT_THAT(words(std::string(48, 'a') + "-" + std::string(48, 'b') + "-c d-e"),
              ElementsAre(std::string(48, 'a'), std::string(48, 'b'), "c", "d-e"));
}

}  // namespace
}  // namespace kamerzoek
