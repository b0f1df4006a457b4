import { contact } from '@axent/account/contract';
import { account } from '@axent/account/server';
import { type Caller, type Kernel, type Reply, serveOperations } from '@axent/kernel';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { Compile } from 'typebox/compile';
import { hashToken } from '../kernel/operation/cookies.ts';
import { run } from '../kernel/operation/run.ts';
import { newVisitor } from '../kernel/person/visitor.ts';
import type { Person } from './read.world.ts';

/** Reads one person's contact; rejects when the answer is not that person's. */
export type Read = (person: Person) => Promise<void>;

const input = Compile(contact.input);
const output = Compile(contact.output);

function check(answer: unknown, person: Person): void {
  if (!output.Check(answer)) throw new Error('an answer outside the contract');
  if (answer.email !== person.email) throw new Error("another person's contact was read");
}

const nothing = () => undefined;
const silent: Reply = {
  startSession: nothing,
  endSession: nothing,
  setVisitor: nothing,
  setDevice: nothing,
  bind: nothing,
};

function callerOf({ tokenHash }: Person): Caller {
  return {
    tokenHash,
    visitor: newVisitor,
    device: null,
    binding: null,
    gpc: false,
    language: 'en',
    userAgent: 'bench',
    clientHints: {},
    address: '127.0.0.1',
    idempotencyKey: null,
  };
}

/** The product's feature, without regions. */
const accountHere = () =>
  account({ findCountry: () => null, clock: Date.now, publicUrl: new URL('http://localhost') });

/** The operation as the product runs it, from the checked input to the checked answer. */
export function gatedRead(kernel: Kernel): Read {
  const operation = accountHere().operations.find((one) => one.contract.name === contact.name);
  if (operation === undefined) throw new Error(`${contact.name} is not served`);
  return async (person) => {
    if (!input.Check({})) throw new Error('an input outside the contract');
    check(await run(kernel, operation, callerOf(person), silent, {}), person);
  };
}

/** The same session check and the contact, in one statement: what an application without any protection would do. */
const bareText = `select c.email, c.phone from bare.session s join bare.contact c on c.person_id = s.person_id
  where s.token_hash = $1 and s.ended_at is null and s.ends_at > now() and s.seen_at + s.idle > now()`;

async function bareContact(pool: pg.Pool, tokenHash: Buffer): Promise<unknown> {
  const { rows } = await pool.query({ name: 'bare_contact', text: bareText, values: [tokenHash] });
  return rows[0];
}

export function bareRead(pool: pg.Pool): Read {
  return async (person) => {
    if (!input.Check({})) throw new Error('an input outside the contract');
    check(await bareContact(pool, person.tokenHash), person);
  };
}

/** The product's own server, with the operations of the account. */
export async function gatedServer(kernel: Kernel): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: true });
  await serveOperations(app, kernel, [accountHere()], {
    publicUrl: new URL('http://localhost'),
    visitorKey: Buffer.alloc(32, 1),
    onRequest: nothing,
    onFault: (error) => console.error(error),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}

/** The same path on the plain table: cookie, checked input, one statement, checked answer. */
export async function bareServer(pool: pg.Pool): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: true });
  await app.register(fastifyCookie);
  app.get(contact.path, { schema: { response: { 200: contact.output } } }, async (request, reply) => {
    const query = input.Convert({ ...(request.query as object) });
    if (!input.Check(query)) throw new Error('an input outside the contract');
    const token = request.cookies['axent-session'] ?? '';
    const answer = await bareContact(pool, hashToken(token));
    if (!output.Check(answer)) throw new Error('an answer outside the contract');
    reply.header('cache-control', 'no-store');
    return await reply.code(200).send(answer);
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}
