import { randomBytes } from 'node:crypto';
import { type Context, implement, type Operation, problem } from '@axent/kernel';
import { Secret, TOTP } from 'otpauth';
import { beginEnrolment, finishEnrolment, signInSecond } from '../contract.entry.ts';
import {
  beginAuthenticator,
  dropAuthenticator,
  finishAuthenticator,
  newRecoveryCodes,
  way_changed,
} from '../contract.ways.ts';
import * as credentials from './credentials.storage.ts';
import { halfOf, letIn, secondStep } from './entering.ts';
import { keepRecoveryCodes, useRecoveryCode } from './recovery.ts';
import { ownContact } from './storage.ts';
import type { Visits } from './visits.ts';

type SignIn = Context<'authentication'>;

const period_s = 30;
const secret_bytes = 20;
/** A phone's clock may be half a minute off, either way. */
const window_steps = 1;

/** RFC 6238 as every authenticator app does it: SHA-1, six digits, thirty seconds. */
function totpOf(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: period_s, digits: 6 });
}

async function labelOf({ use }: SignIn): Promise<string> {
  const held = await ownContact(use);
  const contact = held === null ? null : await use.read(held);
  return contact?.email ?? contact?.phone ?? 'AXENT';
}

/** A new secret, sealed, that counts for nothing until a code of it was proved. */
async function begin(context: SignIn): Promise<{ secret: string; uri: string }> {
  const { use, now, policy } = context;
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(secret_bytes)).buffer }).base32;
  const id = use.newId();
  const value = { authenticator: secret };
  const sealed = await use.collect('credentials', value, { table: 'app.credential', id });
  await credentials.dropKind(use, 'authenticator', false);
  await credentials.storeCredential(use, {
    id,
    kind: 'authenticator',
    sealed,
    ready: false,
    second: true,
    made_at: now,
  });
  return { secret, uri: totpOf(secret, await labelOf(context), policy.compiled.policy.brand).toString() };
}

/** The time step of a right code that was not used yet; null: it is not right. */
async function stepOf(
  { use, now }: SignIn,
  row: credentials.Credential,
  typed: string,
): Promise<number | null> {
  const { authenticator } = await use.read(row.box);
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  if (!authenticator || !/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(authenticator, '', '').validate({ token, timestamp, window: window_steps });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / period_s) + delta;
  return row.last_step !== null && step <= Number(row.last_step) ? null : step;
}

/** Whether the code is the authenticator's; it counts once. */
async function proveCode(context: SignIn, typed: string, ready: boolean): Promise<boolean> {
  const { use, now } = context;
  for (const row of await credentials.credentialsOf(use, ['authenticator'], ready)) {
    const step = await stepOf(context, row, typed);
    if (step === null) continue;
    await credentials.changeCredential(use, row.id, { used_at: now, last_step: String(step) });
    return true;
  }
  return false;
}

/** The authenticator that was begun takes the place of the one before it. */
async function finish(context: SignIn): Promise<string[]> {
  const { use } = context;
  const [begun] = await credentials.credentialsOf(use, ['authenticator'], false);
  if (begun === undefined) throw problem('way_unknown', {}, 404);
  await credentials.dropKind(use, 'authenticator', true);
  await credentials.changeCredential(use, begun.id, { ready: true });
  await use.event(way_changed, { person: use.person ?? '', what: 'authenticator_set' });
  return await keepRecoveryCodes(context);
}

/** Guesses are counted for the person, as at the second step. */
async function proveBegun(context: SignIn, typed: string) {
  const person = context.use.person;
  if (person === null) throw problem('not_signed_in');
  const half = { person, kind: 'customer', proved: '' } as const;
  return await secondStep(context, half, () => proveCode(context, typed, false));
}

const enrolBegin = implement(beginEnrolment, async (context) => {
  await halfOf(context);
  // Whoever has a second step already takes it.
  if ((await credentials.secondKinds(context.use)).size > 0) throw problem('no_second_step', {}, 409);
  return await begin(context);
});

const enrolFinish = (visits: Visits) =>
  implement(finishEnrolment, async (context, { code }) => {
    const half = await halfOf(context);
    if ((await credentials.secondKinds(context.use)).size > 0) throw problem('no_second_step', {}, 409);
    const refused = await secondStep(context, half, () => proveCode(context, code, false));
    if (refused !== null) return refused;
    const recovery_codes = await finish(context);
    const entered = await letIn(context, visits, { ...half, created: false });
    return { entered, recovery_codes };
  });

const second = (visits: Visits) =>
  implement(signInSecond, async (context, { code }) => {
    const half = await halfOf(context);
    const refused = await secondStep(
      context,
      half,
      async () => (await proveCode(context, code, true)) || (await useRecoveryCode(context, code)),
    );
    if (refused !== null) return refused;
    return await letIn(context, visits, { ...half, created: false });
  });

const setUp = implement(beginAuthenticator, begin);

const proved = implement(finishAuthenticator, async (context, { code }) => {
  const refused = await proveBegun(context, code);
  return refused ?? { recovery_codes: await finish(context) };
});

const drop = implement(dropAuthenticator, async ({ use, session }) => {
  if (session.kind === 'staff' && !(await credentials.secondKinds(use)).has('passkey'))
    throw problem('second_needed', {}, 409);
  await credentials.dropKind(use, 'authenticator', true);
  if ((await credentials.secondKinds(use)).size === 0) await credentials.dropKind(use, 'recovery', true);
  await use.event(way_changed, { person: session.person ?? '', what: 'authenticator_dropped' });
  return {};
});

const renewCodes = implement(newRecoveryCodes, async (context) => {
  const { use } = context;
  if ((await credentials.secondKinds(use)).size === 0) throw problem('way_unknown', {}, 404);
  await use.event(way_changed, { person: use.person ?? '', what: 'recovery_set' });
  return { recovery_codes: await keepRecoveryCodes(context) };
});

export const authenticatorOperations = (visits: Visits): readonly Operation[] => [
  enrolBegin,
  enrolFinish(visits),
  second(visits),
  setUp,
  proved,
  drop,
  renewCodes,
];
