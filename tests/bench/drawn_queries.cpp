#include "tests/bench/drawn_queries.hpp"

#include <algorithm>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/listing.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/text/normal_form.hpp"

namespace kamerzoek::bench {
namespace {

struct Word {
  std::string text;
  Xapian::doccount documents;
};

const std::string& any_of(const std::vector<std::string>& from, Random& random) {
  return from[random() % from.size()];
}

bool is_word(const std::string& term) {
  return term.size() >= 4 && std::ranges::all_of(term, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = normal_form(text.substr(at, end - at)).exact;
    if (is_word(word)) words.push_back(word);
    at = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t count) {
  std::string text;
  for (std::size_t i = begin; i < std::min(words.size(), begin + count); ++i) {
    text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

}  // namespace

QuerySource::QuerySource(const std::string& index) {
  const Xapian::Database database(schema::current(index).string());
  std::vector<Word> all;
  for (auto term = database.allterms_begin("a"); term != database.allterms_end(); ++term) {
    if (is_word(*term)) all.push_back({*term, term.get_termfreq()});
  }
  std::ranges::sort(all, std::greater{}, &Word::documents);
  for (const Word& word : all) {
    words.push_back(word.text);
    if (common.size() < 200) common.push_back(word.text);
    if (word.documents >= 2 && word.documents <= 20) rare.push_back(word.text);
  }
  for (auto value = database.valuestream_begin(schema::listing);
       value != database.valuestream_end(schema::listing); ++value) {
    const auto listing = schema::unpack(*value);
    // Regulations have no subject line; their title says what they are about.
    if (!listing) continue;
    auto subject = words_of(listing->onderwerp.empty() ? listing->titel : listing->onderwerp);
    if (subject.size() >= 3) subjects.push_back(std::move(subject));
  }
}

std::vector<QueryKind> query_kinds(const QuerySource& source) {
  const auto subject = [&source](Random& random, std::size_t count) {
    const auto& words = source.subjects[random() % source.subjects.size()];
    return joined(words, random() % (words.size() - 2), count);
  };
  return {
      {"one common word",
       [&](Random& random) { return SearchRequest{.query = any_of(source.common, random)}; }},
      {"one rare word",
       [&](Random& random) { return SearchRequest{.query = any_of(source.rare, random)}; }},
      {"three words", [=](Random& random) { return SearchRequest{.query = subject(random, 3)}; }},
      {"eight words", [=](Random& random) { return SearchRequest{.query = subject(random, 8)}; }},
      {"three common words",
       [&](Random& random) {
         return SearchRequest{.query = any_of(source.common, random) + " " +
                                       any_of(source.common, random) + " " +
                                       any_of(source.common, random)};
       }},
      {"phrase",
       [=](Random& random) { return SearchRequest{.query = "\"" + subject(random, 3) + "\""}; }},
      {"phrase of common words",
       [&](Random& random) {
         return SearchRequest{.query = "\"" + any_of(source.common, random) + " " +
                                       any_of(source.common, random) + "\""};
       }},
      {"wildcard, five letters",
       [&](Random& random) {
         return SearchRequest{.query = any_of(source.words, random).substr(0, 5) + "*"};
       }},
      {"wildcard, three letters",
       [&](Random& random) {
         return SearchRequest{.query = any_of(source.words, random).substr(0, 3) + "*"};
       }},
      {"newest of a common word",
       [&](Random& random) {
         return SearchRequest{.query = any_of(source.common, random), .sort = Sort::nieuwste};
       }},
      {"everything, newest first",
       [](Random& random) {
         return SearchRequest{.offset = random() % 1000, .sort = Sort::nieuwste};
       }},
  };
}

}  // namespace kamerzoek::bench
