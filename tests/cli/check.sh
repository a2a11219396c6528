#!/bin/bash
# `check`: what is wrong with an index, where, and whether a rebuild mends it.
source "$(dirname "$0")/lib.sh"

run check
expect_status 4
expect_error "kamerzoek index"
expect "asking makes no index" test ! -e "$KAMERZOEK_INDEX"

index_samples
run check
expect_status 0
expect_no_error
expect_line "geen schade"
run check --format json
expect_status 0
expect_json 'Object.keys(it).join() === "records,clean,mendable,counts,findings,seconds"'
expect_json 'it.clean && it.records > 60 && it.findings.length === 0'

# Beside a server.
"$KAMERZOEK_BIN" serve --listen 127.0.0.1:0 >/dev/null 2>&1 &
server=$!
run check
expect_status 0
kill "$server"
wait "$server" 2>/dev/null

# Another version: a rebuild mends it.
cp -a "$KAMERZOEK_INDEX" newer
node -e '
  const fs = require("fs"), file = "newer/current/postlist.glass", bytes = fs.readFileSync(file);
  const name = Buffer.from("kamerzoek.schema");
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const near = bytes.subarray(at + name.length, at + name.length + 12);
    const value = near.findIndex(byte => byte >= 0x31 && byte <= 0x38);
    if (value >= 0) near[value] = "9".charCodeAt(0);
  }
  fs.writeFileSync(file, bytes);'
run check --index newer
expect_status 4
expect_line "versie: "
expect_line "schemaversie 9"
expect_line '`kamerzoek rebuild` herstelt dit'
run rebuild --index newer
run check --index newer
expect_status 0

# Without one of its files nothing mends it.
cp -a "$KAMERZOEK_INDEX" lost
rm lost/current/termlist.glass
run check --index lost
expect_status 4
expect_line "termlist.glass: het bestand ontbreekt"
expect_line '`kamerzoek rebuild` herstelt dit niet'

# Without its records, each of which begins as a frame of zstd, nothing mends it.
cp -a "$KAMERZOEK_INDEX" empty
node -e '
  const fs = require("fs"), file = "empty/current/postlist.glass", bytes = fs.readFileSync(file);
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) bytes[at] = 0;
  fs.writeFileSync(file, bytes);'
run check --index empty
expect_status 4
expect_line "record: "
expect_line "andere"
expect_line '`kamerzoek rebuild` herstelt dit niet'
run check --index empty --format json
expect_status 4
expect_json '!it.clean && !it.mendable && it.counts.record === it.records'
expect_json 'it.findings.filter(f => f.kind === "record").length === 20'
expect_json 'Object.keys(it.findings[0]).join() === "kind,where,docid,message,advice,damage,mendable"'

# What a stopped rebuild left is told, and is no damage.
mkdir "$KAMERZOEK_INDEX/generation-000042"
run check
expect_status 0
expect_line "generation-000042"
expect_line "de map mag weg"

# A `current` that leads nowhere.
rm -r "$KAMERZOEK_INDEX"/generation-*
run check
expect_status 4
expect_line "indeling: "
expect_line "current"

finish
