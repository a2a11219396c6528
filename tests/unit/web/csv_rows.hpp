#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace kamerzoek::test {

/// Reads RFC 4180 as strictly as it is written: every line ends in CRLF, a quote inside quotes is
/// doubled. Throws where that is not so.
inline std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  const auto quoted = [&] {
    std::string cell;
    for (++at;; ++at) {
      if (at >= text.size()) throw std::runtime_error("unclosed quote");
      if (text[at] != '"') {
        cell += text[at];
      } else if (text.substr(at, 2) == "\"\"") {
        cell += text[at++];
      } else {
        ++at;
        return cell;
      }
    }
  };
  while (at < text.size()) {
    std::vector<std::string>& row = rows.emplace_back();
    for (;;) {
      if (text[at] == '"') {
        row.push_back(quoted());
      } else {
        const std::size_t end = text.find_first_of(",\r\"", at);
        row.push_back(text.substr(at, end - at));
        at = end;
      }
      if (text.substr(at, 1) == ",") {
        ++at;
      } else if (text.substr(at, 2) == "\r\n") {
        at += 2;
        break;
      } else {
        throw std::runtime_error("no end of a cell at " + std::to_string(at));
      }
    }
  }
  return rows;
}

}  // namespace kamerzoek::test
