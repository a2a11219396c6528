// Measures of a ranking (ids, best first) against the set of relevant ids.
import {mean} from './share.mjs';

export function reciprocalRank(ranking, relevant, depth = 10) {
  const index = ranking.slice(0, depth).findIndex(id => relevant.has(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Normalised discounted cumulative gain; every relevant document is worth 1. */
export function ndcg(ranking, relevant, depth = 10) {
  const discount = index => 1 / Math.log2(index + 2);
  const gain = ranking.slice(0, depth)
    .reduce((sum, id, index) => sum + (relevant.has(id) ? discount(index) : 0), 0);
  let ideal = 0;
  for (let index = 0; index < Math.min(depth, relevant.size); index++) ideal += discount(index);
  return ideal === 0 ? 0 : gain / ideal;
}

/**
 * What the rankings reach together. `cases` are `{id, query, relevant}`; a failure is a case whose
 * document does not come first: where it comes, and what does.
 */
export function scoreRankings(cases, rankings) {
  const failures = [];
  cases.forEach(({id, query, relevant}, index) => {
    const ranking = rankings[index], place = ranking.findIndex(found => relevant.has(found)) + 1;
    if (place !== 1)
      failures.push([id, query, [...relevant].join(' '), place || 'absent', ranking[0] ?? 'nothing']);
  });
  const each = measure => mean(cases.map(({relevant}, index) => measure(rankings[index], relevant)));
  return {
    count: cases.length,
    mrr: each(reciprocalRank),
    ndcg: each(ndcg),
    first: each((ranking, relevant) => relevant.has(ranking[0]) ? 1 : 0),
    empty: each(ranking => ranking.length === 0 ? 1 : 0),
    failures,
  };
}

/**
 * Does a word of the subject line that the motion lacks find the motion (`found`), and how much of
 * all `documents` does it bring along (`load`)? The rankings are complete.
 */
export function scoreBridging(cases, rankings, documents) {
  const found = cases.map(({relevant}, index) => rankings[index].some(id => relevant.has(id)));
  return {
    count: cases.length,
    found: mean(found.map(Number)),
    load: mean(rankings.map(ranking => ranking.length / documents)),
    failures: cases.filter((_, index) => !found[index])
      .map(({id, query, relevant}) => [id, query, [...relevant].join(' ')]),
  };
}
