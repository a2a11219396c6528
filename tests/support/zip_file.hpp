#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <zip.h>

/// Makes ZIP files in memory, good ones and bad ones.
namespace kamerzoek::test {

struct ZipMember {
  std::string name;
  std::string bytes;
  bool stored = false;
  std::uint32_t unix_mode = 0;  ///< S_IFLNK | 0777 …; 0 for none
  std::string password = {};    ///< encrypts by AES where not empty
};

inline std::string zip_of(const std::vector<ZipMember>& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const ZipMember& member : members) {
    zip_source_t* content = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
    const auto index =
        static_cast<zip_uint64_t>(zip_file_add(archive, member.name.c_str(), content, 0));
    if (member.stored) zip_set_file_compression(archive, index, ZIP_CM_STORE, 0);
    if (member.unix_mode != 0) {
      zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, member.unix_mode << 16);
    }
    if (!member.password.empty()) {
      zip_file_set_encryption(archive, index, ZIP_EM_AES_256, member.password.c_str());
    }
  }
  zip_close(archive);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&error);
  return bytes;
}

}  // namespace kamerzoek::test
