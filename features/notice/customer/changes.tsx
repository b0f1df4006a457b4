import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Details,
  ProblemState,
  Row,
  Rows,
  Skeleton,
  Status,
  type Tone,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { type state, versions } from '../contract.ts';
import styles from './notice.module.css';
import { catalogue } from './text.ts';

export type NoticeState = Output<typeof state>;
type Change = NoticeState['changes'][number];

const tones: Readonly<Record<Change['kind'], Tone>> = {
  narrowing: 'good',
  neutral: 'plain',
  widening: 'partly',
};

export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const t = useText(catalogue);
  return (
    <ul class={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.clause} ${change.words}`}>
          <span>
            {change.words} <a href={`/notice#${change.clause}`}>{change.clause}</a>
          </span>
          <Status tone={tones[change.kind]}>{t(`change_${change.kind}`)}</Status>
        </li>
      ))}
    </ul>
  );
}

function AllVersions() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(versions, { language }, { language, signal }), [language]);
  if (loaded.state === 'failed') return <ProblemState error={loaded.error} again={loaded.again} />;
  if (!loaded.value) return <Skeleton lines={2} />;
  return (
    <Rows>
      {loaded.value.versions.map((version, index) => (
        <Row
          key={version.sequence}
          href={index === 0 ? '/notice' : `/notice?version=${version.sequence}`}
          title={version.revision}
          detail={formats.date(version.published_at)}
          end={index === 0 && <Status tone="good">{t('in_force')}</Status>}
        >
          {version.changes.length > 0 && <ChangeList changes={version.changes} />}
        </Row>
      ))}
    </Rows>
  );
}

/** Every version that was in force; fetched when someone asks. */
export function Versions() {
  const t = useText(catalogue);
  const [asked, setAsked] = useState(false);
  return (
    <Details summary={<b>{t('versions')}</b>} onToggle={(open) => open && setAsked(true)}>
      {asked && <AllVersions />}
    </Details>
  );
}
