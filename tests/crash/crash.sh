#!/usr/bin/env bash
# What becomes of an index when something goes wrong while it is written. One kind of run a call:
#
#   crash.sh index|update|bulk|sync|rebuild KILLS STEP
#
# KILLS times the run is killed at a random moment. And on a small set of documents every call that
# changes a file (fault_shim.cpp) meets every fault: SIGKILL before it; EIO; a full disk, at once or
# after half a write; a disk that becomes read-only; and SIGKILL with a loss of power, where all that
# was not synced is gone, or some of it (power_loss.cpp). With STEP n only every n-th of these is done.
#
# After each: `check` is clean, or there is no index yet; a reader sees one of the states that an
# undisturbed run goes through, and none that is older than what was committed when the fault came
# (of a loss of power: no older than the commit before that, and none but the last where the run had
# ended); what failed says what, where and what to do; and the same run, done again, ends in the index
# of an undisturbed one, with nothing left over.
set -uo pipefail
scenario=${1:?usage: crash.sh index|update|bulk|sync|rebuild KILLS STEP}
kills=${2:?}
step=${3:?}
source "$(dirname "$0")/lib.sh"

faults=(kill EIO ENOSPC short EROFS power-all power-some)
declare -A words_for=([EIO]='de schijf geeft een fout' [ENOSPC]='de schijf is vol'
  [short]='de schijf is vol' [EROFS]='de schijf is alleen te lezen')
# Xapian 1.4.22 cannot unwind where writing fails twice: one line, and no path.
last_words='^kamerzoek: .*het schrijven blijft mislukken.* wat al was vastgelegd, staat er nog'
declare -A done_of # how often each fault happened, by its name and that of the call
cut_short=0         # how often Xapian brought the program down

# Where a reader may begin to see something else.
commits='^[0-9]+ rename .*/(generation-[0-9]+/iamglass|current)$'

# The states of an undisturbed run, and which one it is in after so many commits.
learn() {
  local call state last commit=0
  current_case="an undisturbed run"
  begin
  states=("$(visible)")
  state_after=(0)
  with_fault none 0 || fail "status $?"
  cp "$log" "$work/calls"
  calls=$(grep -cE '^[0-9]+ ' "$log")
  last=$(visible)
  expect_clean
  [[ $scenario != bulk ]] || grep -q '/build/segments/' "$work/calls" || fail "it was not in bulk"
  for call in $(grep -E "$commits" "$work/calls" | cut -d' ' -f1); do
    state=$last
    if ((call < calls)); then
      begin
      with_fault kill $((call + 1))
      state=$(visible)
    fi
    [[ $state == "${states[-1]}" ]] || states+=("$state")
    commit=$((commit + 1))
    state_after[commit]=$((${#states[@]} - 1))
  done
  [[ $last == "${states[-1]}" ]] || states+=("$last")
  [[ " ${states[*]} " != *' unreadable '* ]] || fail "a state that cannot be read"
}

try() { # FAULT CALL
  local fault=$1 call=$2 status happened least
  current_case="$fault at call $call"
  begin
  with_fault "$fault" "$call"
  status=$?
  happened=$(grep '^fault at ' "$log") || { fail "it did not happen"; return; }
  read -r _ _ _ name path <<<"$happened"
  current_case="$fault at call $call ($name $path)"
  done_of[$fault $name]=$((${done_of[$fault $name]:-0} + 1))
  least=${state_after[$(sed '/^fault at /,$d' "$log" | grep -cE "$commits")]:-0}
  case $fault in
    kill) ((status == 137)) || fail "it was not killed: status $status" ;;
    power-*)
      lose_power "$fault" "$call"
      least=$((least > 0 ? least - 1 : 0))
      ;;
    *)
      if ((status == 0)); then
        least=$((${#states[@]} - 1)) # it says that all is in
      elif ((status == 4)) && grep -q "$last_words" "$stderr"; then
        cut_short=$((cut_short + 1))
      elif ((status == 4)); then
        expect_message "${words_for[$fault]}"
      else
        fail "status $status"
      fi
      ;;
  esac
  expect_clean
  expect_state "$least"
  expect_resumed
}

lose_power() { # power-all|power-some SEED
  local how=$2
  [[ $1 == power-all ]] && how=all
  "$KAMERZOEK_POWER_LOSS" "$journal" "$disk" "$how" >"$work/lost" || fail "power_loss failed"
  # The machine was started again, which a program can tell.
  [[ ! -e $index/build/made-by ]] || echo "another start" >>"$index/build/made-by"
}

# After a run that says it is done nothing may be lost.
lose_power_at_end() { # power-all|power-some SEED [VARIABLE=VALUE]
  current_case="$1 after the end, seed $2"
  begin
  with_fault "$1" 0 "${@:3}" || fail "status $?"
  lose_power "$1" "$2"
  done_of[$1 end]=$((${done_of[$1 end]:-0} + 1))
  expect_clean
  expect_state $((${#states[@]} - 1))
}

# The test itself: where a sync does nothing, a loss of power must be seen to do harm.
plant() {
  local found
  found=$(
    for seed in {1..8}; do lose_power_at_end power-some "$seed" CRASH_SYNCS=ignored; done >/dev/null 2>&1
    echo "$failures"
  )
  current_case="a planted fault"
  ((found > failures)) || fail "what is lost without syncs is not noticed"
}

# The calls that the shim saw, against those that the kernel saw.
compare_with_strace() {
  current_case="strace"
  if ! strace -o /dev/null true 2>/dev/null; then
    echo "$scenario: strace cannot run here, so that its calls and the shim's were not compared"
    return
  fi
  begin
  strace -f -y -qq -s 0 -o "$work/trace" -e trace=open,openat,creat,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,fsync,fdatasync,syncfs,sync_file_range,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,copy_file_range,sendfile \
    "$KAMERZOEK_BIN" "${run[@]}" >/dev/null 2>"$stderr" || fail "status $?"
  # Of open what may write. remove() of the C library tries unlink first, the shim knows better.
  grep -F "$disk" "$work/trace" | grep -vE 'open(at)?\(.*(O_RDONLY|O_PATH)|EISDIR| resumed>' |
    sed -E 's/^[0-9]+ +//; s/^unlinkat\(.*AT_REMOVEDIR.*/rmdir/; s/\(.*//; s/^openat$/open/; s/^pwrite64$/pwrite/; s/^renameat2?$/rename/
            s/^(unlink|mkdir|symlink|link)at$/\1/' | sort | uniq -c >"$work/kernel"
  sed -E 's/^[0-9a-z]+ ([a-z]+) .*/\1/' "$work/calls" | sort | uniq -c >"$work/shim"
  diff "$work/kernel" "$work/shim" >"$stderr" || fail "the shim and strace do not agree"
}

try_all() {
  local call fault number=0
  for ((call = 1; call <= calls; call++)); do
    for fault in "${faults[@]}"; do
      ((number++ % step == 0)) && try "$fault" "$call"
    done
  done
  lose_power_at_end power-all 0
  for ((number = 1; number <= 1 + 40 / step; number++)); do lose_power_at_end power-some "$number"; done
}

# How often each fault happened, and at which calls.
report() {
  local fault name
  echo "$scenario: $calls calls; faults:"
  for fault in "${faults[@]}"; do
    echo -n "  $fault:"
    for name in open write pwrite fdatasync fsync rename link symlink unlink mkdir rmdir end; do
      [[ -z ${done_of[$fault $name]:-} ]] || echo -n " $name ${done_of[$fault $name]}"
    done
    echo
  done
}

kill_at_random() {
  local begun took writer moment seen killed=0 tries=0
  begin
  begun=$(date +%s%N)
  again || fail "status $?"
  took=$((($(date +%s%N) - begun) / 1000))
  while ((killed < kills && tries < 20 * kills)); do
    tries=$((tries + 1))
    begin
    moment=$(((RANDOM * 32768 + RANDOM) % took))
    current_case="SIGKILL after $moment µs"
    "$KAMERZOEK_BIN" "${run[@]}" >/dev/null 2>"$stderr" &
    writer=$!
    sleep "$(printf '%d.%06d' $((moment / 1000000)) $((moment % 1000000)))"
    seen=0
    if ((tries % 2)); then # what somebody has seen must stay
      seen=$(place_of "$(visible)")
      cp "$work/export-error" "$stderr"
      ((seen >= 0)) || fail "a reader beside the writer sees what was never committed"
    fi
    kill -KILL "$writer" 2>/dev/null
    wait "$writer" 2>/dev/null
    (($? == 137)) || continue # it was done before
    killed=$((killed + 1))
    expect_clean
    expect_state "$seen"
    expect_resumed
  done
  current_case="SIGKILL at random"
  ((killed == kills)) || fail "happened only $killed of $kills times"
  echo "$scenario: $killed kills at random moments of $((took / 1000)) ms"
}

prepare small
learn
plant
compare_with_strace
try_all
report
((cut_short == 0)) || echo "$scenario: Xapian ended the program $cut_short times; it said why"
if ((kills > 0)); then
  prepare large
  learn
  kill_at_random
fi
finish
