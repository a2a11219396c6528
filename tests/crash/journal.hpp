#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// What a run did to the files below a folder, and what was there before: enough to take back what
/// was never synced. Written by the shim, read by `power_loss`, which both are of one build.
///
/// A journal is a folder: `events`, and `files`, where every file that was touched is kept under
/// its inode number by a hard link, whatever became of its names.
namespace kamerzoek::test {

/// A disk writes pages in any order.
constexpr std::uint64_t page_size = 4096;

struct Event {
  enum class Kind : std::uint8_t {
    write,        ///< of `file`, within one page from `offset`; `before` is what stood there
    sync_file,    ///< of `file`
    sync_folder,  ///< of `file`, a folder
    sync_all,
    create,  ///< `file` as `name` in `folder`
    remove,  ///< of `file`, which was `name` in `folder`
    rename,  ///< `file`, `name` in `folder`, became `new_name` in `new_folder`, in place of
             ///< `replaced`
  };
  Kind kind = Kind::sync_all;
  bool is_folder = false;  ///< what `file` is
  std::uint64_t file = 0;  ///< inode numbers; 0 for none
  std::uint64_t replaced = 0;
  std::uint64_t folder = 0;
  std::uint64_t new_folder = 0;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;       ///< of what is written
  std::uint64_t size_before = 0;  ///< of the file
  std::string name;
  std::string new_name;
  std::string before;
};

/// The bytes of an event, as `read_events` takes them.
inline std::string encoded(const Event& event) {
  std::string out;
  const auto number = [&](std::uint64_t value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  const auto text = [&](const std::string& value) {
    number(value.size());
    out += value;
  };
  number(static_cast<std::uint64_t>(event.kind));
  number(event.is_folder ? 1 : 0);
  for (const auto value : {event.file, event.replaced, event.folder, event.new_folder, event.offset,
                           event.length, event.size_before}) {
    number(value);
  }
  for (const auto& value : {event.name, event.new_name, event.before}) text(value);
  return out;
}

/// All events in their order; one that was cut off by a kill did not happen.
inline std::vector<Event> read_events(const std::filesystem::path& journal) {
  std::ifstream in(journal / "events", std::ios::binary);
  const auto number = [&] {
    std::uint64_t value = 0;
    in.read(reinterpret_cast<char*>(&value), sizeof value);
    return in ? value : 0;
  };
  const auto text = [&] {
    std::string value(number(), '\0');
    in.read(value.data(), static_cast<std::streamsize>(value.size()));
    return value;
  };
  std::vector<Event> events;
  while (in.peek() != std::ifstream::traits_type::eof()) {
    Event event;
    event.kind = static_cast<Event::Kind>(number());
    event.is_folder = number() != 0;
    for (auto* value : {&event.file, &event.replaced, &event.folder, &event.new_folder,
                        &event.offset, &event.length, &event.size_before}) {
      *value = number();
    }
    for (auto* value : {&event.name, &event.new_name, &event.before}) *value = text();
    if (in) events.push_back(std::move(event));
  }
  return events;
}

}  // namespace kamerzoek::test
