import { countries, list, nearPlace, show } from '@axent/stores/contract';
import { toWgs84 } from '@axent/stores/datum';
import { geojson, schema, schemaList } from '@axent/stores/public';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { distance_m } from '../../features/stores/distance.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await bringContent(world.kernel);
});
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(world.base + path, { headers });

describe('stores for other programs', () => {
  test('C.log @operation: are there for who has accepted nothing, page by page, and leave no cookie', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const response = await get(`${geojson.path}?limit=200${after === null ? '' : `&after=${after}`}`);
      expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
      expect(response.headers.getSetCookie()).toEqual([]);
      const page = (await response.json()) as { features: { id: string }[]; next: string | null };
      ids.push(...page.features.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(448);
    const chinese = (await (await get(`${geojson.path}?country=CN`)).json()) as {
      features: { id: string }[];
    };
    expect(chinese.features.map(({ id }) => id)).toEqual(ids.filter((id) => id.startsWith('cn-')));
  });

  test('stay behind accepting where they are for people', async () => {
    for (const contract of [list, countries]) expect((await get(contract.path)).status).toBe(403);
    expect((await get(`${show.path}?id=ch-zurich-8001-1`)).status).toBe(403);
  });

  test('a store in the words of schema.org has its place, its hours and its holidays', async () => {
    const response = await get(`${schema.path}?id=at-wien-1010-1`);
    expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const shop = (await response.json()) as { specialOpeningHoursSpecification: Record<string, string>[] };
    expect(shop).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'HomeGoodsStore',
      '@id': '/stores/at-wien-1010-1',
      address: { '@type': 'PostalAddress', addressLocality: 'Wien', addressCountry: 'AT' },
      geo: { '@type': 'GeoCoordinates' },
    });
    const days = shop.specialOpeningHoursSpecification;
    expect(days).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      opens: '00:00',
      closes: '00:00',
      validFrom: '2026-12-25',
      validThrough: '2026-12-25',
    });
    expect((await get(`${schema.path}?id=at-nowhere-1`)).status).toBe(404);
    const listed = (await (await get(`${schemaList.path}?country=AT&limit=3`)).json()) as Record<
      string,
      never
    >;
    expect(listed).toMatchObject({
      '@type': 'ItemList',
      itemListElement: [{ position: 1 }, { position: 2 }, { position: 3 }],
    });
  });

  test('a store’s page carries them in its head, also before anybody accepts; other pages do not', async () => {
    const page = async (path: string) =>
      await (await get(path, { accept: 'text/html', 'user-agent': 'a crawler' })).text();
    const html = await page('/stores/ch-zurich-8001-1');
    expect(html).toContain('<title>Tropfen &#38; Ton Zürich · AXENT</title>');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@id': '/stores/ch-zurich-8001-1',
      name: 'Tropfen & Ton Zürich',
    });
    expect(json).not.toContain('<');
    for (const path of ['/stores/ch-nowhere-1', '/stores/in', '/stores/in/CH', '/stores', '/'])
      expect(await page(path)).not.toContain('ld+json');
  });

  test('a long answer comes compressed to who takes it', async () => {
    const response = await get(geojson.path, { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(((await response.json()) as { features: unknown[] }).features.length).toBe(448);
  });
});

describe('stores for people', () => {
  test('are told by country, and carry the holidays of the place', async () => {
    const visitor = await world.visitor().accept();
    const known = (await visitor.call(countries, {})).body.countries;
    expect(known.map(({ country }) => country).toSorted()).toEqual(['AT', 'CH', 'CN', 'DE', 'IT']);
    const store = (await visitor.call(show, { id: 'ch-zurich-8001-1' })).body;
    expect(store.special_days).toContainEqual({
      date: '2026-12-25',
      hours: [],
      reason: { en: 'Christmas Day', 'zh-CN': '圣诞节', de: 'Weihnachten' },
    });
  });

  test('in China are found by distances in WGS 84, though they declared GCJ-02', async () => {
    const visitor = await world.visitor().accept();
    const near = (await visitor.call(nearPlace, { place: '上海' })).body;
    // Unconverted they would all stand half a kilometre off.
    const { rows } = await world.kernel.pools.owner.query(
      `select datum, count(*)::int as stores from app.store where country = 'CN' group by 1`,
    );
    expect(rows).toEqual([{ datum: 'gcj02', stores: expect.any(Number) }]);
    expect(near.stores.length).toBeGreaterThan(2);
    for (const { directions } of near.stores) {
      expect(directions.links.map(({ kind }) => kind)).toEqual(['amap', 'baidu', 'openstreetmap']);
      const [longitude, latitude] = (new URL(directions.links[0]!.url).searchParams.get('to') ?? '').split(
        ',',
      );
      const there = { latitude: Number(latitude), longitude: Number(longitude) };
      expect(distance_m(there, directions)).toBeGreaterThan(100);
      expect(distance_m(toWgs84(there), directions)).toBeLessThan(1);
    }
  });

  test('nothing failed on the way', () => expect(world.faults.map(({ message }) => message)).toEqual([]));
});
