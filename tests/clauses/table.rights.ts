export interface TableRights {
  /** column → purpose → letters */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly erase: readonly string[];
}

export function logTable(): TableRights {
  const columns = [
    'at',
    'day',
    'operation',
    'method',
    'path',
    'status',
    'duration_ms',
    'code',
    'browser',
    'region',
    'sealed',
  ].map((column) => [column, { service: 'siu', rights: 's', security: 's' }]);
  return {
    columns: { id: { service: 'si', rights: 's', security: 's' }, ...Object.fromEntries(columns) },
    erase: ['service'],
  };
}

/** Written and read by one purpose alone. */
export function everyColumn(purpose: string, columns: readonly string[]): TableRights['columns'] {
  return Object.fromEntries(columns.map((column) => [column, { [purpose]: 'siu' }]));
}

/** Holds nothing of persons: the service reads it; stores and places come by import. */
export function publicTable(columns: readonly string[]): TableRights {
  return { columns: Object.fromEntries(columns.map((column) => [column, { service: 's' }])), erase: [] };
}

/** A person's own row of the profile: written and emptied by them, in the app and in the privacy centre. */
export const profileTable = (): TableRights => ({
  columns: {
    person_id: { service: 'si', rights: 'si' },
    id: { service: 'si', rights: 'si' },
    sealed: { service: 'siu', rights: 'siu' },
  },
  erase: ['service', 'rights'],
});
