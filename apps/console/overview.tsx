import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import * as log from '@axent/log/contract';
import * as notice from '@axent/notice/contract';
import * as publication from '@axent/publication/contract';
import { CompanyPanel, PeoplePanel } from '@axent/staff/console';
import type { show } from '@axent/staff/contract';
import { icons, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { Desk, Figure, Figures, Loaded, Panel, Panels, usePolling } from '@axent/ui/console';
import * as watching from '@axent/watching/contract';
import type { Here } from './here.ts';
import styles from './overview.module.css';
import { catalogue } from './words.ts';

interface OverviewProps {
  readonly here: Here;
  readonly staff: Output<typeof show>;
}

const look_every_ms = 5_000;
const faults_shown = 5;

/** How things stand, at one glance. */
export function Overview({ here, staff }: OverviewProps) {
  const t = useText(catalogue);
  const { roles, privacy_officers } = staff;
  return (
    <Desk title={t('overview')}>
      <Panels>
        <PolicyPanel />
        <CoveragePanel />
        <LedgerPanel />
        {watching.status.actors.some((actor) => roles.includes(actor)) && <StatusPanel />}
      </Panels>
      <Panels>
        {log.list.actors.some((actor) => roles.includes(actor)) && <FaultsPanel />}
        <PeoplePanel
          officers={privacy_officers}
          mayInvite={roles.includes('privacy_officer')}
          confirm={here.confirm}
        />
        <CompanyPanel confirm={here.confirm} />
      </Panels>
      <UsesPanel />
    </Desk>
  );
}

function PolicyPanel() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(publication.state, { language }, { language, signal }),
    [language],
  );
  return (
    <Panel title={t('in_force')} end={<a href="/console/policy">{t('see_policy')}</a>}>
      <Loaded of={loaded} lines={2}>
        {({ published, release, difference }) => (
          <>
            <Figures>
              <Figure
                name={t('since', {
                  version: published.sequence,
                  date: formats.date(published.published_at),
                })}
                value={published.revision}
              />
            </Figures>
            <p>
              {difference ? (
                <Status tone="wait" href="/console/policy">
                  {t('waits', { revision: release.revision })}
                </Status>
              ) : (
                <Status tone="good">{t('nothing_waits')}</Status>
              )}
            </p>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function CoveragePanel() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(notice.coverage, { language }, { language, signal }),
    [language],
  );
  return (
    <Panel title={t('enforced')} end={<a href="/console/coverage">{t('see_coverage')}</a>}>
      <Loaded of={loaded} lines={2}>
        {({ enforced, partly, not_offered }) => {
          const parts = [
            ['whole', enforced],
            ['partly', partly],
            ['not', not_offered],
          ] as const;
          return (
            <>
              <div class={styles.bar} aria-hidden="true">
                {parts.map(([status, count]) => (
                  <span key={status} data-status={status} style={{ flexGrow: count }} />
                ))}
              </div>
              <Figures>
                {parts.map(([status, count]) => (
                  <Figure key={status} name={t(`status_${status}`)} value={formats.number(count)} />
                ))}
              </Figures>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function LedgerPanel() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(publication.ledger, {}, { language, signal }), [language]);
  usePolling(loaded.again, look_every_ms);
  return (
    <Panel title={t('ledger')} end={<a href="/console/ledger">{t('see_ledger')}</a>}>
      <Loaded of={loaded} lines={2}>
        {({ head, pending, appending }) => (
          <>
            <Figures>
              <Figure name={t('records')} value={formats.number(head?.size ?? 0)} />
              <Figure name={t('pending')} value={formats.number(pending)} />
            </Figures>
            <p>
              <Status tone={appending ? 'good' : 'wrong'}>{t(appending ? 'appending' : 'standing')}</Status>
            </p>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function StatusPanel() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(watching.status, {}, { language, signal }), [language]);
  usePolling(loaded.again, look_every_ms);
  return (
    <Panel title={t('status')} end={<a href="/console/status">{t('see_status')}</a>}>
      <Loaded of={loaded} lines={1}>
        {({ parts }) => {
          const acts = parts.filter(({ level }) => level === 'act').length;
          const looks = parts.filter(({ level }) => level === 'look').length;
          return (
            <p class={styles.levels}>
              {acts > 0 && (
                <Status tone="wrong" href="/console/status">
                  {t('parts_act', { count: acts })}
                </Status>
              )}
              {looks > 0 && (
                <Status tone="partly" sign={icons.warning} href="/console/status">
                  {t('parts_look', { count: looks })}
                </Status>
              )}
              {acts + looks === 0 && <Status tone="good">{t('parts_good')}</Status>}
            </p>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function UsesPanel() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(publication.uses, { language }, { language, signal }),
    [language],
  );
  usePolling(loaded.again, look_every_ms);
  return (
    <Panel title={t('uses')}>
      <Loaded of={loaded} lines={4}>
        {({ clauses }) => {
          const most = Math.max(1, ...clauses.map((one) => one.uses));
          if (clauses.length === 0) return <p>{t('no_uses')}</p>;
          return (
            <dl class={styles.uses}>
              {clauses.map(({ clause, title, uses }) => (
                <div key={clause}>
                  <dt>
                    {title} <span class={styles.clause}>{clause}</span>
                  </dt>
                  <dd>
                    <span class={styles.use} style={{ inlineSize: `${(uses / most) * 100}%` }} />
                    <span>{formats.number(uses)}</span>
                  </dd>
                </div>
              ))}
            </dl>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function FaultsPanel() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(log.list, { status: 'failed', limit: faults_shown }, { language, signal }),
    [language],
  );
  return (
    <Panel title={t('faults')} end={<a href="/console/log">{t('see_log')}</a>}>
      <Loaded of={loaded} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('no_faults')}</p>
          ) : (
            <>
              <p>{t('some_faults')}</p>
              <ul class={styles.faults}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <code>{row.operation}</code> <time dateTime={row.at}>{formats.moment(row.at)}</time>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
