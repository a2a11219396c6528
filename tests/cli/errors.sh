#!/bin/bash
# Wrong usage (2), nothing of that name (1), no usable index (4).
source "$(dirname "$0")/lib.sh"

refused() { # refused STATUS ARGUMENT…
  run "${@:2}"
  expect_status "$1"
  expect_no_output
  expect_error "kamerzoek: "
}
in_dutch() { expect "the message is Dutch" test "$(grep -Eic 'argument|required|expected|not in' "$stderr")" = 0; }

# Without an index.
for command in 'search woning' 'show kst-99001-1' 'dossier 99001' export stats rebuild 'search --queries q --format trec'; do
  printf 'q1\twoning\n' >q
  refused 4 $command
  expect_error "kamerzoek index"
done
expect "asking makes no index" test ! -e "$KAMERZOEK_INDEX"
refused 4 search woning --index /dev/null
touch file
refused 4 index "$KAMERZOEK_SAMPLES/jsonl" --index file/index

index_samples

# Usage.
refused 2
refused 2 bestaat-niet
expect_error bestaat-niet
in_dutch
refused 2 search woning --bestaat-niet
expect_error --bestaat-niet
in_dutch
refused 2 show
in_dutch
refused 2 index
refused 2 dossier
refused 2 search woning --sort mooiste
expect_error mooiste
in_dutch
refused 2 search woning --format xml
refused 2 search woning --limit veel
refused 2 search woning --limit -1
refused 2 search woning --offset -1
refused 2 search woning --limit
refused 2 search woning --van gisteren
refused 2 search woning --tot 2025-13-01
refused 2 search woning --dossier geen

# A query that cannot be read: where, and what to write instead.
refused 2 search 'woning (station'
expect_error 'positie 8'
refused 2 search 'één (twee'
expect_error 'positie 5'
refused 2 search 'woning onbekend:waarde'
expect_error 'positie 8'
refused 2 search 'van:2025-02-30'
expect_error 'positie '
refused 2 search "$(printf 'a%.0s' {1..1001})"

refused 1 show kst-99001-99
refused 1 dossier 12345

# The index is being written: held by a writer that waits for a reader of its report of what it
# skipped, which nobody reads.
hold_lock() {
  mkdir many && mkfifo report
  for ((i = 0; i < 3000; i++)); do : >"many/een-leeg-bestand-met-een-lange-naam-$i.xml"; done
  "$KAMERZOEK_BIN" index many 2>report >/dev/null &
  holder=$!
  exec 9<report
  head -c 100 <&9 >/dev/null # it has the lock by now, and stops when the pipe is full
}
hold_lock
refused 4 index "$KAMERZOEK_SAMPLES"
expect_error "ander proces"
refused 4 rebuild --wait 0
expect_error "ander proces"
run search woning --format json
expect_status 0
expect_json 'it.total > 0'
exec 9<&-
wait "$holder"
run index "$KAMERZOEK_SAMPLES"
expect_status 0

# A damaged index: every table overwritten from end to end, cut to nothing, or the version file lost.
damage() { # damage FILE : as long as it was, of nothing that makes sense
  local size
  size=$(stat -c %s "$1")
  yes kapot | head -c "$size" >"$1.new" && cat "$1.new" >"$1" && rm "$1.new"
}
for kind in tables cut version; do
  cp -a "$KAMERZOEK_INDEX" damaged-$kind
  for file in damaged-$kind/current/*; do
    case $kind:$file in
      tables:*.glass) damage "$file" ;;
      cut:*.glass) : >"$file" ;;
      version:*/iamglass) damage "$file" ;;
    esac
  done
  for command in 'search woning' 'show kst-99001-1' 'dossier 99001' export stats rebuild \
    "index $KAMERZOEK_SAMPLES"; do
    refused 4 $command --index damaged-$kind
    expect_error damaged-$kind
    expect "the fault is not called unexpected" test "$(grep -c onverwachte "$stderr")" = 0
  done
done
# Another version of the index: its number, in the table of metadata, is another digit.
cp -a "$KAMERZOEK_INDEX" newer
node -e '
  const fs = require("fs"), file = "newer/current/postlist.glass", bytes = fs.readFileSync(file);
  const name = Buffer.from("kamerzoek.schema");
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const near = bytes.subarray(at + name.length, at + name.length + 12);
    const value = near.findIndex(byte => byte >= 0x31 && byte <= 0x38);
    if (value >= 0) near[value] = "9".charCodeAt(0);
  }
  fs.writeFileSync(file, bytes);'
for command in 'search woning' 'show kst-99001-1' export "index $KAMERZOEK_SAMPLES"; do
  refused 4 $command --index newer
  expect_error "versie 9"
  expect_error "kamerzoek rebuild"
done
run rebuild --index newer
expect_status 0
run search woning --index newer --format json
expect_status 0
expect_json 'it.total > 0'

# A `current` that leads nowhere.
cp -a "$KAMERZOEK_INDEX" headless
rm -r headless/generation-*
refused 4 search woning --index headless

finish
