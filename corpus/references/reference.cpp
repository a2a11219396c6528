#include "corpus/references/reference.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/references/found.hpp"
#include "corpus/references/sentence.hpp"
#include "corpus/references/spelling_parts.hpp"
#include "corpus/references/token_window.hpp"

// The text is read from left to right once. What is read as a name is passed over; where nothing
// is, one token.
namespace kamerzoek {
namespace {

using namespace spelling;

constexpr std::array<std::string_view, 5> relation_names = {"verwijst", "vervangt", "voert-uit",
                                                            "vervult-toezegging", "beantwoordt"};

// Only in a text made for it do ranges name more papers; there their ends must do.
constexpr std::size_t always_room = 1000;
constexpr std::size_t bytes_a_reference = 8;

// Further back no sentence is still about what stands at its end.
constexpr std::size_t farthest_back = 500;

class Scan {
 public:
  Scan(std::string_view text, const std::optional<DossierNumber>& own)
      : text_(text), own_(own), window_(text) {}

  std::vector<Reference> run() {
    while (!window_.at_end()) {
      note_heading();
      Found found = find_at(window_, text_, context());
      if (found.end != 0) add(std::move(found.named));
      do {
        sentence_.read(window_.token());
        window_.next();
      } while (!window_.at_end() && window_.token().begin < found.end);
    }
    return std::move(references_);
  }

 private:
  Context context() const {
    const auto& dossier = own_ ? own_ : last_;
    return {dossier ? &*dossier : nullptr, sentence_.announces_replaced()};
  }

  // "34 682 Nationale Omgevingsvisie" on a line of its own: what follows is of that dossier.
  void note_heading() {
    const Token& token = window_.token();
    if (token.kind != Token::Kind::number || (token.gap < Gap::line && token.begin != 0)) return;
    Cursor at = window_.cursor();
    auto dossier = read_dossier(at);
    if (!dossier) return;
    const Token* title = at.peek();
    const bool capital = title != nullptr && title->kind == Token::Kind::word &&
                         title->text.front() >= 'A' && title->text.front() <= 'Z';
    if (title == nullptr || title->gap >= Gap::line || (title->spaced() && capital)) {
      last_ = std::move(dossier);
    }
  }

  void add(Named named) {
    if (named.papers.empty()) return;
    const Relation relation = sentence_.relation();
    for (Paper& paper : named.papers) {
      const auto between = between_ends(paper, relation);
      std::string id = std::move(paper.keys.front());
      paper.keys.erase(paper.keys.begin());
      references_.push_back(
          {paper.begin, paper.end, std::move(id), std::move(paper.keys), relation});
      references_.insert(references_.end(), between.begin(), between.end());
    }
    sentence_.paper_named();
    if (named.dossier) last_ = std::move(named.dossier);
  }

  // `nrs. 3 t/m 7`: 4, 5 and 6, whose place is all of the range.
  std::vector<Reference> between_ends(const Paper& first, Relation relation) const {
    std::vector<Reference> between;
    const bool room = references_.size() < always_room + first.end / bytes_a_reference;
    if (first.through == 0 || !room) return between;
    // A number begins a range only where it is all digits, and then ends the identifier.
    const std::string& id = first.keys.front();
    const auto number = id.rfind('-') + 1;
    for (int next = std::stoi(id.substr(number)) + 1; next < first.through; ++next) {
      between.push_back({first.range_begin,
                         first.range_end,
                         id.substr(0, number) + std::to_string(next),
                         {},
                         relation});
    }
    return between;
  }

  std::string_view text_;
  const std::optional<DossierNumber>& own_;
  std::optional<DossierNumber> last_;
  TokenWindow window_;
  Sentence sentence_;
  std::vector<Reference> references_;
};

}  // namespace

std::string_view name_of(Relation relation) {
  return relation_names[static_cast<std::size_t>(relation)];
}

std::optional<Relation> relation_named(std::string_view name) {
  const auto found = std::ranges::find(relation_names, name);
  if (found == relation_names.end()) return std::nullopt;
  return static_cast<Relation>(found - relation_names.begin());
}

std::vector<Reference> references_in(std::string_view text,
                                     const std::optional<DossierNumber>& own) {
  return Scan(text, own).run();
}

Relation relation_at(std::string_view text, std::size_t place) {
  place = std::min(place, text.size());
  const std::size_t begin = place > farthest_back ? place - farthest_back : 0;
  const std::string_view before = text.substr(begin, place - begin);
  Sentence sentence;
  for (TokenWindow window(before); !window.at_end(); window.next()) sentence.read(window.token());
  return sentence.relation();
}

}  // namespace kamerzoek
