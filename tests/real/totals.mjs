// totals.mjs PROGRAM EXPORT: asks random questions of the index in $KAMERZOEK_INDEX, from which
// EXPORT was made. The questions are the same in every run.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';

const [program, exported] = process.argv.slice(2);
const questions = 200;
const pageSize = 100;
// Paging through more takes minutes; some questions have more all the same.
const mostAnswers = 400;

/** Words between signs that are no letter, digit or joint, and those that a hyphen joins. */
const wordsOf = (text) => {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}'’.\-]+/gu)?.map((word) => word.replace(/\.+$/, '')) ?? [];
  return words.flatMap((word) => [word, ...word.split('-')]);
};
const isPlain = (word) => /^[a-z]{4,}$/.test(word);

const documents = readFileSync(exported, 'utf8').split('\n').filter(Boolean).map((line) => {
  const record = JSON.parse(line);
  const {nummer = '', toevoeging = ''} = record.dossier ?? {};
  return {id: record.id,
          soort: record.soort ?? '',
          year: (record.datum ?? '').slice(0, 4),
          dossier: toevoeging ? `${nummer}-${toevoeging}` : nummer,
          words: new Set(wordsOf(record.onderwerp ?? ''))};
});

// A generator with a seed (mulberry32), as Math.random has none.
let state = 20251124;
function random(below) {
  state = (state + 0x6D2B79F5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}
const one = (list) => list[random(list.length)];

const dated = documents.filter((d) => d.year && d.dossier);

/** A question, and which documents answer it. Words are sought exactly, in the subject line. */
function question() {
  const like = one(dated);
  const conditions = [];
  const word = one([...like.words].filter(isPlain));
  if (word && random(4) > 0) {
    conditions.push([`onderwerp:"${word}"`, (d) => d.words.has(word)]);
  }
  const pick = random(4);
  if (pick === 0) conditions.push([`soort:"${like.soort}"`, (d) => d.soort === like.soort]);
  if (pick === 1) conditions.push([`jaar:${like.year}`, (d) => d.year === like.year]);
  if (pick === 2) conditions.push([`dossier:${like.dossier}`, (d) => d.dossier === like.dossier]);
  if (pick === 3 && conditions.length > 0) {
    conditions.push([`-jaar:${like.year}`, (d) => d.year !== like.year]);
  }
  return {query: conditions.map(([text]) => text).join(' '),
          answers: (d) => conditions.every(([, holds]) => holds(d))};
}

const server = spawn(program, ['serve', '--listen', '127.0.0.1:0'],
                     {stdio: ['ignore', 'ignore', 'pipe']});
try {
  let url;
  for await (const line of createInterface({input: server.stderr})) {
    url = line.match(/luistert op (http:\S+?)\/?$/)?.[1];
    if (url) break;
  }
  let paged = 0;
  for (let asked = 0; asked < questions; ++asked) {
    let query;
    let expected;
    do {
      const drawn = question();
      query = drawn.query;
      expected = new Set(documents.filter(drawn.answers).map((d) => d.id));
    } while (expected.size > mostAnswers && random(20) > 0);
    for (const sort of ['relevantie', 'nieuwste', 'oudste']) {
      const seen = new Set();
      for (let offset = 0, total = 1; offset < total; offset += pageSize) {
        const address = `${url}/api/v1/search?q=${encodeURIComponent(query)}&sort=${sort}` +
            `&offset=${offset}&limit=${pageSize}`;
        const answer = await (await fetch(address)).json();
        total = answer.total;
        assert.equal(total, expected.size, `${query}, ${sort}`);
        for (const {id} of answer.results) {
          assert.ok(!seen.has(id), `${query}, ${sort}: ${id} comes twice`);
          seen.add(id);
        }
      }
      assert.deepEqual([...seen].sort(), [...expected].sort(), `${query}, ${sort}`);
      paged += seen.size;
    }
  }
  console.log(`${questions} questions, ${paged} results paged through`);
} finally {
  server.kill('SIGTERM');
}
