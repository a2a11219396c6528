#include "web/gzip.hpp"

#include <random>

#include <gtest/gtest.h>

namespace kamerzoek::web {
namespace {

/// What is in a gzip file; empty when it is none, or goes on behind its end.
std::string unpacked(std::string file) {
  z_stream stream = {};
  inflateInit2(&stream, MAX_WBITS + 16);
  std::string out(20'000'000, '\0');
  const auto bytes = [](std::string& text) {
    void* raw = text.data();
    return static_cast<Bytef*>(raw);
  };
  stream.next_in = bytes(file);
  stream.avail_in = static_cast<uInt>(file.size());
  stream.next_out = bytes(out);
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
  out.resize(whole ? stream.total_out : 0);
  inflateEnd(&stream);
  return out;
}

TEST(Gzip, HoldsTheTextAgain) {
  std::mt19937 random(7);
  std::string noise(3'000'000, '\0');
  for (char& c : noise) c = static_cast<char>(random());
  for (const std::string& text : {std::string("dijk"), std::string(9'000'000, 'a'), noise}) {
    Gzip gzip;
    std::string file = gzip.add(text);
    file += gzip.finish();
    EXPECT_TRUE(unpacked(file) == text) << text.size();
  }
}

TEST(Gzip, TakesTextInPieces) {
  Gzip gzip;
  std::string file;
  for (int i = 0; i < 1000; ++i) file += gzip.add("regel\n");
  file += gzip.finish();
  EXPECT_LT(file.size(), 200u);
  EXPECT_EQ(unpacked(file).size(), 6000u);
}

TEST(AcceptsGzip, WhereItIsNamedWithAWeight) {
  for (const char* yes : {"gzip", "deflate, gzip;q=1.0, *;q=0.5", "br;q=1,GZIP ; Q=0.001", "*",
                          "identity, *;q=0.1", "gzip;foo=0", "*;q=0, gzip"}) {
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  }
  for (const char* no : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "gzip;q=0, *", "*;q=0",
                         "gzipped", ",,;;q=", "x-gzip2"}) {
    EXPECT_FALSE(accepts_gzip(no)) << no;
  }
}

}  // namespace
}  // namespace kamerzoek::web
