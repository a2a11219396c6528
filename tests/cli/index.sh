#!/bin/bash
# `index`: what it reports, what it skips, where the index is.
source "$(dirname "$0")/lib.sh"

run index "$KAMERZOEK_SAMPLES" --format json
expect_status 0
expect_no_error
expect_json 'Object.keys(it).join() === "read,added,updated,unchanged,deleted,skipped,seconds"'
expect_json 'Object.values(it).every(n => typeof n === "number" && n >= 0)'
expect_json 'it.read === it.added + it.updated + it.unchanged + it.deleted'
expect_json 'it.added > 60 && it.skipped === 0'
expect_json 'lines.length === 1'
read=$(json it.read)

# The same again changes nothing.
"$KAMERZOEK_BIN" export >first.jsonl
run index "$KAMERZOEK_SAMPLES" --format json
expect_status 0
expect_json "it.read === $read && it.unchanged === $read && it.added + it.updated + it.deleted === 0"
"$KAMERZOEK_BIN" export >second.jsonl
expect "a second run leaves the index as it is" cmp -s first.jsonl second.jsonl

# Several paths at once, the order turned round: the same index.
run index --index turned "$KAMERZOEK_SAMPLES"/odata "$KAMERZOEK_SAMPLES"/jsonl "$KAMERZOEK_SAMPLES"/99* \
  "$KAMERZOEK_SAMPLES"/handelingen "$KAMERZOEK_SAMPLES"/README.md
expect_status 0
"$KAMERZOEK_BIN" export --index turned >turned.jsonl
expect "the order of the paths does not matter" cmp -s first.jsonl turned.jsonl

# What is skipped is named, the rest is there.
mkdir mixed
printf 'Een goede notitie\n\nover turfschepen\n' >mixed/goed.txt
printf '' >mixed/leeg.xml
printf '%%PDF-1.7\n' >mixed/brief.pdf
printf '{"id":"kst-99999-1","onderwerp":"eerste"}\n{"geen":"id"}\n{"id":"kst-99999-3"}\n' >mixed/regels.jsonl
mkfifo mixed/pijp
ln -s nergens mixed/los.txt
run index --index mixed-index mixed nergens.txt --format json
expect_status 3
expect_json 'it.skipped === 6 && it.added === 3'
for name in mixed/leeg.xml mixed/brief.pdf 'mixed/regels.jsonl, regel 2' mixed/pijp mixed/los.txt nergens.txt; do
  expect_error "$name overgeslagen: "
done
run search --index mixed-index turfschepen --format json
expect_json 'it.total === 1'
run index --index mixed-index mixed/goed.txt
expect_status 0

# A line of progress is for terminals only.
run index "$KAMERZOEK_SAMPLES"
expect "no carriage return" test "$(grep -c $'\r' "$stderr" "$stdout" | grep -vc ':0$')" = 0

# --index before $KAMERZOEK_INDEX before $XDG_DATA_HOME before $HOME.
note=mixed/goed.txt
run index --index by-option "$note"
expect "--index wins" test -e by-option/current
KAMERZOEK_INDEX=$work/by-variable run index "$note"
expect "\$KAMERZOEK_INDEX comes second" test -e by-variable/current
unset KAMERZOEK_INDEX
run index "$note"
expect "\$XDG_DATA_HOME comes third" test -e "$XDG_DATA_HOME/kamerzoek/current"
XDG_DATA_HOME='' run index "$note"
expect "\$HOME comes last" test -e "$HOME/.local/share/kamerzoek/current"
XDG_DATA_HOME='' run search turfschepen --format json
expect_json 'it.total === 1'

finish
