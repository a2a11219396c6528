#!/bin/bash
# What a document says must not command the terminal.
source "$(dirname "$0")/lib.sh"

cat >evil.jsonl <<'LINES'
{"id":"kst-99999-1","titel":"\u001b]0;titel\u0007","onderwerp":"\u001b[2J\u001b[31mrood\u009b2J gewist","soort":"\u001b[7mBrief","datum":"2025-01-01","dossier":{"nummer":"99999","titel":"\u001b[5m dossier"},"volgnummer":"1","actoren":[{"naam":"\u001b[1mN","functie":"\u0008"}],"bijlagen":[{"titel":"\u001b[2J","id":"blg-1"}],"tekst":"turfschip \u001b[2J\rtekst\u007f\nmeer turfschip","noten":[{"nummer":"1","tekst":"\u001b[2J"}]}
{"id":"\u001b[2J","onderwerp":"turfschip met een naam die niet deugt"}
LINES
run index evil.jsonl
expect_status 0

harmless() { # no control character but the newline; in UTF-8, C1 ones are \xc2\x80 to \xc2\x9f
  expect "no control characters" test "$(LC_ALL=C grep -Pc '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\t' "$stdout" "$stderr" | grep -vc ':0$')" = 0
}
for command in 'search turfschip' 'show kst-99999-1' 'dossier 99999' stats; do
  run $command
  expect_status 0
  expect "something was printed" test -s "$stdout"
  harmless
done
for command in 'search turfschip' 'show kst-99999-1' 'dossier 99999' stats export; do
  run $command --format json
  expect_status 0
  expect "JSON escapes them" test "$(LC_ALL=C grep -Pc '[\x00-\x09\x0b-\x1f]' "$stdout")" = 0
done
printf 'q\tturfschip\n' >queries
run search --queries queries --format trec
harmless
expect "an id has no space or newline in a run" test "$(awk 'NF != 6' "$stdout" | wc -l)" = 0

# Nor what the user gave, where an error repeats it.
evil=$'\e[2J'
for arguments in "show x$evil" "dossier x$evil" "search onbekend:x$evil" "index x$evil" "search a --sort x$evil" \
  "search a --van x$evil" "x$evil" "export --index x$evil" "search a --queries x$evil --format trec"; do
  run $arguments
  harmless
done
printf '{"geen":"id"}\n' >"naam$evil.jsonl"
run index .
expect_status 3
harmless

finish
