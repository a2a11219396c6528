// axe-core finds nothing on any kind of page, light or dark, wide or narrow.

import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {longDossier} from './long_dossier.mjs';

const pages = {
  'home': '/',
  'results': '/zoeken?q=woningbouw&soort=Motie',
  'explained results': '/zoeken?q=woningbouwopgave+Nieuwoord&uitleg=1',
  'second page of results': '/zoeken?q=de&pagina=2',
  'no results': '/zoeken?q=zeppelinvaart',
  'document': '/kst-99001-1',
  'document with marked words': '/kst-99001-1?q=woningbouw',
  'document with notes': '/kst-99001-8',
  'document that was replaced': '/kst-99001-5',
  'dossier': '/dossier/99001',
  'dossier with gaps': '/dossier/99002',
  'long dossier': `/dossier/${longDossier}`,
  'zaak': '/zaak/2025Z90024',
  'person': '/persoon/J.T.%20Hellingwerf',
  'help': '/hulp',
  'about': '/over',
  'not found': '/kst-99009-1',
  'bad query': '/zoeken?q=(woningbouw',
};

describe('axe-core', () => {
  let server;
  let browser;
  let axe;

  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    server = await startServer();
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      for (const [name, path] of Object.entries(pages)) {
        test(`${name}, ${colorScheme}, ${width} wide`, async () => {
          // The policy of the pages allows no script, and axe is one.
          const context = await browser.newContext(
              {colorScheme, bypassCSP: true, viewport: {width, height: 900}});
          try {
            const page = await context.newPage();
            await page.goto(server.url + path);
            await page.evaluate(axe);
            const {violations} = await page.evaluate(() => globalThis.axe.run(
                {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
            assert.deepEqual(violations.map(({id, nodes}) => ({id, at: nodes.map((n) => n.html)})), []);
          } finally {
            await context.close();
          }
        });
      }
    }
  }
});
