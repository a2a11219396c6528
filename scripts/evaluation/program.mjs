// What the evaluation asks of the program, by its public commands.
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

// Linux takes 128 KiB in one argument.
const argumentBytes = 100_000;
// Between two words, so that neither is context of the other.
const separator = '\n.\n';

export class Program {
  /** `binary` is run; `work` is a folder that holds its indexes and may be written to. */
  constructor(binary, work) {
    this.binary = binary;
    this.work = work;
    this.searches = 0;
  }

  run(...args) {
    return new Promise((resolve, reject) => {
      const child = spawn(this.binary, args, {stdio: ['ignore', 'pipe', 'inherit']});
      const chunks = [];
      child.stdout.on('data', chunk => chunks.push(chunk));
      child.on('error', reject);
      child.on('close', (status, signal) => status === 0
        ? resolve(Buffer.concat(chunks).toString())
        : reject(new Error(`${this.binary} ${args[0]} ended with ${signal ?? `status ${status}`}`)));
    });
  }

  /** For every query, in order, the ids of what it finds, best first. */
  async search(queries, limit, index = 'index') {
    const file = join(this.work, `queries-${this.searches++}`);
    // Ids of our own: those of a set are not unique.
    writeFileSync(file, queries.map((query, index) => `${index}\t${query}\n`).join(''));
    const run = await this.run('search', '--index', join(this.work, index), '--queries', file,
                               '--format', 'trec', '--limit', String(limit));
    return parseTrec(run, queries.length);
  }

  /** A map from each word to its tokens: a word is analysed by itself, as a sentence of one word. */
  async analyze(words) {
    const analyses = new Map();
    for (const batch of batches([...new Set(words)], argumentBytes)) {
      const lines = await this.run('analyze', '--', batch.join(separator));
      const tokens = lines.split('\n').filter(Boolean).map(line => JSON.parse(line));
      for (const [word, own] of tokensByWord(batch, tokens)) analyses.set(word, own);
    }
    return analyses;
  }
}

/** Rankings out of lines `id Q0 document rank score tag`, whose ids are numbers below `count`. */
export function parseTrec(text, count) {
  const rankings = Array.from({length: count}, () => []);
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [query, , document] = line.split(' ');
    rankings[Number(query)].push(document);
  }
  return rankings;
}

/** The words in groups of at most `limit` bytes with their separators; never an empty group. */
export function* batches(words, limit) {
  let batch = [], bytes = 0;
  for (const word of words) {
    const size = Buffer.byteLength(word) + separator.length;
    if (batch.length > 0 && bytes + size > limit) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(word);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Pairs of a word and its tokens, told by their byte offsets in the words as `analyze` joins them. */
export function* tokensByWord(words, tokens) {
  let begin = 0, next = 0;
  for (const word of words) {
    const end = begin + Buffer.byteLength(word), own = [];
    while (next < tokens.length && tokens[next].begin < end) own.push(tokens[next++]);
    yield [word, own];
    begin = end + separator.length;
  }
}
