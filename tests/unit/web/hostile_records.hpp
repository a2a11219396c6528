#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "corpus/model/record.hpp"

/// Records with something hostile in every text they can hold.
namespace kamerzoek::test {

/// What is hostile somewhere, each by what it wants to break. Some begin a value, since that is
/// where schemes and formulas are.
inline std::vector<std::pair<std::string, std::string>> payloads() {
  std::string controls(1, '\0');
  for (char c = 1; c < 0x20; ++c) controls += c;
  controls += "\x7f";
  for (unsigned char c = 0x80; c < 0xa0; ++c)
    controls.append("\xc2").push_back(static_cast<char>(c));
  std::string letters = "een ";
  for (int i = 0; i < 300; ++i) letters += "<é>\"&";
  return {
      {"element", "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>"},
      {"quote",
       R"-("'`><a href="javascript:alert(1)" onmouseover='alert(1)' " onfocus=alert(1) x=')-"},
      {"end", "</title></textarea></style></script></svg></a></p>--!><!-- --><base href=//evil>"},
      {"cdata",
       R"(]]><![CDATA[<x>]]><?x y?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;)"},
      {"entity", "&lt;script&gt;&#60;img src=x&#62;&quot;&colon;&nbsp;&amp;amp;"},
      {"scheme", "javascript:alert(1)//"},
      {"spaced scheme", " \tJaVaScRiPt:alert(1)//"},
      {"data", "data:text/html;base64,PHNjcmlwdD4="},
      {"host", "//evil.example/"},
      {"windows host", "\\\\evil.example\\"},
      {"site", "https://evil.example/?"},
      {"path", "../../etc/passwd/%2e%2e/%00"},
      {"mustache", "{{body}}{{{body}}}{{&body}}{{#kept}}x{{/kept}}{{>layout}}{{=<% %>=}}<%&body%>"},
      {"formula", R"-(=HYPERLINK("http://evil.example";"x"))-"},
      {"formula behind", R"( "+1+1;-1+1;@SUM(A1),=1)"},
      {"tab", "\t=1+1"},
      {"line", "\r\n=1+1\n@misc{x,\r\nER  - \r\nTY  - JOUR\r\nTI  - x"},
      {"latex", R"(}}, author = {{x}} @misc{x, \input{/etc/passwd} \ $ & % # _ ^ ~ {{{)"},
      {"names", "J. and Mallory and others, x"},
      {"header", "x\r\nSet-Cookie: a=b\r\nLocation: //evil.example\r\n\r\n<script>"},
      {"controls", controls},
      {"direction",
       "\u202etxt.exe\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c"},
      {"unicode", "\u2028\u2029\ufeff\ufffe\uffff\U0001fffe\U000e0001e\u0301\u0301\u200d"},
      {"shell", "${7*7} #{7*7} `id` $(id) %0d%0aX: 1 ' OR 1=1 --"},
      {"length", letters},
  };
}

/// What no reader of ours lets into a record, but anybody can put into an address.
inline std::vector<std::pair<std::string, std::string>> broken_bytes() {
  return {{"continuation", "\x80\xbf<"},
          {"overlong",
           "\xc0\xbc"
           "script\xc0\xbe\xe0\x80\xbc"},
          {"surrogate", "\xed\xa0\x80\xed\xb0\x80"},
          {"cut", "\xf0\x9f\x98"},
          {"beyond", "\xf4\x90\x80\x80\xff\xfe"}};
}

/// Makes texts that begin with a payload and end with the name of where they were planted.
class Planter {
 public:
  Planter(std::string payload, std::string record)
      : payload_(std::move(payload)), record_(std::move(record)) {}

  std::string operator()(std::string_view field) {
    std::string text = payload_ + tag(field);
    planted_[std::string(field)] = text;
    return text;
  }

  /// A name, which cannot be long.
  std::string name(std::string_view field) {
    if (payload_.size() > 150) return "<lang>" + tag(field);
    return (*this)(field);
  }

  /// All so far, by field.
  const std::map<std::string, std::string>& planted() const { return planted_; }

 private:
  std::string tag(std::string_view field) const { return fmt::format("~{}.{}~", record_, field); }

  std::string payload_;
  std::string record_;
  std::map<std::string, std::string> planted_;
};

// The structured bindings are on purpose: with a field more in the model they do not compile, until
// something hostile is planted there too.

inline Actor hostile_actor(Planter& plant, const std::string& which) {
  Actor actor;
  auto& [naam, functie, relatie, fractie] = actor;
  naam = plant.name(which + ".naam");
  functie = plant(which + ".functie");
  // By this word somebody signed, and has a page.
  relatie = plant(which + ".relatie") + " ondertekenaar";
  fractie = plant(which + ".fractie");
  return actor;
}

inline Bijlage hostile_bijlage(Planter& plant) {
  Bijlage bijlage;
  auto& [titel, id] = bijlage;
  titel = plant("bijlage.titel");
  id = plant.name("bijlage.id");
  return bijlage;
}

inline AgendaItem hostile_agenda(Planter& plant) {
  AgendaItem item;
  auto& [datum, onderwerp, soort, plaats] = item;
  datum = plant("agenda.datum");
  onderwerp = plant("agenda.onderwerp");
  soort = plant("agenda.soort");
  plaats = plant("agenda.plaats");
  return item;
}

inline Noot hostile_noot(Planter& plant, std::size_t where) {
  Noot noot;
  auto& [nummer, tekst, plaats] = noot;
  nummer = plant("noot.nummer");
  tekst = plant("noot.tekst");
  plaats = where;
  return noot;
}

inline Mark hostile_mark(Mark::Kind soort, std::size_t from, std::size_t to, std::string target) {
  Mark mark{};
  auto& [kind, begin, end, doel] = mark;
  kind = soort;
  begin = from;
  end = to;
  doel = std::move(target);
  return mark;
}

/// A paragraph, a heading, and citations of what is hostile, of `cited`, and of each kind of
/// publication that is somewhere else.
inline void hostile_text(Fields& fields, Planter& plant, const std::string& cited) {
  std::string& tekst = fields.tekst;
  tekst = plant("tekst") + "\n";
  const std::size_t heading = tekst.size();
  tekst += plant("kop") + "\n";
  fields.marks.push_back(hostile_mark(Mark::Kind::kop, heading, tekst.size() - 1, plant("doel")));
  for (const std::string& doel : {plant("citaat.doel"), "ECLI:" + plant("ecli"),
                                  "CELEX:" + plant("celex"), "stb-" + plant("stb"), cited}) {
    const std::size_t begin = tekst.size();
    tekst += plant("citaat") + " ";
    fields.marks.push_back(hostile_mark(Mark::Kind::verwijzing, begin, tekst.size() - 1, doel));
  }
  tekst += "\n";
  fields.noten = {hostile_noot(plant, heading)};
}

/// Every field. The dossier is one that exists, because its number is never just any text.
inline Fields hostile_fields(Planter& plant, const std::string& zaak, const std::string& cited) {
  Fields fields;
  auto& [documentNummer, soort, titel, onderwerp, datum, vergaderjaar, dossiers, volgnummer, zaken,
         actoren, bijlagen, bronDocument, agenda, versie, bijgewerkt, kenmerken, tekst, marks,
         noten] = fields;
  documentNummer = plant.name("documentNummer");
  soort = plant("soort");
  titel = plant("titel");
  onderwerp = plant("onderwerp");
  datum = plant("datum");
  vergaderjaar = plant("vergaderjaar");
  auto& [nummer, dossiertitel] = dossiers.emplace_back();
  nummer = {"99001", ""};
  dossiertitel = plant("dossier.titel");
  volgnummer = plant("volgnummer");
  zaken = {zaak, plant.name("zaak")};
  actoren = {hostile_actor(plant, "actor"), hostile_actor(plant, "tweede")};
  bijlagen = {hostile_bijlage(plant)};
  bronDocument = plant.name("bronDocument");
  agenda = {hostile_agenda(plant)};
  versie = plant("versie");
  bijgewerkt = plant("bijgewerkt");
  kenmerken = {{plant("kenmerk.naam"), plant("kenmerk")}};
  hostile_text(fields, plant, cited);
  return fields;
}

/// Everything of a piece but its fields.
inline Piece hostile_piece(Planter& plant, Kind of, std::string key) {
  Piece piece;
  auto& [kind, source, name, keys, stamp, withdrawn, origin, digest, fields] = piece;
  kind = of;
  source = Source::jsonl;
  name = plant("naam");
  keys = {std::move(key)};
  stamp = plant("stempel");
  withdrawn = false;
  origin = plant("oorsprong");
  digest = plant("sha256");
  return piece;
}

inline constexpr std::array all_kinds = {Kind::document,    Kind::zaak,    Kind::activiteit,
                                         Kind::agendapunt,  Kind::besluit, Kind::stemming,
                                         Kind::vergadering, Kind::persoon, Kind::fractie};

/// One payload in the records of a small parliament, all tied together.
struct Attack {
  std::string name;
  std::string payload;
  std::string paper = {};   ///< the identifier of a publication: its page is /kst-99001-1
  std::string letter = {};  ///< hostile itself: its page is /document/…
  std::string zaak = {};
  std::string signer = {};
  std::map<std::string, std::map<std::string, std::string>> planted = {};  ///< by record and field
};

/// Puts the records of an attack among `pieces`; `number` makes its identifiers its own.
inline Attack prepare(std::size_t number, const std::string& name, const std::string& payload,
                      std::vector<Piece>& pieces) {
  Attack attack{.name = name, .payload = payload};
  const auto add = [&](const std::string& record, Kind kind, const std::string& key,
                       const std::string& cited) -> Piece& {
    Planter plant(payload, record);
    Piece& piece = pieces.emplace_back(hostile_piece(plant, kind, key));
    piece.fields = hostile_fields(plant, attack.zaak, cited);
    attack.planted[record] = plant.planted();
    return piece;
  };
  const auto key_of = [&](const std::string& record) {
    return Planter(payload, record).name("sleutel");
  };
  attack.paper = fmt::format("kst-99001-{}", number);
  attack.letter = key_of("letter");
  attack.zaak = key_of("zaak");
  attack.signer = add("paper", Kind::document, attack.paper, attack.letter).fields.actoren[0].naam;
  Piece& letter = add("letter", Kind::document, attack.letter, attack.paper);
  // Feeds and drawings show only what has a date.
  letter.fields.datum.insert(0, fmt::format("2025-{:02}-{:02}T", number / 28 + 1, number % 28 + 1));
  letter.fields.bronDocument = attack.paper;
  for (const Kind kind : all_kinds) {
    if (kind == Kind::document) continue;
    const std::string record(name_of(kind));
    Piece& piece = add(record, kind, key_of(record), attack.paper);
    if (kind == Kind::zaak) piece.fields.documentNummer = attack.zaak;
    piece.fields.kenmerken["besluit_Id"] = key_of("besluit");
  }
  return attack;
}

}  // namespace kamerzoek::test
