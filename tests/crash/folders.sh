#!/usr/bin/env bash
# What power_loss makes of a folder that is gone: the file system gives its number to the next one, of
# which nothing that happened in the first may be taken back.
set -euo pipefail
: "${KAMERZOEK_SHIM:?}" "${KAMERZOEK_POWER_LOSS:?}"

work=$(mktemp -d "${TMPDIR:-/tmp}/kamerzoek-crash-XXXXXX")
trap 'rm -rf "$work"' EXIT
disk=$work/disk

begin() {
  rm -rf "$disk" "$work/journal"
  mkdir -p "$disk/sure/first" "$disk/other/old" "$work/journal/files"
  echo content >"$disk/sure/first/name"
}

watched() {
  env LD_PRELOAD="$KAMERZOEK_SHIM" CRASH_ROOT="$disk" CRASH_LOG="$work/log" \
    CRASH_JOURNAL="$work/journal" "$@"
}

expect() { # FILES AND FOLDERS, in order
  "$KAMERZOEK_POWER_LOSS" "$work/journal" "$disk" all
  local found
  found=$(cd "$disk" && find . -mindepth 1 -printf '%P\n' | LC_ALL=C sort | tr '\n' ' ')
  [[ $found == "$1 " ]] || { echo "FAILED: expected $1, found $found"; exit 1; }
}

begin
watched mv "$disk/sure/first/name" "$disk/sure/first/other"
watched rm -r "$disk/sure/first" "$disk/other/old"
expect 'other other/old sure sure/first sure/first/name'

# The disk holds that `first` is gone; `old`, which comes back, has its number.
begin
watched mv "$disk/sure/first/name" "$disk/sure/first/other"
watched rm -r "$disk/sure/first"
watched sync "$disk/sure"
watched rm -r "$disk/other/old"
expect 'other other/old sure'

# The same within the run: `second` gets the number, and the disk holds it.
begin
watched mv "$disk/sure/first/name" "$disk/sure/first/other"
watched rm -r "$disk/sure/first"
watched mkdir "$disk/sure/second"
watched sync "$disk/sure"
expect 'other other/old sure sure/second'
