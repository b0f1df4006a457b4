import { type Feature, implement, type RowId, raw } from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import { sql } from 'kysely';
import Type from 'typebox';

export const report = operation({
  name: 'faults.report',
  method: 'POST',
  path: '/api/faults/report',
  summary: 'Report a fault of a product',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ fault_code: Type.String(), software_version: Type.String() }),
  output: Type.Object({ id: Type.String() }),
  errors: [],
});

/** The type wall knows the policy of this release; the later category is tried past it, as a later release would. */
interface LaterUse {
  readonly collect: (
    category: 'fault',
    value: Readonly<Record<string, string>>,
    place: { readonly table: string; readonly id: RowId },
  ) => Promise<Buffer>;
}

/** What the next release would bring: a table of its own for the fifth kind of data. */
export const faults: Feature = {
  name: 'faults',
  migrations: new URL('migrations/', import.meta.url),
  operations: [
    implement(report, async ({ use }, input) => {
      const id = use.newId();
      const later = use as unknown as LaterUse;
      const sealed = await later.collect('fault', input, { table: 'app.fault', id });
      await use.change(
        raw(sql`insert into app.fault (person_id, id, sealed) values (${use.person}, ${id}, ${sealed})`),
      );
      return { id };
    }),
  ],
};
