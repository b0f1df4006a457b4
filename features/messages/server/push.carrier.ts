import { Agent } from 'node:https';
import { type Carrier, CarrierFailure, type Outbound } from '@axent/kernel';
import webPush from 'web-push';
import { exchange } from './exchange.ts';
import { publicLookup, reachOf } from './push.address.ts';
import type { VapidKeys } from './vapid.ts';

export interface PushSettings {
  readonly id: string;
  /** Hosts of push services; see push.address.ts. */
  readonly services: readonly string[];
  readonly keys: VapidKeys;
  /** Whom a push service can reach about what we send: `mailto:` or an https address. */
  readonly subject: string;
  /** Authorities of an own push service, in PEM. */
  readonly ca?: string;
}

/** What a browser gave as its address: `PushSubscription.toJSON()`. */
interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

const time_ms = 15_000;
const answer_bytes = 16 * 1024;
const longest_life_s = 24 * 3600;
const sockets = 32;

/** Carries web push: encrypted for the browser (RFC 8291), signed for its push service (RFC 8292). */
export function pushCarrier(settings: PushSettings): Carrier {
  const trusted = settings.ca === undefined ? {} : { ca: settings.ca };
  const open = new Agent({ keepAlive: true, maxSockets: sockets, lookup: publicLookup } as never);
  const own = new Agent({ keepAlive: true, maxSockets: sockets, ...trusted });
  return {
    id: settings.id,
    channel: 'push',
    carry: async (message) => {
      const subscription = JSON.parse(message.to) as Subscription;
      const reach = reachOf(subscription.endpoint, settings.services);
      if (reach === null) throw new CarrierFailure('gone', 'EPUSHSERVICE');
      const { headers, body } = sealedFor(subscription, message, settings);
      const answer = await exchange({
        url: reach.url,
        method: 'POST',
        headers,
        body,
        time_ms,
        answer_bytes,
        options: { agent: reach.own ? own : open },
      });
      judge(answer.status);
      return { reference: null };
    },
    close: () => {
      open.destroy();
      own.destroy();
    },
  };
}

/** The same topic and tag at every try: a message that comes twice is shown once. */
function sealed(subscription: Subscription, message: Outbound, { keys, subject }: PushSettings) {
  const life_s =
    message.until === undefined ? longest_life_s : Math.ceil((message.until - Date.now()) / 1000);
  const payload = {
    id: message.id,
    title: message.subject,
    text: message.text,
    link: message.link ?? '/',
  };
  const details = webPush.generateRequestDetails(subscription, JSON.stringify(payload), {
    vapidDetails: { subject, publicKey: keys.public_key, privateKey: keys.private_key },
    TTL: Math.max(0, Math.min(longest_life_s, life_s)),
    urgency: message.quiet === undefined ? 'high' : 'normal',
    topic: Buffer.from(message.id.replaceAll('-', ''), 'hex').toString('base64url'),
    contentEncoding: 'aes128gcm',
  });
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return { headers, body: details.body as Buffer };
}

/** Keys that are none say nothing of the others' browsers: nobody can be reached with them, ever. */
function sealedFor(subscription: Subscription, message: Outbound, settings: PushSettings) {
  try {
    return sealed(subscription, message, settings);
  } catch {
    throw new CarrierFailure('gone', 'PUSH_KEYS');
  }
}

/** One browser's push service that is not well says nothing about the others: the carrier goes on. */
function judge(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 404 || status === 410) throw new CarrierFailure('gone', `PUSH_${status}`);
  throw new CarrierFailure('refused', `PUSH_${status}`);
}
