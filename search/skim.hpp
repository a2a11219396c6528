#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/text/analyzer.hpp"
#include "search/matcher.hpp"

namespace kamerzoek {

/// The stretches of a long text that promise most of what is sought within `passage_size` bytes, in
/// their order in the text: a few of some thousands of bytes. They begin and end at white space,
/// where there is any. Whether they have what they promise only Matcher::read can tell. Empty where
/// nothing is found.
///
/// A megabyte takes a few milliseconds, since only words are analysed that have two letters after
/// one another with which something begins that is sought. Words that begin with accents are all
/// looked at; forms that share no beginning with their lemma (`was` for `zijn`) are missed.
std::vector<Span> promising_stretches(std::string_view text, std::size_t passage_size,
                                      const Matcher& matcher, Analyzer& analyzer);

}  // namespace kamerzoek
