#!/usr/bin/env bash
# Real records from a server that replays them, killed with SIGKILL at KILLS random moments and
# resumed: a first fill of all Documents, the same when half of them come later and OData or the
# SyncFeed tells of them, and motions with the XML they were published as. Each gives the index of
# the files, or of texts that of a run in one go. Skipped (77) where the data is absent.
set -euo pipefail

data=${KAMERZOEK_SHARED:-$KAMERZOEK_ROOT/../shared}/data
if [ ! -f "$data/odata-Document.tar.zst" ]; then
  echo "skipped: no real data in $data (set KAMERZOEK_SHARED)"
  exit 77
fi
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

serve() { # ARGUMENTS of replay
  [ -z "$server" ] || kill "$server"
  rm -f "$work/address"
  "$KAMERZOEK_REPLAY" "$@" >"$work/address" &
  server=$!
  until [ -s "$work/address" ]; do sleep 0.2; done
  address=$(cat "$work/address")
  sync=("$KAMERZOEK_BIN" sync --from "$address/OData/v4/2.0" --feed "$address/SyncFeed/2.0"
    --publications "$address" --rate 1000)
}

show_until() { # STAMP; empty for all there is
  node -e 'fetch(process.argv[1])' "$address/replay/until?stamp=$1"
}

exported() { # INDEX
  "$KAMERZOEK_BIN" export --index "$1" | sha256sum
}

is_expected() { # INDEX WHAT
  [ "$(exported "$1")" = "$expected" ] || { echo "$2 differs"; exit 1; }
}

# Goes on in INDEX until it is done, killed at random moments; prints how often.
killed_until_done() { # INDEX LONGEST ARGUMENTS of sync
  local index=$1 longest=$2 killed=0
  shift 2
  while [ "$killed" -lt "${KILLS:-10}" ]; do
    "${sync[@]}" "$@" --index "$index" >/dev/null 2>&1 &
    local syncing=$!
    sleep "$((RANDOM % longest)).$((RANDOM % 10))"
    if ! kill -KILL "$syncing" 2>/dev/null; then
      wait "$syncing"
      break
    fi
    killed=$((killed + 1))
    wait "$syncing" 2>/dev/null || true
  done
  "${sync[@]}" "$@" --index "$index" >/dev/null
  echo "$killed"
}

# Begins anew after a fill that was done, until it was killed often enough.
fills() { # INDEX LONGEST ARGUMENTS of sync
  local index=$1 killed=0 fills=0
  while [ "$killed" -lt "${KILLS:-10}" ]; do
    rm -rf "$index"
    killed=$((killed + $(killed_until_done "$@")))
    fills=$((fills + 1))
    is_expected "$index" "fill $fills"
  done
  echo "$killed kills in $fills fills, each as it should be"
}

tar --zstd -xf "$data/odata-Document.tar.zst" -C "$work"
serve --records "$work/odata"
"$KAMERZOEK_BIN" index "$work/odata" --index "$work/files"
expected=$(exported "$work/files")

echo "a fill of all"
time "${sync[@]}" --metadata-only --index "$work/one-go"
is_expected "$work/one-go" "a fill in one go"
fills "$work/killed" 12 --metadata-only

for source in odata syncfeed; do
  echo "half of them come later, followed by $source"
  index=$work/$source
  show_until 2025-05-21T00:00:00Z
  "${sync[@]}" --source "$source" --metadata-only --index "$index"
  show_until ""
  cp -a "$index" "$index.killed"
  time "${sync[@]}" --source "$source" --metadata-only --index "$index"
  is_expected "$index" "what $source told of"
  echo "$(killed_until_done "$index.killed" 12 --source "$source" --metadata-only) kills"
  is_expected "$index.killed" "what $source told of, killed"
done

echo "motions with their texts"
rm -rf "$work"/*
tar --zstd -xf "$data/odata-zaak-expanded.tar.zst" -C "$work"
mkdir "$work/publications"
tar --zstd -xf "$data/kst-moties.tar.zst" -C "$work/publications"
mkdir "$work/records"
find "$work" -name '*.json' -not -path "$work/records/*" -exec mv -t "$work/records" {} +
serve --records "$work/records" --files "$work/publications"
time "${sync[@]}" --index "$work/one-go"
expected=$(exported "$work/one-go")
fills "$work/killed" 20
