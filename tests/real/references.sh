#!/usr/bin/env bash
# The references of real papers: the goals of scripts/evaluate-references, every identifier there is,
# and the notes of one letter. Skipped (77) where the data is absent.
set -euo pipefail

shared=${KAMERZOEK_SHARED:-$KAMERZOEK_ROOT/../shared}
if [ ! -f "$shared/data/kst-moties.tar.zst" ] || [ ! -f "$shared/eval/identifiers.txt" ]; then
  echo "skipped: no real data in $shared (set KAMERZOEK_SHARED)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sed 's/.*/zie & hier\n/' "$shared/eval/identifiers.txt" >"$work/identifiers"
"$KAMERZOEK_BIN" references "$work/identifiers" | sed 's/.*"id":"\([^"]*\)".*/\1/' >"$work/found"
diff "$shared/eval/identifiers.txt" "$work/found"

"$KAMERZOEK_BIN" references "$shared/data/letters/2025D27614.txt" >"$work/letter"
for id in kst-36592-17 kst-36200-XII-33 kst-35334-362 kst-34682-223 kst-32847-1297 \
  kst-36600-XXII-26 kst-32847-1344 kst-36200-A-78; do
  grep -q "\"id\":\"$id\"" "$work/letter" || { echo "the letter lacks $id"; exit 1; }
done

"$KAMERZOEK_ROOT/scripts/evaluate-references" --program "$KAMERZOEK_BIN" | tee "$work/table"
if grep -q missed "$work/table"; then
  echo 'a goal is missed'
  exit 1
fi
