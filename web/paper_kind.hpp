#pragma once

#include <array>
#include <string_view>

namespace kamerzoek::web {

/// What a soort of document is to a reader who looks for the course of a dossier.
enum class PaperKind { wet, amendement, motie, brief, verslag, overig };

inline constexpr std::array all_paper_kinds = {PaperKind::wet,     PaperKind::amendement,
                                               PaperKind::motie,   PaperKind::brief,
                                               PaperKind::verslag, PaperKind::overig};

/// By the first words of the soort, as the Tweede Kamer and official publications write it.
PaperKind paper_kind(std::string_view soort);

std::string_view name_of(PaperKind kind);   ///< "wet", for a style sheet
std::string_view label_of(PaperKind kind);  ///< "Brieven"

}  // namespace kamerzoek::web
