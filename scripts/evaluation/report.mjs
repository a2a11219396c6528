// What the table says: the measures in order, the goals, and what others reach on the same sets.
import {decimal, percent} from './table.mjs';

const line = (name, value, {goal, others, show = decimal} = {}) => ({name, value, goal, others, show});
const atLeast = least => ({atLeast: least});
const atMost = most => ({atMost: most});

/** Those of search were measured on 8,041 motions, of which ours are three quarters. */
export const searchLines = ({threeWords, subjectLines, inflected, bridging}) => [
  {title: `known item, three words (${threeWords.count} queries)`},
  line('MRR@10', threeWords.mrr, {goal: atLeast(0.965),
    others: 'OpenTK .758, SQLite FTS5 .767, Xapian dutch .935, exact or stem .9445'}),
  line('S@1', threeWords.first),
  line('without a result', threeWords.empty, {goal: atMost(0.001), show: percent, others: 'OpenTK 20 %'}),
  {title: 'known item, the whole subject line'},
  line('MRR@10', subjectLines.mrr),
  {title: `inflected (${inflected.count} queries)`},
  line('nDCG@10', inflected.ndcg, {goal: atLeast(0.90),
    others: 'Lucene .789, Lucene++ .797, tantivy .790, Xapian dutch .788'}),
  line('MRR@10', inflected.mrr, {
    others: 'Lucene .756, Lucene++ .764, tantivy .756, Xapian kraaij_pohlmann .777'}),
  {title: `bridging (${bridging.count} words)`},
  line('found', bridging.found, {goal: atLeast(0.72), others: 'Xapian dutch .16, kraaij_pohlmann .21'}),
  line('load', bridging.load, {goal: atMost(0.055)}),
];

export const titledLines = ({threeWords, subjectLines}) => [
  {title: 'known item, with the subject lines and metadata in the index'},
  line('three words, MRR@10', threeWords.mrr, {goal: atLeast(0.99)}),
  line('three words, S@1', threeWords.first),
  line('the whole subject line, MRR@10', subjectLines.mrr),
];

export const lemmaLines = scores => [
  {title: `inflected form and lemma share a stem (${scores.conflation.count} rows)`},
  line('all', scores.conflation.shared, {goal: atLeast(0.80), others: 'Xapian dutch .385, kraaij_pohlmann .531'}),
  line('nouns', scores.conflationNouns.shared, {goal: atLeast(0.90), others: 'Xapian kraaij_pohlmann .695'}),
  line('adjectives', scores.conflationAdjectives.shared),
  line('verbs', scores.conflationVerbs.shared),
  line('also with digits and hyphens', scores.conflationAnySign.shared),
  {title: `lemmas merged with another (${scores.merging.count} seen twice)`},
  line('all', scores.merging.merged, {goal: atMost(0.07), others: 'Xapian dutch .074, kraaij_pohlmann .095'}),
  line('with one that begins otherwise', scores.merging.unlike),
  line('also those seen once', scores.mergingAll.merged, {
    others: 'Xapian dutch .096, kraaij_pohlmann .126'}),
];

export const compoundLines = scores => [
  {title: `compounds split alike (${scores.compounds.count} rows)`},
  line(`nouns (${scores.compoundNouns.count})`, scores.compoundNouns.alike, {goal: atLeast(0.88)}),
  line('their parts, precision', scores.compoundNouns.precision),
  line('their parts, recall', scores.compoundNouns.recall),
  line(`adjectives (${scores.compoundAdjectives.count})`, scores.compoundAdjectives.alike),
  line(`names (${scores.compoundNames.count})`, scores.compoundNames.alike),
  line(`verbs (${scores.compoundVerbs.count})`, scores.compoundVerbs.alike),
  {title: 'simple words split'},
  line(`of at most seven letters (${scores.simpleShort.count})`, scores.simpleShort.split,
    {goal: atMost(0.02), show: percent}),
  line(`nouns, estimate (${scores.simpleNounsEstimate.count})`, scores.simpleNounsEstimate.split,
    {show: percent, others: 'a trial 1 %, on words that are not told'}),
  line(`nouns, and unknown compounds (${scores.simpleNouns.count})`, scores.simpleNouns.split, {show: percent}),
  line(`all, and unknown compounds (${scores.simple.count})`, scores.simple.split, {show: percent}),
];
