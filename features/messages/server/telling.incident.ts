import { implement, type PersonId } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { tell } from './reach.ts';
import * as storage from './storage.incident.ts';
import { addressesOf } from './storage.ts';
import { incidentTold } from './words.incident.ts';

/** Persons in one transaction. */
const batch = 500;

/** Tells the next persons of an incident that was approved with words, and notes how far that has come. */
export const incidentTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_incident',
      summary: 'Tell persons of an incident, in the words that two people stand behind',
      purpose: 'rights',
      input: Type.Object({}),
      output: Type.Object({ more: Type.Boolean() }),
    }),
    async (context) => {
      const { use, each } = context;
      const mailing = await storage.lockIncidentMailing(use);
      if (mailing === null) return { more: false };
      const people = await storage.peopleAfter(use, mailing.after, batch);
      const reached = await addressesOf(use, people);
      const tellOne: Parameters<typeof each>[1] = async (own, { id, language }) => {
        const words = incidentTold(language, mailing.words[language]);
        const at = reached.get(id) ?? [];
        const saying = { at, words, link: '/notice', home, everywhere: true };
        await tell(context, own, saying, (contents) => own.send('incident', contents));
      };
      await each(people as PersonId[], tellOne, ['contact']);
      const done = people.length < batch;
      await storage.moveIncidentMailing(use, mailing.incident, {
        after: people.at(-1) ?? mailing.after,
        done,
      });
      // Another incident may wait behind this one.
      return { more: true };
    },
  );
