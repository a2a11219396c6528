// What a reader does, in a browser without scripts: the pages must not need any.

import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {chapter, longDossier} from './long_dossier.mjs';

describe('without scripts', () => {
  let server;
  let browser;
  let page;

  before(async () => {
    server = await startServer();
    browser = await startBrowser();
    const context = await browser.newContext({javaScriptEnabled: false});
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = (path) => page.goto(server.url + path);
  const path = () => new URL(page.url()).pathname;
  const pressEnter = () =>
      Promise.all([page.waitForURL('**/zoeken?**'), page.keyboard.press('Enter')]);
  // A click alone does not wait for the page it leads to: what is read next may be the old one.
  const follow = (link) => {
    const old = page.url();
    return Promise.all([page.waitForURL((url) => url.href !== old), link.click()]);
  };
  const heading = () => page.locator('h1').innerText();
  const total = async () => {
    const text = await page.locator('.summary .count').innerText();
    return Number(text.match(/([\d.]+) document/)[1].replaceAll('.', ''));
  };

  test('search from the home page and open a result', async () => {
    await open('/');
    await page.getByRole('searchbox').fill('woningbouw Nieuwoord');
    await pressEnter();
    assert.equal(path(), '/zoeken');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'woningbouw Nieuwoord');
    assert.ok(await total() > 0);
    assert.ok(await page.locator('.results mark').count() > 0);
    const first = page.locator('.results h3 a').first();
    const name = await first.innerText();
    await follow(first);
    assert.equal(await heading(), name);
  });

  test('a mistaken word leads to what was meant, with the same filters', async () => {
    await open('/zoeken?q=wonigbouw&soort=Motie');
    await follow(page.locator('.asked').getByRole('link', {name: 'woningbouw'}));
    const {searchParams} = new URL(page.url());
    assert.equal(searchParams.get('q'), 'woningbouw');
    assert.equal(searchParams.get('soort'), 'Motie');
    assert.ok(await total() > 0);
    assert.equal(await page.locator('.asked').count(), 0);
  });

  test('a number goes straight to the document', async () => {
    await open('/');
    await page.getByRole('searchbox').fill('99 001, nr. 1');
    await follow(page.getByRole('button', {name: 'Zoek'}));
    assert.equal(path(), '/kst-99001-1');
  });

  test('from a document to its dossier and back', async () => {
    await open('/kst-99001-1');
    await follow(page.locator('header .about').getByRole('link', {name: '99 001, nr. 1'}));
    assert.equal(path(), '/dossier/99001');
    await follow(page.locator('.papers').getByRole('link').first());
    assert.equal(path(), '/kst-99001-1');
  });

  test('from a citation to the cited paper, and back by what cites it', async () => {
    await open('/kst-99001-7');
    await follow(page.locator('.note').getByRole('link', {name: '99 001, nr. 5'}));
    assert.equal(path(), '/kst-99001-5');
    assert.match(await page.locator('header .note').innerText(), /Vervangen door 99 001, nr. 7/);
    const citing = page.locator('.links li').filter({hasText: 'vervangt dit stuk'});
    assert.ok((await citing.locator('blockquote').first().innerText()).length > 0);
    await follow(citing.getByRole('link').first());
    assert.equal(path(), '/kst-99001-7');
  });

  test('a paper that is cited but not held is known by what cites it', async () => {
    const cited = await absentPaper(server.url);
    const response = await open('/' + cited);
    assert.equal(response.status(), 200);
    assert.match(await page.locator('header').nth(1).innerText(), /niet aanwezig/);
    assert.ok(await page.locator('.links li').count() > 0);
    const official = page.getByRole('link', {name: 'Lees het bij de officiële bron'});
    assert.equal(await official.getAttribute('href'), `https://zoek.officielebekendmakingen.nl/${cited}.html`);
  });

  test('the picture of what is around a paper leads there', async () => {
    await open('/kst-99001-5');
    const around = page.locator('svg.neighbourhood a').first();
    const href = await around.getAttribute('href');
    await follow(around);
    assert.equal(path(), href);
  });

  test('follow a footnote there and back', async () => {
    await open(await documentWith(page, server.url, '.text sup a'));
    const note = page.locator('.text sup a').first();
    const href = await note.getAttribute('href');
    await note.click();
    assert.equal(new URL(page.url()).hash, href);
    const target = page.locator(`li${href}`);
    assert.ok(await inView(target, page));
    await target.locator('a.back').click();
    assert.equal(new URL(page.url()).hash, '#' + await note.getAttribute('id'));
    assert.ok(await inView(note, page));
  });

  test('a facet narrows, and is removed again', async () => {
    await open('/zoeken?q=woningbouw');
    const all = await total();
    const motions = page.locator('.facets li').filter({has: page.getByRole('link', {name: 'Motie', exact: true})});
    const count = Number(await motions.locator('.number').innerText());
    await follow(motions.getByRole('link'));
    assert.equal(await total(), count);
    assert.ok(count < all);
    await follow(page.getByRole('link', {name: 'Verwijder filter Soort: Motie'}));
    assert.equal(await total(), all);
  });

  test('a new search keeps the filters', async () => {
    await open('/zoeken?q=woningbouw&soort=Motie');
    await page.getByRole('searchbox').fill('Nieuwoord');
    await follow(page.getByRole('button', {name: 'Zoek'}));
    assert.equal(new URL(page.url()).searchParams.get('soort'), 'Motie');
  });

  test('an explanation is asked for, kept, and put away', async () => {
    await open('/zoeken?q=woningbouw&soort=Motie');
    assert.equal(await page.locator('.explanation, .reasons').count(), 0);
    await follow(page.getByRole('link', {name: 'Uitleg'}));
    const reading = page.getByRole('region', {name: 'Hoe uw vraag is gelezen'});
    assert.match(await reading.innerText(), /Van ‘woningbouw’ tellen alle vormen/);
    const results = await page.locator('.results > li').count();
    assert.equal(await page.locator('.results .reasons').count(), results);
    assert.match(await page.locator('.reasons').first().innerText(), /‘woningbouw’ staat er .* punten/);
    await page.getByRole('searchbox').first().fill('Nieuwoord');
    await follow(page.getByRole('button', {name: 'Zoek'}).first());
    assert.match(await reading.innerText(), /Nieuwoord/);
    await follow(page.getByRole('link', {name: 'Zonder uitleg'}));
    assert.equal(await page.locator('.explanation, .reasons').count(), 0);
    assert.equal(new URL(page.url()).searchParams.get('soort'), 'Motie');
  });

  test('all pages together hold every document once', async () => {
    await open('/zoeken?q=');
    const expected = await total();
    const seen = [];
    for (;;) {
      const links = page.locator('.results h3 a');
      for (const link of await links.all()) seen.push(await link.getAttribute('href'));
      const next = page.getByRole('link', {name: 'Volgende'});
      if (await next.count() === 0) break;
      await follow(next);
    }
    assert.equal(seen.length, expected);
    assert.equal(new Set(seen).size, expected);
  });

  test('each mark of a time line is a document of the list', async () => {
    await open('/dossier/99001');
    const targets = async (links) =>
        (await Promise.all((await links.all()).map((link) => link.getAttribute('href')))).sort();
    const listed = await targets(page.locator('section:last-of-type .papers a'));
    const marks = page.locator('.timeline .lane a');
    assert.deepEqual(await targets(marks), listed);
    const to = await marks.last().getAttribute('href');
    await Promise.all([page.waitForURL('**' + to), marks.last().locator('use').click()]);
  });

  test('many documents are bars, and what is missing stands in its place', async () => {
    await open(`/dossier/${longDossier}`);
    assert.equal(await page.locator('.timeline .lane a').count(), 0);
    assert.ok(await page.locator('.timeline .lane rect').count() > 20);
    const places = await page.locator('section:last-of-type .papers > li').allInnerTexts();
    const gap = places.findIndex((text) => text === 'nrs. 4–6 niet aanwezig');
    assert.match(places[gap - 1], /^Nummer\s3\s/);
    assert.match(places[gap + 1], /^Nummer\s7\s/);
  });

  test('from a dossier to a chapter of it and back', async () => {
    await open(`/dossier/${longDossier}`);
    await follow(page.locator('.below').getByRole('link', {name: '99 990 XII'}));
    assert.equal(path(), `/dossier/${chapter}`);
    await follow(page.getByRole('link', {name: 'dossier 99 990'}));
    assert.equal(path(), `/dossier/${longDossier}`);
  });

  test('search within a dossier', async () => {
    await open('/dossier/99001');
    await page.getByRole('search', {name: 'Zoek in dit dossier'}).getByRole('searchbox').fill('Nieuwoord');
    await pressEnter();
    assert.equal(new URL(page.url()).searchParams.get('dossier'), '99001');
    assert.ok(await total() > 0);
  });

  test('every example of the help page runs, and finds something', async () => {
    await open('/hulp');
    const links = await page.locator('.examples a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    assert.ok(addresses.length > 15);
    for (const address of addresses) {
      assert.equal((await open(address)).status(), 200, address);
      // Not every paper is cited or has an annex.
      if (!/verwijst|bijlage-bij/.test(address)) assert.ok(await total() > 0, address);
    }
  });

  test('from a paper to who signed it, and from there to the search', async () => {
    await open('/kst-99001-1');
    const signer = page.locator('.people a').first();
    const name = await signer.innerText();
    await follow(signer);
    assert.equal(await heading(), name);
    await follow(page.getByRole('link', {name: 'Zoek in deze documenten'}));
    assert.equal(new URL(page.url()).searchParams.get('indiener'), name);
    assert.ok(await total() > 0);
  });

  test('a query that cannot be read stays in the box', async () => {
    const response = await open('/zoeken?q=' + encodeURIComponent('(woningbouw'));
    assert.equal(response.status(), 400);
    assert.equal(await page.getByRole('searchbox').inputValue(), '(woningbouw');
    assert.match(await page.locator('main').innerText(), /positie 1/);
  });

  test('no page is wider than a phone', async () => {
    const context = await browser.newContext({viewport: {width: 360, height: 740}});
    const phone = await context.newPage();
    for (const address of ['/', '/zoeken?q=woningbouw', '/kst-99001-1', '/dossier/99001', `/dossier/${longDossier}`, '/zaak/2025Z90024', '/hulp', '/over', '/persoon/J.T.%20Hellingwerf', '/niets']) {
      await phone.goto(server.url + address);
      const width = await phone.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 360, `${address} is ${width} wide`);
    }
    await context.close();
  });

  test('nothing is asked of another site, and no page breaks its own policy', async () => {
    const asked = [];
    const complaints = [];
    const context = await browser.newContext();
    const watched = await context.newPage();
    watched.on('request', (request) => asked.push(new URL(request.url()).origin));
    watched.on('console', (message) => complaints.push(message.text()));
    for (const address of ['/', '/zoeken?q=woningbouw', '/kst-99001-1', '/dossier/99001',
                           `/dossier/${longDossier}`]) {
      await watched.goto(server.url + address);
    }
    assert.deepEqual([...new Set(asked)], [server.url]);
    assert.deepEqual(complaints, []);
    await context.close();
  });
});

/** The address of the first document that has such an element. */
async function documentWith(page, url, selector) {
  let next = '/zoeken?q=';
  while (next) {
    await page.goto(url + next);
    const links = page.locator('.results h3 a');
    const addresses = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
    const more = page.getByRole('link', {name: 'Volgende'});
    next = await more.count() > 0 ? await more.getAttribute('href') : undefined;
    for (const address of addresses) {
      await page.goto(url + address);
      if (await page.locator(selector).count() > 0) return address;
    }
  }
  throw new Error(`no document of the sample corpus has ${selector}`);
}

/** The identifier of a kamerstuk that the sample corpus cites and does not hold. */
async function absentPaper(url) {
  const found = await (await fetch(url + '/api/v1/search?q=&limit=100')).json();
  for (const {id} of found.results) {
    const {cites} = await (await fetch(`${url}/api/v1/documents/${id}/references`)).json();
    const absent = cites.find((link) => !link.aanwezig && link.id.startsWith('kst-'));
    if (absent) return absent.id;
  }
  throw new Error('the sample corpus cites nothing that it does not hold');
}

async function inView(locator, page) {
  const box = await locator.boundingBox();
  return box && box.y >= 0 && box.y + box.height <= page.viewportSize().height;
}
