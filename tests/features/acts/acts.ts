import { type Feature, implement, problem } from '@axent/kernel';
import * as contract from './contract.ts';

/** What was done, in the order in which its events arrived. */
export interface Done {
  readonly notes: string[];
}

/** A feature of the tests' own: acts done once, acts that need a fresh sign-in, acts that break. */
export function acts(): { readonly feature: Feature; readonly done: Done } {
  const done: Done = { notes: [] };
  const feature: Feature = {
    name: 'acts',
    problems: {
      act_failed: {
        en: { title: 'It did not work', detail: 'Try the same again.' },
        'zh-CN': { title: '未成功', detail: '请重试。' },
        de: { title: 'Es ging nicht', detail: 'Versuchen Sie dasselbe noch einmal.' },
      },
    },
    operations: [
      implement(contract.once, async ({ use }, { note }) => {
        await use.event('acts.done', { note });
        if (note === 'fail') throw problem('act_failed');
        return { done: true };
      }),
      implement(contract.careless, async ({ use }, { note }) => {
        await use.event('acts.done', { note });
        return { done: true };
      }),
      implement(contract.guarded, async () => ({ done: true })),
      implement(contract.seldom, async () => ({ done: true })),
      implement(contract.broken, async (_context, { note }) => {
        throw new Error(`Nobody foresaw ${note}.`);
      }),
    ],
    events: {
      'acts.done': async ({ note }) => {
        done.notes.push(String(note));
      },
    },
  };
  return { feature, done };
}
