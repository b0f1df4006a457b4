import { randomBytes, randomInt } from 'node:crypto';
import { type Context, type ProblemError, problem } from '@axent/kernel';
import type { Input, Output } from '@axent/kernel/operation';
import {
  code_digits,
  code_life_s,
  countGuess,
  countSent,
  isGuessedOut,
  judgeCode,
  long_letters,
  longCode,
  minutesToNextHour,
  normaliseCode,
  resend_after_s,
  waitBeforeNext,
} from '../account.ts';
import type { codeState, requestCode } from '../contract.ts';
import { codeMessage } from './code.message.ts';
import * as storage from './codes.storage.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import { channelWaits } from './storage.ts';

type SignIn = Context<'authentication'>;
/** A carrier that answers does so sooner. */
const slow_after_ms = 10_000;

type CodeProgress = Output<typeof codeState>['state'];
type Language = 'en' | 'zh-CN' | 'de';
/** What a code is for: it proves nothing else. */
export type Meaning = 'sign_in' | 'contact' | 'proof';

/** The browser that asks keeps its binding, so that a second code replaces its own first and nobody else's. */
function bindingOf({ caller, reply }: SignIn): string {
  const nonce = caller.binding ?? randomBytes(16).toString('base64url');
  reply.bind(nonce);
  return nonce;
}

/** Sends a code for this browser; long where short ones have been guessed at for too long. */
async function sendCode(
  context: SignIn,
  recipient: Recipient,
  language: Language,
  meaning: Meaning,
): Promise<boolean> {
  const { use, now, keyedHash } = context;
  const hash = keyedHash('code recipient', recipient.value);
  const state = await storage.lockRecipient(use, hash, now);
  const binding = keyedHash('code binding', bindingOf(context));
  const wait_s = waitBeforeNext(await storage.findCode(use, hash, binding), now);
  if (wait_s > 0) throw problem('code_wait', { wait_s }, 429);
  const counted = countSent(state, now);
  if (counted === null) throw problem('too_many_codes', { minutes: minutesToNextHour(state, now) }, 429);
  const long = isGuessedOut(state, now);
  const code = long
    ? longCode(randomBytes(long_letters))
    : randomInt(10 ** code_digits)
        .toString()
        .padStart(code_digits, '0');
  const expires_at = new Date(now.getTime() + code_life_s * 1000);
  const message = use.newId();
  await storage.count(use, hash, counted);
  await storage.storeCode(use, {
    recipient: hash,
    binding,
    code: keyedHash('code', `${meaning}|${recipient.value}|${code}`),
    long,
    sent_at: now,
    expires_at,
    message,
  });
  const until = expires_at.getTime();
  await use.send('code', { ...codeMessage(recipient, code, language, meaning), id: message, until });
  return long;
}

/** How the code does that this browser asked for; `none` where it asked for none, or the time is over. */
export async function stateOfCode(context: SignIn, recipient: Recipient): Promise<CodeProgress> {
  const { use, now, keyedHash, caller } = context;
  if (caller.binding === null) return 'none';
  const hash = keyedHash('code recipient', recipient.value);
  const stored = await storage.findCode(use, hash, keyedHash('code binding', caller.binding));
  if (stored === null || stored.message === null || now >= stored.expires_at) return 'none';
  const state = await storage.messageState(use, stored.message);
  if (state === 'gone') return 'sent';
  if (state === 'refused' || state === 'slow') return state;
  return now.getTime() - stored.sent_at.getTime() > slow_after_ms ? 'slow' : 'waiting';
}

/** Null: the code is right, and gone. Else the refusal, to be returned so that the guess stays counted. */
export async function proveCode(
  context: SignIn,
  recipient: Recipient,
  typed: string,
  meaning: Meaning,
): Promise<ProblemError | null> {
  const { use, now, keyedHash, caller } = context;
  // A browser that asked for no code cannot guess one; counting it would let anybody lock out anybody.
  if (caller.binding === null) return problem('code_wrong');
  const hash = keyedHash('code recipient', recipient.value);
  const state = await storage.lockRecipient(use, hash, now);
  const binding = keyedHash('code binding', caller.binding);
  const stored = await storage.findCode(use, hash, binding);
  const expected = keyedHash('code', `${meaning}|${recipient.value}|${normaliseCode(typed)}`);
  const matches = stored?.code.equals(expected) ?? false;
  const verdict = judgeCode(state, stored, matches, now);
  if (verdict === 'right') {
    await storage.dropCodes(use, hash);
    await storage.count(use, hash, { failures: 0 });
    return null;
  }
  if (verdict === 'code_wrong' && stored?.long === false)
    await storage.count(use, hash, countGuess(state, now));
  return problem(verdict, {}, verdict === 'too_many_guesses' ? 429 : 422);
}

/** Sends a code to whom the request names, and says what the screen behind it has to know. */
export async function askCode(
  context: SignIn,
  input: Input<typeof requestCode>,
  meaning: Meaning,
): Promise<Output<typeof requestCode>> {
  const recipient = recipientOf(input);
  if (!context.carries(recipient.channel)) throw problem('phone_not_offered', {}, 409);
  const long = await sendCode(context, recipient, input.language, meaning);
  return {
    sent_to: recipient.masked,
    expires_in_s: code_life_s,
    again_in_s: resend_after_s,
    slow: await channelWaits(context.use, recipient.channel),
    long,
  };
}
