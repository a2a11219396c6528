// axe-core finds nothing on any kind of page, light or dark, wide or narrow.

import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {kindsOfPage} from './kinds_of_page.mjs';

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
      for (const [name, path] of Object.entries(kindsOfPage)) {
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
