#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace kamerzoek::sync {

/// The last answers that a server gave a validator with (RFC 9110, 8.8), so that who asks for them
/// again can ask whether they have changed. Small ones, and not many: the pages that are asked for
/// every minute. For one thread.
class HeldAnswers {
 public:
  struct Answer {
    std::string etag;           ///< as the server wrote it; empty where it gave none
    std::string last_modified;  ///< likewise
    std::string body;
  };

  /// Null for an address whose answer is not held; valid until the next call that is not const.
  const Answer* find(const std::string& url) const;

  /// In place of an earlier one. One without a validator, or of more than a megabyte, is not held.
  void keep(const std::string& url, Answer answer);

  void forget(const std::string& url) { answers_.erase(url); }

 private:
  std::map<std::string, Answer> answers_;
};

}  // namespace kamerzoek::sync
