#include "search/query_words.hpp"

#include <algorithm>

namespace kamerzoek {
namespace {

/// The byte offset of a code point, counted from 1.
std::size_t offset_of(std::size_t position, std::string_view text) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && --position == 0) break;
  }
  return at;
}

class Collector {
 public:
  Collector(std::string_view text, Analyzer& analyzer) : text_(text), analyzer_(analyzer) {}

  void visit(const Query& query) {
    switch (query.kind) {
      case Query::Kind::words:
        return add(query, offset_of(query.position, text_), true);
      case Query::Kind::phrase:
        return add(query, behind(query, "\""), false);
      case Query::Kind::field:
        if (query.field != QueryField::titel && query.field != QueryField::onderwerp) return;
        return add(query, behind(query, ":"), false);
      case Query::Kind::all:
      case Query::Kind::any:
      case Query::Kind::near:
        std::ranges::for_each(query.parts, [this](const Query& part) { visit(part); });
        return;
      case Query::Kind::everything:
      case Query::Kind::wildcard:
      case Query::Kind::negated:
        return;
    }
  }

  std::vector<QueryWord> words;

 private:
  /// Behind the sign with which a phrase, or the value of a field, begins.
  std::size_t behind(const Query& query, std::string_view sign) const {
    const std::size_t at = text_.find(sign, offset_of(query.position, text_));
    if (at == std::string_view::npos) return text_.size();
    const bool is_quoted = sign == ":" && text_.substr(at + 1).starts_with('"');
    return at + (is_quoted ? 2 : 1);
  }

  void add(const Query& query, std::size_t offset, bool is_free) {
    if (offset > text_.size() || !text_.substr(offset).starts_with(query.text)) return;
    for (const Token& token : analyzer_.tokens(query.text)) {
      words.push_back({offset + token.begin, offset + token.end, std::string(token.exact),
                       std::string(token.stem), token.is_grammatical, clause_, is_free});
    }
    ++clause_;
  }

  std::string_view text_;
  Analyzer& analyzer_;
  std::size_t clause_ = 0;
};

}  // namespace

std::vector<QueryWord> query_words(const Query& query, std::string_view text, Analyzer& analyzer) {
  Collector collector(text, analyzer);
  collector.visit(query);
  return std::move(collector.words);
}

}  // namespace kamerzoek
