// The scores of scripts/evaluate-references, on texts small enough to count by hand.

import assert from 'node:assert/strict';
import {test} from 'node:test';

import {replacesAnother, scoreMarks, scoreSubjects, withoutMarkup} from '../../scripts/evaluation/references.mjs';

test('markup goes, and marks keep their place in bytes', () => {
  const {text, marks} = withoutMarkup(
    '<al>één &lt;motie&gt;\n  (<extref doc=" kst-1-2" soort="x">1, nr.\n 2</extref>)</al><al>slot</al>');
  assert.equal(text, '\n\néén <motie> (1, nr. 2)\n\n\n\nslot\n\n');
  assert.equal(marks.length, 1);
  assert.equal(marks[0].id, 'kst-1-2');
  assert.equal(Buffer.from(text).subarray(marks[0].begin, marks[0].end).toString(), '1, nr. 2');
});

test('a mark is found where its id overlaps it', () => {
  const marks = [{begin: 0, end: 5, id: 'a'}, {begin: 10, end: 15, id: 'b'}, {begin: 20, end: 25, id: 'c'}];
  const found = [{begin: 4, end: 6, id: 'a'}, {begin: 15, end: 16, id: 'b'}, {begin: 20, end: 25, id: 'd'}];
  const score = scoreMarks(marks, found);
  assert.equal(score.recall, 1 / 3);
  assert.equal(score.atMarks, 1 / 2);
  assert.equal(score.ofAll, 1 / 3);
  assert.deepEqual(score.missed.map(({id}) => id), ['b', 'c']);
  assert.deepEqual(score.wrong.map(({id}) => id), ['d']);
  assert.deepEqual(score.unmarked.map(({id}) => id), ['b']);
});

test('a subject line counts where it names the dossier at its end', () => {
  assert.ok(replacesAnother('Motie (t.v.v. 36600-XXII-26) '));
  assert.ok(replacesAnother('Motie (tvv 34 682, nr. 5)'));
  assert.ok(!replacesAnother('Motie (t.v.v. nr. 184)'));
  assert.ok(!replacesAnother('Motie (t.v.v. 34682-5) over brood'));
  const vervangt = {id: 'a', relation: 'vervangt'};
  const score = scoreSubjects([
    {subject: 'one', found: [vervangt, {id: 'b'}]}, {subject: 'none', found: [{id: 'b'}]},
    {subject: 'two', found: [vervangt, vervangt]}]);
  assert.equal(score.one, 1 / 3);
  assert.deepEqual(score.failures.map(([subject]) => subject), ['none', 'two']);
});
