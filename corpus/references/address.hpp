#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kamerzoek::spelling {

/// The length of the web address at the front of the text, without the marks that close a sentence
/// or a bracket behind it; 0 where none begins. An address begins with `http://`, `https://`,
/// `www.` or the name of a host that has documents.
std::size_t address_length(std::string_view text);

/// The document an address is of (address_keys), or that some part of it names: a copy at another
/// host, `…?uri=CELEX:32016R0679`. Empty where there is none.
std::vector<std::string> keys_in_address(std::string_view address);

}  // namespace kamerzoek::spelling
