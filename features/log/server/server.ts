import { type Feature, implement } from '@axent/kernel';
import type { LegalArea } from '@axent/policy/shape';
import { list as listContract } from '../contract.ts';
import { retentionDays } from '../log.ts';
import { forgetting, writing } from './keeping.ts';
import type { RequestLog } from './requests.ts';
import * as storage from './storage.ts';

export { type FindRegion, openRegions } from './region.ts';
export { RequestLog } from './requests.ts';

export interface LogResources {
  /** Filled by the server, one for each request it answered. */
  readonly requests: RequestLog;
  /** Legal area of this deployment: says how long the law asks to keep the log. */
  readonly area: LegalArea;
}

const write_every_ms = 250;
const forget_every_ms = 600_000;
const rows_per_page = 50;
/** From the lowest status to the first one beyond. */
const statuses = { done: [100, 400], refused: [400, 500], failed: [500, 600] } as const;

export const logMigrations = new URL('migrations/', import.meta.url);

export function operationLog({ requests, area }: LogResources): Feature {
  const list = implement(listContract, async ({ use, policy }, input) => {
    use.survey('log');
    const limit = input.limit ?? rows_per_page;
    const [from_status, to_status] = input.status === undefined ? [0, 1000] : statuses[input.status];
    const rows = await storage.listRows(use, {
      before: input.before ?? null,
      limit,
      operation: input.operation ?? '',
      operations_only: input.operations_only ?? false,
      from_status,
      to_status,
      since: input.since === undefined ? null : new Date(input.since),
      until: input.until === undefined ? null : new Date(input.until),
    });
    return {
      rows: rows.map(({ at, has_address, ...row }) => ({
        ...row,
        at: at.toISOString(),
        address: has_address ? ('sealed' as const) : ('none' as const),
      })),
      next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
      retention_days: retentionDays(policy.compiled.policy, area),
    };
  });
  return {
    name: 'log',
    operations: [list],
    migrations: logMigrations,
    jobs: [
      { name: 'log', every_ms: write_every_ms, run: writing(requests), atEnd: true },
      { name: 'log retention', every_ms: forget_every_ms, run: forgetting(area) },
    ],
  };
}
