#include "tests/bench/slips.hpp"

#include <array>
#include <utility>
#include <vector>

namespace kamerzoek {
namespace {

// Those of Dutch spelling lessons.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> confusions = {{
    {"ei", "ij"},
    {"ij", "ei"},
    {"ou", "au"},
    {"au", "ou"},
    {"d", "t"},
    {"t", "d"},
    {"t", "dt"},
    {"dt", "t"},
    {"c", "k"},
    {"k", "c"},
    {"s", "z"},
    {"z", "s"},
    {"ij", "y"},
    {"ch", "g"},
}};

}  // namespace

std::string_view name_of(SlipKind kind) {
  constexpr std::array<std::string_view, slip_kinds> names = {
      "substitute", "drop", "add", "transpose", "double or not", "sounds alike"};
  return names[static_cast<std::size_t>(kind)];
}

std::string SlipMaker::doubled_or_not(std::string word) {
  const std::size_t at = 1 + below(word.size() - 1);
  if (word[at] == word[at - 1]) return word.erase(at, 1);
  return word.insert(at, 1, word[at]);
}

std::string SlipMaker::confused(std::string word) {
  struct Place {
    std::size_t at;
    std::size_t confusion;
  };
  std::vector<Place> places;
  for (std::size_t one = 0; one < confusions.size(); ++one) {
    const std::string_view from = confusions[one].first;
    for (std::size_t at = word.find(from, 1); at != std::string::npos;
         at = word.find(from, at + 1)) {
      places.push_back({at, one});
    }
  }
  if (places.empty()) return word;
  const Place place = places[below(places.size())];
  const auto& [from, to] = confusions[place.confusion];
  return word.replace(place.at, from.size(), to);
}

std::string SlipMaker::slip(std::string_view from, SlipKind kind) {
  std::string word(from);
  if (word.size() < 3) return word;
  const std::size_t at = 1 + below(word.size() - 1);
  switch (kind) {
    case SlipKind::substitute:
      word[at] = letter();
      return word;
    case SlipKind::drop:
      return word.erase(at, 1);
    case SlipKind::add:
      return word.insert(at, 1, letter());
    case SlipKind::transpose:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
      return word;
    case SlipKind::double_or_not:
      return doubled_or_not(std::move(word));
    case SlipKind::sounds_alike:
      return confused(std::move(word));
  }
  return word;
}

}  // namespace kamerzoek
