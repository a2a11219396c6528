#pragma once

#include <memory>
#include <string>

namespace kamerzoek {

/// Kraaij and Pohlmann's stemmer for Dutch, as Xapian carries it (Snowball), with the stems of the
/// words it has seen kept. Takes and returns folded UTF-8. One thread at a time.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The reference stays valid until the next call.
  const std::string& stem(const std::string& word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kamerzoek
