#pragma once

#include "corpus/formats/reader.hpp"

namespace kamerzoek {

/// Official publications as officielebekendmakingen.nl serves them (`officiele-publicatie`):
/// kamerstukken (`kst-*`), plenary records (`h-*`), written questions (`kv-*`) and answers
/// (`ah-*`). Metadata comes from `<metadata>` where it is given, else from the body. One piece.
/// Format: the "op-xsd" of KOOP; metadata names OVERHEIDop.*, DC.*, DCTERMS.*.
Result<void> read_official_xml(const Input& input, const Sink& sink);

/// A plenary report of the Tweede Kamer itself (`vlosCoreDocument`). One piece.
Result<void> read_vlos_xml(const Input& input, const Sink& sink);

}  // namespace kamerzoek
