// Every measure, by name: scores that bear their own failures.
import {scoreCompounds, scoreSimple} from './compounds.mjs';
import {ofLetters, scoreConflation, scoreMerging} from './lemmas.mjs';
import {scoreBridging, scoreRankings} from './ranking.mjs';
import {notCompounds} from './sets.mjs';

/** Runs the queries of the sets; all at once, as each search is a process. */
export async function measureSearch(program, sets, documents) {
  const find = (cases, limit) => program.search(cases.map(({query}) => query), limit);
  const ranked = async cases => scoreRankings(cases, await find(cases, 10));
  const [bridging, subjectLines, threeWords, inflected] = await Promise.all([
    find(sets.bridging, documents).then(rankings => scoreBridging(sets.bridging, rankings, documents)),
    ranked(sets.subjectLines), ranked(sets.threeWords), ranked(sets.inflected)]);
  return {threeWords, subjectLines, inflected, bridging};
}

const ofPos = (rows, pos) => rows.filter(row => row.pos === pos);

export function measureLemmas({lemmas}, words) {
  const rows = ofLetters(lemmas);
  return {
    conflation: scoreConflation(rows, words),
    conflationNouns: scoreConflation(ofPos(rows, 'NOUN'), words),
    conflationAdjectives: scoreConflation(ofPos(rows, 'ADJ'), words),
    conflationVerbs: scoreConflation(ofPos(rows, 'VERB'), words),
    conflationAnySign: scoreConflation(lemmas, words),
    merging: scoreMerging(rows.filter(({count}) => count >= 2), words),
    mergingAll: scoreMerging(rows, words),
  };
}

// Half of the treebank's compounds are kept apart, so that one noun in seven of lemmas.tsv is a
// compound we are not told of. Among nouns this short and among adjectives it is one or two in a
// hundred.
const shortNoun = 7;

export function measureCompounds(sets, words) {
  const {compounds} = sets, simple = ofLetters(notCompounds(sets));
  return {
    compounds: scoreCompounds(compounds, words),
    compoundNouns: scoreCompounds(ofPos(compounds, 'NOUN'), words),
    compoundAdjectives: scoreCompounds(ofPos(compounds, 'ADJ'), words),
    compoundNames: scoreCompounds(ofPos(compounds, 'PROPN'), words),
    compoundVerbs: scoreCompounds(ofPos(compounds, 'VERB'), words),
    simple: scoreSimple(simple, words),
    simpleNouns: scoreSimple(ofPos(simple, 'NOUN'), words),
    simpleShortNouns: scoreSimple(
      ofPos(simple, 'NOUN').filter(({lemma}) => lemma.length <= shortNoun), words),
    simpleAdjectives: scoreSimple(ofPos(simple, 'ADJ'), words),
  };
}
