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

/// Something that stands in a text: a citation [begin, end), or a note's mark at `begin`.
struct Inset {
  std::size_t begin;
  std::size_t end;
  const Citation* citation;  ///< none for a note
  std::size_t note;          ///< its place among the notes
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
    if (usable) insets.push_back({reference.begin, reference.end, &citation, 0});
  }
  return insets;
}

View plain(std::string_view text) {
  return {{"plain", text}, {"link", false}, {"note", false}};
}

View link(std::string_view text, const std::string& href) {
  return {{"plain", false}, {"link", text}, {"href", href}, {"note", false}};
}

class TextView {
 public:
  TextView(const Fields& fields, const std::vector<Citation>& citations)
      : fields_(fields), citations_(citations), placed_(fields.noten.size()) {}

  View run() {
    const std::string_view text = fields_.tekst;
    std::vector<Inset> insets = insets_of(text, citations_, Citation::Place::tekst, 0);
    for (std::size_t i = 0; i < fields_.noten.size(); ++i) {
      const auto& place = fields_.noten[i].plaats;
      if (place && on_character(text, *place)) insets.push_back({*place, *place, nullptr, i});
    }
    std::ranges::stable_sort(insets, {}, &Inset::begin);
    View paragraphs = View::array();
    std::size_t next = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (text.find_first_not_of(" \t\r", begin) < end) {
        View parts = parts_of(text, begin, end, insets, next);
        paragraphs.push_back({{"heading", is_heading(begin, end)}, {"parts", std::move(parts)}});
      }
      begin = end + 1;
    }
    return {{"paragraphs", std::move(paragraphs)}, {"notes", notes()}};
  }

 private:
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
      if (inset.citation != nullptr && (inset.begin < at || inset.end > end)) continue;
      // A mark inside a citation comes behind it: a link holds no other link.
      if (inset.begin > at) parts.push_back(plain(text.substr(at, inset.begin - at)));
      parts.push_back(inset.citation == nullptr
                          ? note_mark(inset.note)
                          : link(text.substr(inset.begin, inset.end - inset.begin),
                                 address_of_cited(inset.citation->reference.id)));
      at = std::max(at, inset.end);
    }
    if (at < end) parts.push_back(plain(text.substr(at, end - at)));
    return parts;
  }

  View note_mark(std::size_t index) {
    placed_[index] = true;
    return {{"plain", false},
            {"link", false},
            {"note", number(index)},
            {"note_id", fmt::format("noot-plaats-{}", index + 1)},
            {"note_href", fmt::format("#noot-{}", index + 1)}};
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
      list.push_back({{"id", fmt::format("noot-{}", i + 1)},
                      {"number", number(i)},
                      {"parts", parts_of(text, 0, text.size(), insets, next)},
                      {"back", placed_[i] ? fmt::format("#noot-plaats-{}", i + 1) : ""}});
    }
    return list;
  }

  const Fields& fields_;
  const std::vector<Citation>& citations_;
  std::vector<bool> placed_;  ///< of each note, whether its mark stands in the text
};

}  // namespace

View document_text(const Fields& fields, const std::vector<Citation>& citations) {
  return TextView(fields, citations).run();
}

}  // namespace kamerzoek::web
