#!/usr/bin/env bash
# Asks 200 random questions of all real motions and holds every total against what is paged through
# in each order, and against a count of the export by other means. Skipped (77) where the data is
# absent.
set -euo pipefail

data=${KAMERZOEK_SHARED:-$KAMERZOEK_ROOT/../shared}/data
if [ ! -f "$data/kst-moties.tar.zst" ]; then
  echo "skipped: no real data in $data (set KAMERZOEK_SHARED)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KAMERZOEK_INDEX=$work/index
tar --zstd -xf "$data/kst-moties.tar.zst" -C "$work"
"$KAMERZOEK_BIN" index "$work"/kst-moties >"$work/report"
"$KAMERZOEK_BIN" export >"$work/export.jsonl"
node "$KAMERZOEK_ROOT/tests/real/totals.mjs" "$KAMERZOEK_BIN" "$work/export.jsonl"
