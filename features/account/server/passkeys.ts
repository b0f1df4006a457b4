import { randomBytes } from 'node:crypto';
import { type Context, implement, type Operation, problem, type RowId } from '@axent/kernel';
import type { Input } from '@axent/kernel/operation';
import { actFor, addIdentifier, dropIdentifier, findHalf, findPerson } from '@axent/kernel/person';
import { passkeyChallenge, signInPasskey } from '../contract.entry.ts';
import { addPasskey, dropPasskey, newPasskey, setTwoSteps, way_changed } from '../contract.ways.ts';
import * as credentials from './credentials.storage.ts';
import { letIn } from './entering.ts';
import { keepRecoveryCodes } from './recovery.ts';
import { ownContact } from './storage.ts';
import type { Visits } from './visits.ts';

type SignIn = Context<'authentication'>;

/** Where passkeys of this installation belong: its host name, and the address that pages come from. */
export interface Site {
  readonly rp_id: string;
  readonly origin: string;
}

const timeout_ms = 300_000;
const passkeys_at_most = 20;
/** Ed25519, ECDSA on P-256, RSA: what authenticators have. COSE numbers. */
const algorithms = [-8, -7, -257] as const;

interface Kept {
  readonly id: string;
  /** COSE, in base64url. */
  readonly key: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly synced: boolean;
}

/** 80 KB of code that reads certificates and COSE: only where there is a passkey. */
const library = () => import('@simplewebauthn/server');

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** A challenge for this browser; the one before it counts no more. */
async function challenge({ use, now, caller, reply, keyedHash }: SignIn): Promise<string> {
  const nonce = caller.binding ?? randomBytes(16).toString('base64url');
  reply.bind(nonce);
  const made = randomBytes(32);
  const binding = keyedHash('passkey binding', nonce);
  const expires_at = new Date(now.getTime() + timeout_ms);
  await credentials.dropOldChallenges(use, now);
  await credentials.storeChallenge(use, { binding, challenge: made, expires_at });
  return text(made);
}

/** What this browser was to have signed; null: nothing, or it was signed already. */
async function asked({ use, now, caller, keyedHash }: SignIn): Promise<string | null> {
  if (caller.binding === null) return null;
  const held = await credentials.takeChallenge(use, keyedHash('passkey binding', caller.binding), now);
  return held === null ? null : text(held);
}

async function heldPasskeys({ use }: SignIn) {
  const rows = await credentials.credentialsOf(use, ['passkey']);
  return await Promise.all(
    rows.map(async (row) => {
      const { passkey = null } = await use.read(row.box);
      return { row, kept: JSON.parse(passkey ?? '{}') as Kept };
    }),
  );
}

/** The person's passkeys, for showing. */
export async function ownPasskeys(context: SignIn) {
  return (await heldPasskeys(context)).map(({ row, kept }) => ({
    id: row.id,
    name: kept.name,
    made_at: row.made_at.toISOString(),
    used_at: row.used_at?.toISOString() ?? null,
    synced: kept.synced,
  }));
}

async function seal({ use }: SignIn, id: string, kept: Kept) {
  const place = { table: 'app.credential', id: id as RowId } as const;
  return await use.collect('credentials', { passkey: JSON.stringify(kept) }, place);
}

type Signed = Input<typeof signInPasskey>;

/** Whether the signature is that of one of the person's passkeys; its counter moves on. */
async function verify(context: SignIn, site: Site, signed: Signed, expected: string): Promise<boolean> {
  const { use, now } = context;
  const held = (await heldPasskeys(context)).find(({ kept }) => kept.id === signed.id);
  if (held === undefined) return false;
  const { row, kept } = held;
  const { verifyAuthenticationResponse } = await library();
  const verified = await verifyAuthenticationResponse({
    response: {
      id: signed.id,
      rawId: signed.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: signed.client_data,
        authenticatorData: signed.authenticator_data,
        signature: signed.signature,
      },
    },
    expectedChallenge: expected,
    expectedOrigin: site.origin,
    expectedRPID: site.rp_id,
    // The device asks for a finger, a face or a number: that is the second step.
    requireUserVerification: true,
    credential: {
      id: kept.id,
      publicKey: new Uint8Array(Buffer.from(kept.key, 'base64url')),
      counter: kept.counter,
    },
  }).catch(() => null);
  if (verified?.verified !== true) return false;
  const counter = verified.authenticationInfo.newCounter;
  if (counter === kept.counter) await credentials.changeCredential(use, row.id, { used_at: now });
  else {
    const sealed = await seal(context, row.id, { ...kept, counter });
    await credentials.changeCredential(use, row.id, { used_at: now, sealed });
  }
  return true;
}

const ask = (site: Site) =>
  implement(passkeyChallenge, async (context) => ({
    challenge: await challenge(context),
    rp_id: site.rp_id,
    timeout_ms,
  }));

const enter = (site: Site, visits: Visits) =>
  implement(signInPasskey, async (context, signed) => {
    const expected = await asked(context);
    const half = await findHalf(context);
    const found = await findPerson(context, 'passkey', signed.id);
    // At the second step only a passkey of whoever took the first.
    if (expected === null || found === null || (half !== null && half.person !== found.id))
      return problem('passkey_refused');
    await actFor(context, found.id);
    if (!(await verify(context, site, signed, expected))) return problem('passkey_refused');
    return await letIn(context, visits, { person: found.id, kind: found.kind, created: false });
  });

const begin = (site: Site) =>
  implement(newPasskey, async (context) => {
    const { use, policy } = context;
    const held = await heldPasskeys(context);
    if (held.length >= passkeys_at_most) throw problem('too_many_passkeys', { most: passkeys_at_most }, 409);
    const contact = await ownContact(use);
    const read = contact === null ? null : await use.read(contact);
    return {
      challenge: await challenge(context),
      rp_id: site.rp_id,
      rp_name: policy.compiled.policy.brand,
      user_id: Buffer.from((use.person ?? '').replaceAll('-', ''), 'hex').toString('base64url'),
      user_name: read?.email ?? read?.phone ?? policy.compiled.policy.brand,
      timeout_ms,
      algorithms: [...algorithms],
      existing: held.map(({ kept }) => kept.id),
    };
  });

const keep = (site: Site) =>
  implement(addPasskey, async (context, made) => {
    const { use, now } = context;
    const expected = await asked(context);
    const held = await heldPasskeys(context);
    if (held.length >= passkeys_at_most) throw problem('too_many_passkeys', { most: passkeys_at_most }, 409);
    const { verifyRegistrationResponse } = await library();
    const verified = await verifyRegistrationResponse({
      response: {
        id: made.id,
        rawId: made.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: made.client_data, attestationObject: made.attestation },
      },
      expectedChallenge: expected ?? '',
      expectedOrigin: site.origin,
      expectedRPID: site.rp_id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    }).catch(() => null);
    if (expected === null || verified?.verified !== true) return problem('passkey_refused');
    const { credential, credentialBackedUp } = verified.registrationInfo;
    if (!(await addIdentifier(context, 'passkey', credential.id))) return problem('passkey_refused');
    const id = use.newId();
    const sealed = await seal(context, id, {
      id: credential.id,
      key: text(credential.publicKey),
      counter: credential.counter,
      transports: made.transports,
      name: made.name.trim(),
      synced: credentialBackedUp,
    });
    const second = (await credentials.secondKinds(use)).has('passkey');
    await credentials.storeCredential(use, {
      id,
      kind: 'passkey',
      sealed,
      ready: true,
      second,
      made_at: now,
    });
    await use.event(way_changed, { person: use.person ?? '', what: 'passkey_set' });
    return { id };
  });

const forget = implement(dropPasskey, async (context, { id }) => {
  const { use, session } = context;
  const held = await heldPasskeys(context);
  const one = held.find(({ row }) => row.id === id);
  if (one === undefined) throw problem('way_unknown', {}, 404);
  if (!(await dropIdentifier(context, 'passkey', one.kept.id))) throw problem('last_way', {}, 409);
  await credentials.dropCredential(use, id);
  if ((await credentials.secondKinds(use)).size === 0 && session.kind === 'person')
    await credentials.dropKind(use, 'recovery', true);
  await use.event(way_changed, { person: session.person ?? '', what: 'passkey_dropped' });
  return {};
});

const twoSteps = implement(setTwoSteps, async (context, { on }) => {
  const { use } = context;
  const held = await credentials.credentialsOf(use, ['passkey', 'recovery']);
  if (on && !held.some(({ kind }) => kind === 'passkey')) throw problem('way_unknown', {}, 404);
  await credentials.setSecond(use, 'passkey', on);
  const left = await credentials.secondKinds(use);
  if (left.size === 0) await credentials.dropKind(use, 'recovery', true);
  await use.event(way_changed, { person: use.person ?? '', what: on ? 'two_steps_on' : 'two_steps_off' });
  const fresh = on && !held.some(({ kind }) => kind === 'recovery');
  return { recovery_codes: fresh ? await keepRecoveryCodes(context) : [] };
});

export const passkeyOperations = (site: Site, visits: Visits): readonly Operation[] => [
  ask(site),
  enter(site, visits),
  begin(site),
  keep(site),
  forget,
  twoSteps,
];
