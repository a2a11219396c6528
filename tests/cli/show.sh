#!/bin/bash
# `show`: every spelling finds the document; the whole record as JSON.
source "$(dirname "$0")/lib.sh"
index_samples

for name in kst-99001-3 KST-99001-3 99001-3 '99 001-3' '99001, nr. 3' '99 001, nr. 3' '99001 nr 3' \
  'Kamerstuk 99 001, nr. 3' 'Kamerstukken II 2024/25, 99001, nr. 3' \
  'Kamerstukken II 2024/25, 99 001, nr. 3, p. 2' \
  'Tweede Kamer, vergaderjaar 2024-2025, 99 001, nr. 3' 2025D90005 \
  https://zoek.officielebekendmakingen.nl/kst-99001-3.html; do
  run show "$name" --format json
  expect_status 0
  expect_no_error
  expect_json 'it.id === "kst-99001-3" && it.documentNummer === "2025D90005"'
done
for name in kst-99100-XXII-6 99100-XXII-6 '99 100 XXII, nr. 6' '99100-XXII, nr. 6'; do
  run show "$name" --format json
  expect_json 'it.id === "kst-99100-XXII-6"'
done
run show 'Aanhangsel Handelingen 2024-2025, nr. 9101' --format json
expect_json 'it.id === "ah-tk-20242025-9101"'
run show 'Handelingen II 2024/25, nr. 68, item 4' --format json
expect_json 'it.id === "h-tk-20242025-68-4"'

run show kst-99001-3 --format json
expect_json 'lines.length === 1'
expect_json '["id","documentNummer","soort","titel","onderwerp","datum","vergaderjaar","volgnummer","tekst"]
  .every(name => typeof it[name] === "string" && it[name] !== "")'
expect_json 'it.dossier.nummer === "99001" && typeof it.dossier.titel === "string" && it.volgnummer === "3"'
expect_json '["zaken","actoren","bronnen"].every(name => Array.isArray(it[name]) && it[name].length > 0)'
expect_json 'it.actoren.every(a => typeof a.naam === "string")'
expect_json '/^\d{4}-\d\d-\d\d$/.test(it.datum)'
# Three sources say something of it.
expect_json 'it.bronnen.length >= 3'

run show kst-99001-3
expect_status 0
expect_no_error
expect_line "kst-99001-3"
expect_line "2025D90005"
expect_line "drinkwater"

run show 2025Z90007
expect_status 0
run show 2025Z90007 --format json
expect_json 'it.kind === "zaak" && it.documenten.length > 0'

# The sample corpus says that the name of the file is the annex's document number.
run show 2025D90002 --format json
expect_json 'it.documentNummer === "2025D90002" && it.tekst.includes("zakbaak")'

for name in kst-99001-99 2025D00001 'zomaar wat tekst' '' kst- '99001, nr.'; do
  run show "$name"
  expect_status 1
  expect_no_output
  expect_error "kamerzoek: "
done

finish

# Links both ways, decisions and votes.
run show kst-99001-5 --format json
expect_json 'it.citedBy[0].id === "kst-99001-7" && it.citedBy[0].relatie === "vervangt"'
expect_json 'it.citedBy.length === it.citedByTotal && it.citedBy.every(one => one.aanwezig)'
expect_json 'it.citedBy.some(one => one.herkomst === "gemarkeerd" && one.zin.includes("nr. 5"))'
run show kst-99001-7 --format json
expect_json 'it.cites[0].id === "kst-99001-5" && it.cites[0].relatie === "vervangt"'
run show 2025Z90007 --format json
expect_json 'it.besluiten.some(one => one.tekst === "Aangenomen." && one.stemmingen.length > 2)'
run show kst-99001-5
expect_line "Aangehaald door"
expect_line "  vervangt  kst-99001-7"
run show 2025Z90007
expect_line "Aangenomen."

# What is like it: a replaced motion is like the one that replaces it.
run show kst-99001-5 --similar --format json
expect_status 0
expect_json 'it.id === "kst-99001-5" && it.results[0].id === "kst-99001-7"'
expect_json 'it.results.every((r, i) => r.score > 0 && (i === 0 || it.results[i - 1].score >= r.score))'
expect_json 'it.results.every(r => r.id !== "kst-99001-5" && !("snippet" in r))'
run show kst-99001-5 --similar
expect_line "kst-99001-7  "
run show kst-99009-1 --similar
expect_status 1
