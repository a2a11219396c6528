// Takes a picture of every kind of page, to look at: node pictures.mjs [folder]

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {longDossier} from './long_dossier.mjs';

const folder = process.argv[2] ?? 'pictures';
const pages = {
  home: '/',
  results: '/zoeken?q=woningbouw',
  filtered: '/zoeken?q=de&soort=Motie&van=2025&tot=2025',
  nothing: '/zoeken?q=zeppelinvaart',
  document: '/kst-99001-1',
  marked: '/kst-99001-1?q=woningbouw',
  notes: '/kst-99001-8',
  replaced: '/kst-99001-5',
  dossier: '/dossier/99001',
  gaps: '/dossier/99002',
  chapters: '/dossier/99100',
  'long-dossier': `/dossier/${longDossier}`,
  zaak: '/zaak/2025Z90024',
  person: '/persoon/J.T.%20Hellingwerf',
  help: '/hulp',
  about: '/over',
  'not-found': '/kst-99009-1',
  'bad-query': '/zoeken?q=(woningbouw',
};

await mkdir(folder, {recursive: true});
const server = await startServer();
const browser = await startBrowser();
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1440]) {
      const context = await browser.newContext(
          {colorScheme, viewport: {width, height: 900}, javaScriptEnabled: false});
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(server.url + path);
        await page.screenshot(
            {path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true});
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
