// Are the references of a text found? Marks and what is found are `{begin, end, id}` in bytes.
import {share} from './share.mjs';

const entities = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
const decode = text => text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name) => {
  if (name[0] !== '#') return entities[name] ?? whole;
  const code = name[1].toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return String.fromCodePoint(code);
});

// What stands within a line of text; every other element begins a paragraph of its own.
const inline = new Set(['extref', 'nadruk', 'noot.nr', 'sup', 'inf', 'ondernummer', 'dossiernr',
                        'dossiernummer', 'begrotingshoofdstuk', 'intref']);

/**
 * An official publication without its markup, as a reader has it, and where its references were
 * marked.
 */
export function withoutMarkup(xml) {
  const marks = [];
  let text = '', open = null;
  for (const [, name, attributes, run] of xml.matchAll(/<([^\s>]*)([^>]*)>([^<]*)/g)) {
    if (!inline.has(name.replace('/', ''))) text += '\n\n';
    if (name === 'extref') {
      open = {begin: Buffer.byteLength(text), id: /\bdoc="\s*([^"]*?)\s*"/.exec(attributes)?.[1] ?? ''};
    } else if (name === '/extref' && open !== null) {
      marks.push({...open, end: Buffer.byteLength(text)});
      open = null;
    }
    text += decode(run.replace(/\s+/g, ' '));
  }
  return {text, marks};
}

const overlap = (one, other) => one.begin < other.end && other.begin < one.end;

/**
 * Recall: marks with their id found at their place. Precision: what is found and is a mark, of what
 * is found at a mark (`atMarks`) and of all that is found (`ofAll`), marked or not.
 */
export function scoreMarks(marks, found) {
  const hits = marks.filter(mark => found.some(one => one.id === mark.id && overlap(one, mark)));
  const atMark = found.filter(one => marks.some(mark => overlap(one, mark)));
  const right = atMark.filter(one => marks.some(mark => mark.id === one.id && overlap(one, mark)));
  return {
    count: marks.length,
    recall: share(hits.length, marks.length),
    found: found.length,
    atMarks: share(right.length, atMark.length),
    ofAll: share(right.length, found.length),
    missed: marks.filter(mark => !hits.includes(mark)),
    wrong: atMark.filter(one => !right.includes(one)),
    unmarked: found.filter(one => !atMark.includes(one)),
  };
}

// With a number of five digits in it: `(t.v.v. nr. 184)` leaves the dossier to the reader.
const replacing = /\(t\.?v\.?v\.?\s[^)]*\d{2}[ .]?\d{3}[^)]*\)\s*$/i;
export const replacesAnother = subject => replacing.test(subject);

/** Lines are `{subject, found}`: in each, one paper is replaced. */
export function scoreSubjects(lines) {
  const failed = lines.filter(({found}) =>
    found.filter(({relation}) => relation === 'vervangt').length !== 1);
  return {
    count: lines.length,
    one: share(lines.length - failed.length, lines.length),
    failures: failed.map(({subject, found}) =>
      [subject, found.map(({id, relation}) => `${id} ${relation ?? ''}`).join('; ')]),
  };
}
