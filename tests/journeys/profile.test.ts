import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setAddress, setIdentity, show } from '@axent/profile/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let world: World;
let browser: Browser;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  expect(world.faults).toEqual([]);
  await world.close();
});

async function arriving(email: string, locale: string): Promise<{ page: Page; person: Visitor }> {
  const person = await (await world.visitor().accept()).signIn(email);
  const page = await newcomer(browser, world.base, { locale });
  await page
    .context()
    .addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: world.base })));
  await page.goto('/account/profile');
  return { page, person };
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: { id: string; nodes: { target: string[] }[] }[] }).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

const picture = async (page: Page, name: string) => {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const autofill = async (page: Page) =>
  await page
    .locator('form [autocomplete]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('autocomplete')));

test('C.profile @operation: on a phone one gives a name, an address of Italy, corrects what is wrong beside its field, and empties it again', async () => {
  const { page, person } = await arriving('profile-en@example.org', 'en-GB');
  await page.getByText('profile-en@example.org').waitFor();
  expect(await page.getByText('Not given', { exact: true }).count()).toBe(4);
  await picture(page, 'en-empty');
  expect(await violations(page)).toEqual([]);

  await button(page, 'Add a name').click();
  const name = page.getByLabel('Name');
  expect(await name.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await autofill(page)).toEqual(['name']);
  await name.fill('Ada\u202eelpmaxE');
  await button(page, 'Save').click();
  await page.getByText(/nobody can read/).waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.fill('Ada Example');
  await button(page, 'Save').click();
  await page.getByText('Saved, sealed.').waitFor();
  const again = button(page, 'Change the name');
  expect(await again.evaluate((one) => one === document.activeElement)).toBe(true);

  await button(page, 'Add an address').click();
  await page.getByLabel('Country').selectOption('IT');
  expect(await autofill(page)).toEqual([
    'country',
    'address-line1',
    'address-line2',
    'postal-code',
    'address-level2',
    'address-level1',
  ]);
  await button(page, 'Save').click();
  await page.getByText('Mail would not arrive without this.').waitFor();
  const street = page.getByLabel('Street and number');
  expect(await street.evaluate((one) => one === document.activeElement)).toBe(true);
  await street.fill('Via Esempio 1');
  await page.getByLabel('Postcode').fill('2012');
  await page.getByLabel('Town').fill('Milano');
  await page.getByLabel('Province, two letters').fill('mi');
  await button(page, 'Save').click();
  await page.getByText(/No postcode there looks like this/).waitFor();
  await picture(page, 'en-wrong');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Postcode').fill('I-20121');
  await button(page, 'Save').click();
  await page.getByText('20121 Milano MI').waitFor();
  expect(await page.locator('address span').allTextContents()).toEqual([
    'Ada Example',
    'Via Esempio 1',
    '20121 Milano MI',
    'ITALY',
  ]);
  await picture(page, 'en-kept');
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await button(page, 'Change the address').click();
  await button(page, 'Delete it').click();
  await page.getByText('Deleted. It is no longer held.').waitFor();
  expect((await person.call(show, {})).body.address.country).toBeNull();
  await page.context().close();
});

test('C.profile @operation: in Chinese the form runs from the large to the small, and the label ends with the name', async () => {
  const { page, person } = await arriving('profile-zh@example.org', 'zh-CN');
  await button(page, '填写姓名').click();
  await page.getByLabel('姓名').fill('王小明');
  await button(page, '保存').click();
  await page.getByText('已封存保管。').waitFor();
  await button(page, '填写地址').click();
  // The reader's language is at home there.
  expect(await page.getByLabel('国家或地区').inputValue()).toBe('CN');
  const labels = await page.locator('form label').allTextContents();
  expect(labels).toEqual([
    '国家或地区',
    '省份',
    '市',
    '区县（选填）',
    '街道和门牌号',
    '补充信息（选填）',
    '邮编（选填）',
  ]);
  for (const [label, words] of [
    ['省份', '上海市'],
    ['市', '上海市'],
    ['区县（选填）', '静安区'],
    ['街道和门牌号', '示例路 1 号'],
    ['邮编（选填）', '２０００４０'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(words);
  await picture(page, 'zh-form');
  expect(await violations(page)).toEqual([]);
  await button(page, '保存').click();
  await page.getByText('上海市静安区').waitFor();
  expect((await page.locator('address span').allTextContents()).slice(0, 4)).toEqual([
    '200040',
    '上海市静安区',
    '示例路 1 号',
    '王小明',
  ]);
  expect((await person.call(show, {})).body.identity.name).toBe('王小明');
  await picture(page, 'zh-kept');
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('C.profile @operation: in German, without a connection nothing that was typed is lost, and it is kept once it is back', async () => {
  const { page, person } = await arriving('profile-de@example.org', 'de-CH');
  await page.getByText('profile-de@example.org').waitFor();
  await button(page, 'Firma angeben').click();
  await page.getByLabel('Firma').fill('Muster & Söhne AG');
  await page.context().setOffline(true);
  await button(page, 'Speichern').click();
  await page
    .getByText(/Server nicht|keine Verbindung|offline/i)
    .first()
    .waitFor();
  expect(await page.getByLabel('Firma').inputValue()).toBe('Muster & Söhne AG');
  await picture(page, 'de-offline');
  await page.context().setOffline(false);
  await button(page, 'Speichern').click();
  await page.getByText('Versiegelt gespeichert.').waitFor();
  await button(page, 'Adresse angeben').click();
  expect(await page.getByLabel('Land', { exact: true }).inputValue()).toBe('CH');
  await page.getByLabel('Strasse und Nummer').fill('Beispielweg 1');
  await page.getByLabel('Postleitzahl').fill('8001');
  await page.getByLabel('Ort').fill('Zürich');
  // What was typed stays when the country changes.
  await page.getByLabel('Land', { exact: true }).selectOption('AT');
  expect(await page.getByLabel('Ort').inputValue()).toBe('Zürich');
  await page.getByLabel('Land', { exact: true }).selectOption('CH');
  expect(await violations(page)).toEqual([]);
  await button(page, 'Speichern').click();
  await page.getByText('8001 Zürich').waitFor();
  expect(await page.locator('address span').allTextContents()).toEqual([
    'Muster & Söhne AG',
    'Beispielweg 1',
    '8001 Zürich',
    'SCHWEIZ',
  ]);
  await picture(page, 'de-kept');
  expect((await person.call(show, {})).body.identity.business_name).toBe('Muster & Söhne AG');
  await page.context().close();
});

test('U.rights @operation: among all that is held, an address is corrected by its country, and deleted', async () => {
  const { page, person } = await arriving('profile-held@example.org', 'en-GB');
  await person.call(setAddress, {
    country: 'DE',
    street: 'Beispielweg 1',
    postcode: '10115',
    town: 'Berlin',
  });
  await page.goto('/privacy');
  await page.getByRole('link', { name: /^Profile/ }).click();
  await page.getByText('10115 Berlin').waitFor();
  await page.goto('/privacy/held');
  const address = page.locator('section', { has: page.getByRole('heading', { name: 'Mailing address' }) });
  await address.getByText('Germany').waitFor();
  await address.getByRole('button', { name: 'Correct' }).click();
  await address.getByLabel('Country').selectOption('CH');
  await address.getByRole('button', { name: 'Save' }).click();
  await address.getByText(/No postcode there looks like this/).waitFor();
  expect(await address.getByLabel('Postcode').getAttribute('aria-invalid')).toBe('true');
  await picture(page, 'en-held');
  expect(await violations(page)).toEqual([]);
  await address.getByLabel('Postcode').fill('3011');
  await address.getByLabel('Town').fill('Bern');
  await address.getByRole('button', { name: 'Save' }).click();
  await address.getByText('Switzerland').waitFor();
  await address.getByRole('button', { name: 'Delete' }).click();
  await address.getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('Deleted.').waitFor();
  expect((await person.call(show, {})).body.address.country).toBeNull();
  await page.context().close();
});

test('long words and large text fit a small phone', async () => {
  const { page, person } = await arriving('profile-long@example.org', 'de-CH');
  await person.call(setIdentity, { name: 'W'.repeat(120), business_name: '王'.repeat(160) });
  const street = 'Donaudampfschifffahrtsgesellschaftskapitänsgasse'.repeat(2);
  await person.call(setAddress, { country: 'AT', street, postcode: '1010', town: 'Wien' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/account/profile');
  await page.getByText('1010 Wien').waitFor();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await picture(page, 'de-long');
  await page.context().close();
});
