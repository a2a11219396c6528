// Every function by the keyboard: Tab comes by all that can be pressed, in the order of the page,
// is seen wherever it is, and leaves the page at its end.

import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {kindsOfPage} from './kinds_of_page.mjs';

/** In the page: what Tab should come by, in order, and an eye on where it really comes. */
function watch() {
  const pressable = [...document.querySelectorAll('a[href], button, input, summary')].filter(
      (one) => one.tabIndex >= 0 && one.type !== 'hidden' && one.checkVisibility());
  const outline = (one) => {
    const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(one);
    return outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineColor}`;
  };
  const plain = pressable.map(outline);
  globalThis.visited = [];
  document.addEventListener('focusin', ({target}) => {
    const at = pressable.indexOf(target);
    visited.push({at, seen: outline(target) !== 'none' && outline(target) !== plain[at],
                  what: target.outerHTML.slice(0, 100)});
  });
  return pressable.length;
}

describe('by keyboard', () => {
  let server;
  let browser;
  let page;

  before(async () => {
    server = await startServer();
    browser = await startBrowser();
    page = await browser.newPage({viewport: {width: 1280, height: 900}});
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [name, path] of Object.entries(kindsOfPage)) {
    test(`all of ${name} is come by, and seen`, async () => {
      await page.goto(server.url + path);
      const count = await page.evaluate(watch);
      assert.ok(count > 5);
      for (let press = 0; press <= count; ++press) await page.keyboard.press('Tab');
      const visited = await page.evaluate(() => globalThis.visited);
      assert.deepEqual(visited.slice(0, count).map(({at}) => at), [...Array(count).keys()]);
      assert.deepEqual(visited.filter(({seen}) => !seen), []);
      // Out of the page, and then perhaps in again at its start.
      assert.ok(visited.length === count || visited[count].at === 0);
    });
  }

  test('what has the focus is not behind what stays in place', async () => {
    await page.goto(server.url + kindsOfPage['document with marked words']);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('.text :is(a, summary)').last().focus();
    for (let press = 0; press < 40; ++press) {
      await page.keyboard.press('Shift+Tab');
      const hidden = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => {
        const one = document.activeElement;
        const {left, top, width, height} = one.getClientRects()[0];
        const on_top = document.elementFromPoint(left + width / 2, top + height / 2);
        done(one.contains(on_top) || on_top?.contains(one) ? '' : one.outerHTML);
      })));
      assert.equal(hidden, '');
    }
  });
});
