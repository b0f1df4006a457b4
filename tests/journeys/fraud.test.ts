import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { correct, holdings } from '@axent/privacy/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { until } from '../carriers/until.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let world: World;
let browser: Browser;
let security: Visitor;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
  security = await staffMember(world, 'security');
}, 180_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await browser.close();
  await world.close();
});

async function enter(who: Visitor, path: string, look: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const cookies = [...who.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.goto(path);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: { id: string }[] }).violations.map(({ id }) => id);
}

const phone = { width: 390, height: 844, locale: 'en-GB' } as const;
const desktop = { width: 1280, height: 900, locale: 'en-GB' } as const;

/** Somebody on whose device more accounts were made than a rule lets pass, and who now changes their number. */
async function heldPerson(email: string): Promise<Visitor> {
  await world.kernel.pools.owner.query('delete from app.fraud_signal');
  const person = await (await world.visitor().accept()).signIn(email);
  await until(async () => {
    const { rowCount } = await world.kernel.pools.owner.query(
      `insert into app.fraud_signal (kind, subject, bucket, other, times)
       select kind, subject, bucket, decode(md5(n::text), 'hex'), 1
       from app.fraud_signal, generate_series(1, 3) n where kind = 'account'`,
    );
    return (rowCount ?? 0) > 0;
  });
  const { body } = await person.call(holdings, {});
  const [item] = body.holdings.find(({ category }) => category === 'contact')?.items ?? [];
  const value = { phone: '+41 44 555 01 23' };
  const refused = await person.call(correct, { place: item?.place ?? '', id: item?.id ?? '', value });
  expect(refused.body.code).toBe('fraud_many_accounts');
  return person;
}

test('U.fraud @operation: held, the person reads why and answers; security reads it and releases them', async () => {
  const person = await heldPerson('held@example.org');
  const own = await enter(person, '/privacy', phone);
  await own.getByRole('link', { name: /Held for review/ }).click();
  await own.getByText('4 accounts were made on the device').waitFor();
  await own.getByText('Waits for your answer').waitFor();
  expect(await violations(own)).toEqual([]);
  await own.getByLabel('What happened, in your words').fill('It is our family’s tablet.');
  await own.getByRole('button', { name: 'Send and ask for a review' }).click();
  await own.getByText('A person will look at it').waitFor();
  expect(await own.getByRole('textbox').count()).toBe(0);

  const desk = await enter(security, '/console/', desktop);
  await desk.getByRole('link', { name: 'Held for review' }).click();
  const waiting = desk.getByRole('region', { name: 'To be looked at' }).last();
  await waiting.getByText('4 accounts made on one device').waitFor();
  await waiting.getByRole('button').first().click();
  await waiting.getByText('It is our family’s tablet.').waitFor();
  expect(await violations(desk)).toEqual([]);
  await waiting.getByLabel('Your note to them').fill('A tablet of a family is fine.');
  await waiting.getByRole('button', { name: 'Release' }).click();
  await desk.getByText('Nobody is held.').waitFor();
  await desk.getByText('Released').waitFor();

  await own.reload();
  await own.getByText('A tablet of a family is fine.').waitFor();
  await own.goto('/privacy/held');
  await own.getByText('Risk signals').click();
  await own.getByText('many accounts on one device').waitFor();
  await Promise.all([own, desk].map((page) => page.context().close()));
});

test('U.fraud @operation: refused, the person reads the note, and may object', async () => {
  const person = await heldPerson('refused@example.org');
  const desk = await enter(security, '/console/fraud', { ...desktop, locale: 'de-CH', dark: true });
  const waiting = desk.getByRole('region', { name: 'Anzusehen' }).last();
  await waiting.getByRole('button').first().click();
  // Without a word to the person, nothing is decided.
  await waiting.getByRole('button', { name: 'Ablehnen' }).click();
  await waiting.getByText('Noch ohne Antwort').waitFor();
  await waiting.getByLabel('Ihre Worte an die Person').fill('Bitte sagen Sie uns, wessen Konten das sind.');
  await waiting.getByRole('button', { name: 'Ablehnen' }).click();
  await desk.getByText('Abgelehnt').waitFor();
  const own = await enter(person, '/privacy/reviews', { ...phone, locale: 'zh-CN', dark: true });
  await own.getByText('已拒绝').waitFor();
  await own.getByText('Bitte sagen Sie uns, wessen Konten das sind.').waitFor();
  await own.getByRole('button', { name: '发送并申请查看' }).waitFor();
  expect(await violations(own)).toEqual([]);
  await Promise.all([own, desk].map((page) => page.context().close()));
});
