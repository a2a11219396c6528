#include "corpus/lexicon/lexicon_writer.hpp"

#include <stdexcept>

#include <gmock/gmock.h>

namespace kamerzoek::lexicon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Lexicon::Word word(std::vector<std::string> lemmas) {
  Lexicon::Word made;
  made.shape = {Role::noun | Role::word, 12, 255};
  made.lemmas = std::move(lemmas);
  return made;
}

std::string three_words() {
  LexiconWriter writer;
  Lexicon::Word spoke = word({"spreken"});
  spoke.shape.roles = Role::verb;
  spoke.verbs = {"spreken"};
  spoke.related = {"spraak", "toespraak"};
  writer.add("sprak", spoke);
  writer.add("leden", word({"lid", "lijden"}));
  writer.add("israel", word({"israel"}));
  return writer.bytes();
}

TEST(LexiconWriter, WritesWhatTheLexiconReads) {
  const std::string bytes = three_words();
  const Lexicon lexicon(bytes);
  const auto spoke = lexicon.find("sprak");
  ASSERT_TRUE(spoke);
  EXPECT_EQ(spoke->shape.roles, Role::verb);
  EXPECT_THAT(spoke->lemmas, ElementsAre("spreken"));
  EXPECT_THAT(spoke->verbs, ElementsAre("spreken"));
  EXPECT_THAT(spoke->related, ElementsAre("spraak", "toespraak"));
  const auto members = lexicon.find("leden");
  ASSERT_TRUE(members);
  EXPECT_THAT(members->lemmas, ElementsAre("lid", "lijden"));
  EXPECT_THAT(members->verbs, IsEmpty());
  EXPECT_EQ(members->shape.begins, 12);
  EXPECT_EQ(members->shape.ends, 255);
  EXPECT_FALSE(lexicon.find("lede"));
  EXPECT_FALSE(lexicon.find(""));
}

TEST(LexiconWriter, MakesALexiconOfNoWords) {
  const std::string bytes = LexiconWriter().bytes();
  EXPECT_FALSE(Lexicon(bytes).find("wet"));
}

TEST(LexiconWriter, FindsEveryOneOfManyWords) {
  LexiconWriter writer;
  for (int i = 0; i < 1000; ++i) writer.add("w" + std::to_string(i), word({std::to_string(i)}));
  const std::string bytes = writer.bytes();
  const Lexicon lexicon(bytes);
  for (int i = 0; i < 1000; ++i) {
    const auto found = lexicon.find("w" + std::to_string(i));
    ASSERT_TRUE(found) << i;
    EXPECT_THAT(found->lemmas, ElementsAre(std::to_string(i)));
  }
}

TEST(LexiconWriter, RefusesWhatTheFormatCannotSay) {
  const std::string longest(255, 'a');
  LexiconWriter writer;
  writer.add(longest, word({longest}));
  EXPECT_THROW(writer.add(longest + 'b', word({"a"})), std::length_error);
  EXPECT_THROW(writer.add("b", word({longest + 'b'})), std::length_error);
  EXPECT_THROW(writer.add("c", word(std::vector<std::string>(256, "d"))), std::length_error);
}

TEST(CompiledLexicon, IsRefusedWhenCutShortAnywhere) {
  const std::string bytes = three_words();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    EXPECT_THROW(Lexicon{cut}, std::runtime_error) << size;
  }
  EXPECT_THROW(Lexicon{bytes + 'x'}, std::runtime_error);
}

TEST(CompiledLexicon, IsRefusedWithAnotherMagicOrNumberOfSlots) {
  std::string other = three_words();
  other[0] = 'k';
  EXPECT_THROW(Lexicon{other}, std::runtime_error);
  for (const char slots : {'\0', '\3', '\7'}) {
    std::string wrong = three_words();
    wrong[magic.size()] = slots;
    EXPECT_THROW(Lexicon{wrong}, std::runtime_error) << int{slots};
  }
}

/// Look-ups in a lexicon with any one byte changed end, and what they find is whole. That they stay
/// inside it is for the address sanitizer to see, which is why the bytes are exactly as long.
TEST(CompiledLexicon, SurvivesAnyDamagedByte) {
  const std::string sound = three_words();
  std::size_t lost = 0;
  for (std::size_t at = head_size; at < sound.size(); ++at) {
    for (const char damage : {'\0', '\1', '\x7f', '\xff'}) {
      std::vector<char> bytes(sound.begin(), sound.end());
      bytes[at] = damage;
      const Lexicon lexicon({bytes.data(), bytes.size()});
      for (const char* form : {"sprak", "leden", "israel"}) {
        const auto found = lexicon.find(form);
        EXPECT_TRUE(!found || !found->lemmas.empty());
        lost += !found;
        (void)lexicon.shape(form);
      }
    }
  }
  EXPECT_GT(lost, 0U) << "no damage was noticed";
}

}  // namespace
}  // namespace kamerzoek::lexicon
