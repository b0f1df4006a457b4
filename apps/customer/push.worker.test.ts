import { expect, test } from 'vitest';
import { listenToPush, type PushScope } from './push.worker.ts';

type Listener = (event: never) => void;

/** A worker's scope without a browser: what the worker asks of it is written down. */
function worker(pages: readonly { readonly led: boolean }[] = []) {
  const listeners = new Map<string, Listener>();
  const opened: string[] = [];
  const led: string[] = [];
  const shown: { title: string; body: string; tag: string; data: string }[] = [];
  const scope = {
    location: { origin: 'https://app.example' },
    navigator: { language: 'de-CH' },
    registration: {
      showNotification: async (title: string, options: { body: string; tag: string; data: string }) => {
        shown.push({ title, body: options.body, tag: options.tag, data: options.data });
      },
      pushManager: {
        subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => ({
          toJSON: () => ({
            endpoint: `https://push.example/${applicationServerKey}`,
            keys: { p256dh: 'p', auth: 'a' },
          }),
        }),
      },
    },
    clients: {
      matchAll: async () =>
        pages.map((page) => ({
          focus: async () => ({
            navigate: async (url: string) => {
              if (!page.led) throw new TypeError('not controlled');
              led.push(url);
              return {};
            },
          }),
        })),
      openWindow: async (url: string) => opened.push(url),
    },
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
  };
  listenToPush(scope as unknown as PushScope);
  const happen = async (kind: string, event: object) => {
    let done: Promise<unknown> = Promise.resolve();
    listeners.get(kind)?.({ ...event, waitUntil: (work: Promise<unknown>) => (done = work) } as never);
    await done;
  };
  return { happen, opened, led, shown };
}

const click = (data: string) => ({ notification: { data, close: () => undefined } });

test('every push shows something, whatever it brings', async () => {
  const { happen, shown } = worker();
  const message = { id: '1', title: 'Title', text: 'Text', link: '/notice' };
  await happen('push', { data: { json: () => message } });
  await happen('push', { data: null });
  await happen('push', { data: { json: () => JSON.parse('{') } });
  await happen('push', { data: { json: () => ({ title: 7 }) } });
  expect(shown[0]).toEqual({ title: 'Title', body: 'Text', tag: '1', data: 'https://app.example/notice' });
  expect(shown.slice(1).map(({ body }) => body)).toEqual(
    Array(3).fill('Es gibt eine Nachricht zu Ihrem Konto. Öffnen Sie sie.'),
  );
});

test.each(['https://evil.example/', '//evil.example/x', 'javascript:alert(1)'])(
  'a push leads to no other site: %s',
  async (link) => {
    const { happen, shown } = worker();
    await happen('push', { data: { json: () => ({ id: '1', title: 'T', text: 'T', link }) } });
    expect(shown[0]?.data).toBe('https://app.example/');
  },
);

test('a click leads the open page there, or opens one', async () => {
  const url = 'https://app.example/privacy/devices';
  const there = worker([{ led: true }]);
  await there.happen('notificationclick', click(url));
  expect([there.led, there.opened]).toEqual([[url], []]);
  for (const pages of [[], [{ led: false }]]) {
    const away = worker(pages);
    await away.happen('notificationclick', click(url));
    expect([away.led, away.opened]).toEqual([[], [url]]);
  }
});

test('a browser that changes its address tells the server', async () => {
  const asked: { url: string; body: unknown }[] = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = (async (url: string, init: { body: string }) => {
    asked.push({ url, body: JSON.parse(init.body) });
    return new Response('{}');
  }) as typeof fetch;
  try {
    const { happen } = worker();
    await happen('pushsubscriptionchange', {
      oldSubscription: { options: { applicationServerKey: 'key' } },
      newSubscription: null,
    });
    await happen('pushsubscriptionchange', { oldSubscription: null, newSubscription: null });
  } finally {
    globalThis.fetch = fetched;
  }
  expect(asked).toEqual([
    {
      url: '/api/messages/push/open',
      body: { endpoint: 'https://push.example/key', p256dh: 'p', auth: 'a' },
    },
  ]);
});
