import { type Feature, implement, type RowId, registered } from '@axent/kernel';
import { type Contract, operation } from '@axent/kernel/operation';
import type { Purpose } from '@axent/policy';
import type { Actor } from '@axent/policy/shape';
import Type from 'typebox';
import type { Kernel } from '../../kernel/kernel.open.ts';
import { fleeting, readable } from './matrix.ts';

const everyone: readonly Actor[] = [
  'visitor',
  'person',
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
  'privacy_officer',
  'security',
  'administrator',
];

const input = Type.Object({ verb: Type.String(), category: Type.String() });
const output = Type.Object({ done: Type.Boolean() });

/** The four verbs without their types: the probe stands where a handler with `as any` would. */
interface Untyped {
  readonly person: string | null;
  readonly collect: (category: string, value: unknown, place: unknown) => Promise<Buffer>;
  readonly keep: (category: string) => void;
  readonly fleeting: (category: string, value: unknown) => unknown;
  readonly compute: (value: unknown, rule: unknown) => unknown;
  readonly read: (box: unknown) => Promise<unknown>;
  readonly send: (message: string, content: unknown) => Promise<void>;
  readonly share: (kind: string, recipient: string, fields: readonly string[]) => Promise<unknown>;
  readonly except: (matter: string) => Promise<Excepted>;
}

interface Excepted {
  readonly boxes: (person: string, category: string) => Promise<unknown>;
}

const look = registered('probe', (value: unknown) => value !== undefined);
const place = { table: 'probe', id: '01890000-0000-7000-8000-000000000001' as RowId };

/**
 * A feature of the tests' own: one operation a purpose, which tries any verb on any category, with the type wall
 * off and no table of its own, so that the gate alone answers.
 */
export function probe(kernelOf: () => Kernel, purposes: readonly string[]): Feature {
  return {
    name: 'probe',
    operations: purposes.map((purpose) =>
      implement(probeContract(purpose), async ({ use: typed }, { verb, category }) => {
        const use = typed as unknown as Untyped;
        await attempt(use, kernelOf(), verb, category);
        return { done: true };
      }),
    ),
  };
}

async function attempt(use: Untyped, kernel: Kernel, verb: string, category: string): Promise<void> {
  // Third parties and matters are named along with what is asked for.
  const [one = '', other = '', more = ''] = category.split(' ');
  if (verb === 'share') {
    await use.share(one, other, [more]);
  } else if (verb === 'except') {
    await (await use.except(one)).boxes(other, more);
  } else if (verb === 'send') {
    await use.send(category, { to: 'probe@example.org', subject: 'probe', text: 'probe' });
  } else if (verb === 'collect') {
    if (fleeting.includes(category)) use.fleeting(category, {});
    else if (readable.includes(category)) use.keep(category);
    else await use.collect(category, { probe: 'x' }, place);
  } else if (fleeting.includes(category)) {
    // Made outside the gate, so that reading is asked for by itself.
    const { Fleeting } = await import('../../kernel/vault/fleeting.ts');
    use.compute(new Fleeting(category as never, {}), look);
  } else {
    const owner = use.person ?? '01890000-0000-7000-8000-000000000002';
    const at = { owner, table: place.table, row: place.id };
    const sealed = await kernel.vault.seal(category, { probe: 'x' }, at);
    await use.read({ table: place.table, row: place.id, person: owner, owner, sealed });
  }
}

function probeContract(purpose: string): Contract<Purpose, typeof input, typeof output> {
  return operation({
    name: `probe.${purpose}`,
    method: 'POST',
    path: `/api/probe/${purpose}`,
    summary: 'Tries a verb on a category',
    purpose: purpose as Purpose,
    actors: everyone,
    acceptance: false,
    input,
    output,
    errors: [],
    per_minute: 1_000_000,
  });
}
