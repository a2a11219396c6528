#pragma once

#include <vector>

#include "corpus/formats/pdf_pages.hpp"
#include "corpus/model/record.hpp"

namespace kamerzoek {

/// From the words on the pages of a PDF to running text: lines become paragraphs again, words that
/// were broken over lines are whole, running heads and page numbers are gone. What is set larger or
/// bolder than the rest, and short, is a heading; the cells of a row stand on a line; notes at the
/// foot of a page leave the text and have their place where a superscript number refers to them.
///
/// Every page is a mark (`Mark::Kind::pagina`), with its number in the file from 1. A paragraph
/// that goes on over a page is one.
/// Fills `tekst`, `marks` and `noten`; all are empty where no page has words.
Fields text_of_pages(const std::vector<PdfPage>& pages);

}  // namespace kamerzoek
