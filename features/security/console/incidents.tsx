import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Status, type Tone, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Loaded, Panel, Table } from '@axent/ui/console';
import { incidents } from '../contract.ts';
import { Incident } from './incident.tsx';
import styles from './security.module.css';
import { catalogue } from './text.ts';

export type OneIncident = Output<typeof incidents>['incidents'][number];

interface IncidentsProps {
  readonly roles: readonly string[];
  readonly confirm: () => Promise<boolean>;
  /** How many were proposed here. */
  readonly proposed: number;
}

const tones = {
  proposed: 'wait',
  stands: 'good',
  ended: 'quiet',
  over: 'quiet',
} as const satisfies Record<OneIncident['state'], Tone>;

export function Incidents({ roles, confirm, proposed }: IncidentsProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(incidents, {}, { language, signal }), [language, proposed]);
  const columns: readonly Column<OneIncident>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => <Status tone={tones[state]}>{t(`state_${state}`)}</Status>,
    },
    { key: 'from', title: t('from'), cell: ({ from }) => formats.moment(from), spare: true },
    { key: 'until', title: t('until'), cell: ({ until }) => formats.moment(until), spare: true },
    {
      key: 'looks',
      title: t('looks'),
      cell: ({ looks }) => formats.number(looks.reduce((sum, { rows }) => sum + rows, 0)),
      look: 'number',
    },
  ];
  return (
    <Panel title={t('incidents')}>
      <Loaded of={loaded} lines={4}>
        {(shown) => (
          <div class={styles.stack}>
            <p class={styles.quiet}>{t('incidents_lead')}</p>
            <Table
              label={t('incidents')}
              columns={columns}
              rows={shown.incidents}
              keyOf={({ id }) => id}
              words={{ next: t('next'), previous: t('previous'), more: t('more') }}
              empty={t('no_incidents')}
              detail={(one) => (
                <Incident incident={one} roles={roles} confirm={confirm} again={loaded.again} />
              )}
            />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
