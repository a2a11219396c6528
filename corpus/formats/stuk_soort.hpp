#pragma once

#include <string>
#include <string_view>

namespace kamerzoek {

/// The kind of a paper by the heading it carries ("MOTIE VAN HET LID …", "Brief van de minister
/// …"), in the words of the Tweede Kamer's own data; empty where the heading says nothing.
std::string_view soort_of_heading(std::string_view heading);

/// Of the kind the metadata give ("Motie", "Brief") and the one in the heading ("Motie
/// (gewijzigd/nader)", "Brief regering") the more precise; the metadata's where they disagree.
std::string_view precise_soort(std::string_view metadata, std::string_view heading);

}  // namespace kamerzoek
