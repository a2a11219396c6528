#include "corpus/schema/packed_pieces.hpp"

#include <algorithm>
#include <memory>
#include <new>

#include <zstd.h>

extern "C" {
extern const char kamerzoek_pieces_begin[];
extern const char kamerzoek_pieces_end[];
}

namespace kamerzoek::schema {
namespace {

// More saves nothing to speak of of records this small.
constexpr int level = 3;
// Far beyond any record's pieces, whose long text stands apart. A damaged size must not take the
// memory of the machine.
constexpr unsigned long long longest_json = 1ULL << 28U;

std::size_t dictionary_size() {
  return static_cast<std::size_t>(kamerzoek_pieces_end - kamerzoek_pieces_begin);
}

/// What one thread packs and unpacks with; to make these anew takes longer than a record does.
class Codec {
 public:
  Codec()
      : in_(ZSTD_createCCtx(), ZSTD_freeCCtx),
        out_(ZSTD_createDCtx(), ZSTD_freeDCtx),
        packing_(ZSTD_createCDict(kamerzoek_pieces_begin, dictionary_size(), level),
                 ZSTD_freeCDict),
        unpacking_(ZSTD_createDDict(kamerzoek_pieces_begin, dictionary_size()), ZSTD_freeDDict) {
    if (!in_ || !out_ || !packing_ || !unpacking_) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(in_.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_refCDict(in_.get(), packing_.get());
    ZSTD_DCtx_refDDict(out_.get(), unpacking_.get());
  }

  ZSTD_CCtx* in() { return in_.get(); }
  ZSTD_DCtx* out() { return out_.get(); }

 private:
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> in_;
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> out_;
  std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)> packing_;
  std::unique_ptr<ZSTD_DDict, decltype(&ZSTD_freeDDict)> unpacking_;
};

Codec& codec() {
  thread_local Codec mine;
  return mine;
}

}  // namespace

std::string pack_pieces(std::string_view json) {
  std::string packed(ZSTD_compressBound(json.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(codec().in(), packed.data(), packed.size(), json.data(), json.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // nothing else fails, with room enough
  packed.resize(size);
  return packed;
}

std::optional<UnpackedPieces> unpack_pieces(std::string_view stored) {
  if (stored.starts_with('[')) {
    const std::size_t end = std::min(stored.find('\0'), stored.size());
    return UnpackedPieces{std::string(stored.substr(0, end)), std::min(end + 1, stored.size())};
  }
  const std::size_t end = ZSTD_findFrameCompressedSize(stored.data(), stored.size());
  const auto size = ZSTD_getFrameContentSize(stored.data(), stored.size());
  if (ZSTD_isError(end) != 0 || size > longest_json) return std::nullopt;
  UnpackedPieces pieces{std::string(size, '\0'), end};
  const std::size_t unpacked = ZSTD_decompressDCtx(codec().out(), pieces.json.data(),
                                                   pieces.json.size(), stored.data(), end);
  if (unpacked != size) return std::nullopt;
  return pieces;
}

}  // namespace kamerzoek::schema
