#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace kamerzoek {

/// What went wrong, as far as a caller or an exit status has to tell cases apart.
enum class ErrorCode {
  usage,              ///< the command line or a request parameter is wrong
  bad_query,          ///< a query that cannot be read; the message names the position
  not_found,          ///< no such document, dossier or zaak
  unreadable,         ///< an input that cannot be read or understood
  unreachable,        ///< an input that cannot be had now; another try may help
  too_slow,           ///< a search that was given up
  index_unavailable,  ///< the index cannot be opened, is locked, damaged or of another version
};

/// An error a reader can act on: `message` says what and where, `hint` what to do (may be empty).
/// Both are Dutch, UTF-8, without a final full stop or newline.
struct Error {
  ErrorCode code;
  std::string message;
  std::string hint;
  std::size_t position = 0;  ///< where in a query, in code points from 1; 0 for anything else
};

/// Every function that can fail in ordinary use returns a Result. Exceptions of libraries stop at
/// the one source that calls the library.
template <class T>
using Result = tl::expected<T, Error>;

/// The failing side of a Result: `return failure(ErrorCode::unreadable, "…")`.
inline tl::unexpected<Error> failure(ErrorCode code, std::string message, std::string hint = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(hint)});
}

}  // namespace kamerzoek
