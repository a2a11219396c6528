#!/bin/bash
# Following the Tweede Kamer, on a server that replays records: killed again and again, the index is
# what it would have been.
source "$(dirname "$0")/lib.sh"

mkdir records
node -e '
  const pages = [];
  for (let i = 0; i < 6000; i++) {
    const minute = new Date(Date.UTC(2025, 0, 1) + i * 60000).toISOString();
    const id = "00000000-0000-4000-8000-" + String(i).padStart(12, "0");
    const dead = i % 20 === 19;
    (pages[Math.floor(i / 1000)] ??= []).push({
      Id: id, Soort: dead ? null : "Motie", DocumentNummer: dead ? null : "2025D" + String(i).padStart(5, "0"),
      Onderwerp: dead ? null : "Motie over turfschip " + i, ApiGewijzigdOp: minute, Verwijderd: dead,
    });
  }
  pages.forEach((value, i) => require("fs").writeFileSync("records/page-" + i + ".json",
    JSON.stringify({"@odata.context": "https://x/$metadata#Document", value})));'

"$KAMERZOEK_REPLAY" --records records "$KAMERZOEK_SAMPLES/odata" >address &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
until [[ -s address ]]; do sleep 0.1; done
url=$(cat address)/OData/v4/2.0

run index records "$KAMERZOEK_SAMPLES/odata" --index files
"$KAMERZOEK_BIN" export --index files >files.jsonl

begin=$(date +%s%N)
run sync --from "$url" --rate 1000 --metadata-only --index undisturbed --format json
expect_status 0
expect_json 'it.read >= 6000 && it.skipped === 0'
milliseconds=$((($(date +%s%N) - begin) / 1000000))
"$KAMERZOEK_BIN" export --index undisturbed >undisturbed.jsonl
expect "the index of the files" cmp -s files.jsonl undisturbed.jsonl

killed=0
for i in 1 2 3 4 5 6 7 8; do
  "$KAMERZOEK_BIN" sync --from "$url" --rate 1000 --metadata-only >/dev/null 2>"$stderr" &
  syncing=$!
  sleep "$(printf '0.%03d' $((RANDOM % milliseconds % 1000)))"
  kill -KILL "$syncing" 2>/dev/null && killed=$((killed + 1))
  wait "$syncing" 2>/dev/null
done
command_run="kill -KILL, $killed times"
expect "a run was killed" test "$killed" -ge 1
run sync --from "$url" --rate 1000 --metadata-only
expect_status 0
"$KAMERZOEK_BIN" export >killed.jsonl
expect "as if nothing had happened" cmp -s files.jsonl killed.jsonl

# The SyncFeed says what changed: the index is the same, however often it is killed.
node -e '
  const pages = [];
  for (let i = 0; i < 900; i++) {
    const id = "00000000-0000-4000-8000-" + String(i * 5).padStart(12, "0");
    const gone = i % 3 === 0;
    pages.push({Id: id, Soort: gone ? null : "Motie", DocumentNummer: gone ? null : "2025D" + String(i * 5).padStart(5, "0"),
      Onderwerp: gone ? null : "Motie over trekschuit " + i, Verwijderd: gone,
      ApiGewijzigdOp: new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString()});
  }
  require("fs").writeFileSync("changes.json", JSON.stringify(pages));'
by_feed=(sync --source syncfeed --feed "$(cat address)/SyncFeed/2.0" --from "$url" --rate 1000 --metadata-only)
killed=0
follow() { # TIMES that it is killed
  for i in $(seq "$1"); do
    "$KAMERZOEK_BIN" "${by_feed[@]}" --index by-feed >/dev/null 2>"$stderr" &
    syncing=$!
    sleep "$(printf '0.%03d' $((RANDOM % milliseconds % 1000)))"
    kill -KILL "$syncing" 2>/dev/null && killed=$((killed + 1))
    wait "$syncing" 2>/dev/null
  done
  run "${by_feed[@]}" --index by-feed
  expect_status 0
}
follow 4
node -e '
  (async () => {
    for (const record of require("./changes.json")) {
      await fetch(process.argv[1] + "/replay/put?type=Document", {method: "POST", body: JSON.stringify(record)});
    }
  })()' "$(cat address)"
follow 4
"$KAMERZOEK_BIN" export --index by-feed >by-feed.jsonl
run sync --from "$url" --rate 1000 --metadata-only
"$KAMERZOEK_BIN" export >by-odata.jsonl
command_run="kill -KILL, $killed times"
expect "a run was killed" test "$killed" -ge 1
expect "what OData alone gives" cmp -s by-odata.jsonl by-feed.jsonl
expect "other than before" test "$(grep -c trekschuit by-feed.jsonl)" -ge 600

# A watch sees what comes, and ends at SIGTERM.
"$KAMERZOEK_BIN" sync --from "$url" --rate 1000 --metadata-only --watch --interval 0.2 >"$stdout" 2>"$stderr" &
watching=$!
node -e '
  fetch(process.argv[1] + "/replay/put?type=Document", {method: "POST", body: JSON.stringify({
    Id: "00000000-0000-4000-8000-999999999999", DocumentNummer: "2025D99999", Soort: "Brief",
    Onderwerp: "Een brief over de waterwolf", ApiGewijzigdOp: "2026-01-02T03:04:05Z", Verwijderd: false})})' \
  "$(cat address)"
for i in $(seq 50); do
  run search waterwolf --format json
  [[ $(json it.total) == 1 ]] && break
  sleep 0.1
done
expect_json 'it.total === 1'
kill -TERM "$watching"
wait "$watching"
status=$?
command_run="kill -TERM"
expect_status 0

run stats --format json
expect_json 'it.sync.gevuld && it.sync.fout === "" && it.sync.bijgewerkt > "2026"'
run stats
expect_line "Bijgehouden"

run sync --from "http://127.0.0.1:1" --rate 1000
expect_status 3
expect_error "niet te bereiken"
run sync --since gisteren
expect_status 2
run sync --source atom
expect_status 2
expect_error "kies uit odata, syncfeed"

finish
