#pragma once

#include <chrono>
#include <string>

/// Stamps as utc_stamp writes them ("2025-06-12T11:03:10.4900000Z"), reckoned with.
namespace kamerzoek::sync {

std::string stamp_of(std::chrono::system_clock::time_point moment);

/// The stamp of a source, or now where it lies ahead of us: it is not believed then, because a
/// position there would pass over all that comes until then.
std::string believed(const std::string& stamp);

/// The stamp so much earlier; `stamp` itself where it is none.
std::string before(const std::string& stamp, std::chrono::seconds time);

/// From one stamp to another; 0 where either is none.
std::chrono::seconds between(const std::string& from, const std::string& until);

}  // namespace kamerzoek::sync
