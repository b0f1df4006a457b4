import type { Contract } from '@axent/kernel';
import { addressOf, contracts, fullest, insider } from './contracts.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';
import { ask } from './wire.ts';

const json = 'application/json';
const foreign = 'https://evil.example';

/** What a page of somebody else's can make a browser send, and what it could never send. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'foreign origin': { origin: foreign, 'content-type': json },
  'foreign origin, told by the browser': {
    origin: foreign,
    'sec-fetch-site': 'cross-site',
    'content-type': json,
  },
  'no origin, told by the browser': { 'sec-fetch-site': 'cross-site', 'content-type': json },
  'a neighbour under the same domain': { 'sec-fetch-site': 'same-site', 'content-type': json },
  'an origin that is none': { origin: 'null', 'content-type': json },
  'an empty origin': { origin: '', 'content-type': json },
  'another port': { origin: 'http://localhost:1', 'content-type': json },
  'another scheme': { origin: 'file://', 'content-type': json },
  'a name that begins alike': { origin: 'http://localhost.evil.example', 'content-type': json },
  'a name before an at': { origin: 'http://localhost@evil.example', 'content-type': json },
  'a form': { origin: foreign, 'content-type': 'application/x-www-form-urlencoded' },
  'a form of parts': { origin: foreign, 'content-type': 'multipart/form-data; boundary=x' },
  'plain text': { origin: foreign, 'content-type': 'text/plain' },
  'a form without origin': { 'content-type': 'application/x-www-form-urlencoded' },
  'plain text without origin': { 'content-type': 'text/plain' },
  'plain text that names json': { 'content-type': 'text/plain; application/json' },
  'no type': {},
};

async function write(stage: Stage, contract: Contract, open: string[]): Promise<number> {
  const person = await stage.arrive(insider(contract));
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = JSON.stringify(fullest(contract));
  for (const [name, headers] of Object.entries(ways)) {
    const all = { ...headers, cookie, 'x-forwarded-for': person.headers['x-forwarded-for'] ?? '' };
    const {
      status,
      text,
      headers: told,
    } = await ask(stage.base, { method: 'POST', path: contract.path, headers: all, body });
    const { code } = (/^\{/.test(text) ? JSON.parse(text) : {}) as { readonly code?: string };
    if (!['cross_site', 'content_type', 'invalid_body'].includes(code ?? ''))
      open.push(`${contract.name} from ${name}: ${status} ${code}`);
    if (told['access-control-allow-origin'] !== undefined) open.push(`${contract.name} lets ${name} read`);
  }
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
    await other(stage, contract, method, cookie, open);
  return Object.keys(ways).length + 7;
}

/** Methods that the operation does not have do nothing, whatever they say they stand for. */
async function other(
  stage: Stage,
  contract: Contract,
  method: string,
  cookie: string,
  open: string[],
): Promise<void> {
  const headers = {
    cookie,
    origin: foreign,
    'x-http-method-override': 'POST',
    'access-control-request-method': 'POST',
  };
  const { status, headers: told } = await ask(stage.base, { method, path: contract.path, headers });
  if (status < 400) open.push(`${method} ${contract.path} answers ${status}`);
  if (told['access-control-allow-origin'] !== undefined)
    open.push(`${method} ${contract.path} allows another origin`);
}

/** Whatever is read can be read by our own pages only. */
async function read(stage: Stage, contract: Contract, open: string[]): Promise<number> {
  for (const origin of [foreign, 'null']) {
    const { headers } = await ask(stage.base, { path: addressOf(contract), headers: { origin } });
    if (headers['access-control-allow-origin'] !== undefined)
      open.push(`${contract.name} lets ${origin} read`);
    if (headers['cross-origin-resource-policy'] !== 'same-origin')
      open.push(`${contract.name} may be embedded`);
  }
  return 2;
}

async function run(stage: Stage) {
  const open: string[] = [];
  let tried = 0;
  await crowd(contracts, async (contract) => {
    const some = await (contract.method === 'GET' ? read : write)(stage, contract, open);
    tried += some;
  });
  return { tried, open };
}

export const site: Part = {
  name: 'cross-site',
  tool: 'other origins',
  least: 1000,
  plant: /from foreign origin: 200/,
  run,
};
