// Files with one bit turned, through the indexer and the process that reads for it. The same bits
// at every run; KAMERZOEK_FLIPPED_BITS says of how many files, all kinds together.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/support/flipped_bit.hpp"
#include "tests/support/open_document.hpp"
#include "tests/support/pdf_file.hpp"
#include "tests/support/temporary_index.hpp"
#include "tests/support/word_file.hpp"

namespace kamerzoek {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr std::size_t files_by_default = 500;
constexpr std::size_t one_good_in = 10;

/// A word of its own for every file; no compound, no inflection.
std::string word_of(std::size_t file) {
  std::string word = "xq";
  for (int i = 0; i < 4; ++i, file /= 10) word += "bcdfghjklm"[file % 10];
  return word + "xq";
}

/// A sample with a word more, and the number of its dossier or document another.
std::string sample(const std::string& name, const std::string& before, std::size_t file) {
  std::ifstream in(KAMERZOEK_SAMPLES "/" + name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto put_for = [&](const std::string& old, const std::string& changed) {
    for (std::size_t at = text.find(old); at != std::string::npos;
         at = text.find(old, at + changed.size())) {
      text.replace(at, old.size(), changed);
    }
  };
  for (const char* dossier : {"99001", "99002", "99 001", "99 002"}) {
    put_for(dossier, fmt::format("{}", 80000 + file));
  }
  for (const char* number : {"2025D90005", "2025D90024"}) {
    put_for(number, fmt::format("2025D{}", 10000 + file));
  }
  put_for("20242025-68-4", fmt::format("20242025-{}-4", file + 1));
  return text.insert(text.find(before), " " + word_of(file) + " ");
}

std::string docx(std::size_t file) {
  return test::docx_of(
      {.body = test::p("Een brief over " + word_of(file)) +
               "<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
       .styles = "<w:style w:styleId=\"a\"/>",
       .footnotes = "<w:footnote w:id=\"2\">" + test::p("noot") + "</w:footnote>"});
}

std::string odt(std::size_t file) {
  return test::odt_of({.text = "<text:p>Een brief over " + word_of(file) + "</text:p>"});
}

std::string pdf(std::size_t file) {
  return test::pdf_of({{{70, 60, "Een brief over " + word_of(file)}}, {{70, 60, "Nog een blad"}}});
}

struct Kind {
  std::string name;  ///< ends in what files of it are called
  std::function<std::string(std::size_t)> make;
  /// A checksum covers all that becomes text: what is not set aside is found.
  bool checked = false;
};

void PrintTo(const Kind& kind, std::ostream* out) {
  *out << kind.name;
}

const std::vector<Kind> kinds = {
    {"word.docx", docx, true},
    {"opendocument.odt", odt, true},
    {"archief.zip",
     [](std::size_t file) {
       return test::zip_of({{"brief.docx", docx(file)}, {"brief.odt", odt(file)}});
     },
     true},
    {"pdf.pdf", pdf},
    {"publicatie.xml",
     [](std::size_t file) { return sample("99001-nieuwoord/kst-99001-3.xml", "</al>", file); }},
    {"handeling.xml",
     [](std::size_t file) { return sample("handelingen/h-tk-20242025-68-4.xml", "</al>", file); }},
    {"opentk.txt",
     [](std::size_t file) { return sample("99001-nieuwoord/2025D90005.txt", "\n", file); }},
    {"opentk.html",
     [](std::size_t file) {
       return sample("99002-merenlijn/2025D90024.html", "Aan de Voorzitter", file);
     }},
    {"regels.jsonl",
     [](std::size_t file) {
       return fmt::format(
           "{{\"id\":\"regel-{0}\",\"tekst\":\"Over {1}\"}}\n"
           "{{\"id\":\"nog-{0}\",\"tekst\":\"Over {1}\"}}\n",
           file, word_of(file));
     }},
    {"tekst.txt",
     [](std::size_t file) { return "Een notitie\n\nover " + word_of(file) + " en meer\n"; }}};

std::size_t files_of_a_kind() {
  const char* wanted = std::getenv("KAMERZOEK_FLIPPED_BITS");
  const std::size_t all = wanted == nullptr ? files_by_default : std::strtoul(wanted, nullptr, 10);
  return std::max(one_good_in, all / kinds.size());
}

bool is_good(std::size_t file) {
  return file % one_good_in == 0;
}

/// Without what differs from file to file: names and numbers.
std::string reason(std::string why) {
  if (const std::size_t end = why.find("' "); why.starts_with('\'') && end != std::string::npos) {
    why.erase(0, end + 2);
  }
  std::string kind;
  for (const char c : why.substr(0, why.find(": "))) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) kind += c;
    if (digit && !kind.ends_with('#')) kind += '#';
  }
  return kind;
}

class FlippedBits : public testing::TestWithParam<Kind> {
 protected:
  void write_files(std::size_t count) const {
    for (std::size_t file = 0; file < count; ++file) {
      const std::string whole = GetParam().make(file);
      folder.write(fmt::format("{:05}-{}", file, GetParam().name),
                   is_good(file) ? whole : test::with_flipped_bit(whole, file));
    }
  }

  /// The numbers of the files that something of was set aside.
  std::set<std::size_t> set_aside() const {
    std::set<std::size_t> files;
    for (const test::Skipped& skipped : index.skipped) {
      const std::string name = skipped.where.substr(folder.path().string().size() + 1);
      files.insert(std::strtoul(name.c_str(), nullptr, 10));
    }
    return files;
  }

  void tell(std::size_t count, std::size_t aside, std::size_t found, double seconds) const {
    std::cout << fmt::format("{}: {} files, {} set aside, {} found by their word, {:.1f} s\n",
                             GetParam().name, count, aside, found, seconds);
    std::map<std::string, std::size_t> reasons;
    for (const test::Skipped& skipped : index.skipped) ++reasons[reason(skipped.why)];
    for (const auto& [why, times] : reasons) std::cout << fmt::format("  {:5} {}\n", times, why);
  }

  test::TemporaryFolder folder;
  test::TemporaryIndex index;
};

TEST_P(FlippedBits, AreReadOrSetAside) {
  const std::size_t count = files_of_a_kind();
  write_files(count);
  const IndexReport report = index.index({folder.path()});
  const std::set<std::size_t> aside = set_aside();
  EXPECT_GE(report.read + aside.size(), count) << "nothing is lost";
  auto searcher = index.searcher();
  std::size_t found = 0;
  for (std::size_t file = 0; file < count; ++file) {
    const auto page = searcher.search({.query = '"' + word_of(file) + '"'});
    ASSERT_TRUE(page);
    if (!page->results.empty()) ++found;
    if (is_good(file)) {
      EXPECT_THAT(aside, Not(Contains(file)));
    }
    if (is_good(file) || (GetParam().checked && !aside.contains(file))) {
      EXPECT_THAT(page->results, Not(IsEmpty())) << file;
    }
  }
  tell(count, aside.size(), found, report.seconds);
}

INSTANTIATE_TEST_SUITE_P(Kinds, FlippedBits, testing::ValuesIn(kinds), [](const auto& kind) {
  return kind.param.name.substr(0, kind.param.name.find('.')) + std::to_string(kind.index);
});

}  // namespace
}  // namespace kamerzoek
