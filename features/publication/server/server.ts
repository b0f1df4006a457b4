import type { Feature } from '@axent/kernel';
import type { CompiledPolicy, OperatorSettings } from '@axent/policy/compile';
import { approved_event, publishingWhenDue } from './due.ts';
import { exportOperations } from './exports.ts';
import { publicationOperations } from './operations.ts';
import { problems } from './problems.ts';
import { recordOperation } from './record.ts';

export interface PublicationResources {
  /** The policy that this release was made with. */
  readonly release: CompiledPolicy;
  /** Who answers for the data. */
  readonly operator: OperatorSettings;
  /** Legal area of this deployment. */
  readonly area: 'eu_ch' | 'cn';
}

const look_again_ms = 10_000;

export const publicationMigrations = new URL('migrations/', import.meta.url);

export function publication({ release, operator, area }: PublicationResources): Feature {
  const publishDue = publishingWhenDue(release);
  return {
    name: 'publication',
    operations: [
      ...publicationOperations(release),
      ...exportOperations(operator),
      recordOperation(operator, area),
    ],
    problems,
    migrations: publicationMigrations,
    events: { [approved_event]: (_payload, system) => publishDue(system) },
    jobs: [{ name: 'publication', every_ms: look_again_ms, run: publishDue }],
  };
}
