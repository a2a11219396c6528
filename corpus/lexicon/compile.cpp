#include "corpus/lexicon/compile.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "corpus/lexicon/compound_splitter.hpp"
#include "corpus/lexicon/derivation.hpp"
#include "corpus/lexicon/family_size.hpp"
#include "corpus/lexicon/inflection.hpp"
#include "corpus/lexicon/lemmas.hpp"
#include "corpus/lexicon/lexicon_writer.hpp"
#include "corpus/lexicon/verbs.hpp"
#include "corpus/lexicon/vocabulary.hpp"

namespace kamerzoek::lexicon {
namespace {

// Lemmas, verbs and relatives of a word together; who has more is cut at the relatives.
constexpr std::size_t most_links = 6;

// In the order of the alphabet, so that the same dictionaries make the same bytes.
using Entries = std::map<std::string, Lexicon::Word>;

/// The dictionary says of `leden` that compounds end with it: so they do with `lid`, and the other
/// way round.
void share_endings(Vocabulary& vocabulary, const Lemmas& lemmas) {
  std::set<std::string> ending;
  for (const auto& [form, word] : vocabulary.words()) {
    if ((word.roles & Role::ends) == 0 || (word.roles & Role::noun) == 0) continue;
    for (const std::string& lemma : lemmas.of(form, word)) ending.insert(lemma);
  }
  for (auto& [form, word] : vocabulary.words()) {
    if ((word.roles & Role::noun) != 0 && ending.contains(lemmas.of(form, word).front())) {
      word.roles |= Role::ends;
    }
  }
}

Lexicon::Shape shape_of(const std::string& form, const Word& word, const FamilySizes& families) {
  const auto found = families.find(form);
  const FamilySize family = found == families.end() ? FamilySize{} : found->second;
  return {word.roles, logarithm(family.begins), logarithm(family.ends)};
}

std::vector<std::string> related_to(const std::string& form, const Relatives& kin,
                                    const Lemmas& lemmas, std::size_t most) {
  std::vector<std::string> related;
  const auto found = kin.find(form);
  if (found == kin.end()) return related;
  for (const std::string& lemma : found->second) {
    std::string target = lemmas.final(lemma);
    if (target != form && related.size() < most) related.push_back(std::move(target));
  }
  return related;
}

/// Cuts the compounds among the words, by a lexicon of the same words without their parts.
void add_parts(Entries& entries) {
  LexiconWriter writer;
  for (const auto& [form, word] : entries) writer.add(form, word);
  const std::string bytes = writer.bytes();
  const Lexicon uncut(bytes);
  const CompoundSplitter splitter(uncut);
  for (auto& [form, word] : entries) {
    if (!word.shape.is(Role::word) || word.shape.is(Role::grammar)) continue;
    const auto lemma = uncut.find(word.lemmas.front());
    if (!lemma) continue;
    word.parts = splitter.split_known(word.shape, word.lemmas.front(), *lemma);
    const bool is_verb = !word.parts.empty() && lemma->shape.is(Role::infinitive) &&
                         word.parts.front() + word.parts.back() == word.lemmas.front();
    if (is_verb && word.parts.size() == 2) word.shape.roles |= Role::separable;
  }
}

}  // namespace

std::string compile(const DictionaryFiles& files) {
  Vocabulary vocabulary;
  vocabulary.add_dictionary(files.affixes, files.entries);
  vocabulary.add_word_list(files.list);
  add_inflections(vocabulary);
  add_verbs(vocabulary);
  const FamilySizes families = family_sizes(vocabulary);
  const Lemmas lemmas(vocabulary, families);
  share_endings(vocabulary, lemmas);
  const Relatives kin = relatives(vocabulary);
  Entries entries;
  for (const auto& [form, word] : vocabulary.words()) {
    Lexicon::Word entry{.shape = shape_of(form, word, families),
                        .lemmas = lemmas.of(form, word),
                        .parts = {},
                        .verbs = word.verbs,
                        .related = {}};
    const std::size_t links = std::min(most_links, entry.lemmas.size() + entry.verbs.size());
    entry.related = related_to(form, kin, lemmas, most_links - links);
    entries.emplace(form, std::move(entry));
  }
  add_parts(entries);
  LexiconWriter writer;
  for (const auto& [form, word] : entries) writer.add(form, word);
  return writer.bytes();
}

void write_whole(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::path part = file;
  part += ".part";
  std::error_code error;
  {
    std::ofstream out(part, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) std::filesystem::rename(part, file, error);
  if (!error) return;
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  throw std::runtime_error("cannot write " + file.string() + ": " + error.message());
}

}  // namespace kamerzoek::lexicon
