// How well the letterhead of a paper is read: prints the heads of official publications, whose XML
// tells what stands in them, as text in several layouts, reads them back, and counts. Exit status 1
// where less than 99.9 % of the numbers are right, or one is found in a text without a letterhead.
//
//     letterheads FOLDER
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "corpus/formats/official_xml.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/xml_document.hpp"
#include "corpus/formats/xml_text.hpp"

namespace kamerzoek {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t columns = 60;

/// What the print has above the text of a paper.
struct Print {
  std::vector<std::string> lines;                             ///< "Vergaderjaar 2024-2025"
  std::vector<std::pair<std::string, std::string>> dossiers;  ///< "34 682" and its title
  std::string number;                                         ///< "Nr. 228"
  std::string heading;                                        ///< "MOTIE VAN HET LID …"
  std::string text;
};

std::string line_of_child(const xmlNode& element, std::string_view name) {
  const xmlNode* found = child(element, name);
  return found == nullptr ? std::string() : line_of(*found);
}

void for_each(const xmlNode& parent, std::string_view name,
              const std::function<void(const xmlNode&)>& each) {
  for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
    if (is_element(*node) && element_name(*node) == name) each(*node);
  }
}

Print print_of(const xmlNode& kamerstuk, const Fields& truth) {
  Print print;
  std::map<std::string, std::string> above;
  if (const xmlNode* head = child(kamerstuk, "kamerstukkop")) {
    for_each(*head, "tekstregel",
             [&](const xmlNode& line) { above[attribute(line, "inhoud")] = line_of(line); });
  }
  print.lines = {above["kameraanduiding"] + " " + above["kamernummer"], above["vergaderjaar"]};
  for_each(kamerstuk, "dossier", [&](const xmlNode& dossier) {
    print.dossiers.emplace_back(line_of_child(dossier, "dossiernummer"),
                                line_of_child(dossier, "titel"));
  });
  if (const xmlNode* stuk = child(kamerstuk, "stuk")) {
    print.number = line_of_child(*stuk, "stuknr");
    print.heading = line_of_child(*stuk, "titel");
  }
  print.text = truth.tekst.substr(truth.tekst.find('\n') + 1);
  return print;
}

std::string wrapped(std::string_view line) {
  std::string text;
  while (line.size() > columns) {
    const std::size_t space = line.rfind(' ', columns);
    if (space == std::string_view::npos || space == 0) break;
    text.append(line.substr(0, space)).append("\n");
    line.remove_prefix(space + 1);
  }
  return text.append(line).append("\n");
}

std::string plain(std::string_view line) {
  return std::string(line) + "\n";
}

/// The print with `between` a number and what it is the number of, and each line as `as` makes it.
std::string laid_out(const Print& print, std::string_view between,
                     std::string (*as)(std::string_view)) {
  std::string text;
  for (const std::string& line : print.lines) text += as(line);
  for (const auto& [number, title] : print.dossiers) {
    text += as(number + std::string(between) + title);
  }
  text += as(print.number + std::string(between) + print.heading);
  return text + print.text;
}

struct Layout {
  std::string_view name;
  std::string (*text)(const Print&);
};
constexpr std::array layouts = {
    Layout{"regels", [](const Print& print) { return laid_out(print, " ", plain); }},
    Layout{"cellen", [](const Print& print) { return laid_out(print, " | ", plain); }},
    Layout{"los", [](const Print& print) { return laid_out(print, "\n", plain); }},
    Layout{"afgebroken", [](const Print& print) { return laid_out(print, " ", wrapped); }},
    Layout{"zonder kop", [](const Print& print) { return print.text; }},
};

struct Count {
  std::size_t there = 0;
  std::size_t found = 0;
  std::size_t right = 0;
};
using Counts = std::map<std::string, Count>;

void count(Counts& counts, const std::string& field, const std::string& truth,
           const std::string& found) {
  Count& of = counts[field];
  of.there += truth.empty() ? 0U : 1U;
  of.found += found.empty() ? 0U : 1U;
  of.right += !found.empty() && found == truth ? 1U : 0U;
  if (!found.empty() && found != truth && field == "nummer") {
    fmt::print(stderr, "{} is gelezen als {}\n", truth, found);
  }
}

std::string names(const Fields& fields) {
  std::string text;
  for (const Actor& actor : fields.actoren) text += actor.naam + ";";
  return text;
}

std::string dossiers(const Fields& fields) {
  std::string text;
  for (const DossierLink& link : fields.dossiers) text += link.nummer.text() + ";";
  return text;
}

void compare(const Piece& truth, const std::string& heading, const Piece& read, Counts& counts) {
  const Fields& a = truth.fields;
  const Fields& b = read.fields;
  count(counts, "nummer", truth.name, PublicationId::parse(read.name) ? read.name : "");
  count(counts, "dossiers", dossiers(a), dossiers(b));
  count(counts, "titel", a.titel, b.titel);
  count(counts, "volgnummer", a.volgnummer, b.volgnummer);
  count(counts, "soort", a.soort, b.soort);
  count(counts, "kop", heading, b.dossiers.empty() ? "" : b.onderwerp);
  count(counts, "datum", a.datum, b.datum);
  count(counts, "vergaderjaar", a.vergaderjaar, b.vergaderjaar);
  // Where there are metadata, they name the signatories in words of their own.
  if (!a.actoren.empty() && a.actoren.front().relatie == "Ondertekenaar") {
    count(counts, "ondertekenaars", names(a), names(b));
  }
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Piece piece_of(Result<void> (*read)(const Input&, const Sink&), std::string_view bytes) {
  Piece found;
  const Sink sink{[&](Piece piece) { found = std::move(piece); }, [](const std::string&, Error) {}};
  static_cast<void>(read({bytes, "file:///brief"}, sink));
  return found;
}

void add_file(const fs::path& path, std::map<std::string_view, Counts>& counts) {
  const std::string bytes = bytes_of(path);
  const Piece truth = piece_of(read_official_xml, bytes);
  const auto document = XmlDocument::parse(bytes);
  const xmlNode* kamerstuk = document ? child(document->root(), "kamerstuk") : nullptr;
  if (kamerstuk == nullptr) return;
  const Print print = print_of(*kamerstuk, truth.fields);
  for (const Layout& layout : layouts) {
    compare(truth, print.heading, piece_of(read_plain_text, layout.text(print)),
            counts[layout.name]);
  }
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

int report(const std::map<std::string_view, Counts>& counts) {
  bool wrong = counts.empty();
  for (const auto& [layout, fields] : counts) {
    fmt::print("{}\n", layout);
    for (const auto& [field, of] : fields) {
      fmt::print("  {:15} {:6} there, {:6} found, precision {:6.2f} %, recall {:6.2f} %\n", field,
                 of.there, of.found, percent(of.right, of.found), percent(of.right, of.there));
    }
    const Count& number = fields.at("nummer");
    const bool has_head = layout != "zonder kop";
    wrong = wrong || (has_head ? number.right * 1000 < number.there * 999 : number.found > 0) ||
            number.right * 1000 < number.found * 999;
  }
  return wrong ? 1 : 0;
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  using namespace kamerzoek;
  if (argc != 2) return 2;
  std::map<std::string_view, Counts> counts;
  for (const auto& entry : fs::recursive_directory_iterator(argv[1])) {
    if (entry.path().extension() == ".xml") add_file(entry.path(), counts);
  }
  return report(counts);
}
