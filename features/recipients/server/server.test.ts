import { afterAll, beforeAll, expect, test } from 'vitest';
import { order } from '../../../tests/features/partners/contract.ts';
import { partners } from '../../../tests/features/partners/partners.ts';
import { dayFromNow } from '../../../tests/sharing/register.ts';
import { staffMember } from '../../../tests/staff.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { end, history, list, mine, put, terms } from '../contract.ts';

const { feature } = partners();
const kind = 'partner.service';
const hash = 'ab'.repeat(32);
const entry = {
  kind,
  name: 'Fitters of Berne',
  work: 'Puts shower toilets in',
  area: 'eu_ch',
  contact: 'privacy@fitters.example',
  fields: ['contact.email'],
} as const;

let world: World;
let officer: Visitor;
let person: Visitor;
beforeAll(async () => {
  world = await openWorld({ features: [feature] });
  officer = await staffMember(world, 'privacy_officer');
  person = await (await world.visitor().accept()).signIn('ordering@example.org');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const shown = async (id: string) =>
  (await officer.call(list, { language: 'en' })).body.recipients.find((one) => one.id === id);
const ordered = async (recipient: string) => {
  const { status, body } = await person.call(order, { kind, recipient, fields: ['contact.email'] });
  return body.code ?? status;
};

test('S.third-party @operation: from registering to ending, data goes out exactly while terms are in date', async () => {
  const registered = await officer.call(put, { ...entry, fields: [...entry.fields] });
  expect(registered.status).toBe(200);
  const { id, change } = registered.body;
  expect(await shown(id)).toMatchObject({
    name: 'Fitters of Berne',
    kind_name: 'Partner for a service you ordered',
    open: false,
    ended: false,
    terms: { state: 'missing', until: null },
  });
  expect(await ordered(id)).toBe('terms_missing');

  const filed = await officer.call(terms, {
    id,
    base: change,
    from: dayFromNow(0),
    until: dayFromNow(365),
    hash,
  });
  expect(filed.status).toBe(200);
  expect(await shown(id)).toMatchObject({ open: true, terms: { state: 'stand', hash, days_left: 365 } });
  expect(await ordered(id)).toBe(200);
  expect((await shown(id))?.people).toBe(1);

  const ended = await officer.call(end, { id, base: filed.body.change });
  expect(ended.status).toBe(200);
  expect(await ordered(id)).toBe('recipient_unknown');
  const acts = (await officer.call(history, { id })).body.changes;
  expect(acts.map(({ act }) => act)).toEqual(['ended', 'terms', 'registered']);
  expect(acts.every(({ by_settings }) => !by_settings)).toBe(true);

  const again = await officer.call(terms, {
    ...{ id, from: dayFromNow(0), until: dayFromNow(9), hash },
    base: ended.body.change,
  });
  expect([again.status, again.body.code]).toEqual([404, 'entry_unknown']);
});

test('S.third-party @operation: the person sees with whom what was shared', async () => {
  const { body } = await person.call(mine, { language: 'de' });
  expect(body.recipients).toMatchObject([
    {
      name: 'Fitters of Berne',
      kind_name: 'Partner für einen bestellten Dienst',
      fields: [{ field: 'contact.email', category_name: 'E-Mail und Telefon' }],
    },
  ]);
  const stranger = await (await world.visitor().accept()).signIn('stranger@example.org');
  expect((await stranger.call(mine, { language: 'en' })).body.recipients).toEqual([]);
});

test('a change that rests on an older state is refused, and nothing is written', async () => {
  const { body } = await officer.call(put, { ...entry, name: 'Two at once', fields: [...entry.fields] });
  const renamed = { ...entry, id: body.id, base: body.change, fields: [...entry.fields] };
  const [one, two] = await Promise.all([
    officer.call(put, { ...renamed, name: 'First' }),
    officer.call(put, { ...renamed, name: 'Second' }),
  ]);
  expect([one.status, two.status].sort()).toEqual([200, 409]);
  expect([one.body.code, two.body.code]).toContain('entry_changed');
  expect((await officer.call(history, { id: body.id })).body.changes).toHaveLength(2);
});

test('what the policy does not let a third party have cannot be registered', async () => {
  const answer = async (changed: object) =>
    (await officer.post<object>(put.path, { ...entry, ...changed })).body.code;
  expect(await answer({ fields: ['contact.email', 'device.name'] })).toBe('field_not_listed');
  expect(await answer({ kind: 'friend' })).toBe('kind_unknown');
  expect(await answer({ kind: 'carrier.mail', fields: ['message.text'] })).toBe('kind_unknown');
  expect(await answer({ carrier: 'mail' })).toBe('kind_unknown');
  const carrier = { kind: 'carrier.mail', carrier: 'mail', fields: ['message.address', 'message.text'] };
  expect(await answer(carrier)).toBeUndefined();
  expect(await answer(carrier)).toBe('carrier_taken');
});

test('terms whose days are in disorder are not filed', async () => {
  const { body } = await officer.call(put, { ...entry, fields: [...entry.fields] });
  const answer = async (from: string, until: string) =>
    (await officer.call(terms, { id: body.id, base: body.change, from, until, hash: null })).body.code;
  expect(await answer('2026-12-01', '2026-11-30')).toBe('days_out_of_order');
  expect(await answer('2026-12-01', '2027-02-30')).toBe('days_out_of_order');
});

test('S.third-party @database: the purpose that keeps the register writes it for an officer only', async () => {
  const client = await world.kernel.connect('archive');
  try {
    const { rows } = await client.query(
      `select kernel.put_recipient(gen_random_uuid(), null, gen_random_uuid(), 'registered', '{}', now()) as refusal`,
    );
    expect(rows).toEqual([{ refusal: 'not_allowed' }]);
  } finally {
    client.release();
  }
});
