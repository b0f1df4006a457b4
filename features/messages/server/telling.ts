import { type EventHandler, type Implemented, implement, type PersonId } from '@axent/kernel';
import { type Contract, internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { tell } from './reach.ts';
import * as storage from './storage.ts';
import { accountClosed, newDevice, noticeChanged } from './words.ts';
import { wayChanged } from './words.ways.ts';

/** Persons in one transaction. */
const batch = 500;

/** Tells the next persons that the notice has changed, and notes how far that has come, in one transaction. */
export const noticeTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_notice_change',
      summary: 'Tell persons that the notice they accepted has changed',
      purpose: 'rights',
      input: Type.Object({}),
      output: Type.Object({ more: Type.Boolean() }),
    }),
    async (context) => {
      const { use, policy, each } = context;
      const { sequence } = policy;
      // The first version changes nothing, and most of the time there is nothing to do.
      if (sequence === 1 || (await storage.isDone(use, sequence))) return { more: false };
      const { after, done } = await storage.lockMailing(use, sequence);
      if (done) return { more: false };
      const told = (await storage.classOf(use, sequence)) !== 'neutral';
      const people = told ? await storage.peopleBehind(use, sequence, after, batch) : [];
      const reached = await storage.addressesOf(use, people);
      const tellOne: Parameters<typeof each>[1] = async (own, { id, language }) => {
        const words = noticeChanged(language);
        const at = reached.get(id) ?? [];
        const saying = { at, words, link: '/notice', home, everywhere: false };
        await tell(context, own, saying, (contents) => own.send('notice_change', contents));
      };
      await each(people as PersonId[], tellOne, ['contact']);
      const more = people.length === batch;
      await storage.moveMailing(use, sequence, { after: people.at(-1) ?? after, done: !more });
      return { more };
    },
  );

/** Tells a person that somebody signed in on a device that is new to their account. */
export const deviceTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_new_device',
      summary: 'Tell a person that their account was opened on a new device',
      purpose: 'authentication',
      input: Type.Object({ person: Type.String(), device: Type.String() }),
      output: Type.Object({}),
    }),
    async (context, { person, device }) => {
      const reached = await storage.addressesOf(context.use, [person]);
      await context.each([person as PersonId], async (own, { id, language }) => {
        const held = await storage.deviceOf(own, device);
        const words = newDevice(language, held === null ? '?' : (await own.read(held)).name);
        const at = reached.get(id) ?? [];
        const saying = { at, words, link: '/privacy/devices', home, everywhere: true };
        await tell(context, own, saying, (contents) => own.send('security', contents));
      });
      return {};
    },
  );

/** Tells a person that a way into their account has changed. */
export const wayTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_way_changed',
      summary: 'Tell a person that how one signs in to their account has changed',
      purpose: 'authentication',
      input: Type.Object({ person: Type.String(), what: Type.String() }),
      output: Type.Object({}),
    }),
    async (context, { person, what }) => {
      const reached = await storage.addressesOf(context.use, [person]);
      await context.each([person as PersonId], async (own, { id, language }) => {
        const at = reached.get(id) ?? [];
        const words = wayChanged(language, what);
        const saying = { at, words, link: '/privacy/ways', home, everywhere: true };
        await tell(context, own, saying, (contents) => own.send('security', contents));
      });
      return {};
    },
  );

/** Tells a person that their account was closed, and until when that can be taken back. */
export const closingTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_closed',
      summary: 'Tell a person that their account was closed and how to take that back',
      purpose: 'rights',
      input: Type.Object({ person: Type.String(), erased_at: Type.String() }),
      output: Type.Object({}),
    }),
    async (context, { person, erased_at }) => {
      const reached = await storage.addressesOf(context.use, [person]);
      await context.each([person as PersonId], async (own, { id, language }) => {
        const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
        const words = accountClosed(language, date.format(new Date(erased_at)));
        const at = reached.get(id) ?? [];
        const saying = { at, words, link: '/sign-in', home, everywhere: true };
        await tell(context, own, saying, (contents) => own.send('account', contents));
      });
      return {};
    },
  );

/** The browsers in which these persons are signed in and opened messages. */
export const reaching = implement(
  internal({
    name: 'messages.reached',
    summary: 'Tell at which browsers persons are reached at this moment',
    purpose: 'rights',
    input: Type.Object({ people: Type.Array(Type.String()) }),
    output: Type.Object({ addresses: Type.Array(Type.String()) }),
  }),
  async ({ use }, { people }) => {
    const held = await storage.addressesOf(use, people);
    return { addresses: [...held.values()].flat().flatMap(({ id, push }) => (push ? [id] : [])) };
  },
);

/** Nobody is at this address any more: it is forgotten. */
export const forgetting = implement(
  internal({
    name: 'messages.forget_address',
    summary: 'Forget the address of a browser that is gone',
    purpose: 'service',
    input: Type.Object({ person: Type.String(), address: Type.String() }),
    output: Type.Object({}),
  }),
  async ({ each }, { person, address }) => {
    await each([person as PersonId], (own) => storage.dropAddress(own, address));
    return {};
  },
);

/** Hands the ids of an event to an operation. */
export function handing<C extends Contract>(to: Implemented<C>): EventHandler {
  return async (payload, system) => {
    await system.run(to, payload as never);
  };
}
