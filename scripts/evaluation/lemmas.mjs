// Do the forms of a word share a stem, and do other words stay away from it?

const share = (some, all) => all === 0 ? 0 : some / all;

/** The rows `{word, lemma, pos}` whose form is not the lemma itself. */
export const inflectedRows = (rows, words) =>
  rows.filter(({word, lemma}) => words.folded(word) !== words.folded(lemma));

export function scoreConflation(rows, words) {
  const inflected = inflectedRows(rows, words);
  const failed = inflected.filter(({word, lemma}) => words.stem(word) !== words.stem(lemma));
  return {
    rows: inflected.length,
    shared: 1 - share(failed.length, inflected.length),
    failures: failed.map(({word, lemma, pos}) => [pos, word, lemma, words.stem(word), words.stem(lemma)]),
  };
}

/** The share of lemmas whose stem is the stem of another lemma too. */
export function scoreMerging(rows, words) {
  const lemmas = new Map();
  for (const {lemma} of rows) lemmas.set(words.folded(lemma), words.stem(lemma));
  const groups = new Map();
  for (const [lemma, stem] of lemmas) groups.set(stem, [...(groups.get(stem) ?? []), lemma]);
  const merged = [...groups].filter(([, group]) => group.length > 1);
  return {
    lemmas: lemmas.size,
    merged: share(merged.reduce((sum, [, group]) => sum + group.length, 0), lemmas.size),
    failures: merged.map(([stem, group]) => [stem, group.join(' ')]),
  };
}
