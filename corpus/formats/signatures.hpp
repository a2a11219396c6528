#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/model/record.hpp"

/// Who put their names below a paper.
namespace kamerzoek {

/// "en gaat over tot de orde van de dag.": below it stand those who propose the motion.
bool is_end_of_motion(std::string_view line);

/// Adds one who signed, unless `naam`, the marks at its end left out, is empty or no name by its
/// length.
void add_signature(std::vector<Actor>& actors, std::string naam, std::string functie = {});

/// "De Minister van Financiën," is "minister van Financiën" in the Tweede Kamer's own data.
std::string function_of(std::string line);

/// Those who signed a text, a paragraph a line: the names below the last words of a motion, else
/// the pairs at the end of a letter ("De minister van Financiën," and "E. Heinen").
std::vector<Actor> signatures_in(std::string_view text);

}  // namespace kamerzoek
