#include "corpus/model/json.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "corpus/model/json_fields.hpp"
#include "corpus/model/merge.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// Where a piece came from, without what it says.
ordered_json provenance(const Piece& piece) {
  ordered_json out;
  out["bron"] = name_of(piece.source);
  out["naam"] = piece.name;
  if (!piece.stamp.empty()) out["stempel"] = piece.stamp;
  if (piece.withdrawn) out["ingetrokken"] = true;
  if (!piece.origin.empty()) out["oorsprong"] = piece.origin;
  if (!piece.digest.empty()) out["sha256"] = piece.digest;
  return out;
}

ordered_json with_id(const Record& record) {
  ordered_json out;
  out["id"] = id(record);
  if (record.kind != Kind::document) out["kind"] = name_of(record.kind);
  out.update(to_json(view(record)));
  return out;
}

}  // namespace

ordered_json to_json(const Piece& piece) {
  ordered_json out = provenance(piece);
  out["kind"] = name_of(piece.kind);
  out["sleutels"] = piece.keys;
  out["velden"] = to_json(piece.fields);
  return out;
}

Result<Piece> piece_from_json(const json& object) {
  FieldReader read(object);
  Piece piece;
  std::string kind;
  std::string source;
  read.text("kind", kind);
  read.text("bron", source);
  read.text("naam", piece.name);
  read.text("stempel", piece.stamp);
  read.text("oorsprong", piece.origin);
  read.text("sha256", piece.digest);
  read.texts("sleutels", piece.keys);
  if (read.error()) return tl::unexpected(*read.error());

  const auto known_kind = kind_named(kind);
  const auto known_source = source_named(source);
  const bool has_empty_key = std::ranges::find(piece.keys, "") != piece.keys.end();
  if (!known_kind || !known_source || piece.name.empty() || piece.keys.empty() || has_empty_key) {
    return failure(ErrorCode::unreadable, "een bron zonder geldige kind, bron, naam of sleutels");
  }
  std::ranges::sort(piece.keys);
  piece.keys.erase(std::unique(piece.keys.begin(), piece.keys.end()), piece.keys.end());
  piece.kind = *known_kind;
  piece.source = *known_source;
  const auto withdrawn = object.find("ingetrokken");
  piece.withdrawn = withdrawn != object.end() && *withdrawn == true;
  const json nothing;
  const auto said = object.find("velden");
  auto fields = fields_from_json(said == object.end() ? nothing : *said);
  if (!fields) return tl::unexpected(fields.error());
  if (!piece.withdrawn) piece.fields = *std::move(fields);
  return piece;
}

ordered_json describe(const Record& record) {
  ordered_json out = with_id(record);
  ordered_json& sources = out["bronnen"] = ordered_json::array();
  for (const Piece& piece : record.pieces) sources.push_back(provenance(piece));
  return out;
}

ordered_json export_json(const Record& record) {
  ordered_json out = with_id(record);
  ordered_json& sources = out["bronnen"] = ordered_json::array();
  for (const Piece& piece : record.pieces) sources.push_back(to_json(piece));
  return out;
}

std::string dump(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace kamerzoek
