import type { Json, JsonObject } from '@axent/kernel';
import { Compile } from 'typebox/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';
import { checkOpenApi, schemasOf } from './openapi.check.ts';

let world: World;
let document: JsonObject;
beforeAll(async () => {
  world = await openWorld();
  document = (await world.visitor().fetch<JsonObject>('/api/openapi.json', {})).body;
});
afterAll(() => world.close());

const contracts = () =>
  world.features.flatMap((feature) => feature.operations.map((operation) => operation.contract));

describe('OpenAPI document', () => {
  test('has the form that OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(checkOpenApi(document)).toEqual([]);
  });

  test('the checker finds what is planted', () => {
    const broken = JSON.parse(JSON.stringify(document).replace('"responses"', '"respones"')) as JsonObject;
    expect(checkOpenApi(broken)).toContainEqual(expect.stringContaining('respones'));
    const dangling = JSON.stringify(document).replace('#/components/schemas/Problem"', '#/components/no"');
    expect(checkOpenApi(JSON.parse(dangling) as JsonObject)).toContainEqual(expect.stringContaining('/no'));
  });

  test('lists exactly the operations that exist', () => {
    const listed = Object.entries(document.paths as Record<string, JsonObject>).flatMap(([path, item]) =>
      Object.entries(item).map(([method, one]) => `${method} ${path} ${(one as JsonObject).operationId}`),
    );
    const existing = contracts().map(({ method, path, name }) => `${method.toLowerCase()} ${path} ${name}`);
    expect(listed.sort()).toEqual(existing.sort());
  });

  test('every schema in it compiles', () => {
    const schemas = schemasOf(document);
    expect(schemas.length).toBeGreaterThan(contracts().length);
    for (const schema of schemas) expect(() => Compile(schema as Record<string, Json>)).not.toThrow();
  });

  test('names every code of its own under each operation', () => {
    for (const { path, method, errors } of contracts()) {
      const item = (document.paths as Record<string, JsonObject>)[path] ?? {};
      const written = JSON.stringify(item[method.toLowerCase()]);
      for (const code of errors) expect(written).toContain(`"${code}"`);
    }
  });
});

describe('API reference', () => {
  test('shows every operation, on a page without script that its own headers let through', async () => {
    const { status, headers, body } = await world.visitor().fetch<string>('/api', {});
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).not.toMatch(/<script|\sstyle=|\son\w+=|undefined|\[object/);
    for (const { name, path, summary } of contracts()) {
      expect(body).toContain(`id="${name}"`);
      expect(body).toContain(path);
      expect(body).toContain(summary.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
    }
    const style = await world.visitor().fetch<string>('/api/reference.css', {});
    expect(style.headers.get('content-type')).toContain('text/css');
    expect(style.body).toContain('--paper');
  });

  test('the type of a problem document leads to its words', async () => {
    const answer = await fetch(`${world.base}/problems/function_closed`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/api#problem-function_closed');
    expect((await world.visitor().fetch<string>('/api', {})).body).toContain('id="problem-function_closed"');
  });
});
