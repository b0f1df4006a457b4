import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '@axent/kernel';
import type { Binding } from './provider.ts';

type Keyed = Pick<Context<'authentication'>, 'keyedHash'>;

/** Everything follows from the browser's own secret and a number: neither the database nor a provider knows both. */
function bindingOf({ keyedHash }: Keyed, browser: string, number: string): Binding {
  const made = (label: string) =>
    keyedHash(`provider ${label}`, `${browser}|${number}`).toString('base64url');
  return { state: `${number}.${made('state')}`, nonce: made('nonce'), verifier: made('verifier') };
}

/** Binds what is asked of the provider to this browser. */
export function bind({ caller, reply, keyedHash }: Context<'authentication'>): Binding {
  const browser = caller.binding ?? randomBytes(16).toString('base64url');
  reply.bind(browser);
  return bindingOf({ keyedHash }, browser, randomBytes(16).toString('base64url'));
}

/** What an answer must fit; null: it answers nothing that this browser asked. @param answer form-encoded */
export function boundTo(keyed: Keyed, browser: string | null, answer: string): Binding | null {
  const state = new URLSearchParams(answer).get('state') ?? '';
  if (browser === null) return null;
  const binding = bindingOf(keyed, browser, state.split('.')[0] ?? '');
  const [given, expected] = [Buffer.from(state), Buffer.from(binding.state)];
  return given.length === expected.length && timingSafeEqual(given, expected) ? binding : null;
}

/** What is stored of a state. */
export const stateHash = ({ keyedHash }: Keyed, state: string): Buffer =>
  keyedHash('provider request', state);
