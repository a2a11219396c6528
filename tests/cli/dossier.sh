#!/bin/bash
# `dossier`: its documents in order, and what is missing.
source "$(dirname "$0")/lib.sh"
index_samples

run dossier 99002 --format json
expect_status 0
expect_no_error
expect_json 'Object.keys(it).join() ===
  "nummer,toevoeging,titel,documenten,ontbrekend,onderdossiers,periode,meestAangehaald"'
expect_json 'it.nummer === "99002" && it.toevoeging === "" && it.titel.includes("Merenlijn")'
expect_json 'it.documenten.map(d => d.volgnummer).join() === "1,2,3,4,7,8"'
expect_json 'it.ontbrekend.join() === "5,6" && it.onderdossiers.length === 0'
expect_json 'it.documenten.every(d => Object.keys(d).join() ===
  "id,documentNummer,soort,titel,onderwerp,datum,dossier,volgnummer,url")'
expect_json 'it.periode.van === it.documenten.map(d => d.datum).sort()[0] &&
  it.periode.tot === it.documenten.map(d => d.datum).sort().at(-1)'
expect_json 'it.meestAangehaald.slice(0, 2).map(d => d.id + " " + d.aantal).join() ===
  "kst-99002-1 7,kst-99002-4 3"'

# 10 comes after 9.
run dossier 99003 --format json
expect_json 'it.documenten.map(d => +d.volgnummer).join() === "1,2,3,4,5,6,7,8,9,10,11"'
expect_json 'it.ontbrekend.length === 0'

for name in 99100-XXII '99 100-XXII' '99100 XXII' 'Kamerstukdossier 99100-XXII'; do
  run dossier "$name" --format json
  expect_status 0
  expect_json 'it.nummer === "99100" && it.toevoeging === "XXII" && it.documenten.length === 7'
done
run dossier 99100 --format json
expect_status 0
expect_json 'it.onderdossiers.join() === "99100-XXII"'

run dossier 99002
expect_status 0
expect_line "kst-99002-8"
expect_error "2 nummers"
expect_line "5–6  niet aanwezig"
run dossier 99100
expect_line "99100-XXII"
expect_line "(7 documenten)"

# A number 0 must not hide the gap behind it.
printf '{"id":"kst-99990-%s","dossier":"99990","volgnummer":"%s"}\n' 0 0 1 1 3 3 >zero.jsonl
run index zero.jsonl
run dossier 99990 --format json
expect_json 'it.ontbrekend.join() === "2"'

for name in 12345 99001-ZZ geen '' -- 9999999; do
  run dossier "$name"
  [[ $name == -- ]] && { expect_status 2; continue; }
  expect_status 1
  expect_no_output
  expect_error "kamerzoek: "
done

finish
