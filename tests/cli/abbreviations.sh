#!/bin/bash
# `stats --abbreviations`: what the documents say abbreviations stand for.
source "$(dirname "$0")/lib.sh"

cat >stukken.jsonl <<'LINES'
{"id":"kst-99999-1","soort":"Brief","datum":"2025-01-01","tekst":"Het Nationaal Programma Ruimte voor Defensie (NPRD) en de Dienst Regionale Ontwikkeling (hierna: DRO)."}
{"id":"kst-99999-2","soort":"Motie","datum":"2025-01-02","tekst":"Het lid Pietersen (PVX) over het nationaal programma ruimte voor defensie (NPRD)."}
{"id":"kst-99999-3","soort":"Motie","datum":"2025-01-03","onderwerp":"De coördinerende autoriteit Éénheid (CAE)","tekst":"Geen uitleg (nr. 12)."}
LINES
run index stukken.jsonl
expect_status 0

run stats --abbreviations
expect_status 0
expect_no_error
expect_line "       2  NPRD  Nationaal Programma Ruimte voor Defensie"
expect_line "       1  CAE   coördinerende autoriteit Éénheid"
expect_line "       1  DRO   Dienst Regionale Ontwikkeling"
expect "nothing else" test "$(wc -l <"$stdout")" = 3

run stats --abbreviations --format json
expect_status 0
expect_no_error
expect_json 'it.length === 3 && it.every(a => Object.keys(a).join() === "afkorting,voluit,documenten")'
expect_json 'it[0].afkorting === "NPRD" && it[0].voluit === "Nationaal Programma Ruimte voor Defensie"'
expect_json 'it.map(a => a.documenten).join() === "2,1,1"'

# Without it the counts are as they were.
run stats --format json
expect_json 'it.records.document.aanwezig === 3'

# An index that knows none, and no index.
printf '{"id":"kst-99998-1","tekst":"niets"}\n' >leeg.jsonl
run index leeg.jsonl --index leeg
run stats --abbreviations --index leeg
expect_status 0
expect_no_output
run stats --abbreviations --index leeg --format json
expect_json 'Array.isArray(it) && it.length === 0'
run stats --abbreviations --index nergens
expect_status 4
expect_error "kamerzoek index"

run stats --help
expect_line "--abbreviations"

finish
