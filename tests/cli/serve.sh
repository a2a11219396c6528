#!/bin/bash
# The server as a service runs it: its log, and how it stops.
source "$(dirname "$0")/lib.sh"

index_samples
log=$work/access.log

start() { # sets $server and $url
  "$KAMERZOEK_BIN" serve --listen 127.0.0.1:0 "$@" 2>"$work/said" &
  server=$!
  for _ in {1..200}; do
    url=$(sed -n 's|^.*luistert op \(http://[^/]*\)/$|\1|p' "$work/said")
    [[ -n $url ]] && return
    sleep 0.05
  done
  fail 'the server does not listen'
}
ask() { node -e 'fetch(process.argv[1]).then(answer => answer.text())' "$url$1"; }
wait_for() { for _ in {1..200}; do "$@" && return; sleep 0.05; done; fail "not in time: $*"; }
logged() { grep -qF -- "$1" "$2" 2>/dev/null; }

start --access-log "$log"
ask /kst-99001-1
wait_for logged '"GET /kst-99001-1 HTTP/1.1" 200' "$log"
expect 'only its owner reads the log' test "$(stat -c %a "$log")" = 600
mv "$log" "$log.1"
kill -USR1 $server
wait_for test -e "$log"
ask '/zoeken?q=dijk'
wait_for logged '"GET /zoeken?q=dijk HTTP/1.1" 200' "$log"
expect 'the old log is left alone' test "$(wc -l <"$log.1")" = 1
kill -TERM $server
wait $server
expect 'stops in order' test $? = 0

start
ask /
kill -USR1 $server
ask /
kill -INT $server
wait $server
expect 'without a log there is nothing to reopen' test $? = 0

run serve --listen 127.0.0.1:0 --access-log "$work/niets/log"
expect_status 2
expect_error 'niets/log'
expect_no_output

finish
