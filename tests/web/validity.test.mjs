// The markup of every kind of page is valid: Debian's tidy and html-validate have nothing to say of
// it. What programs read is in api.test.mjs, and feeds are in tests/unit/web/feeds_test.cpp.

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {text} from 'node:stream/consumers';
import {after, before, describe, test} from 'node:test';

import {FileSystemConfigLoader, HtmlValidate} from 'html-validate';

import {startServer} from './kamerzoek.mjs';
import {kindsOfPage} from './kinds_of_page.mjs';

/** All that tidy complains of, a line each. */
async function tidy(html) {
  const checker = spawn('tidy', [
    '-quiet', '-errors', '-utf8',
    // Of 2017, it knows neither `enterkeyhint` nor `aria-current`, and no links in SVG.
    '--warn-proprietary-attributes', 'no',
    // The script fills them.
    '--drop-empty-elements', 'no',
  ]);
  checker.stdin.end(html);
  return (await text(checker.stderr)).split('\n').filter(Boolean);
}

describe('the markup', () => {
  let server;
  const htmlValidate = new HtmlValidate(new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:standard'],
  }));

  async function faults(html) {
    const {results} = await htmlValidate.validateString(html);
    return results.flatMap(({messages}) => messages.map(
        ({line, ruleId, message}) => `line ${line}: ${message} (${ruleId})`));
  }

  before(async () => {
    server = await startServer();
  });

  after(() => server?.stop());

  for (const [name, path] of Object.entries(kindsOfPage)) {
    test(`of ${name} is valid`, async () => {
      const html = await (await fetch(server.url + path)).text();
      assert.deepEqual(await tidy(html), []);
      assert.deepEqual(await faults(html), []);
    });
  }

  test('that is not valid is told of', async () => {
    const page = (body) => '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">' +
        `<title>x</title></head><body>${body}</body></html>`;
    for (const body of ['<p>x</b></p>', '<p><div>x</div></p>', '<p id="a">x</p><p id="a">y</p>']) {
      assert.notDeepEqual(await faults(page(body)), [], body);
    }
    assert.notDeepEqual(await tidy(page('<p><div>x</div></p>')), []);
    assert.deepEqual([...await tidy(page('<p>x</p>')), ...await faults(page('<p>x</p>'))], []);
  });
});
