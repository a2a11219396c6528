#!/usr/bin/env bash
# Indexes all real data and holds what `stats` counts against what the files say, counted by other
# means. Skipped (77) where the data is absent.
set -euo pipefail

data=${KAMERZOEK_SHARED:-$KAMERZOEK_ROOT/../shared}/data
if [ ! -f "$data/odata-Document.tar.zst" ]; then
  echo "skipped: no real data in $data (set KAMERZOEK_SHARED)"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KAMERZOEK_INDEX=$work/index
for archive in "$data"/*.tar.zst; do
  mkdir "$work/$(basename "$archive" .tar.zst)"
  tar --zstd -xf "$archive" -C "$work/$(basename "$archive" .tar.zst)"
done

status=0
"$KAMERZOEK_BIN" index "$work"/kst-moties "$work"/odata-* "$data/letters" --format json \
  >"$work/report" 2>"$work/skipped" || status=$?
cat "$work/report" "$work/skipped"
[ "$status" -eq 0 ]

"$KAMERZOEK_BIN" stats --format json >"$work/stats"
node - "$work" <<'JS'
const fs = require('fs'), path = require('path');
const work = process.argv[2];
const stats = JSON.parse(fs.readFileSync(path.join(work, 'stats'))).records;
const files = folder => fs.readdirSync(folder, {recursive: true, withFileTypes: false})
  .map(name => path.join(folder, name)).filter(name => name.endsWith('.json'));

// What the files say: every record once, by its Id; the expanded zaken bring documents of their own.
const live = {}, gone = {};
const note = (entity, record) => {
  ((record.Verwijderd ? gone : live)[entity] ??= new Set()).add(record.Id);
};
for (const entity of ['Document', 'Zaak', 'Activiteit', 'Agendapunt', 'Besluit', 'Stemming', 'Vergadering', 'Persoon', 'Fractie'])
  for (const file of files(path.join(work, `odata-${entity}`)))
    for (const record of JSON.parse(fs.readFileSync(file)).value) note(entity, record);
for (const file of files(path.join(work, 'odata-zaak-expanded'))) {
  const zaak = JSON.parse(fs.readFileSync(file));
  note('Zaak', zaak);
  for (const document of zaak.Document) note('Document', document);
}

let wrong = 0;
for (const entity of Object.keys(live)) {
  const counted = stats[entity.toLowerCase()];
  const expected = {aanwezig: live[entity].size, ingetrokken: (gone[entity] ?? new Set()).size};
  const same = counted.aanwezig === expected.aanwezig && counted.ingetrokken === expected.ingetrokken;
  console.log(`${same ? 'ok   ' : 'WRONG'} ${entity}: ${JSON.stringify(counted)}, files say ${JSON.stringify(expected)}`);
  if (!same) wrong++;
}
process.exit(wrong ? 1 : 0);
JS

letter=$("$KAMERZOEK_BIN" show '34 682, nr. 228' --format json)
LETTER=$letter node -e '
  const assert = require("assert");
  const letter = JSON.parse(process.env.LETTER);
  assert.equal(letter.documentNummer, "2025D27614");
  assert.equal(letter.bijlagen.length, 16);
  assert.equal(letter.actoren[0].naam, "M.C.G. Keijzer");
  assert.equal(letter.zaken.length, 1);
  assert.equal(letter.zaken[0].nummer, "2025Z12077");
  assert.equal(letter.zaken[0].actoren.length, 9);
  assert.equal(letter.zaken[0].agenda.length, 2);'
"$KAMERZOEK_BIN" search woningbouw Zeeland --limit 2 >"$work/found"
grep -q '^kst-34682-228 ' "$work/found"
"$KAMERZOEK_BIN" dossier 34682 --format json >"$work/dossier"
node -e '
  const assert = require("assert");
  const {documenten} = JSON.parse(require("fs").readFileSync(process.argv[1]));
  const numbers = documenten.map(document => Number(document.volgnummer));
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
  assert.ok(numbers.includes(228));' "$work/dossier"

# The letter from both ends: its notes, what they cite, its annexes by their own records.
"$KAMERZOEK_BIN" show kst-34682-223 --format json >"$work/cited"
LETTER=$letter node -e '
  const assert = require("assert");
  const letter = JSON.parse(process.env.LETTER);
  assert.deepEqual(letter.cites.map(link => link.id), [
    "kst-36592-17", "kst-36200-XII-33", "kst-35334-362", "kst-34682-223", "kst-32847-1297",
    "kst-36600-XXII-26", "kst-32847-1344", "kst-36200-A-78"]);
  assert.equal(letter.related.filter(link => link.relatie === "bijlage" && link.aanwezig).length, 16);
  const {citedBy} = JSON.parse(require("fs").readFileSync(process.argv[1]));
  const citing = citedBy.find(link => link.id === "kst-34682-228");
  assert.match(citing.zin, /uitvoering aan de motie van het lid Mooiman/);' "$work/cited"
echo 'all counts agree'
