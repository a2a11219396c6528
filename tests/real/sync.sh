#!/usr/bin/env bash
# A first fill of all real Document records, from a server that replays them: in one go, and killed
# with SIGKILL at KILLS random moments and resumed. Both give the index of the files. Skipped (77)
# where the data is absent.
set -euo pipefail

data=${KAMERZOEK_SHARED:-$KAMERZOEK_ROOT/../shared}/data
if [ ! -f "$data/odata-Document.tar.zst" ]; then
  echo "skipped: no real data in $data (set KAMERZOEK_SHARED)"
  exit 77
fi
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
tar --zstd -xf "$data/odata-Document.tar.zst" -C "$work"
"$KAMERZOEK_REPLAY" --records "$work/odata" >"$work/address" &
server=$!
until [ -s "$work/address" ]; do sleep 0.2; done

sync=("$KAMERZOEK_BIN" sync --from "$(cat "$work/address")/OData/v4/2.0" --rate 1000 --metadata-only --index)

exported() { # INDEX
  "$KAMERZOEK_BIN" export --index "$1" | sha256sum
}

"$KAMERZOEK_BIN" index "$work/odata" --index "$work/files"
expected=$(exported "$work/files")
time "${sync[@]}" "$work/one-go"
[ "$(exported "$work/one-go")" = "$expected" ] || { echo "a fill in one go differs from the files"; exit 1; }

fills=1
killed=0
while [ "$killed" -lt "${KILLS:-10}" ]; do
  "${sync[@]}" "$work/killed" >/dev/null 2>&1 &
  syncing=$!
  sleep "$((RANDOM % 12)).$((RANDOM % 10))"
  if kill -KILL "$syncing" 2>/dev/null; then
    killed=$((killed + 1))
    wait "$syncing" 2>/dev/null || true
    continue
  fi
  # It was done before: what the kills left is looked at, and another fill begins.
  wait "$syncing"
  [ "$(exported "$work/killed")" = "$expected" ] || { echo "fill $fills differs"; exit 1; }
  fills=$((fills + 1))
  rm -rf "$work/killed"
done
"${sync[@]}" "$work/killed"
[ "$(exported "$work/killed")" = "$expected" ] || { echo "fill $fills differs"; exit 1; }
echo "$killed kills in $fills fills, each the index of the files"
