#include "corpus/model/json_fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/model/json.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

void set(ordered_json& out, const char* name, const std::string& value) {
  if (!value.empty()) out[name] = value;
}

template <class T, class Convert>
void set_list(ordered_json& out, const char* name, const std::vector<T>& values, Convert convert) {
  if (values.empty()) return;
  ordered_json& list = out[name] = ordered_json::array();
  for (const T& value : values) list.push_back(convert(value));
}

ordered_json dossier_json(const DossierLink& link) {
  return {{"nummer", link.nummer.nummer},
          {"toevoeging", link.nummer.toevoeging},
          {"titel", link.titel}};
}

ordered_json actor_json(const Actor& actor) {
  ordered_json out = ordered_json::object();
  set(out, "naam", actor.naam);
  set(out, "functie", actor.functie);
  set(out, "relatie", actor.relatie);
  set(out, "fractie", actor.fractie);
  return out;
}

ordered_json agenda_json(const AgendaItem& item) {
  ordered_json out = ordered_json::object();
  set(out, "datum", item.datum);
  set(out, "onderwerp", item.onderwerp);
  set(out, "soort", item.soort);
  set(out, "plaats", item.plaats);
  return out;
}

constexpr std::array mark_names = {std::pair{Mark::Kind::kop, "kop"},
                                   std::pair{Mark::Kind::verwijzing, "verwijzing"},
                                   std::pair{Mark::Kind::pagina, "pagina"}};

ordered_json mark_json(const Mark& mark) {
  const auto* name =
      std::ranges::find(mark_names, mark.kind, &decltype(mark_names)::value_type::first);
  ordered_json out{{"soort", name->second}, {"begin", mark.begin}, {"einde", mark.end}};
  set(out, "doel", mark.doel);
  return out;
}

ordered_json note_json(const Noot& note) {
  ordered_json out{{"nummer", note.nummer}, {"tekst", note.tekst}};
  if (note.plaats) out["plaats"] = *note.plaats;
  return out;
}

/// `"34682"`, `34682`, `"36600-XXII"` or `{"nummer":…,"toevoeging":…,"titel":…}`.
std::optional<DossierLink> read_dossier(const json& value, FieldReader& reader) {
  DossierLink link;
  std::string number;
  std::string addition;
  if (value.is_string()) {
    number = value.get<std::string>();
  } else if (value.is_number_unsigned()) {
    number = std::to_string(value.get<unsigned long long>());
  } else {
    FieldReader parts(value);
    parts.text("nummer", number);
    parts.text("toevoeging", addition);
    parts.text("titel", link.titel);
  }
  if (!addition.empty()) number += "-" + addition;
  auto parsed = DossierNumber::parse(number);
  if (!parsed) {
    reader.wrong("dossier", "geen dossiernummer");
    return std::nullopt;
  }
  link.nummer = *std::move(parsed);
  return link;
}

void read_dossiers(FieldReader& reader, std::vector<DossierLink>& into) {
  if (const json* own = reader.member("dossier")) {
    if (auto link = read_dossier(*own, reader)) into.push_back(*std::move(link));
  }
  const json* others = reader.member("ookInDossiers");
  if (others == nullptr) return;
  if (!others->is_array()) return reader.wrong("ookInDossiers", "geen lijst");
  for (const json& other : *others) {
    if (auto link = read_dossier(other, reader)) into.push_back(*std::move(link));
  }
}

/// Zaken are objects with a `nummer`, or plain numbers.
void read_zaken(FieldReader& reader, std::vector<std::string>& into) {
  const json* list = reader.member("zaken");
  if (list == nullptr) return;
  if (!list->is_array()) return reader.wrong("zaken", "geen lijst");
  for (const json& zaak : *list) {
    std::string number;
    if (zaak.is_string()) {
      number = zaak.get<std::string>();
    } else {
      FieldReader(zaak).text("nummer", number);
    }
    if (number.empty()) return reader.wrong("zaken", "zonder nummer");
    into.push_back(std::move(number));
  }
}

void read_attributes(FieldReader& reader, std::map<std::string, std::string>& into) {
  const json* attributes = reader.member("kenmerken");
  if (attributes == nullptr) return;
  if (!attributes->is_object()) return reader.wrong("kenmerken", "geen object");
  for (const auto& [name, value] : attributes->items()) {
    if (!value.is_string()) return reader.wrong("kenmerken", "met een waarde die geen tekst is");
    into.emplace(name, value.get<std::string>());
  }
}

/// A place in UTF-8 text where a character begins, or its end.
bool is_boundary(const std::string& text, std::size_t offset) {
  if (offset >= text.size()) return offset == text.size();
  return (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

void read_marks(FieldReader& reader, Fields& fields) {
  reader.objects("markeringen", [&](FieldReader& read) {
    Mark mark{Mark::Kind::verwijzing, 0, 0, {}};
    std::string kind;
    read.text("soort", kind);
    for (const auto& [known, name] : mark_names) {
      if (kind == name) mark.kind = known;
    }
    read.offset("begin", mark.begin);
    read.offset("einde", mark.end);
    read.text("doel", mark.doel);
    // Whoever cuts the text at a mark relies on this, and on the order.
    if (mark.begin > mark.end || !is_boundary(fields.tekst, mark.begin) ||
        !is_boundary(fields.tekst, mark.end)) {
      return read.wrong("markeringen", "buiten de tekst");
    }
    if (!fields.marks.empty() && mark.begin < fields.marks.back().begin) {
      return read.wrong("markeringen", "niet op volgorde");
    }
    fields.marks.push_back(std::move(mark));
  });
}

void read_notes(FieldReader& reader, Fields& fields) {
  reader.objects("noten", [&](FieldReader& read) {
    Noot note;
    read.text("nummer", note.nummer);
    read.text("tekst", note.tekst);
    if (read.member("plaats") != nullptr) {
      std::size_t place = 0;
      read.offset("plaats", place);
      if (!is_boundary(fields.tekst, place)) return read.wrong("noten", "buiten de tekst");
      note.plaats = place;
    }
    fields.noten.push_back(std::move(note));
  });
}

void read_lists(FieldReader& reader, Fields& fields) {
  reader.objects("actoren", [&](FieldReader& read) {
    Actor& actor = fields.actoren.emplace_back();
    read.text("naam", actor.naam);
    read.text("functie", actor.functie);
    read.text("relatie", actor.relatie);
    read.text("fractie", actor.fractie);
  });
  reader.objects("bijlagen", [&](FieldReader& read) {
    Bijlage& annex = fields.bijlagen.emplace_back();
    read.text("titel", annex.titel);
    read.text("id", annex.id);
  });
  reader.objects("agenda", [&](FieldReader& read) {
    AgendaItem& item = fields.agenda.emplace_back();
    read.text("datum", item.datum);
    read.text("onderwerp", item.onderwerp);
    read.text("soort", item.soort);
    read.text("plaats", item.plaats);
  });
}

}  // namespace

FieldReader::FieldReader(const json& object) : object_(object) {
  if (!object.is_object()) error_ = Error{ErrorCode::unreadable, "geen JSON-object", {}};
}

const json* FieldReader::member(const char* name) const {
  if (!object_.is_object()) return nullptr;
  const auto found = object_.find(name);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

void FieldReader::wrong(const char* name, const char* why) {
  if (error_) return;
  error_ = Error{ErrorCode::unreadable, std::string("veld '") + name + "' is " + why, {}};
}

void FieldReader::text(const char* name, std::string& into) {
  const json* value = member(name);
  if (value == nullptr) return;
  if (!value->is_string()) return wrong(name, "geen tekst");
  into = value->get<std::string>();
}

void FieldReader::texts(const char* name, std::vector<std::string>& into) {
  const json* list = member(name);
  if (list == nullptr) return;
  if (!list->is_array()) return wrong(name, "geen lijst");
  for (const json& value : *list) {
    if (!value.is_string()) return wrong(name, "geen lijst van teksten");
    into.push_back(value.get<std::string>());
  }
}

void FieldReader::offset(const char* name, std::size_t& into) {
  const json* value = member(name);
  if (value == nullptr) return;
  if (!value->is_number_unsigned()) return wrong(name, "geen getal");
  into = value->get<std::size_t>();
}

ordered_json to_json(const Fields& fields) {
  ordered_json out = ordered_json::object();
  set(out, "documentNummer", fields.documentNummer);
  set(out, "soort", fields.soort);
  set(out, "titel", fields.titel);
  set(out, "onderwerp", fields.onderwerp);
  set(out, "datum", fields.datum);
  set(out, "vergaderjaar", fields.vergaderjaar);
  if (!fields.dossiers.empty()) {
    out["dossier"] = dossier_json(fields.dossiers.front());
    set_list(out, "ookInDossiers", std::vector(fields.dossiers.begin() + 1, fields.dossiers.end()),
             dossier_json);
  }
  set(out, "volgnummer", fields.volgnummer);
  set_list(out, "zaken", fields.zaken, [](const std::string& nummer) {
    return ordered_json{{"nummer", nummer}};
  });
  set_list(out, "actoren", fields.actoren, actor_json);
  set_list(out, "bijlagen", fields.bijlagen, [](const Bijlage& annex) {
    ordered_json value{{"titel", annex.titel}};
    set(value, "id", annex.id);
    return value;
  });
  set(out, "bronDocument", fields.bronDocument);
  set_list(out, "agenda", fields.agenda, agenda_json);
  set(out, "versie", fields.versie);
  set(out, "bijgewerkt", fields.bijgewerkt);
  if (!fields.kenmerken.empty()) out["kenmerken"] = fields.kenmerken;
  set(out, "tekst", fields.tekst);
  set_list(out, "markeringen", fields.marks, mark_json);
  set_list(out, "noten", fields.noten, note_json);
  return out;
}

Result<Fields> fields_from_json(const json& object) {
  FieldReader reader(object);
  Fields fields;
  reader.text("documentNummer", fields.documentNummer);
  reader.text("soort", fields.soort);
  reader.text("titel", fields.titel);
  reader.text("onderwerp", fields.onderwerp);
  reader.text("datum", fields.datum);
  reader.text("vergaderjaar", fields.vergaderjaar);
  read_dossiers(reader, fields.dossiers);
  reader.text("volgnummer", fields.volgnummer);
  read_zaken(reader, fields.zaken);
  read_lists(reader, fields);
  reader.text("bronDocument", fields.bronDocument);
  reader.text("versie", fields.versie);
  reader.text("bijgewerkt", fields.bijgewerkt);
  read_attributes(reader, fields.kenmerken);
  reader.text("tekst", fields.tekst);
  read_marks(reader, fields);
  read_notes(reader, fields);
  if (reader.error()) return tl::unexpected(*reader.error());
  return fields;
}

}  // namespace kamerzoek
