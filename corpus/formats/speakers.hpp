#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/formats/xml_document.hpp"
#include "corpus/model/record.hpp"

namespace kamerzoek {

/// Those who speak in a plenary record, each once, in the order of their first words.
class Speakers {
 public:
  /// Of an official record: `<voorvoegsels>De heer</…><naam/>(<politiek/>):`. Returns the line
  /// that announces the speaker ("De heer Jansen (GroenLinks)").
  std::string add_official(const xmlNode& spreker);
  /// Of the Tweede Kamer's own report: `<verslagnaam/><fractie/><functie/>`.
  void add_vlos(const xmlNode& spreker);

  std::vector<Actor> take() { return std::move(actors_); }

 private:
  void add(Actor actor);

  std::vector<Actor> actors_;
  std::set<Actor> known_;
};

}  // namespace kamerzoek
