import { randomBytes } from 'node:crypto';
import type { Contract } from '@axent/kernel';
import type { Actor } from '@axent/policy/shape';
import { hashToken } from '../../kernel/operation/cookies.ts';
import { uuidv7 } from '../../kernel/vault/identifier.ts';
import type { Visitor } from '../visitor.ts';
import type { World } from '../world.ts';

/** What people come to: a world in this process, or the product in one of its own. */
export interface House {
  readonly visitor: () => Visitor;
  readonly kernel: Pick<World['kernel'], 'asKernel'>;
}

/** Someone at the door: what they are to the server, and how to bring them there anew for each call. */
export interface Caller {
  readonly name: string;
  readonly actor: Actor;
  readonly accepted: boolean;
  readonly arrive: () => Promise<Visitor>;
}

const staffRoles = [
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
  'privacy_officer',
  'security',
  'administrator',
] as const satisfies readonly Actor[];

/** Each call comes from an address of its own, so that no limit of calls hides another refusal. */
export function atOwnAddress(visitor: Visitor): Visitor {
  const [a = 0, b = 0, c = 0] = randomBytes(3);
  visitor.headers['x-forwarded-for'] = `10.${a}.${b}.${c}`;
  return visitor;
}

/** A session as signing in leaves it; `role` makes it one of staff. */
export async function signedIn(world: House, role: Actor | null): Promise<Visitor> {
  const token = randomBytes(32).toString('base64url');
  const person = uuidv7(Date.now());
  const kind = role === null ? 'customer' : 'staff';
  await world.kernel.asKernel((client) =>
    client.query(
      `with person as (insert into kernel.person (id, kind) values ($1, $2)),
         role as (insert into kernel.role (person_id, role) select $1, $3::text where $3 is not null),
         session as (insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
           values ($4, $1, $5, '30 minutes', now() + interval '12 hours'))
       insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
         select $1, $6, sequence, 'en', '', '' from kernel.published`,
      [person, kind, role, hashToken(token), uuidv7(Date.now()), uuidv7(Date.now())],
    ),
  );
  const visitor = atOwnAddress(world.visitor());
  visitor.cookies.set('axent-session', token);
  return visitor;
}

/** Everybody who may come, and in what state. */
export function callers(world: House): readonly Caller[] {
  const visitor = async () => atOwnAddress(world.visitor());
  const withCookie = async (token: string) => {
    const one = await visitor();
    one.cookies.set('axent-session', token);
    return one;
  };
  const endSession = 'update kernel.session set ended_at = now() where token_hash = $1';
  return [
    { name: 'visitor without acceptance', actor: 'visitor', accepted: false, arrive: visitor },
    {
      name: 'visitor who accepted',
      actor: 'visitor',
      accepted: true,
      arrive: async () => await (await visitor()).accept(),
    },
    { name: 'person', actor: 'person', accepted: true, arrive: () => signedIn(world, null) },
    ...staffRoles.map((role) => ({
      name: `staff: ${role}`,
      actor: role,
      accepted: true,
      arrive: () => signedIn(world, role),
    })),
    {
      name: 'revoked session of a person',
      actor: 'visitor',
      accepted: false,
      arrive: async () => {
        const one = await signedIn(world, null);
        const hash = hashToken(one.cookies.get('axent-session') ?? '');
        await world.kernel.asKernel((client) => client.query(endSession, [hash]));
        return one;
      },
    },
    {
      name: 'revoked session of an administrator',
      actor: 'visitor',
      accepted: false,
      arrive: async () => {
        const one = await signedIn(world, 'administrator');
        const hash = hashToken(one.cookies.get('axent-session') ?? '');
        await world.kernel.asKernel((client) => client.query(endSession, [hash]));
        return one;
      },
    },
    {
      name: 'forged session cookie',
      actor: 'visitor',
      accepted: false,
      arrive: () => withCookie(randomBytes(32).toString('base64url')),
    },
    {
      name: 'session cookie that is none',
      actor: 'visitor',
      accepted: false,
      arrive: () => withCookie("' or true --"),
    },
  ];
}

/** What the contract alone says must come: a refusal, or being let in to the operation. */
export function expected(
  contract: Contract,
  caller: Caller,
): { readonly status: number; readonly code: string } | null {
  // Staff in a role that the contract does not name come as anybody does.
  const staff = (staffRoles as readonly Actor[]).includes(caller.actor);
  const comesIn = contract.actors.includes(caller.actor) || (staff && contract.actors.includes('visitor'));
  if (!comesIn) {
    return caller.actor === 'visitor'
      ? { status: 401, code: 'not_signed_in' }
      : { status: 403, code: 'not_allowed' };
  }
  return contract.acceptance && !caller.accepted ? { status: 403, code: 'not_accepted' } : null;
}
