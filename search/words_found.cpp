#include <algorithm>
#include <chrono>

#include "corpus/model/merge.hpp"
#include "corpus/schema/schema.hpp"
#include "search/columns.hpp"
#include "search/deadline.hpp"
#include "search/matcher.hpp"
#include "search/query.hpp"
#include "search/searcher.hpp"
#include "search/to_xapian.hpp"

namespace kamerzoek {
namespace {

// What a page with all of a text can bear: some fifty milliseconds of reading.
constexpr std::size_t most_read = std::size_t{1} << 20;
constexpr std::size_t most_words = 1000;

/// Words of a text in order; of those that overlap the longer.
std::vector<TextSpan> apart(std::vector<TextSpan> spans) {
  std::ranges::sort(spans, [](const TextSpan& a, const TextSpan& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<TextSpan> kept;
  for (const TextSpan& span : spans) {
    if (kept.size() == most_words) break;
    if (kept.empty() || span.begin >= kept.back().end) kept.push_back(span);
  }
  return kept;
}

std::string_view whole_characters(std::string_view text) {
  if (text.size() <= most_read) return text;
  std::size_t end = most_read;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

Result<std::vector<TextSpan>> Searcher::words_found(const Record& record,
                                                    const std::string& query) {
  const auto parsed = parse_query(query);
  if (!parsed) return std::vector<TextSpan>();
  const std::string text = view(record).tekst;
  return database_.read([&](const Xapian::Database& database) -> Result<std::vector<TextSpan>> {
    std::vector<TextSpan> spans;
    const auto asked = to_xapian(*parsed, analyzer_, database, *Columns::of(database),
                                 Deadline(std::chrono::milliseconds(0)));
    const std::string identity = label_term(schema::Label::identity, id(record));
    const auto posting = database.postlist_begin(identity);
    if (!asked || posting == database.postlist_end(identity)) return spans;
    HeldTerms terms(database, {*posting});
    const Sought held = held_of(asked->sought, terms, *posting);
    const ReadText read =
        Matcher(held).read(whole_characters(text), schema::tekst.prefix, analyzer_);
    for (const Match& match : read.matches) {
      spans.push_back(match.at);
      if (match.verb.end != 0) spans.push_back(match.verb);
    }
    return apart(std::move(spans));
  });
}

}  // namespace kamerzoek
