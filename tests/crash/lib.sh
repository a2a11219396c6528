# Sourced by the scripts here, for one $scenario (index, update, bulk, sync or rebuild): a run of the
# program, on a disk that may fail, and what must be so afterwards. A failed expectation is printed
# and counted, and the script goes on.

: "${KAMERZOEK_BIN:?}" "${KAMERZOEK_REPLAY:?}" "${KAMERZOEK_SHIM:?}" "${KAMERZOEK_POWER_LOSS:?}"
: "${KAMERZOEK_SAMPLES:?the sample corpus}"

work=$(mktemp -d "${TMPDIR:-/tmp}/kamerzoek-crash-XXXXXX")
server=
trap '[[ -z $server ]] || kill "$server"; rm -rf "$work"' EXIT
disk=$work/disk        # what the shim watches; the run makes the folders above the index as well
index=$disk/made/index
base=$work/base        # what is on the disk before the run
journal=$work/journal
log=$work/log
stderr=$work/stderr
export HOME=$work TZ=UTC
failures=0
current_case=

fail() {
  failures=$((failures + 1))
  echo "FAILED: $scenario, $current_case: $*"
  head -n 5 "$stderr" | sed 's/^/  /'
}

# --- the run

# So much that it is indexed in bulk, which is told by the size of the files: most of it is blank,
# because a run is made thousands of times.
much() {
  cat "$KAMERZOEK_SAMPLES"/jsonl/*.jsonl
  for _ in {1..32}; do printf '%1048575s\n'; done
}

prepare() { # small|large
  local first=$KAMERZOEK_SAMPLES/99001-nieuwoord second=$KAMERZOEK_SAMPLES/99002-merenlijn
  local records=$KAMERZOEK_SAMPLES/odata/document-expanded
  if [[ $1 == large ]]; then
    first=$KAMERZOEK_SAMPLES/jsonl second=$KAMERZOEK_SAMPLES records=$KAMERZOEK_SAMPLES/odata
  fi
  case $scenario in
    index) run=(index "$second") ;;
    update) run=(index "$first" "$second") ;;
    bulk) much >"$work/much.jsonl" && run=(index "$first" "$second" "$work/much.jsonl") ;;
    sync) replay "$records" && run=(sync --from "$address" --rate 1000 --metadata-only) ;;
    rebuild) run=(rebuild --wait 0) ;;
    *) echo "no such run: $scenario" >&2; exit 2 ;;
  esac
  # One thread, whose calls come in the same order every time, and several segments.
  [[ $scenario == @(bulk|rebuild) && $1 == small ]] && run+=(--memory 1)
  run+=(--index "$index")
  rm -rf "$base"
  mkdir -p "$base"
  if [[ $scenario == @(update|bulk|rebuild) ]]; then
    begin
    "$KAMERZOEK_BIN" index "$first" --index "$index" >/dev/null || exit 1
    cp -a "$disk/." "$base"
  fi
}

replay() { # RECORDS : a server of them, at $address
  if [[ -n $server ]]; then kill "$server"; wait "$server" 2>/dev/null; fi
  rm -f "$work/address"
  "$KAMERZOEK_REPLAY" --records "$1" >"$work/address" &
  server=$!
  until [[ -s $work/address ]]; do sleep 0.05; done
  address=$(cat "$work/address")/OData/v4/2.0
}

begin() {
  rm -rf "$disk" "$journal" "$log"
  mkdir -p "$disk" "$journal/files"
  cp -a "$base/." "$disk"
}

again() { "$KAMERZOEK_BIN" "${run[@]}" >/dev/null 2>"$stderr"; }

# with_fault FAULT CALL [VARIABLE=VALUE…]: the run; its status is that of the run.
with_fault() {
  local fault=${1/power-*/kill}
  [[ $1 == power-* ]] && set -- "$@" CRASH_JOURNAL="$journal"
  env LD_PRELOAD="$KAMERZOEK_SHIM" CRASH_ROOT="$disk" CRASH_LOG="$log" CRASH_AT="$2" \
    CRASH_FAULT="$fault" "${@:3}" "$KAMERZOEK_BIN" "${run[@]}" >/dev/null 2>"$stderr" &
  wait $! 2>/dev/null # which keeps bash from telling of every kill
}

# --- what is there afterwards

# What a reader sees: a digest of all documents, `none` without an index, or `unreadable`.
visible() {
  if "$KAMERZOEK_BIN" export --index "$index" >"$work/export" 2>"$work/export-error"; then
    sha256sum <"$work/export" | cut -c 1-16
  elif grep -q 'er is geen index' "$work/export-error"; then
    echo none
  else
    echo unreadable
  fi
}

# The place of a state among those of an undisturbed run, from 0; -1 for one that it never has.
place_of() {
  local i
  for i in "${!states[@]}"; do [[ ${states[i]} == "$1" ]] && { echo "$i"; return; }; done
  echo -1
}

expect_clean() {
  "$KAMERZOEK_BIN" check --index "$index" >"$work/check" 2>"$stderr" && return
  grep -q 'er is geen index' "$stderr" && return
  cat "$work/check" >>"$stderr"
  fail "check is not clean"
}

expect_state() { # LEAST : a state of an undisturbed run, no older than this one
  local state place
  state=$(visible)
  place=$(place_of "$state")
  if ((place < 0)); then
    cp "$work/export-error" "$stderr"
    fail "a reader sees what was never committed ($state)"
  elif ((place < $1)); then
    fail "committed documents are gone: state $place, committed was $1"
  fi
}

expect_resumed() {
  again || fail "the run cannot be done again: status $?"
  [[ $(visible) == "${states[-1]}" ]] || fail "done again, the index is another one"
  expect_clean
  if grep -q '^overblijfsel' "$work/check"; then
    cp "$work/check" "$stderr"
    fail "something is left over"
  fi
  [[ ! -e $index/sync.json || $(tail -c 2 "$index/sync.json") == '}' ]] || fail "sync.json is broken"
}

expect_message() { # WORDS : what went wrong; also said are where, and what to do
  grep -qE "$1" "$stderr" || fail "it is not said what went wrong"
  grep -q "^kamerzoek: .*$disk" "$stderr" || fail "it is not said where"
  grep -q '^  ' "$stderr" || fail "it is not said what to do"
  ! grep -q 'onverwachte fout' "$stderr" || fail "the fault is called unexpected"
}

finish() {
  echo "$scenario: $failures failures"
  ((failures == 0))
}
