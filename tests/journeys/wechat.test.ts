import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { freePort } from '../crash/application.process.ts';
import { openWechat, type WechatPeer, website, wechatAt } from '../wechat/peer.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let world: World;
let peer: WechatPeer;
let browser: Browser;
beforeAll(async () => {
  await buildApps({ all: false });
  peer = await openWechat();
  // WeChat leads back to an address that the server has to know.
  const publicUrl = new URL(`http://localhost:${await freePort()}`);
  world = await openWorld({ server: { publicUrl }, wechat: wechatAt(peer.url) });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  expect(world.faults).toEqual([]);
  await world.close();
  await peer.close();
});

const lina = {
  union_id: 'oUnion_lina',
  nickname: '小水 Lina',
  open_ids: { [website.id]: 'oWebsite_lina' },
};
const button = (page: Pick<Page, 'getByRole'>, name: string) =>
  page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const row = (page: Page, name: string) =>
  page
    .locator('main li')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();

async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    return (await run.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(' '))}`,
    );
  });
}

async function at(path: string, email?: string, locale = 'en-GB'): Promise<Page> {
  const visitor = await world.visitor().accept();
  if (email !== undefined) await visitor.signIn(email);
  const page = await newcomer(browser, world.base, { locale });
  await page
    .context()
    .addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base })));
  await page.goto(path);
  return page;
}

/** On WeChat's page, the phone scans and agrees. */
async function scan(page: Page): Promise<void> {
  await heading(page, 'Scan to sign in').waitFor();
  await page.getByRole('link').click();
}

test('C.profile U.authentication @operation: a newcomer signs in by WeChat’s QR code, and comes back to the same account', async () => {
  peer.scans = lina;
  const page = await at('/sign-in');
  await button(page, 'Use WeChat').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Use WeChat').click();
  await scan(page);
  await heading(page, 'Your account is new').waitFor();
  // What WeChat brought is nowhere in the address bar or the history.
  expect(page.url()).toBe(`${world.base}/sign-in/wechat`);
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Go on').click();
  await heading(page, 'Your data').waitFor();
  await page.goto('/privacy/ways');
  await row(page, 'WeChat').getByText('小水 Lina').waitFor();
  await button(row(page, 'WeChat'), 'Remove').click();
  await page.getByText('This is the last way into the account').waitFor();
  await page.goto('/privacy/held');
  await page.getByText('小水 Lina').first().waitFor();
  await page.context().close();

  const again = await at('/privacy/ways');
  await button(again, 'Use WeChat').click();
  await scan(again);
  // Back where the way to WeChat began.
  await heading(again, 'Signing in').waitFor();
  expect(new URL(again.url()).pathname).toBe('/privacy/ways');
  await again.context().close();
});

test('C.profile @operation: WeChat is connected to an account and removed from it; another’s is refused', async () => {
  const page = await at('/privacy/ways', 'connects@example.org');
  peer.scans = lina;
  await button(row(page, 'WeChat'), 'Connect').click();
  await scan(page);
  await page.getByText('This WeChat account opens another account').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Back to your ways in').click();
  peer.scans = { nickname: 'Own', open_ids: { [website.id]: 'oWebsite_own' } };
  await button(row(page, 'WeChat'), 'Connect').click();
  await scan(page);
  await heading(page, 'WeChat is connected').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go on' }).click();
  await row(page, 'WeChat').getByText('Own', { exact: true }).waitFor();
  await button(row(page, 'WeChat'), 'Remove').click();
  await page.getByText('WeChat no longer opens your account').waitFor();
  await button(row(page, 'WeChat'), 'Connect').waitFor();
  await page.context().close();
});

test('what comes in between is said, with the way on: cancelled, forged, down and tried again', async () => {
  world.pass(61_000);
  const page = await at('/sign-in/wechat?state=abc');
  await heading(page, 'WeChat let nobody in').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Back to signing in').click();
  await heading(page, 'Sign in').waitFor();
  await page.goto('/sign-in/wechat?code=0forged&state=abc');
  await page.getByText('This way back from WeChat no longer counts').waitFor();
  await button(page, 'Back to signing in').click();
  peer.scans = lina;
  peer.fail('token', { errcode: -1, errmsg: 'system error' });
  await button(page, 'Use WeChat').click();
  await scan(page);
  await page.getByText('WeChat does not answer just now').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Try again').click();
  await heading(page, 'Your data').waitFor();
  await page.context().close();
});

test.each([
  ['zh-CN', '使用微信登录', '从微信返回'],
  ['de-CH', 'WeChat benutzen', 'Zurück von WeChat'],
])('in %s as well', async (locale, use, back) => {
  world.pass(61_000);
  peer.scans = lina;
  peer.fail('token', { errcode: 40029, errmsg: 'invalid code' });
  const page = await at('/sign-in', undefined, locale);
  await button(page, use).click();
  await scan(page);
  await heading(page, back).waitFor();
  await page.getByRole('alert').waitFor();
  await page.context().close();
});
