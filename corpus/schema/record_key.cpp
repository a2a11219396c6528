#include "corpus/schema/record_key.hpp"

namespace kamerzoek::schema {

std::string record_key(std::uint32_t docid) {
  // How many bytes, and then these, the highest first.
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    const auto byte = static_cast<char>(docid >> static_cast<unsigned>(shift) & 0xFFU);
    if (byte != 0 || !bytes.empty()) bytes += byte;
  }
  std::string key = record_prefix;
  key += static_cast<char>(bytes.size());
  return key += bytes;
}

}  // namespace kamerzoek::schema
