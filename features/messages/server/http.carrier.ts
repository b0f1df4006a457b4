import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Carrier, CarrierFailure, type Channel, type Outbound } from '@axent/kernel';
import { type Answered, exchange } from './exchange.ts';

/** A gateway that takes a message as one HTTP request. `{to}`, `{text}`, `{subject}`, `{from}`, `{id}` are filled in. */
export interface HttpSettings {
  readonly id: string;
  readonly channel: Channel;
  /** May hold places to fill behind the host only. */
  readonly url: string;
  readonly method?: 'POST' | 'PUT' | 'GET';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly from?: string;
  readonly success?: SuccessRule;
  /** Requests at once. */
  readonly window?: number;
  readonly time_ms?: number;
  readonly ca?: string;
}

/** What counts as taken: a status, and where the answer is JSON, what stands at a path in it. */
interface SuccessRule {
  readonly status?: readonly number[];
  /** Names and places separated by dots, for example `messages.0.status`. */
  readonly path?: string;
  readonly equals?: string;
}

const usual_time_ms = 10_000;
const usual_window = 16;
const answer_bytes = 64 * 1024;
const place = /\{(to|text|subject|from|id)\}/g;

type Fill = (value: string) => string;

const inAddress: Fill = (value) => encodeURIComponent(value);
const inMarkup: Fill = (value) => value.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const inJson: Fill = (value) => JSON.stringify(value).slice(1, -1);
/** A header takes one line of plain letters: anything else would begin another header. */
const inHeader: Fill = (value) => value.replace(/[^\x20-\x7e]/g, '');

/** @throws Error for a template that could lead to another host. */
export function httpCarrier(settings: HttpSettings): Carrier {
  const { origin } = new URL(settings.url.replace(place, 'x'));
  if (!settings.url.startsWith(`${origin}/`))
    throw new Error(`Carrier ${settings.id}: the address must begin with its host and a slash.`);
  const headers = settings.headers ?? {};
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const inBody = /x-www-form-urlencoded/i.test(type) ? inAddress : /xml/i.test(type) ? inMarkup : inJson;
  const options = { keepAlive: true, maxSockets: settings.window ?? usual_window };
  const agent = origin.startsWith('https:')
    ? new HttpsAgent({ ...options, ...(settings.ca === undefined ? {} : { ca: settings.ca }) })
    : new HttpAgent(options);
  return {
    id: settings.id,
    channel: settings.channel,
    carry: async (message) => {
      const fill = (text: string, how: Fill) => filled(text, { ...message, from: settings.from ?? '' }, how);
      const url = new URL(fill(settings.url, inAddress));
      if (url.origin !== origin) throw new CarrierFailure('refused', 'EORIGIN');
      const answer = await exchange({
        url,
        method: settings.method ?? 'POST',
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, fill(value, inHeader)]),
        ),
        body: settings.body === undefined ? null : fill(settings.body, inBody),
        time_ms: settings.time_ms ?? usual_time_ms,
        answer_bytes,
        options: { agent },
      });
      judge(answer, settings.success ?? {});
      return { reference: null };
    },
    close: () => agent.destroy(),
  };
}

function filled(text: string, message: Outbound & { readonly from: string }, how: Fill): string {
  return text.replace(place, (_, name: 'to' | 'text' | 'subject' | 'from' | 'id') => how(message[name]));
}

/** @throws CarrierFailure unless the rule is kept. */
function judge({ status, retry_after_ms, text }: Answered, rule: SuccessRule): void {
  const code = `HTTP_${status}`;
  if (status === 429 || (status === 503 && retry_after_ms !== null))
    throw new CarrierFailure('throttled', code, retry_after_ms);
  const taken = rule.status === undefined ? status >= 200 && status < 300 : rule.status.includes(status);
  if (taken) {
    if (rule.path === undefined || valueAt(text, rule.path) === rule.equals) return;
    throw new CarrierFailure('refused', `${code}_RULE`);
  }
  // What is wrong with the way in (a key, a redirect, the gateway itself) is wrong for every message.
  const ours = status >= 400 && status < 500 && ![401, 402, 403, 407, 408].includes(status);
  throw new CarrierFailure(ours ? 'refused' : 'failed', code);
}

function valueAt(text: string, path: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return String(value);
}
