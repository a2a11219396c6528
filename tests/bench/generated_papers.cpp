#include "tests/bench/generated_papers.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "tests/support/pdf_file.hpp"
#include "tests/support/zip_file.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t words_of_line = 13;
constexpr std::size_t lines_of_page = 45;
constexpr std::size_t lines_of_paragraph = 5;

/// Words of plain ASCII, which is what the PDF of tests/support can set.
std::vector<std::string> words_below(const fs::path& samples) {
  std::vector<fs::path> texts;
  for (const auto& entry : fs::recursive_directory_iterator(samples)) {
    if (entry.path().extension() == ".txt") texts.push_back(entry.path());
  }
  std::ranges::sort(texts);
  std::vector<std::string> words;
  for (const fs::path& text : texts) {
    std::ifstream in(text);
    for (std::string word; in >> word;) {
      const bool plain = std::ranges::all_of(word, [](char c) {
        return c > ' ' && c < '\x7F' && c != '(' && c != ')' && c != '\\' && c != '<' && c != '&';
      });
      if (plain) words.push_back(word);
    }
  }
  return words;
}

/// Drawn, since what is said again packs as no text does; the same at every run.
std::vector<std::string> lines_of(const std::vector<std::string>& words, std::size_t count) {
  std::minstd_rand draw(1);
  std::vector<std::string> lines(count);
  for (std::string& line : lines) {
    for (std::size_t i = 0; i < words_of_line; ++i) {
      line += (i == 0 ? "" : " ") + words[draw() % words.size()];
    }
  }
  return lines;
}

/// Other readers want the names that the standard gives, where those of tests/support do without.
std::string as_docx(const std::vector<std::string>& lines) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  std::string body;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % lines_of_paragraph == 0) body += "<w:p><w:r><w:t>";
    body += lines[i] + ' ';
    const bool ends = (i + 1) % lines_of_paragraph == 0 || i + 1 == lines.size();
    if (ends) body += "</w:t></w:r></w:p>";
  }
  return test::zip_of(
      {{"[Content_Types].xml",
        head + "<Types xmlns=\"" + package +
            "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
            "vnd.openxmlformats-package.relationships+xml\"/><Override "
            "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
            "officedocument.wordprocessingml.document.main+xml\"/></Types>"},
       {"_rels/.rels", head + "<Relationships xmlns=\"" + package +
                           "relationships\"><Relationship Id=\"r1\" Type=\"" + office +
                           "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
       {"word/document.xml",
        head + "<w:document xmlns:w=\"" + word + "\"><w:body>" + body + "</w:body></w:document>"}});
}

std::string as_pdf(const std::vector<std::string>& lines) {
  std::vector<test::PdfPageText> pages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t row = i % lines_of_page;
    if (row == 0) pages.emplace_back();
    pages.back().push_back({70, 60 + 15 * static_cast<double>(row), lines[i], 10});
  }
  return test::pdf_of(pages);
}

}  // namespace

GeneratedPapers::GeneratedPapers(const fs::path& samples)
    : folder_(fs::temp_directory_path() / ("extraction_bench." + std::to_string(::getpid()))) {
  fs::create_directory(folder_);
  const auto words = words_below(samples);
  const auto write = [&](const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    paths_.push_back(folder_ / name);
  };
  for (const auto& [name, pages] : {std::pair("letter", 2), std::pair("report", 300)}) {
    const auto lines = lines_of(words, static_cast<std::size_t>(pages) * lines_of_page);
    write(std::string(name) + ".docx", as_docx(lines));
    write(std::string(name) + ".pdf", as_pdf(lines));
  }
}

GeneratedPapers::~GeneratedPapers() {
  std::error_code error;
  fs::remove_all(folder_, error);
}

}  // namespace kamerzoek
