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

/// Something that stands in a paragraph: a citation [begin, end), or a note's mark at `begin`.
struct Inset {
  std::size_t begin;
  std::size_t end;
  const Mark* citation;  ///< none for a note
  std::size_t note;      ///< its place among the notes
};

bool on_character(std::string_view text, std::size_t offset) {
  return offset <= text.size() &&
         (offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

std::vector<Inset> insets_of(const Fields& fields) {
  std::vector<Inset> insets;
  for (const Mark& mark : fields.marks) {
    const bool usable = mark.kind == Mark::Kind::verwijzing && !mark.doel.empty() &&
                        mark.begin < mark.end && on_character(fields.tekst, mark.begin) &&
                        on_character(fields.tekst, mark.end);
    if (usable) insets.push_back({mark.begin, mark.end, &mark, 0});
  }
  for (std::size_t i = 0; i < fields.noten.size(); ++i) {
    const auto& place = fields.noten[i].plaats;
    if (place && on_character(fields.tekst, *place)) insets.push_back({*place, *place, nullptr, i});
  }
  std::ranges::stable_sort(insets, {}, &Inset::begin);
  return insets;
}

View plain(std::string_view text) {
  return {{"plain", text}, {"link", false}, {"note", false}};
}

class TextView {
 public:
  explicit TextView(const Fields& fields)
      : fields_(fields), text_(fields.tekst), insets_(insets_of(fields)) {}

  View run() {
    View paragraphs = View::array();
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (text_.find_first_not_of(" \t\r", begin) < end) {
        View parts = parts_of(begin, end);
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

  View parts_of(std::size_t begin, std::size_t end) {
    View parts = View::array();
    std::size_t at = begin;
    // What began before this paragraph runs over its edge or stands in an empty one.
    while (next_ < insets_.size() && insets_[next_].begin < begin) ++next_;
    for (; next_ < insets_.size() && insets_[next_].begin <= end; ++next_) {
      const Inset& inset = insets_[next_];
      if (inset.citation != nullptr && (inset.begin < at || inset.end > end)) continue;
      // A mark inside a citation comes behind it: a link holds no other link.
      if (inset.begin > at) parts.push_back(plain(text_.substr(at, inset.begin - at)));
      parts.push_back(inset.citation != nullptr ? citation(inset) : note_mark(inset.note));
      at = std::max(at, inset.end);
    }
    if (at < end) parts.push_back(plain(text_.substr(at, end - at)));
    return parts;
  }

  View citation(const Inset& inset) const {
    return {{"plain", false},
            {"link", text_.substr(inset.begin, inset.end - inset.begin)},
            {"href", "/" + percent_encoded(inset.citation->doel)},
            {"note", false}};
  }

  View note_mark(std::size_t index) {
    placed_.resize(fields_.noten.size());
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
    placed_.resize(fields_.noten.size());
    for (std::size_t i = 0; i < fields_.noten.size(); ++i) {
      list.push_back({{"id", fmt::format("noot-{}", i + 1)},
                      {"number", number(i)},
                      {"text", fields_.noten[i].tekst},
                      {"back", placed_[i] ? fmt::format("#noot-plaats-{}", i + 1) : ""}});
    }
    return list;
  }

  const Fields& fields_;
  std::string_view text_;
  std::vector<Inset> insets_;
  std::size_t next_ = 0;
  std::vector<bool> placed_ = {};
};

}  // namespace

View document_text(const Fields& fields) {
  return TextView(fields).run();
}

}  // namespace kamerzoek::web
