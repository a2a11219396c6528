// Do the forms of a word share its stem, and do other words stay away from it?
//
// The figures known of Xapian's stemmers were measured elsewhere (another half of the set, perhaps
// all of it). Of the definitions tried, these come nearest to them on the half that is here:
//
//   conflation   rows of letters only whose form is not the lemma, each counted once: `dutch` .387
//                and `kraaij_pohlmann` .531, nouns .688, where .385, .531 and .695 are known. With
//                words of digits and hyphens as well it is .371, .509 and .641.
//   merging      distinct lemmas that have the stem of another lemma, of those seen twice or more:
//                .081 and .103, where .074 and .095 are known. It tells no derivation (bouw, bouwen)
//                from an accident (brand, brandend). Over all lemmas it is .096 and .126: the more
//                lemmas, the more meet.
import {share} from './share.mjs';

const letters = /^\p{L}+$/u;

/** Rows without digits, hyphens and apostrophes. */
export const ofLetters = rows => rows.filter(({word, lemma}) => letters.test(word) && letters.test(lemma));

/** Rows are `{word, lemma, pos}`; those whose form is the lemma do not count. */
export function scoreConflation(rows, words) {
  const inflected = rows.filter(({word, lemma}) => words.folded(word) !== words.folded(lemma));
  const failed = inflected.filter(({word, lemma}) => words.stem(word) !== words.stem(lemma));
  return {
    count: inflected.length,
    shared: share(inflected.length - failed.length, inflected.length),
    failures: failed.map(({word, lemma, pos}) => [pos, word, lemma, words.stem(word), words.stem(lemma)]),
  };
}

/** Whether two lemmas begin alike, as what is derived from one word mostly does. */
export const beginAlike = (one, other) => one.slice(0, 4) === other.slice(0, 4);

/**
 * The share of lemmas that have the stem of another lemma, and of those that have the stem of one
 * that begins otherwise.
 */
export function scoreMerging(rows, words) {
  const groups = new Map();
  for (const lemma of new Set(rows.map(row => row.lemma))) {
    const stem = words.stem(lemma);
    groups.set(stem, (groups.get(stem) ?? new Set()).add(words.folded(lemma)));
  }
  let lemmas = 0, merged = 0, unlike = 0;
  const failures = [];
  for (const [stem, group] of groups) {
    lemmas += group.size;
    if (group.size === 1) continue;
    const all = [...group];
    const strangers = all.filter(one => all.some(other => !beginAlike(one, other)));
    merged += group.size;
    unlike += strangers.length;
    failures.push([strangers.length > 0 ? 'otherwise' : 'alike', stem, all.join(' ')]);
  }
  return {count: lemmas, merged: share(merged, lemmas), unlike: share(unlike, lemmas), failures};
}
