import { call } from '@axent/kernel/operation/client';
import { closePush, openPush, pushState } from '../contract.ts';
import { keepTold, toldAddress } from './told.ts';

/** Where there is no push service, a browser may wait for it without end. */
const subscribe_ms = 20_000;

/** Why messages cannot come to this browser. */
export type Hindrance = 'unable' | 'denied' | 'no_service';

export class CannotOpen extends Error {
  readonly why: Hindrance;

  constructor(why: Hindrance) {
    super(why);
    this.why = why;
  }
}

export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Asks the device, makes an address for this browser, and tells it to the server. */
export async function openHere(key: string, language: string): Promise<void> {
  if (!canPush()) throw new CannotOpen('unable');
  if ((await Notification.requestPermission()) !== 'granted') throw new CannotOpen('denied');
  await tell(await subscribe(key), language);
}

async function tell(subscription: PushSubscription, language: string): Promise<void> {
  const { endpoint = '', keys } = subscription.toJSON();
  await call(openPush, { endpoint, p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' }, { language });
  keepTold(endpoint);
}

/**
 * Browsers change or drop their address, and not all of them tell the worker. Once a visit: another address is told to
 * the server, a lost one is made anew, and where the device lets nothing be shown any more the server forgets it.
 */
export async function renewHere(language: string): Promise<void> {
  const told = toldAddress();
  if (told === null || !canPush()) return;
  const { pushManager } = await navigator.serviceWorker.ready;
  const held = await pushManager.getSubscription();
  if (held?.endpoint === told && Notification.permission === 'granted') return;
  const { open, key } = await call(pushState, {}, { language });
  // Closed elsewhere, or somebody else is signed in here: nothing of theirs is opened.
  if (!open) return keepTold(null);
  if (Notification.permission === 'granted') await tell(held ?? (await subscribe(key)), language);
  else await closeHere(language);
}

async function subscribe(applicationServerKey: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const slow = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new CannotOpen('no_service')), subscribe_ms),
  );
  try {
    return await Promise.race([pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }), slow]);
  } catch (error) {
    // Browsers name many reasons; to the person they are one: it does not work here.
    throw error instanceof CannotOpen ? error : new CannotOpen('no_service');
  }
}

/** The server forgets the address first; then the browser's own goes. */
export async function closeHere(language: string): Promise<void> {
  await call(closePush, {}, { language });
  keepTold(null);
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
