/** What a push brings; see features/messages/server/push.carrier.ts. */
interface Pushed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

interface PushEvent {
  readonly data: { json(): unknown } | null;
  waitUntil(done: Promise<unknown>): void;
}

interface ClickEvent {
  readonly notification: Notification;
  waitUntil(done: Promise<unknown>): void;
}

interface ChangeEvent {
  readonly oldSubscription: PushSubscription | null;
  readonly newSubscription: PushSubscription | null;
  waitUntil(done: Promise<unknown>): void;
}

interface Page {
  readonly url: string;
  focus(): Promise<Page>;
  navigate(url: string): Promise<Page | null>;
}

/** The parts of the worker's global scope that pushes need. */
export interface PushScope {
  readonly location: { readonly origin: string };
  readonly navigator: { readonly language: string };
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: true }): Promise<Page[]>;
    openWindow(url: string): Promise<Page | null>;
  };
  addEventListener(kind: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(kind: 'notificationclick', listener: (event: ClickEvent) => void): void;
  addEventListener(kind: 'pushsubscriptionchange', listener: (event: ChangeEvent) => void): void;
}

const unreadable = {
  en: 'There is a message about your account. Open it to see.',
  de: 'Es gibt eine Nachricht zu Ihrem Konto. Öffnen Sie sie.',
  zh: '您的账户有一条消息，请打开查看。',
} as const;

/** Every push shows something: browsers end what pushes in silence. */
function readPush(data: PushEvent['data'], language: string): Pushed {
  try {
    const { id, title, text, link } = (data?.json() ?? {}) as Pushed;
    if (typeof title === 'string' && typeof text === 'string') return { id, title, text, link };
  } catch {
    // Not what we send; it is shown all the same.
  }
  const own = language.slice(0, 2) as keyof typeof unreadable;
  return { id: 'unreadable', title: 'AXENT', text: unreadable[own] ?? unreadable.en, link: '/privacy' };
}

/** A page of this app and of no other. */
function ownPage(link: unknown, origin: string): string {
  const url = new URL(typeof link === 'string' ? link : '/', origin);
  return url.origin === origin ? url.href : `${origin}/`;
}

async function openPage({ clients }: PushScope, url: string): Promise<void> {
  const [page] = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  try {
    if (page !== undefined && (await (await page.focus()).navigate(url)) !== null) return;
  } catch {
    // A page that this worker does not control cannot be led elsewhere: a new one can.
  }
  await clients.openWindow(url);
}

/** The browser has another address now; the server is told, as far as somebody is signed in. */
async function renew({ registration }: PushScope, event: ChangeEvent): Promise<void> {
  const key = event.oldSubscription?.options.applicationServerKey;
  const subscription =
    event.newSubscription ??
    (key
      ? await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
      : null);
  const { endpoint, keys } = subscription?.toJSON() ?? {};
  if (endpoint === undefined || keys === undefined) return;
  await fetch('/api/messages/push/open', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
}

/** Shows what is pushed, opens what it leads to, and tells the server of a new address. */
export function listenToPush(scope: PushScope): void {
  scope.addEventListener('push', (event) => {
    const { id, title, text, link } = readPush(event.data, scope.navigator.language);
    const data = ownPage(link, scope.location.origin);
    // One that comes twice takes the place of the first.
    const shown = { body: text, tag: String(id), data, icon: '/icon-192.png', badge: '/icon-192.png' };
    event.waitUntil(scope.registration.showNotification(title, shown));
  });
  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(openPage(scope, String(event.notification.data)));
  });
  scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(scope, event)));
}
