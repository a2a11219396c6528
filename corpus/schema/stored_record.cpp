#include "corpus/schema/stored_record.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <utility>

#include <nlohmann/json.hpp>
#include <zstd.h>

#include "corpus/model/json.hpp"
#include "corpus/model/merge.hpp"
#include "corpus/schema/packed_pieces.hpp"
#include "corpus/schema/passage_filters.hpp"

namespace kamerzoek::schema {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

// As far back as zlib looks, so that blocks cost next to no room; unpacked in some 30 µs.
constexpr std::size_t block_size = std::size_t{32} << 10;
// Level 9 takes four times as long and saves 1 % of the index (docs/benchmarks.md).
constexpr int level = 3;
constexpr std::size_t opening_size = 512;
constexpr const char* long_text = "lang";
constexpr std::array places_in_text = {"markeringen", "noten"};
// Longer than any paper. A damaged record must not take the memory of the machine.
constexpr std::size_t longest_text = std::size_t{1} << 30;

tl::unexpected<Error> damaged() {
  return failure(ErrorCode::index_unavailable, "een record in de index is beschadigd",
                 "draai `kamerzoek rebuild`");
}

std::string opening_of(const std::string& text) {
  std::size_t end = opening_size;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// A thread keeps the contexts it packs and unpacks with: to make one takes longer than a block
// does.

using PackingContext = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;

PackingContext packing_context() {
  PackingContext context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  return context;
}

/// Appends the block to `out`, packed with a checksum, so that damage is noticed; its size there.
std::size_t pack_block(std::string_view block, std::string& out) {
  thread_local const PackingContext context = packing_context();
  const std::size_t begin = out.size();
  out.resize(begin + ZSTD_compressBound(block.size()));
  const std::size_t size = ZSTD_compress2(context.get(), out.data() + begin, out.size() - begin,
                                          block.data(), block.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else fails, with room enough
  out.resize(begin + size);
  return size;
}

/// Unpacks a block to the bytes of `out`; false where it is damaged or of another size.
bool unpack_block(std::string_view packed, std::string& out) {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                                  ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  return ZSTD_decompressDCtx(context.get(), out.data(), out.size(), packed.data(), packed.size()) ==
         out.size();
}

/// A piece as JSON, its text packed behind it. Its marks and notes are places in that text, which
/// is checked when they are read, so that they go along.
ordered_json packed_piece(const Piece& piece, std::string& packed) {
  const std::string& text = piece.fields.tekst;
  std::vector<std::size_t> sizes;
  for (std::size_t at = 0; at < text.size(); at += block_size) {
    sizes.push_back(pack_block(std::string_view(text).substr(at, block_size), packed));
  }
  ordered_json object = to_json(piece);
  ordered_json& fields = object["velden"];
  ordered_json apart = {{"bytes", text.size()}, {"blokken", std::move(sizes)}};
  for (const char* name : places_in_text) {
    const auto list = fields.find(name);
    if (list == fields.end()) continue;
    apart[name] = std::move(*list);
    fields.erase(name);
  }
  fields["tekst"] = opening_of(text);
  // Last: a new member may move the others.
  object[long_text] = std::move(apart);
  return object;
}

const Piece* piece_of_long_text(const Record& record) {
  const Piece* shown = piece_of_text(record);
  return shown != nullptr && shown->fields.tekst.size() >= least_long ? shown : nullptr;
}

/// Those given, or where they are not of this text such as say nothing.
std::string filters_of(const Piece& piece, std::string_view given) {
  const std::size_t size = stretches_of(piece.fields.tekst.size()) * filter_size;
  return given.size() == size ? std::string(given) : std::string(size, '\xff');
}

/// Puts the text and what goes along back where it came from.
void unpack_piece(json& object, std::string text) {
  json& fields = object["velden"];
  json& apart = object[long_text];
  fields["tekst"] = std::move(text);
  for (const char* name : places_in_text) {
    if (apart.contains(name)) fields[name] = std::move(apart[name]);
  }
}

Result<LongText> long_text_of(const json& apart, std::string behind_pieces) {
  try {
    LongText::Places places;
    for (const json& mark : apart.value("markeringen", json::array())) {
      const auto begin = mark.at("begin").get<std::size_t>();
      if (mark.at("soort") == "kop") {
        places.headings.push_back({begin, mark.at("einde").get<std::size_t>()});
      } else if (mark.at("soort") == "pagina") {
        places.pages.push_back({begin, mark.value("doel", "")});
      }
    }
    for (const json& note : apart.value("noten", json::array())) {
      Noot& into = places.notes.emplace_back();
      into.nummer = note.value("nummer", "");
      into.tekst = note.value("tekst", "");
      if (note.contains("plaats")) into.plaats = note["plaats"].get<std::size_t>();
    }
    return LongText::open(apart.at("bytes").get<std::size_t>(),
                          apart.at("blokken").get<std::vector<std::size_t>>(),
                          std::move(behind_pieces), std::move(places));
  } catch (const json::exception&) {  // something absent, or of another type
    return damaged();
  }
}

/// The pieces as JSON, and the long text that one of them has.
struct Opened {
  json::array_t pieces;
  std::size_t piece_of_text = 0;
  std::optional<LongText> text;
};

Result<Opened> opened(std::string_view stored) {
  const auto unpacked = unpack_pieces(stored);
  if (!unpacked) return damaged();
  json parsed = json::parse(unpacked->json, nullptr, false);
  if (!parsed.is_array() || parsed.empty()) return damaged();
  Opened out;
  out.pieces = std::move(parsed.get_ref<json::array_t&>());
  for (std::size_t at = 0; at < out.pieces.size(); ++at) {
    const json& piece = out.pieces[at];
    if (!piece.is_object() || !piece.contains(long_text)) continue;
    if (unpacked->end == stored.size() || out.text) return damaged();
    auto text = long_text_of(piece[long_text], std::string(stored.substr(unpacked->end)));
    if (!text) return tl::unexpected(text.error());
    out.text = *std::move(text);
    out.piece_of_text = at;
  }
  return out;
}

Result<Record> record_of(const json::array_t& pieces) {
  Record record;
  for (const json& object : pieces) {
    auto piece = piece_from_json(object);
    if (!piece) return tl::unexpected(piece.error());
    record.kind = piece->kind;
    record.pieces.push_back(*std::move(piece));
  }
  return record;
}

}  // namespace

std::string store(const Record& record, std::string_view filters) {
  const Piece* shown = piece_of_long_text(record);
  ordered_json pieces = ordered_json::array();
  std::string packed;
  for (const Piece& piece : record.pieces) {
    pieces.push_back(&piece == shown ? packed_piece(piece, packed) : to_json(piece));
  }
  std::string stored = pack_pieces(dump(pieces));
  if (shown == nullptr) return stored;
  return stored + filters_of(*shown, filters) + packed;
}

std::string store_again(std::string_view stored, const Record& record, std::string_view filters) {
  const std::size_t end = ZSTD_findFrameCompressedSize(stored.data(), stored.size());
  if (ZSTD_isError(end) != 0) return store(record, filters);
  const Piece* shown = piece_of_long_text(record);
  if (shown == nullptr) return std::string(stored);
  const std::string of_text = filters_of(*shown, filters);
  return std::string(stored).replace(end, of_text.size(), of_text);
}

Result<LongText> LongText::open(std::size_t size, const std::vector<std::size_t>& blocks,
                                std::string data, Places places) {
  if (size == 0 || size > longest_text) return damaged();
  if (blocks.size() != (size + block_size - 1) / block_size) return damaged();
  LongText text;
  text.size_ = size;
  text.data_ = std::move(data);
  text.places_ = std::move(places);
  std::size_t end = stretches_of(size) * filter_size;
  for (const std::size_t block : blocks) {
    if (block > text.data_.size()) return damaged();
    end += block;
    text.ends_.push_back(end);
  }
  if (end != text.data_.size()) return damaged();
  return text;
}

std::string_view LongText::filters() const {
  return std::string_view(data_).substr(0, stretches_of(size_) * filter_size);
}

Result<std::string> LongText::read(std::size_t begin, std::size_t end) const {
  end = std::min(end, size_);
  if (begin >= end) return std::string();
  std::string out;
  out.reserve(end - begin);
  while (begin < end) {
    const std::size_t block = begin / block_size;
    auto whole = unpacked(block);
    if (!whole) return tl::unexpected(whole.error());
    const std::size_t from = begin - block * block_size;
    const std::size_t part = std::min(end - begin, block_size - from);
    out += whole->substr(from, part);
    begin += part;
  }
  return out;
}

Result<std::string_view> LongText::unpacked(std::size_t block) const {
  if (last_unpacked_ == block) return last_block_;
  last_unpacked_.reset();
  last_block_.resize(std::min(block_size, size_ - block * block_size));
  const std::size_t from = block == 0 ? filters().size() : ends_[block - 1];
  const auto packed = std::string_view(data_).substr(from, ends_[block] - from);
  if (!unpack_block(packed, last_block_)) return damaged();
  last_unpacked_ = block;
  return last_block_;
}

Result<StoredRecord> StoredRecord::open(std::string_view stored) {
  auto parts = opened(stored);
  if (!parts) return tl::unexpected(parts.error());
  auto record = record_of(parts->pieces);
  if (!record) return tl::unexpected(record.error());
  return StoredRecord{*std::move(record), std::move(parts->text)};
}

Result<Record> restore(std::string_view stored) {
  auto parts = opened(stored);
  if (!parts) return tl::unexpected(parts.error());
  if (parts->text) {
    auto text = parts->text->read(0, parts->text->size());
    if (!text) return tl::unexpected(text.error());
    unpack_piece(parts->pieces[parts->piece_of_text], *std::move(text));
  }
  return record_of(parts->pieces);
}

}  // namespace kamerzoek::schema
