import { implement, type PersonId } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { tell } from './reach.ts';
import * as storage from './storage.ts';
import { accountAsked, requestMoved } from './words.requests.ts';

/** Tells a person what became of a request that they made in their account. */
export const requestTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_request',
      summary: 'Tell a person that their request was answered, refused or takes longer',
      purpose: 'rights',
      input: Type.Object({
        person: Type.String(),
        told: Type.Union([Type.Literal('answered'), Type.Literal('refused'), Type.Literal('extended')]),
      }),
      output: Type.Object({}),
    }),
    async (context, { person, told }) => {
      const reached = await storage.addressesOf(context.use, [person]);
      await context.each([person as PersonId], async (own, { id, language }) => {
        const words = requestMoved(language, told);
        const at = reached.get(id) ?? [];
        const saying = { at, words, link: '/privacy/requests', home, everywhere: true };
        await tell(context, own, saying, (contents) => own.send('account', contents));
      });
      return {};
    },
  );

/** Tells a person, at every address there is, that somebody is about to be given their account. */
export const recoveryTelling = (home: string) =>
  implement(
    internal({
      name: 'messages.tell_recovery',
      summary: 'Tell a person that somebody is about to be given their account, and how to stop it',
      purpose: 'authentication',
      input: Type.Object({ person: Type.String(), request: Type.String() }),
      output: Type.Object({}),
    }),
    async (context, { person }) => {
      const reached = await storage.addressesOf(context.use, [person]);
      await context.each([person as PersonId], async (own, { id, language }) => {
        const at = reached.get(id) ?? [];
        const link = '/privacy/requests';
        const words = accountAsked(language);
        const saying = { at, words, link, home, everywhere: true, phoneToo: true };
        await tell(context, own, saying, (contents) => own.send('security', contents));
      });
      return {};
    },
  );
