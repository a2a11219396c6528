#include "corpus/letters/fold.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kamerzoek {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// The apostrophes and hyphens that compatibility leaves apart (U+2011 is U+2010 by now).
UChar32 plain_sign(UChar32 c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC) return '\'';
  return c == 0x2010 || c == 0x2012 || c == 0x2013 ? '-' : c;
}

/// What is left of the decomposed text when marks are dropped.
icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    kept.append(plain_sign(c));
  }
  return kept;
}

icu::UnicodeString decoded(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}  // namespace

std::string repaired_utf8(std::string_view text) {
  std::string out;
  return is_ascii(text) ? std::string(text) : decoded(text).toUTF8String(out);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  const auto folded = casefold->normalize(decoded(text), status);
  const auto bare = compose->normalize(without_marks(decompose->normalize(folded, status)), status);
  std::string out;
  return U_SUCCESS(status) ? bare.toUTF8String(out) : lower_ascii(text);
}

}  // namespace kamerzoek
