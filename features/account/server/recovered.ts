import { implement, type PersonId } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import { dropIdentifiers } from '@axent/kernel/person';
import Type from 'typebox';
import * as storage from './credentials.storage.ts';

const seconds = ['authenticator', 'passkey', 'recovery'] as const;

/** Second factors whose loss two officers approved ask for nothing any more, and lead nobody in. */
export const forgetSeconds = implement(
  internal({
    name: 'account.forget_second_factors',
    summary: 'Forget the second factors of an account that was given back, where they are lost as well',
    purpose: 'authentication',
    input: Type.Object({ person: Type.String() }),
    output: Type.Object({}),
  }),
  async (context, { person }) => {
    await context.each([person as PersonId], async (use) => {
      for (const kind of seconds) for (const ready of [true, false]) await storage.dropKind(use, kind, ready);
      await dropIdentifiers({ ...context, use }, 'passkey');
    });
    return {};
  },
);
