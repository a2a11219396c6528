// What the evaluation asks of the program, by its public commands.
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

// One argument of a command may take 128 KiB on Linux.
const argument_bytes = 100_000;
const separator = '\n.\n';

/** How to ask the program at `binary`; `work` is a folder that holds its index. */
export class Program {
  constructor(binary, work) {
    this.binary = binary;
    this.work = work;
  }

  run(...args) {
    const {status, signal, error, stdout} = spawnSync(this.binary, args, {
      encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit']});
    if (error) throw error;
    if (status !== 0) throw new Error(`${this.binary} ${args[0]} ended with ${signal ?? `status ${status}`}`);
    return stdout;
  }

  /** For every query, in order, the ids of what it finds, best first. */
  search(queries, limit) {
    const file = join(this.work, 'queries');
    writeFileSync(file, queries.map((query, index) => `${index}\t${query}\n`).join(''));
    return parseTrec(this.run('search', '--index', join(this.work, 'index'), '--queries', file,
                              '--format', 'trec', '--limit', String(limit)), queries.length);
  }

  /** A map from each word to its tokens: a word is analysed by itself, as a sentence of one word. */
  analyze(words) {
    const analyses = new Map();
    for (const batch of batches([...new Set(words)])) {
      const lines = this.run('analyze', '--', batch.join(separator)).split('\n').filter(Boolean);
      for (const [word, tokens] of tokensByWord(batch, lines.map(line => JSON.parse(line))))
        analyses.set(word, tokens);
    }
    return analyses;
  }
}

/** Rankings out of the lines `id Q0 document rank score tag`, whose ids are numbers under `count`. */
export function parseTrec(text, count) {
  const rankings = Array.from({length: count}, () => []);
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [query, , document] = line.split(' ');
    rankings[Number(query)].push(document);
  }
  return rankings;
}

/** Words in groups that fit one argument. */
export function* batches(words, limit = argument_bytes) {
  let batch = [], bytes = 0;
  for (const word of words) {
    const size = Buffer.byteLength(word) + separator.length;
    if (batch.length > 0 && bytes + size > limit) {
      yield batch;
      batch = [], bytes = 0;
    }
    batch.push(word);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Pairs of a word and its tokens, told by byte offsets in the words joined by the separator. */
export function* tokensByWord(words, tokens) {
  let begin = 0, next = 0;
  for (const word of words) {
    const end = begin + Buffer.byteLength(word), own = [];
    while (next < tokens.length && tokens[next].begin < end) own.push(tokens[next++]);
    yield [word, own];
    begin = end + separator.length;
  }
}
