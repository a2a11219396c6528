#include "indexer/extract_child.hpp"

#include <exception>
#include <limits>
#include <new>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include "corpus/formats/read_bytes.hpp"
#include "corpus/model/json.hpp"
#include "indexer/extract_frames.hpp"

namespace kamerzoek {
namespace {

std::string error_json(const std::string& where, const Error& error) {
  return dump(
      nlohmann::ordered_json{{"where", where}, {"message", error.message}, {"hint", error.hint}});
}

Result<void> read_guarded(const ReadBytes& read, const Input& input, const Sink& sink,
                          const Confinement& confinement) {
  try {
    return read(input, sink);
  } catch (const std::bad_alloc&) {
    return failure(ErrorCode::unreadable, fmt::format("om dit te lezen is meer dan {} MB nodig",
                                                      confinement.memory >> 20));
  } catch (const std::exception& error) {
    return failure(ErrorCode::unreadable,
                   fmt::format("de lezer kan dit niet aan ({})", error.what()));
  }
}

bool send_piece(int socket, Piece piece) {
  const std::string text = std::exchange(piece.fields.tekst, {});
  return send_frame(socket, 't', text) && send_frame(socket, 'p', dump(to_json(piece)));
}

// What one file took is there for the next: asking the system for it anew costs more than reading
// a letter.
void keep_memory() {
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

/// False when the other side has gone.
bool answer(int socket, const ReadBytes& read, const Input& input, const Confinement& confinement) {
  bool heard = true;
  const Sink sink{[&](Piece piece) { heard = heard && send_piece(socket, std::move(piece)); },
                  [&](const std::string& where, const Error& error) {
                    heard = heard && send_frame(socket, 'x', error_json(where, error));
                  }};
  begin_file(confinement);
  const auto done = read_guarded(read, input, sink, confinement);
  if (!heard) return false;
  return done ? send_frame(socket, 'd', {}) : send_frame(socket, 'e', error_json("", done.error()));
}

}  // namespace

int serve_extraction(int socket, const ReadBytes& read, const Confinement& confinement) {
  keep_memory();
  if (auto confined = confine(confinement); !confined) {
    // Told in the place of the first answer.
    send_frame(socket, 'e', error_json("", confined.error()));
    return 1;
  }
  constexpr std::size_t any = std::numeric_limits<std::uint32_t>::max();
  for (;;) {
    const auto origin = receive_frame(socket, any);
    if (!origin) return 0;
    const auto bytes = receive_frame(socket, any);
    if (!bytes ||
        !answer(socket, read, {bytes->bytes, origin->bytes, made_of(bytes->kind)}, confinement))
      return 0;
  }
}

int serve_extraction(int socket) {
  prepare_to_read();
  return serve_extraction(socket, read_bytes);
}

}  // namespace kamerzoek
