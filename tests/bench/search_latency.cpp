// search_latency INDEX [QUERIES [KIND]]: how long a page of results takes, by kind of query, as a
// table of percentiles. Words and phrases are drawn from the index itself, with a fixed seed; each
// query is asked once, and its page has snippets, facets and an exact total. INDEX is a folder that
// `kamerzoek index` made; QUERIES, 300 unless given, is how many are asked of each kind; with KIND
// only those of kinds whose name has that in it.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/schema/layout.hpp"
#include "corpus/schema/listing.hpp"
#include "corpus/schema/schema.hpp"
#include "corpus/text/normal_form.hpp"
#include "search/searcher.hpp"

namespace kamerzoek {
namespace {

using Random = std::mt19937_64;

struct Word {
  std::string text;
  Xapian::doccount documents;
};

const std::string& any_of(const std::vector<std::string>& from, Random& random) {
  return from[random() % from.size()];
}

/// What queries are drawn from.
struct Source {
  std::vector<std::string> common;  ///< the 200 most frequent words of four letters or more
  std::vector<std::string> rare;    ///< words of 2 to 20 documents
  std::vector<std::string> words;   ///< all of them, each once
  std::vector<std::vector<std::string>> subjects;  ///< the words of subject lines
};

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

Source source_of(const std::string& index) {
  const Xapian::Database database(schema::current(index).string());
  std::vector<Word> all;
  for (auto term = database.allterms_begin("a"); term != database.allterms_end(); ++term) {
    if (is_word(*term)) all.push_back({*term, term.get_termfreq()});
  }
  std::ranges::sort(all, std::greater{}, &Word::documents);
  Source source;
  for (const Word& word : all) {
    source.words.push_back(word.text);
    if (source.common.size() < 200) source.common.push_back(word.text);
    if (word.documents >= 2 && word.documents <= 20) source.rare.push_back(word.text);
  }
  for (auto value = database.valuestream_begin(schema::listing);
       value != database.valuestream_end(schema::listing); ++value) {
    const auto listing = schema::unpack(*value);
    // Regulations have no subject line; their title says what they are about.
    if (!listing) continue;
    auto words = words_of(listing->onderwerp.empty() ? listing->titel : listing->onderwerp);
    if (words.size() >= 3) source.subjects.push_back(std::move(words));
  }
  return source;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t count) {
  std::string text;
  for (std::size_t i = begin; i < std::min(words.size(), begin + count); ++i) {
    text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

struct QueryKind {
  const char* name;
  std::function<SearchRequest(Random&)> draw;
};

std::vector<QueryKind> kinds(const Source& source) {
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

double percentile(const std::vector<double>& sorted, double part) {
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

void measure(Searcher& searcher, const QueryKind& kind, int count) {
  using Clock = std::chrono::steady_clock;
  Random random(20251124);
  std::vector<double> times;
  std::vector<double> totals;
  for (int i = 0; i < count; ++i) {
    const SearchRequest request = kind.draw(random);
    const auto begin = Clock::now();
    const auto page = searcher.search(request);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    if (!page) {
      std::fprintf(stderr, "%s: %s\n", request.query.c_str(), page.error().message.c_str());
      std::exit(1);
    }
    totals.push_back(static_cast<double>(page->total));
  }
  std::ranges::sort(times);
  std::ranges::sort(totals);
  std::printf("| %s | %.0f | %.2f | %.2f | %.2f | %.2f |\n", kind.name, percentile(totals, 0.5),
              percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99),
              times.back());
  std::fflush(stdout);
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: search_latency INDEX [QUERIES [KIND]]\n", stderr);
    return 2;
  }
  auto searcher = Searcher::open(argv[1]);
  if (!searcher) {
    std::fprintf(stderr, "search_latency: %s\n", searcher.error().message.c_str());
    return 4;
  }
  const int count = argc > 2 ? std::atoi(argv[2]) : 300;
  const Source source = source_of(argv[1]);
  std::puts("| kind of query | matches, median | p50, ms | p95 | p99 | slowest |");
  std::puts("|---|---|---|---|---|---|");
  const std::string only = argc > 3 ? argv[3] : "";
  for (const QueryKind& kind : kinds(source)) {
    if (std::string_view(kind.name).find(only) != std::string_view::npos) {
      measure(*searcher, kind, count);
    }
  }
  return 0;
}

}  // namespace
}  // namespace kamerzoek

int main(int argc, char** argv) {
  return kamerzoek::run(argc, argv);
}
