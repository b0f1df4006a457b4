import { type Context, implement, type PersonId } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { account_recovered, recovery_waits } from '../contract.ts';
import { saidIn } from './following.ts';
import * as storage from './recovery.storage.ts';
import { sendWords } from './sending.ts';
import { recovered } from './words.ts';

/** After the second approval: the account's person is told, wherever they are reached, and can stop it. */
export const announce = implement(
  internal({
    name: 'requests.announce_recovery',
    summary: 'Have an account’s person told that somebody is to be given it',
    purpose: 'rights',
    input: Type.Object({ request: Type.String() }),
    output: Type.Object({}),
  }),
  async ({ use }, { request }) => {
    const person = await storage.accountOf(use, request);
    if (person !== null) await use.event(recovery_waits, { person, request });
    return {};
  },
);

/** Gives back the accounts whose waiting is over and that nobody stopped, one in each transaction. */
export const carryOut = (resources: { readonly home: string }) =>
  implement(
    internal({
      name: 'requests.carry_out_recovery',
      summary: 'Give an account back whose 72 hours are over',
      purpose: 'rights',
      input: Type.Object({}),
      output: Type.Object({ more: Type.Boolean() }),
    }),
    async (context) => {
      const { use, now } = context;
      const [id] = await storage.due(use, now);
      const held = id === undefined ? null : await use.hold(id, null);
      if (id === undefined || held === null) return { more: false };
      const [asked] = await saidIn(context, id);
      const done = await storage.carryOut(use, id, now);
      if (done?.done === true && asked !== undefined) {
        const { email = null, phone = null } = asked.value;
        await replaceContact(context, done.account as PersonId, { email, phone });
        const value = email ?? phone ?? '';
        const kind = email === null ? 'phone' : 'email';
        await sendWords(context, { kind, value }, recovered(held.language), resources);
        const { account: person, second_factors } = done;
        await use.event(account_recovered, { person, second_factors });
      }
      return { more: true };
    },
  );

interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

async function replaceContact(
  { each, use }: Pick<Context<'rights'>, 'each' | 'use'>,
  person: PersonId,
  contact: Contact,
): Promise<void> {
  await each([person], async (own) => {
    const id = use.newId();
    const sealed = await own.collect('contact', contact, { table: 'app.contact', id });
    await storage.replaceContact(own, { id, person_id: person, sealed });
  });
}
