#include "corpus/formats/opentk.hpp"

#include <utility>

#include "corpus/formats/html_charset.hpp"
#include "corpus/formats/html_text.hpp"
#include "corpus/formats/opentk_page.hpp"
#include "corpus/formats/text_lines.hpp"

namespace kamerzoek {

Result<void> read_opentk_text(const Input& input, const Sink& sink) {
  auto lines = lines_of(input.bytes);
  if (!lines) return tl::unexpected(lines.error());
  return read_opentk_lines(std::move(*lines), input, sink);
}

Result<void> read_opentk_html(const Input& input, const Sink& sink) {
  const auto text = html_text(html_as_utf8(input.bytes));
  if (!text) return tl::unexpected(text.error());
  return read_opentk_text({*text, input.origin}, sink);
}

}  // namespace kamerzoek
