#!/bin/bash
# SIGKILL while indexing: what was committed is there, and a second run completes it.
source "$(dirname "$0")/lib.sh"

# Three batches (one is 10,000 records) and a bit.
node -e '
  for (let i = 1; i <= 32000; i++) console.log(JSON.stringify({
    id: "kst-" + (90000 + i % 500) + "-" + (1 + Math.floor(i / 500)), soort: "Motie",
    onderwerp: "Motie over turfschip " + i, datum: "2025-01-" + String(1 + i % 28).padStart(2, "0"),
    dossier: String(90000 + i % 500), volgnummer: String(1 + Math.floor(i / 500)),
    tekst: "Verzonnen tekst nummer " + i + " over het water, de dijk en het turfschip.",
  }));' >many.jsonl

begin=$(date +%s%N)
run index many.jsonl --index undisturbed
expect_status 0
milliseconds=$((($(date +%s%N) - begin) / 1000000))
"$KAMERZOEK_BIN" export --index undisturbed >expected.jsonl
expect "all records are there" test "$(wc -l <expected.jsonl)" = 32000

killed=0
half_way=0
last=0
# The same index is killed again and again, each time a little later, and then from the start.
for percent in 15 40 60 30 75 50 85 95; do
  [[ $percent == 30 ]] && { rm -rf "$KAMERZOEK_INDEX"; last=0; }
  "$KAMERZOEK_BIN" index many.jsonl >/dev/null 2>"$stderr" &
  writer=$!
  sleep "$(printf '%d.%03d' $((milliseconds * percent / 100000)) $((milliseconds * percent / 100 % 1000)))"
  kill -KILL "$writer" 2>/dev/null && killed=$((killed + 1))
  wait "$writer" 2>/dev/null

  run search --limit 0 --format json
  if [[ $status == 4 && $last == 0 ]]; then continue; fi # before the index was made
  expect_status 0
  held=$(json it.total)
  ((held > 0 && held < 32000)) && half_way=$((half_way + 1))
  # A batch is there whole or not at all, and what was committed stays.
  expect "$held records are whole batches" test $((held % 10000)) = 0 -o "$held" = 32000
  expect "$held records, $last before" test "$held" -ge "$last"
  last=$held
  run search turfschip --limit 0 --format json
  expect_json "it.total === $held"
done
command_run="kill -KILL, $killed times"
expect "a run was killed" test "$killed" -ge 1
expect "a run was killed after the first commit" test "$half_way" -ge 1

run index many.jsonl --format json
expect_status 0
expect_json 'it.read === 32000'
"$KAMERZOEK_BIN" export >exported.jsonl
expect "as if nothing had happened" cmp -s expected.jsonl exported.jsonl
run index many.jsonl --format json
expect_json 'it.unchanged === 32000'

finish
