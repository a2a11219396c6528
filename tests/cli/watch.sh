#!/bin/bash
# `index --watch`: what comes into a folder is found, also in folders that come later.
source "$(dirname "$0")/lib.sh"

mkdir -p papers
cp "$KAMERZOEK_SAMPLES"/99001-nieuwoord/kst-99001-1.xml papers
touch one.txt
"$KAMERZOEK_BIN" index --watch papers one.txt >watched 2>"$stderr" &
watching=$!
trap 'kill $watching 2>/dev/null; rm -rf "$work"' EXIT

found() { # QUERY: within ten seconds
  command_run="search $1, of a watched folder"
  for i in $(seq 100); do
    "$KAMERZOEK_BIN" search "$1" --format json >"$stdout" 2>/dev/null
    [[ $(json it.total 2>/dev/null) -ge 1 ]] && return
    sleep 0.1
  done
  fail "not found"
}

found dossier:99001
echo 'Een brief over de waterwolf.' >papers/2025D90901.txt
found waterwolf
mkdir -p papers/later/dieper
echo 'Een brief over het turfschip.' >papers/later/dieper/2025D90902.txt
found turfschip
echo 'Een brief over de bolderkar.' >elsewhere
mv elsewhere papers/later/dieper/2025D90903.txt
found bolderkar
echo 'Een brief over de trekvaart.' >one.txt
found trekvaart
echo 'Niet gevolgd: het luchtkasteel.' >another.txt

kill -TERM "$watching"
wait "$watching"
status=$?
command_run="kill -TERM"
expect_status 0
run search luchtkasteel --format json
expect_json 'it.total === 0'
run index --watch no-such-folder/file
expect_status 3

finish
