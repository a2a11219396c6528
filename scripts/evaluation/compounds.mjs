// Are compounds taken apart as the treebank does, and simple words left whole?
import {share} from './share.mjs';

/** The program's parts are stems, the treebank's are lemmas: either form of a part will do. */
const samePart = (part, gold, words) => part === words.folded(gold) || part === words.stem(gold);

export const splitAlike = (parts, gold, words) =>
  parts.length === gold.length && parts.every((part, index) => samePart(part, gold[index], words));

/** How many of the parts are among the gold ones, each of which counts once. */
export function partsInCommon(parts, gold, words) {
  const left = [...gold];
  for (const part of parts) {
    const index = left.findIndex(other => samePart(part, other, words));
    if (index >= 0) left.splice(index, 1);
  }
  return gold.length - left.length;
}

/** Rows are `{word, parts, pos}`, the parts as the treebank has them. */
export function scoreCompounds(rows, words) {
  let alike = 0, common = 0, given = 0, wanted = 0;
  const failures = [];
  for (const {word, parts: gold, pos} of rows) {
    const parts = words.parts(word);
    common += partsInCommon(parts, gold, words);
    given += parts.length;
    wanted += gold.length;
    if (splitAlike(parts, gold, words)) alike++;
    else failures.push([pos, failureClass(parts, gold, words.tokens(word)), word, gold.join('_'), parts.join('_')]);
  }
  return {
    count: rows.length,
    alike: share(alike, rows.length),
    precision: share(common, given),
    recall: share(common, wanted),
    failures,
  };
}

function failureClass(parts, gold, tokens) {
  if (tokens.length !== 1) return `${tokens.length} tokens`;
  if (parts.length === 0) return 'whole';
  if (parts.length === gold.length) return 'other parts';
  return parts.length < gold.length ? 'too few' : 'too many';
}

/** The share of the distinct words of the rows that are taken apart. */
export function scoreSimple(rows, words) {
  const simple = [...new Map(rows.map(row => [row.word, row])).values()];
  const split = simple.filter(({word}) => words.parts(word).length > 0);
  return {
    count: simple.length,
    split: share(split.length, simple.length),
    failures: split.map(({word, pos}) => [pos, word, words.parts(word).join('_')]),
  };
}

/** The first score without the words of the second, which were among them. */
export function without(all, some) {
  const count = all.count - some.count;
  return {count, split: share(all.split * all.count - some.split * some.count, count)};
}
