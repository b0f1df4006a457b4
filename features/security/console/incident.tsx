import { call } from '@axent/kernel/operation/client';
import { Button, Facts, languages, ProblemState, useFormats, useSpeech, useText } from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { addresses, approve, end } from '../contract.ts';
import { Addresses, type Opened } from './addresses.tsx';
import type { OneIncident } from './incidents.tsx';
import styles from './security.module.css';
import { catalogue } from './text.ts';

interface IncidentProps {
  readonly incident: OneIncident;
  readonly roles: readonly string[];
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

/** One incident in full, with what the reader can do about it. */
export function Incident({ incident, roles, confirm, again }: IncidentProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { id, state, own } = incident;
  const decide = (contract: typeof approve | typeof end) =>
    act.run(async () => {
      await call(contract, { id }, { language });
      again();
    });
  const open = (before?: string) =>
    act.run(async () => {
      const page = await call(addresses, { incident: id, ...(before ? { before } : {}) }, { language });
      const earlier = before === undefined ? [] : (opened?.rows ?? []);
      setOpened({ rows: [...earlier, ...page.rows], next: page.next });
      again();
    });
  const mayOpen = state === 'stands' && addresses.actors.some((actor) => roles.includes(actor));
  return (
    <div class={styles.inside}>
      <IncidentFacts incident={incident} />
      {state === 'proposed' && own && <p>{t('own_incident')}</p>}
      {act.error !== null && <ProblemState error={act.error} />}
      <div class={styles.acts}>
        {state === 'proposed' && !own && (
          <Button busy={act.busy} onPress={() => decide(approve)}>
            {t('approve')}
          </Button>
        )}
        {mayOpen && opened === null && (
          <Button busy={act.busy} onPress={() => open()}>
            {t('open_addresses')}
          </Button>
        )}
        {(state === 'proposed' || state === 'stands') && (
          <Button kind="quiet" busy={act.busy} onPress={() => decide(end)}>
            {t(state === 'stands' ? 'end' : own ? 'withdraw' : 'refuse')}
          </Button>
        )}
      </div>
      {opened !== null && <Addresses opened={opened} busy={act.busy} onOlder={open} />}
    </div>
  );
}

function IncidentFacts({ incident }: Pick<IncidentProps, 'incident'>) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { why, from, until, ends_at, telling, looks, state } = incident;
  // Whoever approves stands behind all that goes out, whoever reads later wants their own.
  const shown = state === 'proposed' ? languages : [language];
  return (
    <Facts
      facts={[
        [
          t('why'),
          <span key="why" class={styles.why}>
            {why}
          </span>,
        ],
        [t('window'), t('window_is', { from: formats.moment(from), until: formats.moment(until) })],
        ...(ends_at === null ? [] : ([[t('stands_until'), formats.moment(ends_at)]] as const)),
        [
          t('told'),
          telling === null
            ? t('told_nothing')
            : shown.map((one) => (
                <p key={one} class={styles.why} lang={one}>
                  {shown.length > 1 && <b>{`${t(`language_${one}`)}\n`}</b>}
                  {`${telling[one].what}\n\n${telling[one].next}`}
                </p>
              )),
        ],
        [
          t('looks'),
          looks.length === 0
            ? t('no_looks')
            : looks
                .map(({ at, rows }) => t('look', { at: formats.moment(at), rows: formats.number(rows) }))
                .join('; '),
        ],
      ]}
    />
  );
}
