#!/bin/bash
# `references`: the papers a text names, a JSON object a line.
source "$(dirname "$0")/lib.sh"

printf 'Zie de “motie” (34 682, nr. 223) en Stb. 2024, 12.\n' >brief.txt
run references brief.txt
expect_status 0
expect_no_error
expect_json 'lines.length === 2'
expect_json 'Object.keys(it).join() === "text,id,begin,end"'
# Bytes, not characters: the quotation marks are three each.
expect_json 'it.text === "34 682, nr. 223" && it.id === "kst-34682-223" && it.begin === 20 && it.end === 35'
expect_json 'lines[1].id === "stb-2024-12"'

# From standard input it is the same, in any format.
as_file=$(cat "$stdout")
for format in text json; do
  command_run="kamerzoek references --format $format <brief.txt"
  "$KAMERZOEK_BIN" references --format "$format" <brief.txt >"$stdout" 2>"$stderr"
  status=$?
  expect_status 0
  expect "standard input says the same" test "$as_file" = "$(cat "$stdout")"
done

# What is done with the paper is told where the words say so.
printf 'Gewijzigde motie van het lid Pietersen ter vervanging van die gedrukt onder nr. 26' >motie.txt
run references motie.txt
expect_status 0
expect_no_output
run references motie.txt --dossier '36 600 XXII'
expect_json 'it.id === "kst-36600-XXII-26" && it.relation === "vervangt"'

# Nothing, and what is no UTF-8.
run references
expect_status 0
expect_no_output
printf 'kapot \xff\xfe \xe2\x80 https://zoek.officielebekendmakingen.nl/kst-34682-228.html\xff 34682\xe2\x80\x93229' >kapot
run references kapot
expect_status 0
expect_json 'lines.map(line => line.id).join() === "kst-34682-228,kst-34682-229"'

run references nergens.txt
expect_status 3
expect_no_output
expect_error "nergens.txt kan niet gelezen worden"
run references .
expect_status 3
expect_error "kan niet gelezen worden"
run references brief.txt --dossier brood
expect_status 2
expect_error "'brood' is geen dossiernummer"

# No index is needed, and none is made.
expect "no index was made" test ! -e "$KAMERZOEK_INDEX"

finish
