#pragma once

#include <cstddef>

#include "corpus/model/identifiers.hpp"
#include "corpus/references/spelling_names.hpp"
#include "corpus/references/spelling_tokens.hpp"
#include "corpus/references/token_window.hpp"

/// What is named at one place of a text; for reference.cpp, which goes from place to place.
namespace kamerzoek::spelling {

/// What was said before a place.
struct Context {
  const DossierNumber* dossier = nullptr;  ///< that of numbers without one, if it is known
  bool announces_replaced = false;         ///< the name of a paper that is replaced follows
};

/// Papers named from a token on; or an address that names none, which is to be passed over as well.
struct Found {
  Named named;
  std::size_t end = 0;  ///< the byte behind it; 0 where nothing was found
};

/// Tries the few kinds of name that can begin with the token where the window stands, which reads
/// `text`.
Found find_at(const TokenWindow& window, std::string_view text, const Context& context);

}  // namespace kamerzoek::spelling
