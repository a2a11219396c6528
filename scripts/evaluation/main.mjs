// main.mjs PROGRAM WORK SETS [FAILURES]: measures and prints. WORK holds the motions and the index
// that scripts/evaluate made of them; with it, where there was what to make it of, the index
// `titled` that has their subject lines too.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {measureCompounds, measureLemmas, measureSearch, measureTitled} from './measure.mjs';
import {Program} from './program.mjs';
import {compoundLines, lemmaLines, searchLines, titledLines} from './report.mjs';
import {readSets, wordsOf} from './sets.mjs';
import {renderTable} from './table.mjs';
import {Words} from './words.mjs';

const [binary, work, folder, failures] = process.argv.slice(2);
const program = new Program(binary, work);
const sets = readSets(folder);
const documents = readFileSync(join(work, 'motions.jsonl'), 'utf8').split('\n').filter(Boolean).length;

const titled = existsSync(join(work, 'titled')) ? await measureTitled(program, sets) : null;
const [search, words] = await Promise.all([
  measureSearch(program, sets, documents),
  program.analyze(wordsOf(sets)).then(analyses => new Words(analyses))]);
const lemmas = measureLemmas(sets, words);
const compounds = measureCompounds(sets, words);

process.stdout.write(renderTable([
  ...searchLines(search), ...(titled ? titledLines(titled) : []), ...lemmaLines(lemmas), ...compoundLines(compounds)]));

const ranking = ['id', 'query', 'relevant', 'place', 'first'];
const files = {
  'known-item': [ranking, search.threeWords],
  'subject-line': [ranking, search.subjectLines],
  inflected: [ranking, search.inflected],
  bridging: [['id', 'query', 'relevant'], search.bridging],
  lemmas: [['pos', 'word', 'lemma', 'stem', 'stem of lemma'], lemmas.conflation],
  merged: [['begin', 'stem', 'lemmas'], lemmas.mergingAll],
  compounds: [['pos', 'how', 'word', 'gold', 'parts'], compounds.compounds],
  simple: [['pos', 'word', 'parts'], compounds.simple],
};
if (titled) {
  files['known-item-titled'] = [ranking, titled.threeWords];
  files['subject-line-titled'] = [ranking, titled.subjectLines];
}
if (failures)
  for (const [name, [columns, score]] of Object.entries(files))
    writeFileSync(join(failures, `${name}.tsv`),
                  [columns, ...score.failures].map(row => `${row.join('\t')}\n`).join(''));
