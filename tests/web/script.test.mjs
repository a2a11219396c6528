// What the site's own script adds: suggestions while typing, keys, copying. That nothing needs it is
// what pages.test.mjs shows.

import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';

import {startBrowser, startServer} from './kamerzoek.mjs';

describe('with scripts', () => {
  let server;
  let browser;
  let page;
  const wrong = [];

  before(async () => {
    server = await startServer();
    browser = await startBrowser();
    const context = await browser.newContext({permissions: ['clipboard-read', 'clipboard-write']});
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
  });

  beforeEach(() => wrong.splice(0));

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = (path) => page.goto(server.url + path);
  const options = () => page.getByRole('option');
  const box = () => page.getByRole('combobox');
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const fine = () => assert.deepEqual(wrong, []);
  const leadsElsewhere = (act) => {
    const old = page.url();
    return Promise.all([page.waitForURL((url) => url.href !== old), act()]);
  };

  test('proposes words and searches for the one chosen by keys', async () => {
    await open('/');
    await box().pressSequentially('woningb');
    await options().first().waitFor();
    assert.equal(await box().getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    const active = page.locator('#' + await box().getAttribute('aria-activedescendant'));
    assert.equal(await active.getAttribute('aria-selected'), 'true');
    const word = await active.locator('span').nth(1).innerText();
    assert.match(word, /^woningb/);
    await leadsElsewhere(() => page.keyboard.press('Enter'));
    assert.equal(new URL(page.url()).searchParams.get('q'), word);
    fine();
  });

  test('leads to a dossier that is chosen by mouse', async () => {
    await open('/');
    await box().pressSequentially('99001');
    const dossier = options().filter({hasText: 'Dossier'}).first();
    await leadsElsewhere(() => dossier.click());
    assert.match(new URL(page.url()).pathname, /^\/dossier\/99001/);
    fine();
  });

  test('leaves what was typed alone: escape closes, enter searches for it', async () => {
    await open('/');
    await box().pressSequentially('woningb');
    await options().first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await options().count(), 0);
    assert.equal(await box().inputValue(), 'woningb');
    await leadsElsewhere(() => page.keyboard.press('Enter'));
    assert.equal(new URL(page.url()).searchParams.get('q'), 'woningb');
    fine();
  });

  test('shows markup in what it proposes as text', async () => {
    await page.route('**/api/v1/suggest*', (route) => route.fulfill({
      json: {query: 'x', terms: [{text: '<img src=x onerror=alert(1)>', documents: 1}],
             dossiers: [], documents: []},
    }));
    await open('/');
    await box().pressSequentially('<img');
    await options().first().waitFor();
    assert.match(await options().first().innerText(), /<img src=x/);
    assert.equal(await page.locator('.suggestions img').count(), 0);
    await page.unroute('**/api/v1/suggest*');
    fine();
  });

  test('goes along the results with j and k, and to the search box with /', async () => {
    await open('/zoeken?q=woningbouw');
    const names = await page.locator('.results h3 a').allInnerTexts();
    assert.ok(names.length > 2);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await focused(), names[1]);
    await page.keyboard.press('k');
    assert.equal(await focused(), names[0]);
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    assert.equal(await box().inputValue(), 'jk');
    fine();
  });

  test('goes from one marked word to the next', async () => {
    await open('/zoeken?q=woningbouw');
    await leadsElsewhere(() => page.locator('.results h3 a').first().click());
    assert.equal(new URL(page.url()).searchParams.get('q'), 'woningbouw');
    await open('/kst-99001-1?q=de+woningbouw');
    const marks = await page.locator('.text mark').count();
    assert.ok(marks > 1);
    const at = () => new URL(page.url()).hash;
    await page.getByRole('button', {name: 'Volgende'}).click();
    assert.equal(at(), '#treffer-1');
    await page.keyboard.press('n');
    assert.equal(at(), '#treffer-2');
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    assert.equal(at(), `#treffer-${marks}`);
    assert.ok(await page.locator('mark:target').isVisible());
    fine();
  });

  test('copies how a document is cited', async () => {
    await open('/kst-99001-1');
    await page.getByRole('button', {name: 'Kopieer'}).click();
    await page.getByText('Gekopieerd').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Kamerstukken II 20\d\d\/\d\d, 99001, nr\. 1$/);
    fine();
  });
});
