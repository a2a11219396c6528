#!/usr/bin/env bash
# The letterheads of real motions, read back from print. Skipped (77) where the data is absent.
set -euo pipefail

data=${KAMERZOEK_SHARED:-$KAMERZOEK_ROOT/../shared}/data
if [ ! -f "$data/kst-moties.tar.zst" ]; then
  echo "skipped: no real data in $data (set KAMERZOEK_SHARED)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar --zstd -xf "$data/kst-moties.tar.zst" -C "$work"
"$LETTERHEADS" "$work"
