import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  Details,
  EmptyState,
  ProblemState,
  Section,
  Skeleton,
  Status,
  type Tone,
  useFormats,
  usePress,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { mine, show, withdraw } from '../contract.ts';
import type { Proved } from './proof.tsx';
import styles from './requests.module.css';
import { catalogue } from './text.ts';

type One = Output<typeof mine>['requests'][number];

interface OwnRequestsProps {
  /** Null: those of the account. */
  readonly proved: Proved | null;
}

const withProof = (proved: Proved | null) => (proved === null ? {} : { proof: proved.proof });

/** What was asked before, and what became of it. */
export function OwnRequests({ proved }: OwnRequestsProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(mine, withProof(proved), { language, signal }),
    [language, proved?.proof],
  );
  if (loaded.state === 'failed') return <ProblemState error={loaded.error} again={loaded.again} />;
  if (!loaded.value) return <Skeleton lines={3} />;
  const { requests } = loaded.value;
  if (requests.length === 0)
    return (
      <EmptyState title={t('none')}>
        <p>{t('none_text')}</p>
      </EmptyState>
    );
  return (
    <Section title={t('yours')}>
      <ul class={styles.list}>
        {requests.map((one) => (
          <li key={one.id}>
            <OwnRequest one={one} proved={proved} again={loaded.again} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const tones = {
  new: 'wait',
  taken: 'wait',
  answered: 'good',
  refused: 'wrong',
  withdrawn: 'quiet',
} as const satisfies Record<One['state'], Tone>;

interface OwnRequestProps {
  readonly one: One;
  readonly proved: Proved | null;
  readonly again: () => void;
}

function OwnRequest({ one, proved, again }: OwnRequestProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const { busy, error, press } = usePress(async () => {
    await call(withdraw, { id: one.id, ...withProof(proved) }, { language });
    again();
  });
  const open = one.closed_at === null;
  const due = open
    ? t('due', { day: formats.date(one.due_at) })
    : t('ended', { day: formats.date(one.closed_at ?? '') });
  return (
    <Card>
      <div class={styles.item}>
        <div class={styles.head}>
          <strong>{t(`kind_${one.kind}`)}</strong>
          <Status tone={tones[one.state]}>{t(`state_${one.state}`)}</Status>
        </div>
        <p class={styles.quiet}>
          {one.reference} · {t('since', { day: formats.date(one.received_at) })} · {due}
          {open && one.extended_at !== null && ` · ${t('extended')}`}
        </p>
        <Details summary={t('read')} look="quiet">
          <Said id={one.id} proved={proved} state={one.state} />
          <ol class={styles.list}>
            {one.acts.map(({ act, at }) => (
              <li key={`${act} ${at}`} class={styles.part}>
                {formats.moment(at)} · {actWords(act, t)}
              </li>
            ))}
          </ol>
        </Details>
        {open && (
          <div>
            <Button kind="quiet" busy={busy} onPress={press}>
              {t('withdraw')}
            </Button>
            <p role="status">{error ? line(error) : ''}</p>
          </div>
        )}
      </div>
    </Card>
  );
}

const acts = [
  'received',
  'taken',
  'extended',
  'answered',
  'refused',
  'withdrawn',
  'approved_first',
  'approved_second',
  'stopped',
  'carried_out',
] as const;

function actWords(act: string, t: (key: `act_${(typeof acts)[number]}`) => string): string {
  const known = acts.find((one) => one === act);
  return known === undefined ? act : t(`act_${known}`);
}

function Said({
  id,
  proved,
  state,
}: Omit<OwnRequestProps, 'one' | 'again'> & { readonly id: string; readonly state: string }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource(
    (signal) => call(show, { id, ...withProof(proved) }, { language, signal }),
    [language, id, state],
  );
  if (loaded.state === 'failed') return <ProblemState error={loaded.error} again={loaded.again} />;
  if (!loaded.value) return <Skeleton lines={2} />;
  return (
    <>
      {loaded.value.entries.map(({ part, at, text }) => (
        <div key={`${part} ${at}`} class={styles.said}>
          <span class={styles.part}>
            {t(`part_${part}`)} · {formats.moment(at)}
          </span>
          <p>{text}</p>
        </div>
      ))}
    </>
  );
}
