// references_main.mjs PROGRAM DATA [FAILURES]: measures and prints. DATA holds the folders kst-moties,
// odata-Zaak and odata-zaak-expanded.
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {replacesAnother, scoreMarks, scoreSubjects, withoutMarkup} from './references.mjs';
import {renderTable} from './table.mjs';

const [program, data, failures] = process.argv.slice(2);

/** The references in each of the texts, their places within it. */
function referencesIn(texts) {
  // One run for all: each text ends with a paragraph, which no name goes over.
  const separator = '\n\n.\n\n';
  const {status, stdout, error} = spawnSync(
    program, ['references'], {input: texts.join(separator), maxBuffer: 1 << 30});
  if (error !== undefined || status !== 0) throw error ?? new Error(`${program} ended with ${status}`);
  const all = stdout.toString().split('\n').filter(Boolean).map(line => JSON.parse(line));
  let begin = 0, next = 0;
  return texts.map(text => {
    const end = begin + Buffer.byteLength(text), own = [];
    while (next < all.length && all[next].begin < end) {
      const one = all[next++];
      own.push({...one, begin: one.begin - begin, end: one.end - begin});
    }
    begin = end + separator.length;
    return own;
  });
}

const filesIn = (folder, extension) => readdirSync(folder, {recursive: true})
  .filter(name => name.endsWith(extension)).sort().map(name => join(folder, name));

const publications = filesIn(join(data, 'kst-moties'), '.xml')
  .map(file => ({file, ...withoutMarkup(readFileSync(file, 'utf8'))}));
const found = referencesIn(publications.map(({text}) => text));

// All in one row of bytes, so that they are scored together.
let offset = 0;
const marks = [], references = [];
const around = ({begin, end, text, file}, {id, text: place = ''}) => [
  file.slice(data.length + 1), id, place,
  Buffer.from(text).subarray(Math.max(0, begin - 80), end + 40).toString().replace(/\s+/g, ' ')];
publications.forEach(({file, text, marks: own}, index) => {
  const at = one => ({...one, begin: one.begin + offset, end: one.end + offset,
                      row: around({begin: one.begin, end: one.end, text, file}, one)});
  marks.push(...own.map(at));
  references.push(...found[index].map(at));
  offset += Buffer.byteLength(text) + 1;
});
const score = scoreMarks(marks, references);

const subjects = new Set();
for (const folder of ['odata-Zaak', 'odata-zaak-expanded'])
  for (const file of filesIn(join(data, folder), '.json')) {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    for (const {Onderwerp: subject} of json.value ?? [json])
      if (subject && replacesAnother(subject)) subjects.add(subject.trim());
  }
const lines = [...subjects].sort();
const bySubject = referencesIn(lines);
const replaced = scoreSubjects(lines.map((subject, index) => ({subject, found: bySubject[index]})));

const percent = value => `${(100 * value).toFixed(2)} %`;
const line = (name, value, goal) => ({name, value, goal, show: percent});
process.stdout.write(renderTable([
  {title: `references marked in official publications (${score.count})`},
  line('found, with their id', score.recall, {atLeast: 0.98}),
  line('right, of those found at a mark', score.atMarks, {atLeast: 0.98}),
  line(`marked, of all that is found (${score.found})`, score.ofAll),
  {title: `subject lines ending in "(t.v.v. …)" (${replaced.count})`},
  line('one paper replaced', replaced.one, {atLeast: 0.995}),
]));

if (failures) {
  const rows = {
    missed: score.missed.map(({row}) => row),
    wrong: score.wrong.map(({row}) => row),
    unmarked: score.unmarked.map(({row}) => row),
    subjects: replaced.failures,
  };
  for (const [name, list] of Object.entries(rows))
    writeFileSync(join(failures, `references-${name}.tsv`), list.map(row => `${row.join('\t')}\n`).join(''));
}
