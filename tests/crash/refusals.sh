#!/usr/bin/env bash
# What cannot be written is told and does no harm: another writer is at work, the disk is read-only,
# the rights are not there. And a clock that jumps changes nothing.
#
#   refusals.sh update|bulk|sync|rebuild
set -uo pipefail
scenario=${1:?usage: refusals.sh update|bulk|sync|rebuild}
source "$(dirname "$0")/lib.sh"

tree() { (cd "$1" && find . ! -name flintlock -printf '%p %l\n' -type f -exec sha256sum {} + | sort); }

readers_work() {
  local reader
  for reader in 'search minister' stats check export; do
    # shellcheck disable=SC2086
    "$KAMERZOEK_BIN" $reader --index "$index" >/dev/null 2>"$stderr" || fail "$reader: status $?"
  done
}

# refused WORDS COMMAND…: with status 4, and a message
refused() {
  "${@:2}" >/dev/null 2>"$stderr"
  local status=$?
  ((status == 4)) || fail "status $status"
  expect_message "$1"
}

stop_half_way() { # the run, as $writer
  begin
  LD_PRELOAD="$KAMERZOEK_SHIM" CRASH_ROOT="$disk" CRASH_LOG="$log" CRASH_AT=$((calls / 2)) \
    CRASH_FAULT=stop "$KAMERZOEK_BIN" "${run[@]}" >/dev/null 2>"$stderr" &
  writer=$!
  until grep -q '^fault at ' "$log" 2>/dev/null; do sleep 0.05; done
}

# While a run is stopped in the middle nobody else can write.
second_writer() {
  local other
  stop_half_way
  for other in "index $KAMERZOEK_SAMPLES/jsonl" 'rebuild --wait 0' 'sync --from http://127.0.0.1:1 --rate 1000'; do
    current_case="beside another writer, $other"
    # shellcheck disable=SC2086
    refused 'ander proces' "$KAMERZOEK_BIN" $other --index "$index"
  done
  current_case="beside a writer"
  readers_work
  kill -CONT "$writer"
  wait "$writer" || fail "the first writer: status $?"
  [[ $(visible) == "$expected" ]] || fail "the index is another one"
  expect_clean
}

# Beside a rebuild there is no other, and everybody writes.
beside_a_rebuild() {
  stop_half_way
  current_case="beside a rebuild"
  refused 'ander proces' "$KAMERZOEK_BIN" rebuild --index "$index"
  "$KAMERZOEK_BIN" index "$KAMERZOEK_SAMPLES/jsonl" --index "$index" >/dev/null 2>"$stderr" ||
    fail "index: status $?"
  local written
  written=$(visible)
  [[ $written != "$expected" ]] || fail "nothing was written"
  readers_work
  kill -CONT "$writer"
  wait "$writer" || fail "the rebuild: status $?"
  [[ $(visible) == "$written" ]] || fail "what was written meanwhile is not there"
  expect_clean
}

read_only_disk() {
  current_case="a read-only disk"
  begin
  refused 'de schijf is alleen te lezen' with_fault EROFS 1
  [[ $(tree "$disk") == "$(tree "$base")" ]] || fail "something changed"
  readers_work
  expect_clean
}

# Root may write everywhere, and tries it as nobody.
no_rights() {
  local as=()
  current_case="a folder of somebody else"
  begin
  if ((EUID == 0)); then
    as=(setpriv --reuid nobody --regid nogroup --clear-groups)
    chmod o+x "$work"
    if ! "${as[@]}" "$KAMERZOEK_BIN" --version >/dev/null 2>&1; then
      echo "$scenario: the program cannot be run as nobody; rights were not tried"
      return
    fi
  fi
  find "$disk" -type d -exec chmod 555 {} +
  find "$disk" -type f -exec chmod 444 {} +
  refused 'dat mag deze gebruiker niet' "${as[@]}" "$KAMERZOEK_BIN" "${run[@]}"
  [[ $(tree "$disk") == "$(tree "$base")" ]] || fail "something changed"
  chmod -R u+w "$disk"
  expect_clean
}

clock() { # SECONDS : the clock is off by so many, after it was read a few times
  current_case="a clock that jumps by $1 seconds"
  begin
  with_fault none 0 CRASH_CLOCK="$1" || fail "status $?"
  expect_clean
  again || fail "with the right clock again: status $?"
  [[ $(visible) == "$expected" ]] || fail "the index is another one"
  expect_clean
}

prepare small
if [[ $scenario == sync ]]; then # of an index that is there already
  begin
  "$KAMERZOEK_BIN" index "$KAMERZOEK_SAMPLES/99001-nieuwoord" --index "$index" >/dev/null || exit 1
  cp -a "$disk/." "$base"
fi
current_case="an undisturbed run"
begin
with_fault none 0 || fail "status $?"
calls=$(wc -l <"$log")
expected=$(visible)

if [[ $scenario == rebuild ]]; then beside_a_rebuild; else second_writer; fi
read_only_disk
no_rights
for seconds in 3600 -3600 315360000 -315360000; do clock "$seconds"; done
finish
