import { everyColumn, type TableRights } from './table.rights.ts';

const read = { security: 's', rights: 's' } as const;

const columnsWith = (letters: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { fraud: letters, ...read }]));

/** The tables of the watch. What a row policy shows of them to whom is tried in `fraud.checks.ts`. */
export const fraudTables: Readonly<Record<string, TableRights>> = {
  fraud_signal: {
    columns: columnsWith('siu', ['kind', 'subject', 'bucket', 'other', 'times']),
    erase: ['fraud'],
  },
  fraud_salt: { columns: everyColumn('fraud', ['day', 'salt']), erase: ['fraud'] },
  fraud_case: {
    columns: {
      ...columnsWith('si', ['person_id', 'id']),
      ...columnsWith('siu', ['state', 'changed_at', 'sealed']),
    },
    erase: ['fraud'],
  },
};
