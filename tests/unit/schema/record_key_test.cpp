#include "corpus/schema/record_key.hpp"

#include <gtest/gtest.h>

namespace kamerzoek::schema {
namespace {

TEST(RecordKey, SortsAsTheNumbersDo) {
  const std::uint32_t numbers[] = {1,      2,          9,          10,         255,       256,
                                   257,    511,        512,        65'535,     65'536,    65'537,
                                   99'999, 16'777'215, 16'777'216, 0x7FFFFFFF, 0xFFFFFFFF};
  std::string last;
  for (const std::uint32_t number : numbers) {
    const std::string key = record_key(number);
    EXPECT_LT(last, key) << number;
    EXPECT_TRUE(key.starts_with(record_prefix)) << number;
    last = key;
  }
}

}  // namespace
}  // namespace kamerzoek::schema
