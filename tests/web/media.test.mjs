// The same pages on paper, magnified, without movement, and in the colours of the system.

import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {kindsOfPage} from './kinds_of_page.mjs';

describe('a page', () => {
  let server;
  let browser;

  before(async () => {
    server = await startServer();
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Calls `look(page, name)` on every kind of page. */
  async function onEach(options, look) {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      for (const [name, path] of Object.entries(kindsOfPage)) {
        await page.goto(server.url + path);
        await look(page, name);
      }
    } finally {
      await context.close();
    }
  }

  test('on paper has nothing to press, and is black on white', async () => {
    await onEach({colorScheme: 'dark'}, async (page, name) => {
      await page.emulateMedia({media: 'print'});
      const shown = await page.evaluate(() => {
        const pressed = 'form, input, button, nav, summary, .skip, .facets, .files, .ways, .explain, .to-text, .to-facets';
        return [...document.querySelectorAll(pressed)]
            .filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80));
      });
      assert.deepEqual(shown, [], name);
      const colours = await page.evaluate(() => {
        const heading = getComputedStyle(document.querySelector('h1')).color;
        return [heading, getComputedStyle(document.documentElement).backgroundColor];
      });
      assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'], name);
      assert.ok(await page.locator('h1').isVisible(), name);
    });
  });

  test('on paper is the document with its data, its notes and its official address', async () => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(server.url + kindsOfPage['document with notes']);
      await page.emulateMedia({media: 'print'});
      for (const part of ['.record .facts', '#aanhaling', '.text > p', '.notes li', '.sources']) {
        assert.ok(await page.locator(part).first().isVisible(), part);
      }
      for (const part of ['.similar', '#tekst > .links']) {
        assert.ok(await page.locator(part).isHidden(), part);
      }
      const address = await page.locator('.official a').first().evaluate(
          (link) => getComputedStyle(link, '::after').content);
      assert.match(address, /https:\/\/zoek\.officielebekendmakingen\.nl\//);
    } finally {
      await context.close();
    }
  });

  // At 200 % of 1280 pixels, and at 400 %.
  for (const width of [640, 320]) {
    test(`of ${width} pixels is read without going sideways`, async () => {
      await onEach({viewport: {width, height: 512}}, async (page, name) => {
        const over = await page.evaluate((edge) => {
          const cut = (one) => one.scrollWidth > one.clientWidth + 1 &&
              getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1;
          const beyond = (one) => one.checkVisibility() && one.getClientRects().length > 0 &&
              one.getBoundingClientRect().right > edge + 1;
          return [...document.querySelectorAll('body *:not(svg *, input)')]
              .filter((one) => one.clientWidth !== 1 && (cut(one) || beyond(one)))
              .map((one) => one.outerHTML.slice(0, 100));
        }, width);
        assert.deepEqual(over, [], name);
        const whole = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(whole <= width, `${name} is ${whole} wide`);
      });
    });
  }

  test('in the colours of the system has marked words that are read', async () => {
    const context = await browser.newContext({forcedColors: 'active'});
    try {
      const page = await context.newPage();
      await page.goto(server.url + kindsOfPage['document with marked words']);
      const [word, ground] = await page.locator('.text mark').first().evaluate((mark) => [
        getComputedStyle(mark.firstElementChild).color, getComputedStyle(mark).backgroundColor]);
      assert.notEqual(word, ground);
    } finally {
      await context.close();
    }
  });

  test('moves nothing for who wants no movement', async () => {
    await onEach({reducedMotion: 'reduce'}, async (page, name) => {
      const moving = await page.evaluate(() => {
        const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
        return [...document.querySelectorAll('*')].filter((one) => {
          const style = getComputedStyle(one);
          return seconds(style.transitionDuration) > 0 || style.animationName !== 'none' ||
              style.scrollBehavior === 'smooth';
        }).map((one) => one.outerHTML.slice(0, 80));
      });
      assert.deepEqual(moving, [], name);
    });
  });
});
