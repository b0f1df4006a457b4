import { verifyCode } from '@axent/account/contract';
import { crowd, type Part } from './part.ts';
import { broken, encodings, mixed } from './smuggling.messages.ts';
import type { Stage } from './stage.ts';
import { answersIn, ask, throwBytes } from './wire.ts';

const calls_most = verifyCode.per_minute ?? 600;
/** An address of this machine that is no proxy of the operator's. */
const stranger = '127.0.0.2';

const forgeries: readonly (readonly [string, (n: number) => string])[] = [
  ['x-forwarded-for', (n) => `192.0.2.${n}`],
  ['x-forwarded-for', (n) => `192.0.2.${n}, 127.0.0.1`],
  ['x-real-ip', (n) => `192.0.2.${n}`],
  ['forwarded', (n) => `for=192.0.2.${n}`],
  ['x-client-ip', (n) => `192.0.2.${n}`],
  ['cf-connecting-ip', (n) => `192.0.2.${n}`],
  ['true-client-ip', (n) => `192.0.2.${n}`],
  ['x-cluster-client-ip', (n) => `192.0.2.${n}`],
];

/** Whoever is no proxy cannot say where they come from: the limit of calls meets them all the same. */
async function forge(stage: Stage, number: number, open: string[]): Promise<number> {
  const [name, value] = forgeries[number] ?? ['', String];
  const path = verifyCode.path;
  const headers = { 'content-type': 'application/json' };
  const statuses: number[] = [];
  for (let call = 1; call <= calls_most + 5; call++) {
    const from = stranger.replace(/2$/, String(number + 2));
    const all = { ...headers, [name]: value(call) };
    statuses.push((await ask(stage.base, { method: 'POST', path, headers: all, body: '{}', from })).status);
  }
  if (!statuses.slice(calls_most).every((status) => status === 429))
    open.push(`${name} is believed of anybody`);
  return statuses.length;
}

/** Headers with which some servers are led to another path, method or host. */
async function mislead(stage: Stage, open: string[]): Promise<number> {
  const misleading = {
    'x-original-url': '/health',
    'x-rewrite-url': '/health',
    'x-forwarded-path': '/health',
    'x-forwarded-prefix': '/health',
    'x-http-method-override': 'GET',
    'x-method-override': 'GET',
    'x-forwarded-host': 'evil.example',
    'x-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    forwarded: 'host=evil.example',
  };
  for (const [name, value] of Object.entries(misleading))
    for (const path of ['/api/log', '/console', '/api/nowhere', '/']) {
      const plain = await ask(stage.base, { path, from: '127.0.0.99' });
      const led = await ask(stage.base, { path, headers: { [name]: value }, from: '127.0.0.99' });
      if (plain.status !== led.status || /evil\.example/.test(led.text + JSON.stringify(led.headers)))
        open.push(`${name} leads ${path} to another answer`);
    }
  return Object.keys(misleading).length * 8;
}

async function run(stage: Stage) {
  const open: string[] = [];
  const ambiguous = [...mixed(stage.port), ...encodings(stage.port)];
  await crowd(ambiguous, async ({ name, bytes, plain = false }) => {
    const { text, closed } = await throwBytes(stage.port, bytes);
    const answers = answersIn(text);
    // One message whose end two readers may see at two places gets one refusal, and its connection is over.
    if (answers.length > 1) open.push(`${name}: a second request was answered`);
    else if (answers.some((status) => status < 400)) open.push(`${name}: it was taken`);
    else if (!closed && !plain) open.push(`${name}: the connection stays open`);
  });
  const bad = broken(stage.port);
  await crowd(bad, async ({ name, bytes }) => {
    const { text } = await throwBytes(stage.port, bytes);
    if (!/^HTTP\/1\.1 4\d\d/.test(text)) open.push(`${name}: ${text.split('\r\n')[0] || 'no answer'}`);
  });
  let tried = ambiguous.length + bad.length;
  for (const number of forgeries.keys()) tried += await forge(stage, number, open);
  tried += await mislead(stage, open);
  return {
    tried,
    open,
    note: `${ambiguous.length + bad.length} raw messages, ${forgeries.length} forged headers`,
  };
}

export const smuggling: Part = {
  name: 'smuggling',
  tool: 'raw sockets',
  least: 350,
  plant: /a second request was answered/,
  run,
};
