// The scores of scripts/evaluate, on words and rankings small enough to count by hand.

import assert from 'node:assert/strict';
import {test} from 'node:test';

import {partsInCommon, scoreCompounds, scoreSimple, splitAlike, without} from '../../scripts/evaluation/compounds.mjs';
import {ofLetters, scoreConflation, scoreMerging} from '../../scripts/evaluation/lemmas.mjs';
import {batches, parseTrec, tokensByWord} from '../../scripts/evaluation/program.mjs';
import {ndcg, reciprocalRank, scoreBridging, scoreRankings} from '../../scripts/evaluation/ranking.mjs';
import {compoundsApart} from '../../scripts/evaluation/sets.mjs';
import {decimal, percent, renderTable, verdict} from '../../scripts/evaluation/table.mjs';
import {Words} from '../../scripts/evaluation/words.mjs';

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, not ${expected}`);
const token = (exact, stem = exact, parts = []) => ({exact, stem, parts});
const wordsFrom = tokens => new Words(new Map(
  Object.entries(tokens).map(([word, own]) => [word, Array.isArray(own) ? own : [own]])));

test('a reciprocal rank counts the first relevant document within the depth', () => {
  assert.equal(reciprocalRank(['a', 'b', 'c'], new Set(['b', 'c'])), 0.5);
  assert.equal(reciprocalRank(['a', 'b'], new Set(['z'])), 0);
  assert.equal(reciprocalRank(['a', 'b', 'c'], new Set(['c']), 2), 0);
  assert.equal(reciprocalRank([], new Set(['c'])), 0);
});

test('nDCG compares with the best order there is', () => {
  assert.equal(ndcg(['a'], new Set(['a'])), 1);
  near(ndcg(['x', 'a'], new Set(['a'])), 1 / Math.log2(3));
  near(ndcg(['a', 'x', 'b'], new Set(['a', 'b'])), (1 + 0.5) / (1 + 1 / Math.log2(3)));
  assert.equal(ndcg(['a'], new Set()), 0);
});

test('rankings are scored together, and what does not come first is a failure', () => {
  const cases = ['a', 'b', 'c', 'd'].map(id => ({id, query: `q${id}`, relevant: new Set([id])}));
  const score = scoreRankings(cases, [['a'], ['x', 'b'], ['x'], []]);
  assert.equal(score.count, 4);
  assert.equal(score.mrr, (1 + 0.5) / 4);
  assert.equal(score.first, 0.25);
  assert.equal(score.empty, 0.25);
  assert.deepEqual(score.failures, [
    ['b', 'qb', 'b', 2, 'x'], ['c', 'qc', 'c', 'absent', 'x'], ['d', 'qd', 'd', 'absent', 'nothing']]);
});

test('bridging counts what is found at all, and the load of all queries', () => {
  const cases = ['a', 'b'].map(id => ({id, query: `q${id}`, relevant: new Set([id])}));
  const score = scoreBridging(cases, [['x', 'y', 'a'], ['x']], 10);
  assert.equal(score.found, 0.5);
  near(score.load, 0.2);
  assert.deepEqual(score.failures, [['b', 'qb', 'b']]);
});

test('a run is read back by the number of the query', () => {
  assert.deepEqual(parseTrec('1 Q0 kst-1 1 2.5 kamerzoek\n1 Q0 kst-2 2 2.0 kamerzoek\n', 3),
                   [[], ['kst-1', 'kst-2'], []]);
});

test('words are sent in groups that fit, and a long one goes alone', () => {
  assert.deepEqual([...batches(['aaa', 'bbb', 'ccccccccccccc', 'd'], 12)],
                   [['aaa', 'bbb'], ['ccccccccccccc'], ['d']]);
  assert.deepEqual([...batches([], 12)], []);
});

test('tokens find their word by bytes, not by characters', () => {
  // één\n.\na-b\n.\n…\n.\nc
  const tokens = [{begin: 0}, {begin: 8}, {begin: 10}, {begin: 20}];
  assert.deepEqual([...tokensByWord(['één', 'a-b', '…', 'c'], tokens)],
                   [['één', [{begin: 0}]], ['a-b', [{begin: 8}, {begin: 10}]], ['…', []], ['c', [{begin: 20}]]]);
});

test('form and lemma are conflated by their stems; a form that is the lemma does not count', () => {
  const words = wordsFrom({
    huizen: token('huizen', 'huis'), huis: token('huis'), Huis: token('huis'),
    steden: token('steden', 'steed'), stad: token('stad')});
  const rows = [{word: 'huizen', lemma: 'huis', pos: 'NOUN'}, {word: 'Huis', lemma: 'huis', pos: 'NOUN'},
                {word: 'steden', lemma: 'stad', pos: 'NOUN'}];
  const score = scoreConflation(rows, words);
  assert.equal(score.count, 2);
  assert.equal(score.shared, 0.5);
  assert.deepEqual(score.failures, [['NOUN', 'steden', 'stad', 'steed', 'stad']]);
});

test('rows of letters have no digit, hyphen or apostrophe', () => {
  assert.deepEqual(ofLetters([{word: 'één', lemma: 'één'}, {word: "baby's", lemma: 'baby'},
                              {word: '15e', lemma: '15'}, {word: 'a-b', lemma: 'ab'}]).map(row => row.word), ['één']);
});

test('merged are lemmas, not forms, that have the stem of another', () => {
  const words = wordsFrom({
    bouw: token('bouw'), bouwen: token('bouwen', 'bouw'), gebouw: token('gebouw', 'bouw'),
    beek: token('beek'), bekend: token('bekend', 'beek'), boot: token('boot')});
  const rows = ['bouw', 'bouw', 'bouwen', 'beek', 'bekend', 'boot'].map(lemma => ({word: lemma, lemma}));
  const score = scoreMerging(rows, words);
  assert.equal(score.count, 5);
  near(score.merged, 4 / 5);
  near(score.unlike, 2 / 5);
  assert.deepEqual(score.failures, [['alike', 'bouw', 'bouw bouwen'], ['otherwise', 'beek', 'beek bekend']]);
});

const compoundWords = wordsFrom({
  raadsleden: token('raadsleden', 'raadslid', ['raad', 'lid']),
  huizenbouw: token('huizenbouw', 'huizenbouw', ['huis', 'bouw']),
  autoweg: token('autoweg'),
  bouwland: token('bouwland', 'bouwland', ['bouw', 'lan']),
  'EU-top': [token('eu'), token('top')],
  raad: token('raad'), lid: token('lid'), leden: token('leden', 'lid'), huis: token('huis'),
  bouw: token('bouw'), land: token('land', 'lan'), auto: token('auto'), weg: token('weg'),
  EU: token('eu'), top: token('top')});

test('parts are alike when each is the folded gold part or its stem', () => {
  assert.ok(splitAlike(['raad', 'lid'], ['raad', 'leden'], compoundWords));
  assert.ok(splitAlike(['bouw', 'lan'], ['bouw', 'land'], compoundWords));
  assert.ok(splitAlike(['bouw', 'land'], ['bouw', 'land'], compoundWords));
  assert.ok(!splitAlike(['lid', 'raad'], ['raad', 'lid'], compoundWords));
  assert.ok(!splitAlike([], ['raad', 'lid'], compoundWords));
  assert.equal(partsInCommon(['raad', 'raad'], ['raad', 'lid'], compoundWords), 1);
});

test('compounds are scored whole and by their parts', () => {
  const row = (word, parts) => ({word, parts: parts.split('_'), pos: 'NOUN'});
  const score = scoreCompounds([row('raadsleden', 'raad_lid'), row('bouwland', 'bouw_weg'),
                                row('autoweg', 'auto_weg'), row('EU-top', 'EU_top')], compoundWords);
  assert.equal(score.alike, 0.25);
  near(score.precision, 3 / 4);
  near(score.recall, 3 / 8);
  assert.deepEqual(score.failures.map(([, how, word]) => [how, word]),
                   [['other parts', 'bouwland'], ['whole', 'autoweg'], ['2 tokens', 'EU-top']]);
});

test('simple words count once, and those known to be compounds can be taken off', () => {
  const rows = ['huis', 'huis', 'auto', 'weg', 'bouwland'].map(word => ({word, pos: 'NOUN'}));
  const all = scoreSimple(rows, compoundWords);
  assert.equal(all.count, 4);
  assert.equal(all.split, 0.25);
  assert.deepEqual(all.failures, [['NOUN', 'bouwland', 'bouw_lan']]);
  assert.deepEqual(without(all, {count: 2, split: 0.5}), {count: 2, split: 0});
});

test('a word is a compound by its form or by its lemma', () => {
  const lemmas = [{word: 'autoweg', lemma: 'autoweg'}, {word: 'raadsleden', lemma: 'raadlid'},
                  {word: 'raadslid', lemma: 'raadlid'}, {word: 'huis', lemma: 'huis'}];
  const compounds = [{word: 'autowegen', parts: ['auto', 'weg']}, {word: 'raadsleden', parts: ['raad', 'lid']}];
  const {told, simple} = compoundsApart({lemmas, compounds});
  assert.deepEqual(told.map(row => row.word), ['autoweg', 'raadsleden', 'raadslid']);
  assert.deepEqual(simple.map(row => row.word), ['huis']);
});

test('the table says whether a goal is met', () => {
  assert.equal(verdict(0.9, {atLeast: 0.9}), 'met');
  assert.equal(verdict(0.9, {atMost: 0.1}), 'missed');
  assert.equal(verdict(0.9, undefined), '');
  assert.equal(renderTable([
    {title: 'a heading that is longer than any name'},
    {name: 'one', value: 0.5, goal: {atLeast: 0.25}, show: decimal, others: 'x'},
    {name: 'two', value: 0.5, goal: {atMost: 0.25}, show: percent}]),
  '       measured        goal          others\n' +
  'a heading that is longer than any name\n' +
  '  one    0.5000   >= 0.2500  met     x\n' +
  '  two   50.00 %  <= 25.00 %  missed\n');
});
