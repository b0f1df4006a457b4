import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tidyMedia } from '@axent/kernel';
import { uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayFromNow } from '../../../tests/sharing/register.ts';
import { staffMember } from '../../../tests/staff.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { approve, attach, end, list, look, piece_bytes, propose, tell } from '../contract.ts';

let world: World;
let first: Visitor;
let second: Visitor;
let ada: Visitor;
beforeAll(async () => {
  world = await openWorld();
  first = await staffMember(world, 'privacy_officer');
  second = await staffMember(world, 'privacy_officer');
  ada = await (await world.visitor().accept()).signIn('ada@example.org');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const pdf = (bytes: number) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes), Buffer.from('\n%%EOF\n')]);

/** One white dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  randomBytes(99),
  Buffer.from([0xff, 0xd9]),
]);

let names = 0;
async function proposed(document: Buffer): Promise<string> {
  const { status, body } = await first.call(propose, {
    ground: 'E.3',
    name: `Order ${++names}`,
    basis: 'GDPR Art. 6(1)(c)',
    provision: 'Order of the court of 3 November',
    purpose: 'archive',
    roles: ['privacy_officer'],
    categories: ['contact'],
    evidence: createHash('sha256').update(document).digest('hex'),
    people: ['ada@example.org'],
    ends_on: dayFromNow(30),
    tell_from: null,
    keeps_withheld: false,
  });
  expect(status).toBe(200);
  return body.id;
}

/** Brings a document in pieces; answers the code of the refusal, if there was one. */
async function brought(officer: Visitor, id: string, document: Buffer): Promise<string | undefined> {
  const pieces = Math.ceil(document.length / piece_bytes);
  for (let number = 0; number < pieces; number++) {
    const content = document.subarray(number * piece_bytes, (number + 1) * piece_bytes).toString('base64');
    const { status, body } = await officer.call(attach, { id, number, last: number === pieces - 1, content });
    if (status !== 200) return body.code;
  }
  return undefined;
}

const folder = () => join(world.folder, 'media');
const files = () =>
  readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
const matterOf = async (officer: Visitor, id: string) =>
  (await officer.call(list, { language: 'en' })).body.matters.find((one) => one.id === id);

test('E.3 @operation: the order is attached by who proposes, read by who approves, and nobody approves unread', async () => {
  const document = pdf(200_000);
  const id = await proposed(document);
  expect(await matterOf(second, id)).toMatchObject({ document: null });
  expect(await brought(first, id, document)).toBeUndefined();
  expect(await matterOf(second, id)).toMatchObject({
    document: { type: 'application/pdf', bytes: document.length, seen: false },
  });
  expect((await second.call(approve, { id })).body.code).toBe('evidence_unseen');
  const seen = await second.call(look, { id });
  expect(seen.body.type).toBe('application/pdf');
  expect(seen.body.name).toBe(`evidence-${id}.pdf`);
  expect(Buffer.from(seen.body.content, 'base64').equals(document)).toBe(true);
  expect(await matterOf(second, id)).toMatchObject({ document: { seen: true } });
  expect(await matterOf(first, id)).toMatchObject({ document: { seen: false } });
  expect((await second.call(approve, { id })).status).toBe(200);
});

test('E.3 @ledger: every look at the order leaves a record with each of its persons, told when it may be', async () => {
  const document = pdf(1_000);
  const id = await proposed(document);
  await brought(first, id, document);
  await second.call(look, { id });
  await second.call(approve, { id });
  await first.call(tell, { id, day: dayFromNow(0) });
  const own = (await ada.call(uses, { limit: 200 })).body.uses;
  expect(own.filter(({ operation }) => operation === look.name)).toHaveLength(1);
  const { rows } = await world.kernel.pools.owner.query(
    'select count(*)::integer as looks from kernel.matter_evidence_look where matter = $1',
    [id],
  );
  expect(rows[0]).toEqual({ looks: 1 });
});

test('E.3 @operation: a PDF, PNG or JPEG by its content, five megabytes, the one that was proposed; else refused', async () => {
  for (const good of [png, jpeg]) {
    const id = await proposed(good);
    expect(await brought(first, id, good)).toBeUndefined();
  }
  for (const bad of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    Buffer.from('<html>%PDF-1.7 %%EOF</html>'),
    pdf(500).subarray(0, 400),
    png.subarray(0, -1),
  ]) {
    const id = await proposed(bad);
    expect(await brought(first, id, bad)).toBe('evidence_kind');
    expect(await matterOf(first, id)).toMatchObject({ document: null });
  }
  const document = pdf(1_000);
  const id = await proposed(document);
  expect(await brought(first, id, pdf(1_000))).toBe('evidence_differs');
  const huge = pdf(5 * 1024 * 1024);
  expect(await brought(first, await proposed(huge), huge)).toBe('evidence_large');
  expect(await brought(first, id, document)).toBeUndefined();
});

test('E.3 @operation: only the one who proposed brings it, once, while it waits; a piece that is missing is no document', async () => {
  const document = pdf(100_000);
  const id = await proposed(document);
  expect(await brought(second, id, document)).toBe('not_own_matter');
  const piece = (number: number, last: boolean) => ({
    id,
    number,
    last,
    content: document.subarray(number * piece_bytes, (number + 1) * piece_bytes).toString('base64'),
  });
  expect((await first.call(attach, piece(1, false))).body.code).toBe('evidence_lost');
  expect((await first.call(attach, piece(0, false))).status).toBe(200);
  expect((await first.call(attach, piece(2, true))).body.code).toBe('evidence_lost');
  expect((await second.call(look, { id })).body.code).toBe('evidence_none');
  expect(await brought(first, id, document)).toBeUndefined();
  expect(await brought(first, id, document)).toBe('evidence_there');
  await second.call(look, { id });
  await second.call(approve, { id });
  const later = pdf(10);
  const settled = await proposed(later);
  await second.call(approve, { id: settled });
  expect(await brought(first, settled, later)).toBe('matter_settled');
});

test('S.access: the document lies sealed; changed, cut off or under another name it is not handed out', async () => {
  const document = Buffer.concat([pdf(100_000), Buffer.from('a very secret order%%EOF')]);
  const id = await proposed(document);
  await brought(first, id, document);
  const { rows } = await world.kernel.pools.owner.query<{ item: string }>(
    'select item from kernel.matter_evidence where matter = $1',
    [id],
  );
  const item = rows[0]?.item ?? '';
  const path = join(folder(), item.slice(34), item);
  const sealed = readFileSync(path);
  expect(sealed.includes('secret order')).toBe(false);
  expect(
    files()
      .filter(({ name }) => name.startsWith(item))
      .map(({ name }) => name),
  ).toEqual([item]);
  const refused = async (bytes: Buffer) => {
    writeFileSync(path, bytes);
    const { status } = await second.call(look, { id });
    writeFileSync(path, sealed);
    return status;
  };
  const changed = Buffer.from(sealed);
  changed[50_000] = (changed[50_000] ?? 0) ^ 1;
  expect(await refused(changed)).toBe(500);
  expect(await refused(sealed.subarray(0, 65_563))).toBe(500);
  expect((await second.call(look, { id })).status).toBe(200);
  world.faults.splice(0);
});

test('S.access: three years after a matter is over its document goes, key first; pieces that nobody finished go after a day', async () => {
  const [document, kept] = [pdf(1_000), pdf(2_000)];
  const [id, other] = [await proposed(document), await proposed(kept)];
  await brought(first, id, document);
  await brought(first, other, kept);
  await first.call(end, { id });
  const unfinished = await proposed(pdf(90_000));
  await first.call(attach, {
    id: unfinished,
    number: 0,
    last: false,
    content: randomBytes(30_000).toString('base64'),
  });
  const itemOf = async (matter: string) =>
    (
      await world.kernel.pools.owner.query<{ item: string }>(
        'select item from kernel.matter_evidence where matter = $1',
        [matter],
      )
    ).rows[0]?.item;
  const [item, left] = [await itemOf(id), await itemOf(unfinished)];
  const { vault, media } = world.kernel;
  const tidy = (days: number) =>
    world.kernel.asKernel((client) =>
      tidyMedia(client, vault, media, new Date(Date.now() + days * 86_400_000)),
    );
  await tidy(0);
  expect(files().some(({ name }) => name === item)).toBe(true);
  expect(files().some(({ name }) => name === `${left}.0`)).toBe(true);
  for (const { parentPath, name } of files())
    if (name.startsWith(left ?? '')) utimesSync(join(parentPath, name), new Date(0), new Date(0));
  await tidy(1_094);
  expect(files().some(({ name }) => name === item)).toBe(true);
  expect(files().some(({ name }) => name.startsWith(left ?? ''))).toBe(false);
  await world.kernel.pools.owner.query('update kernel.matter set ended_at = $2 where id = $1', [
    id,
    new Date(Date.now() - 1_096 * 86_400_000),
  ]);
  await tidy(0);
  expect(files().some(({ name }) => name === item)).toBe(false);
  expect((await second.call(look, { id })).body.code).toBe('evidence_none');
  expect((await second.call(look, { id: other })).status).toBe(200);
});
