import { account } from '@axent/account/server';
import { openKernel } from '@axent/kernel';
import { openKeyStore } from '@axent/kernel/vault';
import { httpCarrier, messages } from '@axent/messages/server';
import { buildServer } from '../apps/server/server.ts';
import { after, keyFile, sendKernelOptions } from './send.world.ts';

// The server of the bench, a process of its own so that it can be killed: the product's own workers on the database
// and the keys that it is told, with one carrier, a gateway that knows a message by its id.

const [url = '', folder = '', gateway = ''] = process.argv.slice(2);

const { kernel } = await openKernel({
  ...sendKernelOptions(url, folder, after()),
  keyStore: openKeyStore(keyFile(folder)),
});
const carrier = httpCarrier({
  id: 'mail.gateway',
  channel: 'mail',
  url: `${gateway}/send`,
  headers: { 'content-type': 'application/json', 'idempotency-key': '{id}' },
  body: '{"to":"{to}","subject":"{subject}","text":"{text}"}',
  window: 32,
});
await buildServer({
  kernel,
  features: [
    account({ findCountry: () => null, clock: Date.now, publicUrl: new URL('http://localhost') }),
    messages({ home: 'http://localhost', push_key: '', push_services: [] }),
  ],
  publicUrl: new URL('http://localhost'),
  trustedProxies: [],
  visitorKey: Buffer.alloc(32, 1),
  carriers: [carrier],
  outbox: null,
  onRequest: () => undefined,
  onFault: (error, part) => console.error(part, error.message),
});
process.on('message', (message) => {
  if (message === 'publish') void kernel.publish([]);
});
process.send?.('ready');
