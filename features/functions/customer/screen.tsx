import type { PromptWords } from '@axent/policy/shape';
import {
  Page,
  ProblemState,
  PromptSheet,
  Row,
  Rows,
  Section,
  Skeleton,
  Status,
  Switch,
  useFormats,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import styles from './functions.module.css';
import type { FunctionState, Openings } from './openings.ts';
import { catalogue } from './text.ts';

export interface OpeningsScreenProps {
  readonly openings: Openings;
  /** Names and prompts by function, from the notice. */
  readonly names: Readonly<Record<string, string>>;
  readonly prompts: Readonly<Record<string, PromptWords>>;
}

/** What came of a switch: in words, of which function, and whether it went wrong. */
interface Answer {
  readonly id: string;
  readonly says: string;
  readonly failed: boolean;
}

/** Since when and why it stands as it does, as one sentence. */
function useStanding(): (state: FunctionState) => string {
  const t = useText(catalogue);
  const formats = useFormats();
  return ({ open, since, revision, closed_by, kind, offered }) => {
    const date = since ? formats.date(since) : null;
    if (open && !offered) return t('switch_later');
    if (open && date && revision)
      return t(kind === 'switch' ? 'allowed_since' : 'open_since', { date, revision });
    if (open) return t(kind === 'switch' ? 'switch_on' : 'open_plain');
    if (closed_by === 'gpc') return t('closed_gpc');
    if (closed_by === 'device') return date ? t('closed_device', { date }) : t('closed_device_plain');
    if (closed_by === 'person')
      return date && revision ? t('closed_person', { date, revision }) : t('closed_plain');
    return t('never_opened');
  };
}

interface FunctionRowProps {
  readonly state: FunctionState;
  readonly name: string;
  readonly busy: boolean;
  /** What came of the last switch of this one; below it, so that nothing moves under the finger. */
  readonly answer: Answer | null;
  readonly onSwitch: (on: boolean) => void;
}

function FunctionRow({ state, name, busy, answer, onSwitch }: FunctionRowProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const standing = useStanding();
  const words =
    state.kind === 'switch' ? { on: t('allowed'), off: t('objected') } : { on: t('on'), off: t('off') };
  return (
    <Row
      title={<a href={`/notice#${clauseOf(state.function)}`}>{name}</a>}
      detail={standing(state)}
      end={<Switch label={name} on={state.open} words={words} busy={busy} onSwitch={onSwitch} />}
    >
      <p class={answer?.failed ? styles.failed : styles.says} role="status">
        {answer?.says}
      </p>
      {state.withheld > 0 && (
        <p class={styles.withheld}>
          <Status tone="wait">{t('withheld', { count: state.withheld })}</Status>
          {state.shred_at && <span>{t('shredded', { date: formats.date(state.shred_at) })}</span>}
        </p>
      )}
    </Row>
  );
}

/** Where the notice explains a function. Cameras share one clause; uses stand under their purpose, messages under theirs. */
function clauseOf(id: string): string {
  if (id.startsWith('camera.')) return 'F.camera';
  if (['improve', 'measure', 'personalise'].includes(id)) return `U.${id}`;
  if (id === 'surveys') return 'U.survey';
  return ['news', 'joint'].includes(id) ? `M.${id}` : `F.${id}`;
}

/** What is open and closed, with a switch for each. Opening shows its words first; closing works at once. */
export function OpeningsScreen({ openings, names, prompts }: OpeningsScreenProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => openings.load(signal), [language]);
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const states = openings.states.value;
  const nameOf = (id: string) => names[id] ?? id;
  const act = async (id: string, on: boolean) => {
    setBusy(id);
    setAnswer(null);
    try {
      await (on ? openings.open(id) : openings.close(id, 'person'));
      setAnswer({ id, says: t(on ? 'opened_now' : 'closed_now', { name: nameOf(id) }), failed: false });
      setAsked(null);
    } catch (error) {
      setAnswer({ id, says: line(error), failed: true });
    }
    setBusy(null);
  };
  const rows = (kind: FunctionState['kind']) =>
    (states ?? [])
      .filter((state) => state.kind === kind && (state.offered || kind === 'switch'))
      .map((state) => (
        <FunctionRow
          key={state.function}
          state={state}
          name={nameOf(state.function)}
          busy={busy === state.function}
          answer={answer?.id === state.function ? answer : null}
          onSwitch={(on) => {
            setAnswer(null);
            if (on) setAsked(state.function);
            else void act(state.function, false);
          }}
        />
      ));
  const later = (states ?? []).filter((state) => !state.offered && state.kind === 'function');
  const words = asked ? prompts[asked] : undefined;
  return (
    <Page title={t('title')} lead={t('lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {!states && loaded.state === 'loading' && <Skeleton lines={4} />}
      {states && (
        <>
          <Section title={t('functions')}>
            <p class={styles.note}>{t('functions_lead')}</p>
            <Rows>{rows('function')}</Rows>
          </Section>
          <Section title={t('switches')}>
            <p class={styles.note}>{t('switches_lead')}</p>
            <Rows>{rows('switch')}</Rows>
          </Section>
          {later.length > 0 && (
            <Section title={t('later')}>
              <p class={styles.note}>{t('later_lead')}</p>
              <ul class={styles.later}>
                {later.map((state) => (
                  <li key={state.function}>
                    <Status tone="quiet">{nameOf(state.function)}</Status>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      {words && (
        <PromptSheet
          shown
          words={words}
          busy={busy === asked}
          error={answer?.says}
          onOpen={() => asked && void act(asked, true)}
          onNotNow={() => setAsked(null)}
        />
      )}
    </Page>
  );
}
