#!/bin/bash
# `search --queries FILE --format trec`.
source "$(dirname "$0")/lib.sh"
index_samples

printf 'q1\twoningbouw nieuwoord\n\nq-2\tmerenlijn station\n3\tzzgeenenkelwoord\n' >queries
run search --queries queries --format trec --limit 5
expect_status 0
expect_no_error
expect "every line has the form of TREC" test \
  "$(grep -Evc '^(q1|q-2) Q0 [^ ]+ [1-5] [0-9]+\.[0-9]+ kamerzoek$' "$stdout")" = 0
expect "five documents for q1" test "$(grep -c '^q1 ' "$stdout")" = 5
expect "ranks count from 1" test "$(awk '$1 == "q1" {printf $4}' "$stdout")" = 12345
expect "scores fall" awk '{if ($1 == query && $5 > score) exit 1; query = $1; score = $5}' "$stdout"

awk '$1 == "q1" {print $3}' "$stdout" >by-trec
run search woningbouw nieuwoord --limit 5 --format json
json 'it.results.map(r => r.id).join("\n")' >by-json
expect "the documents are those of an ordinary search" cmp -s by-trec by-json

printf 'q1 geen tab\n' >queries
run search --queries queries --format trec
expect_status 2
expect_no_output
expect_error "regel 1"
printf 'q1\t(open\n' >queries
run search --queries queries --format trec
expect_status 2
expect_error "positie 1"
run search --queries nergens --format trec
expect_status 2
expect_error nergens
run search --format trec woning
expect_status 2
run search --queries queries
expect_status 2
# Windows ends its lines in two bytes.
printf 'q1\tmerenlijn\r\n' >queries
run search --queries queries --format trec
expect_status 0
expect_line 'q1 Q0 kst-99002-'

finish
