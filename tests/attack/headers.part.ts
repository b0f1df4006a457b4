import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { addressOf, contracts } from './contracts.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';
import { ask, type Told } from './wire.ts';

/** What every answer must say, whatever it is an answer to. */
const wanted: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^(?!.*unsafe-(inline|eval)).*default-src 'none'.*frame-ancestors 'none'/,
  'x-frame-options': /^DENY$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /interest-cohort=\(\)/,
};
const secure: Readonly<Record<string, RegExp>> = {
  ...wanted,
  'strict-transport-security': /^max-age=(\d{8,}); includeSubDomains$/,
};

const assets = join(import.meta.dirname, '../../apps/customer/dist/assets');
const pages = [
  '/',
  '/console/',
  '/privacy',
  '/nowhere',
  '/health',
  '/ready',
  '/outbox',
  '/api',
  '/ledger/checkpoint',
  '/%',
  '/api/%ff',
];

function judge(what: string, told: Told, rules: Readonly<Record<string, RegExp>>): string[] {
  const missing = Object.entries(rules)
    // The log is for anybody to check, from wherever they like.
    .filter(([name]) => name !== 'cross-origin-resource-policy' || !what.includes(' /ledger/'))
    .filter(([name, rule]) => !rule.test(String(told.headers[name] ?? '')))
    .map(([name]) => `${what} (${told.status}) says no good ${name}`);
  const tells = ['server', 'x-powered-by'].filter((name) => told.headers[name] !== undefined);
  const cookies = (told.headers['set-cookie'] ?? []).filter(
    (line) => !/; HttpOnly/.test(line) || !/; SameSite=Lax/.test(line),
  );
  return [
    ...missing,
    ...tells.map((name) => `${what} tells its ${name}`),
    ...cookies.map((line) => `${what} sets the cookie ${line.split('=')[0]} for scripts or other sites`),
  ];
}

/** Every page, operation and file in every way of being refused. */
async function lookAround(
  base: string,
  rules: Readonly<Record<string, RegExp>>,
  open: string[],
): Promise<number> {
  const files = readdirSync(assets).map((name) => `/assets/${name}`);
  const paths = [...pages, ...files, ...contracts.map(addressOf)];
  const asks = paths.flatMap((path) => [
    { path, headers: { accept: 'text/html' } },
    { path, headers: { accept: '*/*', cookie: 'axent-session=none' } },
    { path, method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' },
    { path, method: 'DELETE' },
  ]);
  await crowd(asks, async (one) => {
    const told = await ask(base, one);
    open.push(...judge(`${one.method ?? 'GET'} ${one.path.split('?')[0]}`, told, rules));
  });
  return asks.length;
}

/** As the product answers where its address is https: cookies and headers that browsers refuse over plain http. */
async function lookAtSecure(stage: Stage, open: string[]): Promise<number> {
  const settings = { PUBLIC_URL: 'https://shop.example.org', LOG_LEVEL: 'warn' };
  const application = new ApplicationProcess(join(stage.folder, 'secure'), await freePort(), settings);
  try {
    await application.start();
    const looked = await lookAround(application.base, secure, open);
    const headers = { 'content-type': 'application/json', origin: 'https://shop.example.org' };
    const notice = JSON.parse((await ask(application.base, { path: '/api/notice?language=en' })).text);
    const { version, text_hash, settings_hash } = notice;
    const body = JSON.stringify({ language: 'en', hash: version.hash, text_hash, settings_hash });
    const { headers: told } = await ask(application.base, {
      method: 'POST',
      path: '/api/notice/accept',
      headers,
      body,
    });
    const cookies = told['set-cookie'] ?? [];
    if (cookies.length === 0) open.push('accepting over https set no cookie');
    for (const line of cookies)
      if (!/^__Host-[^;]+;(?=.*; Secure)(?=.*Path=\/)(?!.*Domain)/.test(line))
        open.push(`a cookie over https: ${line}`);
    return looked + 2;
  } finally {
    await application.killAll();
  }
}

async function run(stage: Stage) {
  const open: string[] = [];
  const tried = (await lookAround(stage.base, wanted, open)) + (await lookAtSecure(stage, open));
  return { tried, open: [...new Set(open)], note: 'over http and as https' };
}

export const headers: Part = {
  name: 'headers',
  tool: 'clickjacking',
  least: 700,
  plant: /content-security-policy/,
  run,
};
