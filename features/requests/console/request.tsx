import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Facts,
  ProblemState,
  Skeleton,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { read, take } from '../contract.console.ts';
import styles from './queue.module.css';
import type { Queue, Request } from './queue.tsx';
import { Recovery } from './recovery.tsx';
import { catalogue } from './text.ts';
import { type Letter, Writing } from './writing.tsx';

export interface OneRequestProps {
  readonly request: Request;
  readonly authority: string;
  readonly area: Queue['area'];
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

/** One request: taken before it is read, and every reading recorded for whoever asked. */
export function OneRequest(props: OneRequestProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { request, confirm, again } = props;
  const act = useAct(confirm);
  const [looking, setLooking] = useState(false);
  const open = request.closed_at === null;
  const readable = request.in_hand || !open || looking;
  const awaitsSecond = request.acts.some((one) => one.act === 'approved_first' && !one.own);
  return (
    <div class={styles.inside}>
      {act.error !== null && <ProblemState error={act.error} />}
      {!readable && (
        <>
          <p class={styles.quiet}>{t(request.state === 'taken' ? 'taken_says' : 'new_says')}</p>
          <div class={styles.acts}>
            {awaitsSecond && <Button onPress={() => setLooking(true)}>{t('second_look')}</Button>}
            <Button
              kind={awaitsSecond ? 'quiet' : 'main'}
              busy={act.busy}
              onPress={() =>
                act.run(async () => {
                  await call(take, { id: request.id }, { language });
                  again();
                })
              }
            >
              {t(request.state === 'taken' ? 'take_over' : 'take')}
            </Button>
          </div>
        </>
      )}
      {readable && <Opened {...props} />}
      <History request={request} />
    </div>
  );
}

function Opened({ request, authority, area, confirm, again }: OneRequestProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const [letter, setLetter] = useState<Letter | null>(null);
  const { id, acts } = request;
  const loaded = useResource(
    (signal) => call(read, { id }, { language, signal }),
    [id, language, acts.length],
  );
  if (loaded.state === 'failed') return <ProblemState error={loaded.error} again={loaded.again} />;
  if (!loaded.value) return <Skeleton lines={3} />;
  const { entries, address, recovery, language: asked_in } = loaded.value;
  const open = request.closed_at === null && request.in_hand;
  return (
    <>
      <Facts
        facts={[
          [t('goes_to'), address ?? t('into_account')],
          [t('language'), t(`language_${asked_in as 'en' | 'zh-CN' | 'de'}`)],
          [t('law'), t(`law_${area}`)],
        ]}
      />
      {entries.map((entry) => (
        <div key={`${entry.part} ${entry.at}`} class={styles.said}>
          <span class={styles.quiet}>
            {t(`part_${entry.part}`)} · {formats.moment(entry.at)}
          </span>
          <p>{entry.text}</p>
        </div>
      ))}
      {recovery !== null && (
        <Recovery
          id={id}
          recovery={recovery}
          open={request.closed_at === null}
          confirm={confirm}
          again={again}
        />
      )}
      {open && letter === null && (
        <div class={styles.acts}>
          {recovery === null && <Button onPress={() => setLetter('answer')}>{t('answer')}</Button>}
          <Button kind="quiet" onPress={() => setLetter('refuse')}>
            {t('refuse')}
          </Button>
          {request.extended_at === null && request.days_left >= 0 && (
            <Button kind="quiet" onPress={() => setLetter('extend')}>
              {t('extend')}
            </Button>
          )}
        </div>
      )}
      {open && letter !== null && (
        <Writing
          id={id}
          letter={letter}
          authority={authority}
          confirm={confirm}
          onDone={() => {
            setLetter(null);
            again();
          }}
          onLeave={() => setLetter(null)}
        />
      )}
    </>
  );
}

const known = [
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

function History({ request }: Pick<OneRequestProps, 'request'>) {
  const t = useText(catalogue);
  const formats = useFormats();
  const words = (act: string) => {
    const found = known.find((one) => one === act);
    return found === undefined ? act : t(`act_${found}`);
  };
  return (
    <ol class={styles.history} aria-label={t('history')}>
      {request.acts.map(({ act, at, own }) => (
        <li key={`${act} ${at}`}>
          <time dateTime={at}>{formats.moment(at)}</time>
          <span>
            {words(act)}
            {own && ` · ${t('by_you')}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
