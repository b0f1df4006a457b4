import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '@axent/kernel';
import type { Flow } from '../wechat.ts';
import * as storage from './wechat.storage.ts';

type SignIn = Context<'authentication'>;
type Keyed = Pick<SignIn, 'keyedHash'>;

/** What going to WeChat is for: one proves nothing of the other. */
export type Meaning = 'sign_in' | 'connect';

const state_life_ms = 600_000;
/** Bytes of each half: what was drawn, and what shows in whose browser. */
const half_bytes = 16;
const flows: readonly Flow[] = ['website', 'official'];

function shown({ keyedHash }: Keyed, meaning: Meaning, flow: Flow, nonce: string, drawn: string): Buffer {
  const told = keyedHash('wechat state', `${meaning}|${flow}|${nonce}|${drawn}`);
  return told.subarray(0, half_bytes);
}

/** Whose it is as well: between going and coming back somebody else may have signed in here. */
const keptAs = ({ keyedHash, session }: SignIn, state: string) =>
  keyedHash('wechat state kept', `${session.person ?? ''}|${state}`);

/** What WeChat is to give back: of this browser, for this meaning, once, for ten minutes. Letters and digits only. */
export async function makeState(context: SignIn, meaning: Meaning, flow: Flow): Promise<string> {
  const { use, now, caller, reply } = context;
  const nonce = caller.binding ?? randomBytes(16).toString('base64url');
  reply.bind(nonce);
  const drawn = randomBytes(half_bytes).toString('hex');
  const state = drawn + shown(context, meaning, flow, nonce, drawn).toString('hex');
  await storage.dropOldStates(use, now);
  await storage.storeState(use, keptAs(context, state), new Date(now.getTime() + state_life_ms));
  return state;
}

/** By which flow this browser went; null: it did not, or for something else. Needs no database. */
export function flowOfState(
  { caller, keyedHash }: Keyed & Pick<SignIn, 'caller'>,
  meaning: Meaning,
  state: string,
): Flow | null {
  const { binding } = caller;
  if (binding === null || state.length !== half_bytes * 4) return null;
  const [drawn, given] = [state.slice(0, half_bytes * 2), Buffer.from(state.slice(half_bytes * 2), 'hex')];
  return (
    flows.find((flow) => {
      const expected = shown({ keyedHash }, meaning, flow, binding, drawn);
      return given.length === expected.length && timingSafeEqual(given, expected);
    }) ?? null
  );
}

/** False: it was used, or ran out. */
export async function takeState(context: SignIn, state: string): Promise<boolean> {
  return await storage.takeState(context.use, keptAs(context, state), context.now);
}
