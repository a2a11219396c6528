// What programs rely on: the description of the API is a valid one, and every answer is as it says.

import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {Validator} from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import {startServer} from './kamerzoek.mjs';

/** Schemas that others extend by `allOf`, by their references. */
function extended(node, found = new Set()) {
  if (node === null || typeof node !== 'object') return found;
  for (const part of node.allOf ?? []) found.add(part.$ref);
  for (const value of Object.values(node)) extended(value, found);
  return found;
}

/** Makes a schema refuse the fields that it does not tell of. */
function close(schema) {
  if (schema.properties) schema.unevaluatedProperties = false;
  Object.values(schema.properties ?? {}).forEach(close);
  if (schema.items) close(schema.items);
}

/** The schemas, allowing nothing besides what they tell, so that a field nobody described is found;
 * those that others extend stay open. */
function closed(schemas) {
  const copy = structuredClone(schemas);
  const open = extended(copy);
  for (const [name, schema] of Object.entries(copy.$defs)) {
    if (!open.has('#/$defs/' + name)) close(schema);
  }
  return copy;
}

describe('the API', () => {
  let server;
  let description;
  let schemas;
  let ajv;

  before(async () => {
    server = await startServer();
    description = await (await fetch(server.url + '/api/openapi.json')).json();
    schemas = await (await fetch(server.url + '/api/schema.json')).json();
    ajv = new Ajv({strict: true, allErrors: true});
    addFormats(ajv);
    ajv.addSchema(closed(schemas), 'api');
  });

  after(() => server?.stop());

  const get = (path, options) => fetch(server.url + path, options);

  function check(schema, value, where) {
    const validate = schema.$ref ?
        ajv.getSchema(schema.$ref.replace('#/components/schemas', 'api#/$defs')) :
        ajv.compile(schema);
    assert.ok(validate(value), `${where}: ${ajv.errorsText(validate.errors)}`);
  }

  /** The answer to an address, held against what is said of its path. */
  async function checked(path, address) {
    const response = await get(address);
    const said = description.paths[path].get.responses[response.status];
    assert.ok(said, `${address}: ${response.status} is not described`);
    const content = said.content ?? resolved(said).content;
    const type = response.headers.get('content-type');
    assert.ok(content[type], `${address}: ${type} is not described`);
    const value = type.endsWith('json') ? await response.json() : await response.text();
    check(content[type].schema, value, address);
    return {response, value};
  }

  const resolved = ({$ref}) =>
      $ref.slice(2).split('/').reduce((node, name) => node[name], description);
  const parameters = (path) =>
      description.paths[path].get.parameters.map((one) => one.$ref ? resolved(one) : one);

  const described = (path) => description.paths[path].get.responses[200];

  /** The path with the examples of what must be filled in. */
  const example = (path) => {
    const required = parameters(path).filter((one) => one.required);
    const asked = required.filter((one) => one.in === 'query')
                      .map((one) => `${one.name}=${encodeURIComponent(one.example)}`);
    const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(required.find((one) => one.name === name).example));
    return filled + (asked.length > 0 ? '?' + asked.join('&') : '');
  };

  test('is described by valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const {valid, errors} = await validator.validate(structuredClone(description));
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, '3.1');
  });

  test('has schemas that compile', () => {
    assert.deepEqual(Object.keys(schemas.$defs), Object.keys(description.components.schemas));
    for (const name of Object.keys(schemas.$defs)) assert.ok(ajv.getSchema('api#/$defs/' + name));
  });

  test('answers every path as described, and not again to who holds the answer', async () => {
    for (const path of Object.keys(description.paths)) {
      const {response} = await checked(path, example(path));
      assert.equal(response.status, 200, path);
      const etag = response.headers.get('etag');
      assert.equal(Boolean(etag), 'ETag' in (described(path).headers ?? {}), path);
      if (!etag) continue;  // a stream
      const held = {'If-None-Match': etag};
      assert.equal((await get(example(path), {headers: held})).status, 304, path);
    }
  });

  test('knows the parameters it tells of, and no others', async () => {
    for (const path of Object.keys(description.paths)) {
      const told = parameters(path).filter((one) => one.in === 'query');
      const address = example(path) + (example(path).includes('?') ? '&' : '?') + 'onbekend=1';
      const {response, value} = await checked(path, address);
      assert.equal(response.status, 400, path);
      const said = value.detail ?? value;
      const known = said.match(/Kies uit ([\w ]*)\./)?.[1].split(' ') ?? [];
      assert.deepEqual(known.sort(), told.map((one) => one.name).sort(), path);
    }
  });

  test('takes the example of every parameter of a search', async () => {
    for (const {name, in: place, example} of parameters('/api/v1/search')) {
      if (place !== 'query' || example === undefined) continue;
      const {value} =
          await checked('/api/v1/search', `/api/v1/search?${name}=${encodeURIComponent(example)}`);
      assert.ok(value.total > 0, name);
    }
  });

  test('is told of to browsers and crawlers as they read it', async () => {
    const robots = await (await get('/robots.txt')).text();
    const lines = robots.trimEnd().split('\n');
    assert.equal(lines[0], 'User-agent: *');
    for (const line of lines) assert.match(line, /^((User-agent|Disallow|Allow|Sitemap): \S+)?$/);
    const page = await (await get('/')).text();
    const [, type, address] = page.match(/<link rel="search" type="(.+?)" .*href="(.+?)"/);
    const search = await get(address);
    assert.equal(search.headers.get('content-type'), type);
    const [, template] = (await search.text()).match(/type="text\/html" method="get" template="(.+?)"/);
    const found = template.replace('{searchTerms}', encodeURIComponent('woningbouw & "dijk"'));
    assert.equal((await fetch(found)).status, 200);
  });

  test('tells nobody where files lie on the server', async () => {
    const {value} =
        await checked('/api/v1/documents/{id}', '/api/v1/documents/kst-99001-3');
    assert.ok(value.bronnen.length > 0);
    assert.ok(!JSON.stringify(value).includes('file:'));
  });

  test('explains a query and what it finds', async () => {
    const query = encodeURIComponent('woningbouw eil* OF "de Kamer"');
    const {value} = await checked('/api/v1/search', `/api/v1/search?q=${query}&uitleg=1`);
    assert.ok(value.uitleg.termen.length > 0 && value.results[0].uitleg.redenen.length > 0);
  });

  test('describes every document, dossier and zaak of the sample corpus', async () => {
    const dossiers = new Set();
    const records = new Set();
    let total = 1;
    for (let offset = 0; offset < total; offset += 100) {
      const {value} =
          await checked('/api/v1/search', `/api/v1/search?limit=100&offset=${offset}`);
      total = value.total;
      for (const {id, dossier} of value.results) {
        records.add(id);
        if (dossier) dossiers.add(dossier);
      }
    }
    const address = (kind, name) => `/api/v1/${kind}/${encodeURIComponent(name)}`;
    for (const id of records) {
      const {value} = await checked('/api/v1/documents/{id}', address('documents', id));
      await checked('/api/v1/documents/{id}/references', address('documents', id) + '/references');
      for (const zaak of value.zaken ?? []) if (zaak.id) records.add(zaak.id);
    }
    for (const dossier of dossiers) {
      await checked('/api/v1/dossiers/{nummer}', address('dossiers', dossier));
    }
    assert.ok(records.size > 90 && dossiers.size >= 6);
  });

  test('says what is wrong as a problem', async () => {
    for (const [address, status, options] of [
           ['/api/v1/search?q=(dijk', 400], ['/api/v1/search?limit=0', 400],
           ['/api/v1/search?sort=mooiste', 400], ['/api/v1/documents/kst-1-1', 404],
           ['/api/v1/dossiers/1', 404], ['/api/v1/niets', 404], ['/api', 404],
           ['/api/v1/search', 405, {method: 'POST'}], ['/api/' + 'a'.repeat(9000), 414],
         ]) {
      const response = await get(address, options);
      assert.equal(response.status, status, address);
      assert.equal(response.headers.get('content-type'), 'application/problem+json', address);
      const problem = await response.json();
      check({$ref: '#/components/schemas/Problem'}, problem, address);
      assert.equal(problem.status, status, address);
    }
  });
});
