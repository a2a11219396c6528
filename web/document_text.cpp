#include "web/document_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "search/address.hpp"

namespace kamerzoek::web {
namespace {

// A shorter text is read at a glance, and so are a few headings.
constexpr std::size_t least_with_contents = 6000;
constexpr std::size_t least_headings = 4;

/// Something that stands in a text: a citation or a word that was found [begin, end), or a note's
/// mark or the beginning of a page at `begin`.
struct Inset {
  enum class Kind { citation, note, page, found };

  std::size_t begin;
  std::size_t end;
  Kind kind;
  const Citation* citation = nullptr;
  std::size_t note = 0;  ///< its place among the notes
  std::string page = {};
};

bool on_character(std::string_view text, std::size_t offset) {
  return offset <= text.size() &&
         (offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

std::vector<Inset> insets_of(std::string_view text, const std::vector<Citation>& citations,
                             Citation::Place place, std::size_t noot) {
  std::vector<Inset> insets;
  for (const Citation& citation : citations) {
    const Reference& reference = citation.reference;
    const bool usable = citation.place == place && citation.noot == noot &&
                        reference.begin < reference.end && on_character(text, reference.begin) &&
                        on_character(text, reference.end);
    if (usable) {
      insets.push_back({reference.begin, reference.end, Inset::Kind::citation, &citation});
    }
  }
  return insets;
}

/// A part of a paragraph, of which only one of the five is.
View part() {
  return {{"plain", false}, {"link", false}, {"note", false}, {"page", false}, {"mark", false}};
}

View plain(std::string_view text) {
  View view = part();
  view["plain"] = text;
  return view;
}

View link(std::string_view text, const std::string& href) {
  View view = part();
  view["link"] = text;
  view["href"] = href;
  return view;
}

std::string mark_id(std::size_t number) {
  return fmt::format("treffer-{}", number);
}

class TextView {
 public:
  TextView(const Fields& fields, const std::vector<Citation>& citations,
           const std::vector<TextSpan>& found)
      : fields_(fields), citations_(citations), found_(found), placed_(fields.noten.size()) {}

  View run() {
    const std::string_view text = fields_.tekst;
    std::vector<Inset> insets = insets_of(text, citations_, Citation::Place::tekst, 0);
    for (std::size_t i = 0; i < fields_.noten.size(); ++i) {
      const auto& place = fields_.noten[i].plaats;
      if (place && on_character(text, *place)) {
        insets.push_back({*place, *place, Inset::Kind::note, nullptr, i});
      }
    }
    for (const Mark& mark : fields_.marks) {
      if (mark.kind != Mark::Kind::pagina || !on_character(text, mark.begin)) continue;
      insets.push_back({mark.begin, mark.begin, Inset::Kind::page, nullptr, 0, mark.doel});
    }
    for (const TextSpan& word : found_) {
      const bool usable = word.begin < word.end && on_character(text, word.begin) &&
                          on_character(text, word.end) && !in_link(insets, word);
      if (usable) insets.push_back({word.begin, word.end, Inset::Kind::found});
    }
    std::ranges::stable_sort(insets, {}, &Inset::begin);
    View paragraphs = View::array();
    View contents = View::array();
    std::size_t next = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (text.find_first_not_of(" \t\r", begin) < end) {
        View parts = parts_of(text, begin, end, insets, next);
        const bool heading = is_heading(begin, end);
        const std::string id = heading ? fmt::format("kop-{}", contents.size() + 1) : "";
        if (heading) {
          contents.push_back({{"href", "#" + id}, {"text", text.substr(begin, end - begin)}});
        }
        paragraphs.push_back({{"heading", heading}, {"id", id}, {"parts", std::move(parts)}});
      }
      begin = end + 1;
    }
    if (text.size() < least_with_contents || contents.size() < least_headings) contents.clear();
    lead_to_next(paragraphs);
    return {{"paragraphs", std::move(paragraphs)},
            {"contents", std::move(contents)},
            {"marks", marks_},
            {"notes", notes()}};
  }

 private:
  /// A link holds no other.
  static bool in_link(const std::vector<Inset>& insets, const TextSpan& word) {
    return std::ranges::any_of(insets, [&](const Inset& inset) {
      return inset.kind == Inset::Kind::citation && word.begin < inset.end &&
             word.end > inset.begin;
    });
  }

  /// Every mark to the next; the last to the first. How many there are is only known now.
  void lead_to_next(View& paragraphs) const {
    for (View& paragraph : paragraphs) {
      for (View& one : paragraph["parts"]) {
        if (!one["mark"].is_string()) continue;
        const auto number = one["mark_number"].get<std::size_t>();
        one["mark_href"] = "#" + mark_id(number % marks_ + 1);
        one["mark_label"] =
            fmt::format("{}, treffer {} van {}", one["mark"].get<std::string>(), number, marks_);
      }
    }
  }

  bool is_heading(std::size_t begin, std::size_t end) const {
    return std::ranges::any_of(fields_.marks, [&](const Mark& mark) {
      return mark.kind == Mark::Kind::kop && mark.begin >= begin && mark.begin < end;
    });
  }

  /// [begin, end) of the text, cut where an inset stands. `next` is the first inset that was not
  /// yet looked at.
  View parts_of(std::string_view text, std::size_t begin, std::size_t end,
                const std::vector<Inset>& insets, std::size_t& next) {
    View parts = View::array();
    std::size_t at = begin;
    // What began before this paragraph runs over its edge or stands in an empty one.
    while (next < insets.size() && insets[next].begin < begin) ++next;
    for (; next < insets.size() && insets[next].begin <= end; ++next) {
      const Inset& inset = insets[next];
      const bool is_point = inset.kind == Inset::Kind::note || inset.kind == Inset::Kind::page;
      if (!is_point && (inset.begin < at || inset.end > end)) continue;
      // A mark inside a citation comes behind it: a link holds no other link.
      if (inset.begin > at) parts.push_back(plain(text.substr(at, inset.begin - at)));
      parts.push_back(part_of(inset, text.substr(inset.begin, inset.end - inset.begin)));
      at = std::max(at, inset.end);
    }
    if (at < end) parts.push_back(plain(text.substr(at, end - at)));
    return parts;
  }

  View part_of(const Inset& inset, std::string_view text) {
    switch (inset.kind) {
      case Inset::Kind::citation: {
        // A law, say, has no address that is known here.
        const std::string address = address_of_cited(inset.citation->reference.id);
        return address.empty() ? plain(text) : link(text, address);
      }
      case Inset::Kind::note:
        return note_mark(inset.note);
      case Inset::Kind::page:
        return page_mark(inset.page);
      case Inset::Kind::found:
        break;
    }
    View view = part();
    view["mark"] = text;
    view["mark_number"] = ++marks_;
    view["mark_id"] = mark_id(marks_);
    return view;
  }

  static View page_mark(const std::string& number) {
    View view = part();
    view["page"] = "p. " + number;
    view["page_id"] = page_anchor(number);
    return view;
  }

  View note_mark(std::size_t index) {
    placed_[index] = true;
    View view = part();
    view["note"] = number(index);
    view["note_id"] = fmt::format("noot-plaats-{}", index + 1);
    view["note_href"] = "#" + note_anchor(index + 1);
    return view;
  }

  std::string number(std::size_t index) const {
    const std::string& given = fields_.noten[index].nummer;
    return given.empty() ? std::to_string(index + 1) : given;
  }

  View notes() {
    View list = View::array();
    for (std::size_t i = 0; i < fields_.noten.size(); ++i) {
      const std::string_view text = fields_.noten[i].tekst;
      const auto insets = insets_of(text, citations_, Citation::Place::noot, i);
      std::size_t next = 0;
      list.push_back({{"id", note_anchor(i + 1)},
                      {"number", number(i)},
                      {"parts", parts_of(text, 0, text.size(), insets, next)},
                      {"back", placed_[i] ? fmt::format("#noot-plaats-{}", i + 1) : ""}});
    }
    return list;
  }

  const Fields& fields_;
  const std::vector<Citation>& citations_;
  const std::vector<TextSpan>& found_;
  std::size_t marks_ = 0;
  std::vector<bool> placed_;  ///< of each note, whether its mark stands in the text
};

}  // namespace

std::string note_anchor(std::size_t place) {
  return fmt::format("noot-{}", place);
}

std::string page_anchor(const std::string& number) {
  return "pagina-" + percent_encoded(number);
}

View document_text(const Fields& fields, const std::vector<Citation>& citations,
                   const std::vector<TextSpan>& found) {
  return TextView(fields, citations, found).run();
}

}  // namespace kamerzoek::web
