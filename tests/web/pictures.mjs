// Takes a picture of every kind of page, to look at: node pictures.mjs [folder]

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';

import {startBrowser, startServer} from './kamerzoek.mjs';
import {kindsOfPage} from './kinds_of_page.mjs';

const folder = process.argv[2] ?? 'pictures';

await mkdir(folder, {recursive: true});
const server = await startServer();
const browser = await startBrowser();
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1440]) {
      const context = await browser.newContext(
          {colorScheme, viewport: {width, height: 900}, javaScriptEnabled: false});
      const page = await context.newPage();
      for (const [name, path] of Object.entries(kindsOfPage)) {
        await page.goto(server.url + path);
        await page.screenshot(
            {path: join(folder, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`), fullPage: true});
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
