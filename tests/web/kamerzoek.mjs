// Starts the built program on the sample corpus, and Debian's Chromium to look at it with.

import {execFile, spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

import {chromium} from 'playwright-core';

import {longDossierLines} from './long_dossier.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.KAMERZOEK_BIN ?? join(root, 'build/release/bin/kamerzoek');
const samples = process.env.KAMERZOEK_SAMPLES ?? join(root, 'corpus/samples');

/** The address in the first line the server writes; fails when it ends without one. */
async function address(server) {
  for await (const line of createInterface({input: server.stderr})) {
    const said = line.match(/luistert op (http:\S+?)\/?$/);
    if (said) return said[1];
    throw new Error(`the server says: ${line}`);
  }
  throw new Error('the server ended without a word');
}

/** A server with an index of the sample corpus and the long dossier: {url, stop()}. */
export async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'kamerzoek-web-'));
  const index = join(folder, 'index');
  const long = join(folder, 'long-dossier.jsonl');
  await writeFile(long, longDossierLines());
  await promisify(execFile)(program, ['index', '--index', index, samples, long]);
  const server = spawn(program, ['serve', '--index', index, '--listen', '127.0.0.1:0'],
                       {stdio: ['ignore', 'ignore', 'pipe']});
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, {recursive: true, force: true});
  };
  try {
    return {url: await address(server), stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Chromium in a profile of its own, which Playwright removes when it is closed. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
           '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
