// The relevance sets, and what is picked from them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const rows = (folder, name) => readFileSync(join(folder, name), 'utf8')
  .split('\n').filter(Boolean).map(line => line.split('\t'));

/** Parentheses and quotes are signs of the query language, and a subject line is cut off anywhere. */
const asWords = line => line.replace(/["()]/g, ' ');

/** Column `query` (from 0) as the query, the last column as the documents that answer it. */
const cases = (table, query) => table.map(
  row => ({id: row[0], query: asWords(row[query]), relevant: new Set(row.at(-1).split(' '))}));

export function readSets(folder) {
  const knownItem = rows(folder, 'known-item.tsv');
  return {
    threeWords: cases(knownItem, 1),
    subjectLines: cases(knownItem, 2),
    inflected: cases(rows(folder, 'inflected.tsv'), 1),
    bridging: cases(rows(folder, 'bridge.tsv'), 1),
    lemmas: rows(folder, 'lemmas.tsv')
      .map(([word, lemma, pos, count]) => ({word, lemma, pos, count: Number(count)})),
    compounds: rows(folder, 'compounds.tsv')
      .map(([word, parts, pos]) => ({word, parts: parts.split('_').filter(Boolean), pos})),
  };
}

/** Every word the sets ask about. */
export const wordsOf = ({lemmas, compounds}) => [
  ...lemmas.flatMap(({word, lemma}) => [word, lemma]),
  ...compounds.flatMap(({word, parts}) => [word, ...parts]),
];

/**
 * The rows of lemmas.tsv the treebank takes to be compounds (`told`), and those it does not
 * (`simple`), as far as its compounds are here.
 */
export function compoundsApart({lemmas, compounds}) {
  const known = new Set(compounds.flatMap(({word, parts}) => [word, parts.join('')]));
  const isKnown = ({word, lemma}) => known.has(word) || known.has(lemma);
  return {told: lemmas.filter(isKnown), simple: lemmas.filter(row => !isKnown(row))};
}
