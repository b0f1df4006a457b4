import { type HeldRequest, implement, type Operation, problem } from '@axent/kernel';
import * as contract from '../contract.ts';
import { extendedUntil, recovery_wait_ms, referenceOf } from '../requests.ts';
import { keep, type RequestResources, type Rights } from './asking.ts';
import { saidIn, shown } from './following.ts';
import * as recovery from './recovery.storage.ts';
import { type Reached, sendWords } from './sending.ts';
import * as storage from './storage.ts';
import { answered, extended, refused, type Words } from './words.ts';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Turns the database's answer into the problem that it names. */
function obey(refusal: string | null): void {
  if (refusal === null) return;
  throw problem(refusal, {}, { request_unknown: 404, not_allowed: 403 }[refusal] ?? 409);
}

async function inHand(context: Rights, id: string): Promise<HeldRequest> {
  const held = await context.use.hold(id, null);
  if (held === null) throw problem('not_in_hand', {}, 409);
  return held;
}

async function addressIn(context: Rights, id: string): Promise<Reached | null> {
  const [asked] = await saidIn(context, id);
  const { email = null, phone = null } = asked?.value ?? {};
  if (email !== null) return { kind: 'email', value: email };
  return phone === null ? null : { kind: 'phone', value: phone };
}

type Told = 'answered' | 'refused' | 'extended';

/** To the proved address; else into the account, with a word that it is there. */
async function tell(
  context: Rights,
  held: HeldRequest,
  told: Told,
  words: Words,
  resources: RequestResources,
): Promise<void> {
  const address = await addressIn(context, held.id);
  if (address !== null) await sendWords(context, address, words, resources);
  else if (held.asker !== null) await context.use.event(contract.request_moved, { person: held.asker, told });
}

export function answeringOperations(resources: RequestResources): readonly Operation[] {
  const { area, authority } = resources;

  const queue = implement(contract.queue, async ({ use, now }) => ({
    requests: (await storage.queueRows(use)).map((row) => ({
      ...shown(row, now),
      has_account: row.has_account,
      in_hand: row.in_hand,
      acts: row.acts.map(([act, at, own]) => ({ act, at: new Date(at).toISOString(), own })),
    })),
    area,
    authority,
  }));

  const take = implement(contract.take, async ({ use, now }, { id }) => {
    obey(await storage.take(use, id, now));
    return { id };
  });

  const read = implement(contract.read, async (context, { id }) => {
    const held = await inHand(context, id);
    const said = await saidIn(context, id);
    const first = said[0]?.value;
    const row = held.kind === 'recovery' ? await recovery.recoveryOf(context.use, id) : null;
    return {
      entries: said.map(({ part, at, value }) => ({ part, at: at.toISOString(), text: value['text'] ?? '' })),
      address: first?.['email'] ?? first?.['phone'] ?? null,
      language: held.language,
      recovery: row && {
        ...row,
        first_at: iso(row.first_at),
        second_at: iso(row.second_at),
        waits_until: iso(row.waits_until),
        stopped_at: iso(row.stopped_at),
        done_at: iso(row.done_at),
      },
    };
  });

  const extend = implement(contract.extend, async (context, { id, text }) => {
    const held = await inHand(context, id);
    const row = (await storage.queueRows(context.use)).find((one) => one.id === id);
    if (row === undefined) throw problem('request_unknown', {}, 404);
    const due = extendedUntil(area, row.received_at);
    obey(await storage.extend(context.use, id, due, context.now));
    await keep(context, id, 'extended', { text });
    const words = extended(held.language, referenceOf(id), text, due, authority);
    await tell(context, held, 'extended', words, resources);
    return { id };
  });

  const close =
    (outcome: 'answered' | 'refused') =>
    async (context: Rights, { id, text }: Said) => {
      const held = await inHand(context, id);
      obey(await storage.close(context.use, id, outcome, context.now));
      const whole = outcome === 'answered' ? text : `${text}\n\n${authority}`;
      await keep(context, id, outcome, { text: whole });
      const reference = referenceOf(id);
      const words =
        outcome === 'answered'
          ? answered(held.language, reference, text)
          : refused(held.language, reference, text, authority);
      await tell(context, held, outcome, words, resources);
      return { id };
    };

  const approve = implement(contract.approveRecovery, async ({ use, now }, { id, second_factors }) => {
    const until = new Date(now.getTime() + recovery_wait_ms);
    obey(await recovery.approve(use, id, second_factors, now, until));
    await use.event(approved, { request: id });
    return { id };
  });

  return [
    queue,
    take,
    read,
    extend,
    implement(contract.answer, close('answered')),
    implement(contract.refuse, close('refused')),
    approve,
  ];
}

interface Said {
  readonly id: string;
  readonly text: string;
}

/** Raised at each approval; the second one starts the waiting. */
export const approved = 'requests.recovery_approved';
