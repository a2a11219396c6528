// Are compounds taken apart as the treebank does, and simple words left whole?

const share = (some, all) => all === 0 ? 0 : some / all;

/** Parts of the program are stems, parts of the treebank lemmas: either form of a part will do. */
const samePart = (part, gold, words) => part === words.folded(gold) || part === words.stem(gold);

export function splitAlike(parts, gold, words) {
  return parts.length === gold.length && parts.every((part, index) => samePart(part, gold[index], words));
}

/** How many of the parts are among the gold ones, each counted once. */
export function partsInCommon(parts, gold, words) {
  const left = [...gold];
  let common = 0;
  for (const part of parts) {
    const index = left.findIndex(other => samePart(part, other, words));
    if (index < 0) continue;
    left.splice(index, 1);
    common++;
  }
  return common;
}

/** Rows are `{word, parts, pos}`, parts as the treebank has them. */
export function scoreCompounds(rows, words) {
  let alike = 0, common = 0, given = 0, wanted = 0;
  const failures = [];
  for (const {word, parts: gold, pos} of rows) {
    const parts = words.parts(word);
    common += partsInCommon(parts, gold, words);
    given += parts.length;
    wanted += gold.length;
    if (splitAlike(parts, gold, words)) alike++;
    else failures.push([pos, parts.length === 0 ? 'whole' : 'otherwise', word, gold.join('_'), parts.join('_')]);
  }
  return {
    rows: rows.length,
    alike: share(alike, rows.length),
    precision: share(common, given),
    recall: share(common, wanted),
    failures,
  };
}

/** The share of the words that are taken apart. */
export function scoreSimple(simple, words) {
  const split = simple.filter(word => words.parts(word).length > 0);
  return {
    words: simple.length,
    split: share(split.length, simple.length),
    failures: split.map(word => [word, words.parts(word).join('_')]),
  };
}
