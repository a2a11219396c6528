#!/bin/bash
# `export`: what it writes makes the same index again; `rebuild`, too.
source "$(dirname "$0")/lib.sh"
index_samples

run export
expect_status 0
expect_no_error
expect_json 'lines.length > 60 && lines.every(l => typeof l.id === "string" && l.id !== "")'
expect_json 'lines.every(l => Array.isArray(l.bronnen) && l.bronnen.length > 0)'
expect_json 'new Set(lines.map(l => l.id)).size === lines.length'
cp "$stdout" first.jsonl

run index --index copy first.jsonl --format json
expect_status 0
expect_json 'it.skipped === 0'
run export --index copy
expect "an index made from an export exports the same" cmp -s first.jsonl "$stdout"

# Lines in another order, and given twice: the same still.
sort -r first.jsonl >reversed.jsonl
run index --index reversed reversed.jsonl first.jsonl
run export --index reversed
expect "the order of the lines does not matter" cmp -s first.jsonl "$stdout"

# The copy answers as the original.
for index in "$KAMERZOEK_INDEX" copy; do
  run search --index "$index" minister --limit 100 --format json
  cp "$stdout" "found-$(basename "$index")"
done
expect "and is searched the same" cmp -s found-index found-copy

run rebuild
expect_status 0
run export
expect "a rebuilt index exports the same" cmp -s first.jsonl "$stdout"

# A reader that leaves early is no fault to make a fuss about.
leave_early() { # leave_early COMMAND… : stops reading after one line
  timeout 20 "$KAMERZOEK_BIN" "$@" 2>"$stderr" | head -1 >"$stdout"
  status=${PIPESTATUS[0]}
  command_run="kamerzoek $* | head -1"
}
for i in 1 2 3; do
  leave_early export
  expect "export ends when nobody reads" test "$status" != 124
  expect "no abort" test "$status" != 134 -a "$status" != 139
  expect_json 'typeof it.id === "string"'
  expect "nothing about exceptions" test "$(grep -Eic 'terminate|exception|onverwachte' "$stderr")" = 0
done

# Two commits while it is being read: Xapian then stops the reader, and export must neither fail nor
# begin anew. (The pipe is full long before the end of the export.)
mkfifo slow
"$KAMERZOEK_BIN" export >slow 2>"$stderr" &
exporter=$!
exec 8<slow
head -c 1000 <&8 >during.jsonl
for i in 1 2 3; do
  printf '{"id":"kst-99999-%s","onderwerp":"later"}\n' $i >later.jsonl
  run index later.jsonl
  expect_status 0
done
cat <&8 >>during.jsonl
exec 8<&-
wait "$exporter"
status=$?
command_run="kamerzoek export, while others index"
cp during.jsonl "$stdout"
expect_status 0
expect_json 'new Set(lines.map(l => l.id)).size === lines.length'
expect_json "lines.length >= $(wc -l <first.jsonl)"

if [[ -w /dev/full ]]; then
  command_run="kamerzoek export >/dev/full"
  "$KAMERZOEK_BIN" export >/dev/full 2>"$stderr"
  expect "a full disk is no success" test $? != 0
  expect_error "kan niet worden geschreven"
fi

finish
