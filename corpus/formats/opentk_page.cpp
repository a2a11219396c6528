#include "corpus/formats/opentk_page.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/formats/note_marks.hpp"
#include "corpus/formats/opentk_lines.hpp"
#include "corpus/formats/opentk_notes.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {
namespace {

constexpr std::string_view persons_heading = "Gerelateerde personen:";
constexpr std::string_view annexes_heading = "Bijlagen:";
constexpr std::string_view annex_of_label = "Bijlage bij: ";
constexpr std::string_view dossier_label = "Onderdeel van kamerstukdossier ";
constexpr std::string_view zaak_label = "Onderdeel van zaak ";
constexpr std::string_view activities_heading = "Onderdeel van activiteiten:";
constexpr std::string_view preview_heading = "Preview document";
constexpr std::string_view official_html_label = "officiële HTML versie (";
constexpr std::size_t lines_of_head = 60;

bool takes(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  while (text.starts_with(' ')) text.remove_prefix(1);
  return true;
}

/// Reads a page from top to bottom. What a list item says depends on the heading above it.
class Page {
 public:
  Page(std::vector<std::string> lines, const Input& input)
      : lines_(std::move(lines)), origin_(input.origin) {}

  Result<void> read(const Sink& sink) {
    const auto begin = lines_.begin();
    const auto last = begin + std::min(std::ssize(lines_), std::ptrdiff_t{lines_of_head});
    const auto number = std::find_if(
        begin, last, [&](const std::string& line) { return read_number_line(line, fields_); });
    if (number == last) {
      return failure(ErrorCode::unreadable,
                     "de OpenTK-pagina heeft bovenaan geen regel die met een documentnummer begint "
                     "('Nummer: 2025D27614, …')");
    }
    read_titles(static_cast<std::size_t>(number - begin));
    read_text(read_head(static_cast<std::size_t>(number - begin) + 1));
    hand_over(sink);
    return {};
  }

 private:
  enum class List { none, persons, annexes, zaak, activities };

  // Subject, title of the dossier and kind, below the address and the site's own links. A paper
  // outside a dossier has no title.
  void read_titles(std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin < 3 && !is_navigation(lines_[begin - 1])) --begin;
    if (begin == end) return;
    fields_.onderwerp = lines_[begin];
    if (end - begin > 1) fields_.soort = lines_[end - 1];
    if (end - begin > 2) fields_.titel = lines_[begin + 1];
  }

  static bool is_navigation(const std::string& line) {
    return line.starts_with('[') || line.starts_with("URL: ");
  }

  // Returns the number of the first line of the text.
  std::size_t read_head(std::size_t line) {
    for (; line < lines_.size(); ++line) {
      std::string_view text = lines_[line];
      if (text.starts_with(preview_heading)) return line + 1;
      if (text.starts_with("- ")) {
        read_item(text.substr(2));
      } else if (!read_heading(text)) {
        return line;
      }
    }
    return line;
  }

  bool read_heading(std::string_view text) {
    if (text.starts_with("Directe link naar document")) {
      read_official_html(text);
    } else if (takes(text, dossier_label)) {
      if (auto place = read_dossier_place(text)) add_dossier(std::move(*place));
    } else if (takes(text, zaak_label)) {
      begin_zaak(text);
    } else if (takes(text, annex_of_label)) {
      read_annex_of(text);
    } else {
      return begin_list(text);
    }
    return true;
  }

  // Some ways of saving a page glue the first item to its heading, or two headings together.
  bool begin_list(std::string_view text) {
    bool begun = false;
    while (true) {
      if (takes(text, persons_heading)) {
        list_ = List::persons;
      } else if (takes(text, annexes_heading)) {
        list_ = List::annexes;
      } else if (takes(text, activities_heading)) {
        list_ = List::activities;
      } else {
        break;
      }
      begun = true;
    }
    if (begun && takes(text, "- ")) read_item(text);
    return begun;
  }

  void read_official_html(std::string_view text) {
    const std::size_t at = text.find(official_html_label);
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + official_html_label.size());
    published_ = PublicationId::parse(text.substr(0, text.find(')')));
  }

  void add_dossier(DossierPlace place) {
    if (fields_.dossiers.empty()) fields_.volgnummer = std::move(place.volgnummer);
    fields_.dossiers.push_back(std::move(place.dossier));
  }

  void begin_zaak(std::string_view text) {
    const auto number = ZaakNumber::parse(text.substr(0, text.find(':')));
    list_ = number ? List::zaak : List::none;
    if (!number) return;
    fields_.zaken.push_back(number->text());
    Fields zaak;
    zaak.documentNummer = number->text();
    zaken_.push_back(std::move(zaak));
  }

  // "Bijlage bij: Uitkomsten … (2025D27614)"
  void read_annex_of(std::string_view text) {
    const std::size_t open = text.rfind('(');
    if (open == std::string_view::npos || !text.ends_with(')')) return;
    text = text.substr(open + 1, text.size() - open - 2);
    if (DocumentNumber::parse(text)) fields_.bronDocument = std::string(text);
  }

  void read_item(std::string_view item) {
    // The heading of the annexes is missing where the page was saved as text.
    if (list_ == List::persons && !is_person_line(item)) list_ = List::annexes;
    switch (list_) {
      case List::persons:
        if (auto actor = read_actor(item)) fields_.actoren.push_back(std::move(*actor));
        break;
      case List::none:
      case List::annexes:
        fields_.bijlagen.push_back({std::string(item), {}});
        break;
      case List::zaak:
        if (auto agenda = read_agenda_item(item)) {
          zaken_.back().agenda.push_back(std::move(*agenda));
        } else if (auto actor = read_actor(item)) {
          zaken_.back().actoren.push_back(std::move(*actor));
        }
        break;
      case List::activities:
        if (auto agenda = read_agenda_item(item)) fields_.agenda.push_back(std::move(*agenda));
        break;
    }
  }

  void read_text(std::size_t line) {
    lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(line));
    fields_.noten = take_opentk_notes(lines_);
    for (const std::string& paragraph : lines_) add_paragraph(paragraph);
    const auto places = take_out_note_marks(fields_.tekst, fields_.noten.size());
    for (std::size_t i = 0; i < places.size(); ++i) fields_.noten[i].plaats = places[i];
  }

  void add_paragraph(const std::string& line) {
    if (line.starts_with("Vergaderjaar ") && fields_.vergaderjaar.empty()) {
      const std::string_view year = std::string_view(line).substr(13);
      if (const auto jaar = Vergaderjaar::parse(year.substr(0, year.find(' ')))) {
        fields_.vergaderjaar = jaar->text();
      }
    }
    fields_.tekst.append(line).append("\n");
  }

  void hand_over(const Sink& sink) {
    Piece document;
    document.source = Source::opentk;
    document.name = fields_.documentNummer;
    document.keys = {document.name};
    if (!published_ && fields_.soort != "Bijlage" && !fields_.dossiers.empty() &&
        !fields_.volgnummer.empty()) {
      published_ = PublicationId::parse(
          PublicationId::kamerstuk(fields_.dossiers.front().nummer, fields_.volgnummer).text());
    }
    if (published_) document.keys.push_back(published_->text());
    std::ranges::sort(document.keys);
    // The page gives Dutch local time and no zone. Taken as it stands it is one or two hours
    // ahead of UTC, the same for every page, and only pages are compared with each other.
    if (!fields_.bijgewerkt.empty()) document.stamp = fields_.bijgewerkt + "Z";
    document.origin = origin_;
    const std::string stamp = document.stamp;
    document.fields = std::move(fields_);
    sink.piece(std::move(document));
    for (Fields& zaak : zaken_) {
      Piece piece;
      piece.kind = Kind::zaak;
      piece.source = Source::opentk;
      piece.name = zaak.documentNummer;
      piece.keys = {piece.name};
      piece.stamp = stamp;
      piece.fields = std::move(zaak);
      sink.piece(std::move(piece));
    }
  }

  std::vector<std::string> lines_;
  std::string origin_;
  Fields fields_;
  std::vector<Fields> zaken_;
  std::optional<PublicationId> published_;
  List list_ = List::none;
};

}  // namespace

Result<void> read_opentk_lines(std::vector<std::string> lines, const Input& input,
                               const Sink& sink) {
  return Page(std::move(lines), input).read(sink);
}

}  // namespace kamerzoek
