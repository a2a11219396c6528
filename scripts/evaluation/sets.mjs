// The relevance sets as they lie in ../shared/eval, and what is picked from them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const rows = (folder, name) => readFileSync(join(folder, name), 'utf8')
  .split('\n').filter(Boolean).map(line => line.split('\t'));

/** A subject line may be cut off within parentheses; they and quotes are signs of the query language. */
const asWords = line => line.replace(/["()]/g, ' ');

/** Column `query` (from 0) as the query, the last column as the documents that answer it. */
const cases = (table, query) =>
  table.map(row => ({id: row[0], query: asWords(row[query]), relevant: new Set(row.at(-1).split(' '))}));

export function readSets(folder) {
  const knownItem = rows(folder, 'known-item.tsv');
  return {
    threeWords: cases(knownItem, 1),
    subjectLines: cases(knownItem, 2),
    inflected: cases(rows(folder, 'inflected.tsv'), 1),
    bridging: cases(rows(folder, 'bridge.tsv'), 1),
    lemmas: rows(folder, 'lemmas.tsv').map(([word, lemma, pos]) => ({word, lemma, pos})),
    compounds: rows(folder, 'compounds.tsv')
      .map(([word, parts, pos]) => ({word, parts: parts.split('_').filter(Boolean), pos})),
  };
}

/** Every word that is analysed for the sets. */
export function wordsOf({lemmas, compounds}) {
  return [...lemmas.flatMap(({word, lemma}) => [word, lemma]),
          ...compounds.flatMap(({word, parts}) => [word, parts.join(''), ...parts])];
}

/** Distinct words of one part of speech that the treebank takes to be no compound. */
export function simpleWords({lemmas, compounds}, pos) {
  const known = new Set(compounds.flatMap(({word, parts}) => [word, parts.join('')]));
  return [...new Set(lemmas.filter(row => pos === undefined || row.pos === pos)
    .filter(({word, lemma}) => !known.has(word) && !known.has(lemma)).map(({word}) => word))];
}
