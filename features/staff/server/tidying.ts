import { implement, type Job } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { dropOldRequests } from './provider.storage.ts';
import { dropExpired } from './storage.ts';

const every_ms = 3_600_000;

const tidyLinks = implement(
  internal({
    name: 'staff.tidy_links',
    summary: 'Drop one-time links that ran out, and what was asked of the provider and never answered',
    purpose: 'authentication',
    input: Type.Object({}),
    output: Type.Object({}),
  }),
  async ({ use, now }) => {
    await dropExpired(use, now);
    await dropOldRequests(use, now);
    return {};
  },
);

export const tidying: Job = {
  name: 'staff tidying',
  every_ms,
  run: async (system) => {
    await system.run(tidyLinks, {});
  },
};
