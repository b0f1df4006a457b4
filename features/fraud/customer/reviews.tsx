import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  EmptyState,
  Facts,
  Lines,
  Page,
  ProblemState,
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
import { useState } from 'preact/hooks';
import { answer, own } from '../contract.ts';
import styles from './reviews.module.css';
import { catalogue } from './text.ts';

type Case = Output<typeof own>['cases'][number];

const tones = {
  held: 'wait',
  answered: 'partly',
  released: 'good',
  refused: 'wrong',
} as const satisfies Record<Case['state'], Tone>;

/** Why the person is held, what they answered and what was decided; and the place to answer. */
export function ReviewsScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(own, {}, { language, signal }), [language]);
  const { value } = loaded;
  return (
    <Page title={t('reviews')} lead={t('reviews_lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !value && <Skeleton lines={4} />}
      {value?.cases.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('none_text')}</p>
        </EmptyState>
      )}
      {value?.cases.map((one) => (
        <OneCase key={one.id} held={one} again={loaded.again} />
      ))}
    </Page>
  );
}

interface OneCaseProps {
  readonly held: Case;
  readonly again: () => void;
}

const told = ['many_accounts', 'taking_over'] as const;

function OneCase({ held, again }: OneCaseProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { rule, weight, state } = held;
  const why = told.find((one) => one === rule);
  const facts: (readonly [string, string])[] = [[t('since'), formats.moment(held.at)]];
  if (held.answer !== null) facts.push([t('your_answer'), held.answer]);
  if (held.decided_at !== null) facts.push([t('decided'), formats.moment(held.decided_at)]);
  if (held.note !== null) facts.push([t('their_note'), held.note]);
  return (
    <Card tone={state === 'released' ? 'plain' : 'fog'}>
      <div class={styles.case}>
        <Status tone={tones[state]}>{t(`state_${state}`)}</Status>
        <p>{why === undefined ? t('rule_other') : t(`rule_${why}`, { count: formats.number(weight) })}</p>
        {state !== 'released' && <p class={styles.quiet}>{t('goes_on')}</p>}
        <Facts facts={facts} />
        {held.may_answer && <Answer held={held} again={again} />}
      </div>
    </Card>
  );
}

/** A text area ends its lines as its platform does. */
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

function Answer({ held, again }: OneCaseProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [text, setText] = useState('');
  const { busy, error, press } = usePress(async () => {
    await call(answer, { id: held.id, text: plain(text) }, { language });
    again();
  });
  return (
    <form
      class={styles.case}
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      {held.state === 'refused' && <p>{t('object')}</p>}
      <Lines label={t('answer')} hint={t('answer_hint')} value={text} maxLength={1000} onValue={setText} />
      <p role="status">{error ? line(error) : ''}</p>
      <Button type="submit" wide busy={busy}>
        {t('send')}
      </Button>
    </form>
  );
}
