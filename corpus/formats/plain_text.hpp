#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// Plain text or Markdown. Where it begins with a letterhead of the Tweede Kamer ("34 682 Nationale
/// Omgevingsvisie", "Nr. 228 Brief van …", "Den Haag, 12 juni 2025") number, dossier, kind and date
/// are taken from it; else the first line is the subject, and the identifier is the name of the
/// file where that is one (2025D90002.md), else made from its address.
Result<void> read_plain_text(const Input& input, const Sink& sink);

}  // namespace kamerzoek
