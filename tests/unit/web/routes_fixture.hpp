#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/temporary_index.hpp"
#include "web/routes.hpp"

namespace kamerzoek::web {

/// A small index, and what the server answers from it.
class RoutesTest : public ::testing::Test {
 protected:
  RoutesTest() {
    std::vector<Piece> pieces;
    for (int i = 1; i <= 25; ++i) {
      const std::string number = std::to_string(i);
      pieces.push_back(test::document("kst-99001-" + number, "Motie nummer " + number,
                                      "De Kamer verzoekt om een dijk.", fmt_date(i)));
    }
    Piece letter = test::document("kst-99002-4", "Brief over de dijk", "De dijk is klaar.\n");
    letter.keys = {"2025D90001", "kst-99002-4"};
    letter.fields.documentNummer = "2025D90001";
    letter.fields.soort = "Brief regering";
    letter.fields.zaken = {"2025Z90001"};
    letter.fields.bijlagen = {{"Rapport", "2025D90002"}};
    letter.fields.actoren = {{"A. Jansen", "minister van Dijken", "Eerste ondertekenaar", ""}};
    pieces.push_back(letter);
    Piece zaak;
    zaak.kind = Kind::zaak;
    zaak.source = Source::odata;
    zaak.name = "Zaak/1";
    zaak.keys = {"2025Z90001"};
    zaak.fields.documentNummer = "2025Z90001";
    zaak.fields.onderwerp = "De dijk als zaak";
    pieces.push_back(zaak);
    Piece hostile = test::document("kst-99003-1", "<script>alert('x')</script>",
                                   "Tekst met <b>tekens</b> & \"meer\".\n");
    hostile.fields.titel = "</title><script>1</script>";
    hostile.fields.actoren = {{"<i>naam</i>", "", "Indiener", "\" onmouseover=\"x"}};
    pieces.push_back(hostile);
    Piece part = test::document("kst-99100-XXII-1", "Begroting", "Cijfers.\n");
    pieces.push_back(part);
    index_.put(std::move(pieces));
  }

  static std::string fmt_date(int day) {
    return std::string("2025-03-") + (day < 10 ? "0" : "") + std::to_string(day);
  }

  Response get(const std::string& target) {
    Searcher searcher = index_.searcher();
    return route({.target = target, .host = "zoek.example"}, searcher);
  }

  test::TemporaryIndex index_;
};

}  // namespace kamerzoek::web
