import type { Category, FunctionName, Purpose } from '@axent/policy';
import type { Actor } from '@axent/policy/shape';
import { type Compilable, type Connection, statement } from '../database/rows.ts';
import { decide, deskOf, type Standing } from '../gate/gate.ts';
import type { PublishedPolicy } from '../gate/published.ts';
import {
  type Box,
  categoryOf,
  dayOwner,
  keyOwner,
  type RequestBox,
  requestOwner,
  type Sealed,
} from '../vault/box.ts';
import { Fleeting, type Registered } from '../vault/fleeting.ts';
import { type RowId, uuidv7 } from '../vault/identifier.ts';
import { type Addressee, addresseesOf } from './addressee.ts';
import type { Caller, Session } from './context.ts';
import type { Contract } from './contract.ts';
import { except } from './except.ts';
import type { Kernel } from './parts.ts';
import { problem } from './problem.ts';
import type { Recorder } from './recorder.ts';
import { type Filed, fileRequest, type HeldRequest, holdRequest } from './requests.ts';
import { dayOf, type Sendings } from './sending.ts';
import { share } from './share.ts';
import { type DayBox, unseal } from './unseal.ts';
import type { Carried, RowPlace, Use } from './use.ts';

export interface UseParts {
  readonly kernel: Kernel;
  readonly connection: Connection;
  readonly contract: Contract;
  readonly session: Session;
  readonly caller: Caller;
  readonly policy: PublishedPolicy;
  readonly recorder: Recorder;
  readonly sendings: Sendings;
  /** Where it is known already what decides a message to this person. */
  readonly addressee?: Addressee;
}

/** Makes the `use` of one operation: each verb asks the gate, does its work and notes it for the record. */
export function makeUse(parts: UseParts): Use<Purpose> {
  const { kernel, connection: client, contract, session, caller, policy, recorder, sendings } = parts;
  let standing: Standing = { accepted: session.accepted, openings: session.openings, gpc: caller.gpc };
  let subject = session.person;
  /** Whose words the operation may read and write besides its person's. */
  let held: HeldRequest | null = null;
  const actor = session.actor as Actor;
  const desk = deskOf(policy.gate, contract.purpose, actor);

  const ask = (verb: 'collect' | 'read' | 'send', name: string, person = subject) => {
    const decision = decide(desk, verb, name, standing);
    kernel.watch.decided(decision.clause, decision.allowed);
    if (decision.allowed) {
      recorder.allowed(decision.clause, `${verb}:${name}`, standing, decision.function, person);
      return decision;
    }
    throw problem(decision.reason, {
      clause: decision.clause,
      purpose: contract.purpose,
      subject: name,
      ...(decision.function === null ? {} : { function: decision.function }),
    });
  };
  /** What a function collects is stored while it is open, not a moment later. */
  const hold = async (name: string, clause: string) => {
    if (policy.compiled.policy.functions[name]?.kind !== 'function') return;
    const held = await client.query<{ open: boolean }>(
      statement('select kernel.hold_opening($1, $2) as open', [session.device, name]),
    );
    if (held.rows[0]?.open === true) return;
    throw problem('function_closed', { clause, purpose: contract.purpose, function: name });
  };
  const run = async (query: Compilable<unknown>) => {
    const compiled = query.compile();
    return await client.query(statement(compiled.sql, compiled.parameters));
  };
  const owner = (): string => {
    if (subject === null) throw new Error(`${contract.name} has no person whose data it could seal.`);
    return subject;
  };

  const heldAs = (request: string): HeldRequest => {
    if (held === null || held.id !== request) throw problem('not_allowed');
    return held;
  };

  const collectMany = async (
    category: Category,
    entries: readonly { readonly value: unknown; readonly place: RowPlace }[],
  ) => {
    const ofRequest = entries.find(({ place }) => place.request !== undefined)?.place.request;
    const person = ofRequest === undefined ? subject : heldAs(ofRequest).asker;
    const allowed = ask('collect', category, person);
    if (allowed.function !== null) await hold(allowed.function, allowed.clause);
    recorder.writes();
    const ofDays = entries.every(({ place }) => place.day !== undefined);
    if (entries.length > 0) recorder.note(allowed.clause, category, ofDays ? null : person);
    const ownerAt = ({ day, request }: RowPlace): string => {
      if (request !== undefined) return requestOwner(heldAs(request).id);
      return day === undefined ? keyOwner(owner(), allowed.function, session.device) : dayOwner(day);
    };
    const sealing = entries.map(({ value, place }) => ({
      value,
      place: { owner: ownerAt(place), table: place.table, row: place.id },
    }));
    return (await kernel.vault.sealMany(category, sealing)) as Sealed<Category>[];
  };

  const operation = { kernel, client, contract, gate: policy.gate, recorder, actor };

  const use = {
    purpose: contract.purpose,
    // No accessor: see `RequestCaller`.
    person: subject,
    device: session.device,
    actor: session.actor,
    collect: async (category: Category, value: unknown, place: RowPlace) =>
      (await collectMany(category, [{ value, place }]))[0] as Sealed<Category>,
    collectMany,
    keep: (category: Category) => {
      recorder.note(ask('collect', category).clause, category, subject);
      recorder.writes();
    },
    fleeting: (category: Category, value: unknown) => {
      recorder.note(ask('collect', category).clause, category, subject);
      return new Fleeting(category, value);
    },
    compute: <A extends readonly unknown[], R>(
      fleeting: Fleeting<Category>,
      rule: Registered<unknown, A, R>,
      ...rest: A
    ) => {
      recorder.note(ask('read', fleeting.category).clause, fleeting.category, subject);
      return Fleeting.give(fleeting, rule, rest);
    },
    read: async (box: Box<Category> & Partial<Pick<RequestBox, 'request'>>) => {
      const category = categoryOf(box.sealed);
      const person = box.request === undefined ? subject : heldAs(box.request).asker;
      const { clause } = ask('read', category, person);
      if (box.request === undefined && box.person !== owner()) throw problem('not_allowed');
      recorder.note(clause, category, person);
      return await kernel.vault.open(box.sealed, { owner: box.owner, table: box.table, row: box.row });
    },
    look: (category: Category) => {
      const { clause } = ask('read', category);
      if (subject === null) throw problem('not_signed_in');
      recorder.note(clause, category, subject);
    },
    survey: (category: Category) => {
      recorder.note(ask('read', category).clause, category, null);
    },
    send: async (message: string, content: Carried | readonly Carried[]) => {
      const to = held === null ? subject : held.asker;
      const { clause } = ask('send', message, to);
      recorder.note(clause, 'message', to);
      recorder.writes();
      const contents = Array.isArray(content) ? (content as readonly Carried[]) : [content as Carried];
      if (to === null) return sendings.add(message, contents);
      const [known] =
        parts.addressee === undefined || held !== null
          ? await addresseesOf(client, [to], dayOf(kernel.clock()))
          : [parts.addressee];
      // Who asked and was erased meanwhile is answered as somebody without an account.
      if (known === undefined && held !== null) return sendings.add(message, contents);
      if (known === undefined) throw problem('not_allowed');
      return sendings.addFor(known, message, policy.compiled.policy.messages[message], contents);
    },
    share: (kind: string, recipient: string, fields: readonly string[]) => {
      const read = use.read as Parameters<typeof share>[0]['read'];
      const asked = { ...operation, standing: () => standing, subject: () => subject, read };
      return share(asked, kind, recipient, fields);
    },
    except: (matter: string) => except(operation, matter),
    unseal: async (incident: string, boxes: readonly DayBox[]) => {
      if (contract.purpose !== 'security') throw problem('not_allowed');
      const note = (category: 'log') => recorder.note(ask('read', category).clause, category, null);
      recorder.writes();
      return await unseal({ kernel, client, note }, incident, boxes);
    },
    file: async (request: Filed) => {
      recorder.writes();
      const filed = await fileRequest(client, request, new Date(kernel.clock()));
      if ('refusal' in filed) return filed.refusal;
      held = filed.held;
      return null;
    },
    hold: async (request: string, address: Buffer | null) => {
      held = await holdRequest(client, request, address, new Date(kernel.clock()));
      return held;
    },
    rows: async (query: Compilable<unknown>) => (await run(query)).rows,
    change: async (query: Compilable<unknown>) => {
      recorder.writes();
      return (await run(query)).rowCount ?? 0;
    },
    event: async (name: string, payload: Readonly<Record<string, string | number>>) => {
      recorder.writes();
      const id = uuidv7(kernel.clock());
      recorder.events.push(name);
      await client.query(
        statement('insert into kernel.event (id, name, payload) values ($1, $2, $3)', [id, name, payload]),
      );
    },
    newId: () => uuidv7(kernel.clock()) as RowId,
    isOpen: (name: FunctionName) => {
      const opened = standing.openings[name];
      const shape = policy.compiled.policy.functions[name];
      if (shape?.kind === 'switch')
        return opened !== -1 && !(opened === undefined && shape.gpc && standing.gpc);
      return opened !== undefined && opened !== -1;
    },
    [becoming]: (person: typeof subject, accepted: number) => {
      subject = person;
      use.person = person;
      standing = { ...standing, accepted };
    },
  };
  return use as unknown as Use<Purpose>;
}

/** Signing in names the operation's person after the code was proved; see kernel/person. */
export const becoming: unique symbol = Symbol('becoming');
