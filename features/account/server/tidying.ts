import { implement, type Job } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { dropExpired } from './codes.storage.ts';
import { dropOldStates } from './wechat.storage.ts';

const every_ms = 600_000;

const tidyCodes = implement(
  internal({
    name: 'account.tidy_codes',
    summary: 'Drop codes that ran out, and counters that count nothing any more',
    purpose: 'authentication',
    input: Type.Object({}),
    output: Type.Object({}),
  }),
  async ({ use, now }) => {
    await dropExpired(use, now);
    await dropOldStates(use, now);
    return {};
  },
);

export const tidying: Job = {
  name: 'account tidying',
  every_ms,
  run: async (system) => {
    await system.run(tidyCodes, {});
  },
};
