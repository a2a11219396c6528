#include "corpus/lexicon/affix_rules.hpp"

#include <stdexcept>

#include <gmock/gmock.h>

#include "temp_file.hpp"

namespace kamerzoek::lexicon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view rules_text =
    "FLAG long\n"
    "PFX Ps Y 1\n"
    "PFX Ps 0 uit .\n"
    "SFX Zb Y 1\n"
    "SFX Zb 0 en/CaCb [^e]\n"
    "SFX Zf Y 2\n"
    "SFX Zf as azen [^k]as\n"
    "SFX Zf as assen [k]as\n"
    "SFX Am Y 1\n"
    "SFX Am eel ële ieel\n"
    "SFX Cl Y 1\n"
    "SFX Cl 0 -/Ca\n";

std::vector<std::string> forms(const Entry& entry) {
  const TempFile file(rules_text);
  std::vector<std::string> made;
  AffixRules(file.path()).each_form(entry, [&](std::string_view flag, const Entry& form) {
    if (!flag.empty()) made.push_back(form.word);
  });
  return made;
}

TEST(AffixRules, MakesWhatTheConditionAllows) {
  EXPECT_THAT(forms({"wet", {"Zb"}}), ElementsAre("weten"));
  EXPECT_THAT(forms({"motie", {"Zb"}}), IsEmpty());
}

TEST(AffixRules, StripsWhatTheRuleSays) {
  EXPECT_THAT(forms({"glas", {"Zf"}}), ElementsAre("glazen"));
  EXPECT_THAT(forms({"kas", {"Zf"}}), ElementsAre("kassen"));
}

TEST(AffixRules, CountsLettersAndNotBytes) {
  EXPECT_THAT(forms({"financiëel", {"Am"}}), IsEmpty());
  EXPECT_THAT(forms({"financieel", {"Am"}}), ElementsAre("financiële"));
}

TEST(AffixRules, TakesARuleWithoutCondition) {
  EXPECT_THAT(forms({"btw", {"Cl"}}), ElementsAre("btw-"));
}

TEST(AffixRules, GivesAFormTheFlagsOfItsSuffix) {
  const TempFile file(rules_text);
  std::vector<std::string> flags;
  AffixRules(file.path()).each_form({"wet", {"Zb"}}, [&](std::string_view flag, const Entry& form) {
    if (flag == "Zb") flags = form.flags;
  });
  EXPECT_THAT(flags, ElementsAre("Ca", "Cb"));
}

TEST(AffixRules, CallsTheEntryItselfAFormWithoutFlag) {
  const TempFile file(rules_text);
  std::vector<std::string> bare;
  AffixRules(file.path()).each_form({"wet", {"Zb"}}, [&](std::string_view flag, const Entry& form) {
    if (flag.empty()) bare.push_back(form.word);
  });
  EXPECT_THAT(bare, ElementsAre("wet"));
}

TEST(AffixRules, KnowsThePrefixesOfAnEntry) {
  const TempFile file(rules_text);
  const AffixRules rules(file.path());
  EXPECT_THAT(rules.prefixes({"spreken", {"Ps", "Zb"}}), ElementsAre("uit"));
  EXPECT_THAT(rules.prefixes({"wet", {"Zb"}}), IsEmpty());
}

TEST(AffixRules, RefusesAFileWithoutSuffixes) {
  const TempFile file("2\nwet/Zb\nmotie\n");
  EXPECT_THROW(AffixRules{file.path()}, std::runtime_error);
}

TEST(Dictionary, ReadsWordsAndFlags) {
  const TempFile file("3\nwet/ZbCc\nkamer\nstelt/Zb\tpo:noun\n");
  const auto entries = read_dictionary(file.path(), "Fw");
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].word, "wet");
  EXPECT_TRUE(entries[0].has("Zb"));
  EXPECT_TRUE(entries[0].has("Cc"));
  EXPECT_FALSE(entries[0].has("bC"));
  EXPECT_THAT(entries[1].flags, IsEmpty());
  EXPECT_THAT(entries[2].flags, ElementsAre("Zb"));
}

TEST(Dictionary, LeavesOutForbiddenWordsAndUnitsOfMeasure) {
  const TempFile file("3\nwet\naktie/Fw\nkm\\/h\n");
  const auto entries = read_dictionary(file.path(), "Fw");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].word, "wet");
}

std::string complaint(const std::filesystem::path& file) {
  try {
    read_dictionary(file, "Fw");
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(Dictionary, SaysWhichFileIsMissingAndWhatToDo) {
  EXPECT_THAT(
      complaint("/nowhere/nl.dic"),
      testing::AllOf(HasSubstr("/nowhere/nl.dic"), HasSubstr("is missing"), HasSubstr("install")));
}

TEST(Dictionary, RefusesAFolderAnEmptyFileAndOneWithoutEntries) {
  EXPECT_THAT(complaint(std::filesystem::temp_directory_path()), HasSubstr("is no file"));
  EXPECT_THAT(complaint(TempFile("").path()), HasSubstr("is empty"));
  EXPECT_THAT(complaint(TempFile("0\n").path()), HasSubstr("has no entries"));
}

}  // namespace
}  // namespace kamerzoek::lexicon
