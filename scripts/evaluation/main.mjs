// main.mjs PROGRAM WORK SETS [FAILURES]: measures and prints; scripts/evaluate prepares.
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {scoreCompounds, scoreSimple} from './compounds.mjs';
import {scoreConflation, scoreMerging} from './lemmas.mjs';
import {Program} from './program.mjs';
import {scoreBridging, scoreRankings} from './ranking.mjs';
import {readSets, simpleWords, wordsOf} from './sets.mjs';
import {decimal, percent, renderTable} from './table.mjs';
import {Words} from './words.mjs';

const documents = 6120;
const [binary, work, folder, failuresFolder] = process.argv.slice(2);
const program = new Program(binary, work);
const sets = readSets(folder);

const keep = (name, columns, {failures}) => {
  if (failuresFolder)
    writeFileSync(join(failuresFolder, `${name}.tsv`),
                  [columns, ...failures].map(row => `${row.join('\t')}\n`).join(''));
};
const ranked = (name, cases) => {
  const score = scoreRankings(cases, program.search(cases.map(({query}) => query), 10));
  keep(name, ['id', 'query', 'relevant', 'place', 'first'], score);
  return score;
};

const threeWords = ranked('known-item', sets.threeWords);
const subjectLines = ranked('subject-line', sets.subjectLines);
const inflected = ranked('inflected', sets.inflected);
const bridging = scoreBridging(sets.bridging, program.search(sets.bridging.map(({query}) => query), 10000), documents);
keep('bridging', ['id', 'query', 'relevant'], bridging);

const words = new Words(program.analyze(wordsOf(sets)));
const byPos = (rows, ...poses) => rows.filter(({pos}) => poses.includes(pos));
const conflation = scoreConflation(sets.lemmas, words);
keep('lemmas', ['pos', 'word', 'lemma', 'stem', 'stem of lemma'], conflation);
const merging = scoreMerging(sets.lemmas, words);
keep('merged', ['stem', 'lemmas'], merging);
const compounds = scoreCompounds(sets.compounds, words);
keep('compounds', ['pos', 'how', 'word', 'gold', 'parts'], compounds);
const simpleNouns = scoreSimple(simpleWords(sets, 'NOUN'), words);
keep('simple-nouns', ['word', 'parts'], simpleNouns);
const nouns = scoreCompounds(byPos(sets.compounds, 'NOUN'), words);

const entry = (name, value, goal, peers, show = decimal) => ({name, value, goal, peers, show});
const count = number => String(number);
console.log(renderTable([
  {title: `known item, three words (${threeWords.queries} queries)`},
  entry('MRR@10', threeWords.mrr, {atLeast: 0.965}, 'OpenTK 0.758, FTS5 0.767, Xapian dutch 0.935, exact or stem 0.9445'),
  entry('S@1', threeWords.first),
  entry('without a result', threeWords.empty, {atMost: 0.001}, 'OpenTK 20 %', percent),
  entry('whole subject line, MRR@10', subjectLines.mrr),
  {title: `inflected (${inflected.queries} queries)`},
  entry('nDCG@10', inflected.ndcg, {atLeast: 0.90}, 'Lucene 0.789, Lucene++ 0.797, tantivy 0.790, Xapian dutch 0.788'),
  entry('MRR@10', inflected.mrr, undefined, 'Lucene 0.756, Lucene++ 0.764, tantivy 0.756, Xapian kraaij_pohlmann 0.777'),
  {title: `bridging (${bridging.queries} words)`},
  entry('found', bridging.found, {atLeast: 0.72}, 'Xapian dutch 0.16, kraaij_pohlmann 0.21'),
  entry('load', bridging.load, {atMost: 0.055}),
  {title: `inflected forms that share the stem of their lemma (${conflation.rows} rows)`},
  entry('all', conflation.shared, {atLeast: 0.80}, 'Xapian dutch 0.385, kraaij_pohlmann 0.531'),
  entry('nouns', scoreConflation(byPos(sets.lemmas, 'NOUN'), words).shared, {atLeast: 0.90}, 'kraaij_pohlmann 0.695'),
  entry('adjectives', scoreConflation(byPos(sets.lemmas, 'ADJ'), words).shared),
  entry('verbs', scoreConflation(byPos(sets.lemmas, 'VERB'), words).shared),
  entry('unrelated lemmas merged', merging.merged, {atMost: 0.07}, 'Xapian dutch 0.074, kraaij_pohlmann 0.095'),
  {title: `compounds (${nouns.rows} nouns, ${compounds.rows} rows)`},
  entry('nouns split alike', nouns.alike, {atLeast: 0.88}),
  entry('parts, precision', nouns.precision),
  entry('parts, recall', nouns.recall),
  ...['ADJ', 'PROPN', 'VERB'].map(pos => {
    const score = scoreCompounds(byPos(sets.compounds, pos), words);
    return entry(`${pos} (${count(score.rows)}) split alike`, score.alike);
  }),
  entry(`simple nouns split (${simpleNouns.words})`, simpleNouns.split, {atMost: 0.02}, undefined, percent),
]));
