#include "corpus/formats/json_lines.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/formats/hostile_json.hpp"
#include "corpus/formats/kamer_number.hpp"
#include "corpus/formats/utc_stamp.hpp"
#include "corpus/model/json.hpp"

namespace kamerzoek {
namespace {

using nlohmann::json;

constexpr std::size_t block_size = std::size_t{64} << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Cuts a stream into lines while it holds no more than one of them, and no more of that than
/// `max_line` bytes. (std::getline takes in whatever comes.)
class LineCutter {
 public:
  LineCutter(std::istream& in, std::size_t max_line) : in_(in), max_line_(max_line) {}

  /// The next line, without its end; false at the end of the stream. Of a line that is too long
  /// the rest is dropped.
  bool next() {
    line_.clear();
    too_long_ = false;
    bool any = false;
    while (at_ < block_.size() || fill()) {
      any = true;
      const std::size_t end = block_.find('\n', at_);
      take(std::string_view(block_).substr(at_, end == std::string::npos ? end : end - at_));
      if (end != std::string::npos) {
        at_ = end + 1;
        break;
      }
      at_ = block_.size();
    }
    if (any) ++number_;
    return any;
  }

  const std::string& line() const { return line_; }
  bool too_long() const { return too_long_; }
  std::size_t number() const { return number_; }

 private:
  bool fill() {
    block_.resize(block_size);
    in_.read(block_.data(), static_cast<std::streamsize>(block_size));
    block_.resize(static_cast<std::size_t>(std::max<std::streamsize>(in_.gcount(), 0)));
    at_ = 0;
    return !block_.empty();
  }

  void take(std::string_view part) {
    if (too_long_) return;
    if (part.size() > max_line_ - line_.size()) {
      too_long_ = true;
      line_ = {};
      return;
    }
    line_ += part;
  }

  std::istream& in_;
  std::size_t max_line_;
  std::string block_;
  std::size_t at_ = 0;
  std::string line_;
  bool too_long_ = false;
  std::size_t number_ = 0;
};

Error unreadable(std::string message) {
  return Error{ErrorCode::unreadable, std::move(message), {}};
}

/// The member, or null when it is absent or JSON's null.
const json* member(const json& object, const std::string& name) {
  const auto* members = object.get_ptr<const json::object_t*>();
  if (members == nullptr) return nullptr;
  const auto found = members->find(name);
  return found == members->end() || found->second.is_null() ? nullptr : &found->second;
}

bool is_whole_piece(const json& bron) {
  return bron.is_object() && bron.contains("sleutels") && bron.contains("velden");
}

/// The `bronnen` of a line of `export`, which hold the pieces whole; null for any other line. Plain
/// names, and what the API tells of where a record came from, restore nothing.
const json* whole_pieces(const json& line) {
  const json* bronnen = member(line, "bronnen");
  if (bronnen == nullptr || !bronnen->is_array()) return nullptr;
  return std::ranges::any_of(*bronnen, is_whole_piece) ? bronnen : nullptr;
}

void restore_pieces(const json& bronnen, const std::string& where, const Sink& sink) {
  for (std::size_t i = 0; i < bronnen.size(); ++i) {
    if (auto piece = piece_from_json(bronnen[i])) {
      sink.piece(*std::move(piece));
    } else {
      sink.problem(where + ", bronnen[" + std::to_string(i) + "]", piece.error());
    }
  }
}

std::optional<Error> read_kind(const json& line, Kind& into) {
  const json* found = member(line, "kind");
  if (found == nullptr) return std::nullopt;
  if (!found->is_string()) return unreadable("veld 'kind' is geen tekst");
  const auto& name = found->get_ref<const std::string&>();
  const auto kind = kind_named(name);
  if (!kind) return unreadable("onbekende kind '" + name + "'");
  into = *kind;
  return std::nullopt;
}

/// Only a number of the Tweede Kamer's own makes two records one; anything may stand in the field.
std::vector<std::string> keys_of(const std::string& id, const Fields& fields) {
  std::vector<std::string> keys{id};
  if (is_kamer_number(fields.documentNummer) && fields.documentNummer != id) {
    keys.push_back(fields.documentNummer);
  }
  std::ranges::sort(keys);
  return keys;
}

Result<Piece> read_record(const json& line) {
  const json* id = member(line, "id");
  if (id == nullptr) return failure(ErrorCode::unreadable, "zonder 'id'");
  if (!id->is_string() || id->get_ref<const std::string&>().empty()) {
    return failure(ErrorCode::unreadable, "'id' is geen tekst of leeg");
  }
  Piece piece;
  piece.source = Source::jsonl;
  piece.name = id->get<std::string>();
  if (auto error = read_kind(line, piece.kind)) return tl::unexpected(*std::move(error));
  auto fields = fields_from_json(line);
  if (!fields) return tl::unexpected(std::move(fields.error()));
  piece.fields = *std::move(fields);
  piece.keys = keys_of(piece.name, piece.fields);
  piece.stamp = utc_stamp(piece.fields.bijgewerkt);
  return piece;
}

void read_line(std::string_view text, const std::string& where, const Sink& sink) {
  const auto line = parse_hostile_json(text);
  if (!line) return sink.problem(where, line.error());
  if (!line->is_object()) return sink.problem(where, unreadable("geen JSON-object"));
  if (const json* bronnen = whole_pieces(*line)) return restore_pieces(*bronnen, where, sink);
  auto piece = read_record(*line);
  if (!piece) return sink.problem(where, piece.error());
  sink.piece(*std::move(piece));
}

}  // namespace

Result<void> read_json_lines(std::istream& in, const Sink& sink, std::size_t max_line) {
  LineCutter lines(in, max_line);
  while (lines.next()) {
    const std::string where = "regel " + std::to_string(lines.number());
    if (lines.too_long()) {
      sink.problem(where, unreadable("langer dan " + std::to_string(max_line) + " bytes"));
      continue;
    }
    std::string_view text = lines.line();
    if (lines.number() == 1 && text.starts_with(byte_order_mark)) {
      text.remove_prefix(byte_order_mark.size());
    }
    if (text.find_first_not_of(" \t\r") != std::string_view::npos) read_line(text, where, sink);
  }
  if (in.bad())
    return failure(ErrorCode::unreadable, "leesfout na regel " + std::to_string(lines.number()));
  return {};
}

}  // namespace kamerzoek
