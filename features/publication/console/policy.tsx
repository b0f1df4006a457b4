import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Facts, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { Code, type Column, Desk, Loaded, Panel, Table } from '@axent/ui/console';
import { state, versions } from '../contract.ts';
import { Changes, classTones } from './changes.tsx';
import styles from './publication.module.css';
import { Publishing } from './publishing.tsx';
import { catalogue } from './text.ts';

type State = Output<typeof state>;
type Version = State['published'];

interface PolicyProps {
  readonly roles: readonly string[];
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** The version in force, what this release would change, and everything that was published before. */
export function PolicyScreen({ roles, confirm }: PolicyProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(state, { language }, { language, signal }), [language]);
  const sequence = loaded.value?.published.sequence ?? 0;
  return (
    <Desk title={t('policy')}>
      <Loaded of={loaded}>
        {(shown) => (
          <>
            <InForce published={shown.published} />
            <Publishing
              shown={shown}
              mayPublish={roles.includes('privacy_officer')}
              confirm={confirm}
              again={loaded.again}
            />
          </>
        )}
      </Loaded>
      <Versions key={sequence} />
    </Desk>
  );
}

function InForce({ published }: { readonly published: Version }) {
  const t = useText(catalogue);
  const formats = useFormats();
  return (
    <Panel title={t('in_force')} end={<Status tone="good">{published.revision}</Status>}>
      <Facts
        facts={[
          [t('version'), formats.number(published.sequence)],
          [t('since'), formats.moment(published.published_at)],
          [
            t('hash'),
            <Code key="hash" text={published.hash} words={{ copy: t('copy'), copied: t('copied') }} />,
          ],
        ]}
      />
    </Panel>
  );
}

function Versions() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(versions, { language }, { language, signal }), [language]);
  const columns: readonly Column<Version>[] = [
    { key: 'sequence', title: t('version'), cell: (one) => formats.number(one.sequence) },
    { key: 'revision', title: t('revision'), cell: (one) => one.revision },
    {
      key: 'class',
      title: t('class'),
      cell: (one) => <Status tone={classTones[one.class]}>{t(`class_${one.class}`)}</Status>,
    },
    {
      key: 'changes',
      title: t('changes'),
      cell: (one) => (one.class === 'first' ? '–' : t('changes_count', { count: one.changes.length })),
      spare: true,
    },
    { key: 'at', title: t('published_at'), cell: (one) => formats.moment(one.published_at) },
    {
      key: 'by',
      title: t('approved_by'),
      cell: (one) => (one.approvals === 0 ? t('installation') : t('officers', { count: one.approvals })),
      spare: true,
    },
    { key: 'hash', title: t('hash'), cell: (one) => one.hash.slice(0, 12), look: 'code', spare: true },
  ];
  return (
    <section class={styles.section}>
      <h2>{t('versions')}</h2>
      <Loaded of={loaded} lines={3}>
        {(shown) => (
          <Table
            label={t('versions')}
            columns={columns}
            rows={shown.versions}
            keyOf={(one) => String(one.sequence)}
            words={{ next: t('next'), previous: t('previous'), more: t('more') }}
            empty={t('no_changes_first')}
            detail={(one) => (
              <div class={styles.inside}>
                {one.class === 'first' ? <p>{t('no_changes_first')}</p> : <Changes changes={one.changes} />}
                <p>
                  <a href={`/notice?version=${one.sequence}`} target="_blank" rel="noopener">
                    {t('read')}
                  </a>
                </p>
              </div>
            )}
          />
        )}
      </Loaded>
    </section>
  );
}
