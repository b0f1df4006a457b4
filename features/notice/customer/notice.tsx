import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  codeOf,
  Facts,
  Icon,
  icons,
  Page,
  PageShape,
  Pair,
  ProblemState,
  Section,
  Skeleton,
  useFormats,
  useProblemLine,
  useSpeech,
  useText,
} from '@axent/ui';
import { useMemo, useState } from 'preact/hooks';
import { accept } from '../contract.ts';
import { useAnchor, usePrintedWhole } from './anchor.ts';
import { ChangeList, type NoticeState, Versions } from './changes.tsx';
import { Clause, type ClauseProps, type Notice } from './clause.tsx';
import { chapterId, Folded, in_short_id, Rail } from './contents.tsx';
import { useGrowing } from './growing.ts';
import styles from './notice.module.css';
import { usePaper } from './paper.ts';
import { Tally } from './tally.tsx';
import { catalogue } from './text.ts';

export interface NoticeScreenProps {
  readonly notice: Notice | null;
  /** What was accepted and what is asked; null until it is known. */
  readonly state: NoticeState | null;
  /** Why the notice is not there, if it could not be fetched. */
  readonly error: unknown;
  readonly reload: () => Promise<void>;
  readonly onAccepted: () => Promise<void>;
  readonly onLeave: () => void;
  /** Goes on within what was accepted before; only where it is asked for anew. */
  readonly onLater: () => void;
}

function AcceptBar({
  notice,
  state,
  reload,
  onAccepted,
  onLeave,
  onLater,
}: NoticeScreenProps & { readonly notice: Notice }) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const onAccept = async () => {
    setBusy(true);
    setError(null);
    const { text_hash, settings_hash, version } = notice;
    try {
      await call(accept, { language, hash: version.hash, text_hash, settings_hash }, { language });
      await onAccepted();
    } catch (cause) {
      setError(cause);
      if (codeOf(cause) === 'notice_changed') await reload();
    }
    setBusy(false);
  };
  const anew = state?.asks === 'accept_anew';
  const says = anew ? t('accept_anew_says') : t('accept_says');
  return (
    <>
      <p class={styles.says} aria-live="polite">
        {error ? (codeOf(error) === 'notice_changed' ? t('changed_meanwhile') : line(error)) : says}
      </p>
      <Pair>
        <Button kind="equal" onPress={anew ? onLater : onLeave}>
          {t(anew ? 'later' : 'leave')}
        </Button>
        <Button kind="equal" busy={busy} onPress={() => void onAccept()}>
          {t('accept')}
        </Button>
      </Pair>
    </>
  );
}

function Responsible({ controller }: { readonly controller: Notice['controller'] }) {
  const t = useText(catalogue);
  const facts = (['address', 'contact', 'representative', 'authority'] as const)
    .filter((name) => controller[name])
    .map((name) => [t(name), controller[name]] as const);
  return (
    <Section title={t('responsible')}>
      <Facts facts={[[t('controller'), controller.name], ...facts]} />
    </Section>
  );
}

/** The chapters as far as so many clauses reach: nothing stands below what is still to come, so nothing jumps. */
function firstClauses(chapters: Notice['chapters'], count: number): Notice['chapters'] {
  let left = count;
  return chapters.flatMap((chapter) => {
    const clauses = chapter.clauses.slice(0, left);
    left -= clauses.length;
    return clauses.length > 0 ? [{ ...chapter, clauses }] : [];
  });
}

const chapter_signs: Readonly<Record<string, string>> = {
  G: icons.drop,
  C: icons.list,
  F: icons.half,
  U: icons.compare,
  M: icons.mail,
  E: icons.document,
  S: icons.shield,
  R: icons.history,
};

/** Drawn once: while the page grows, what is there stays as it is. */
function DrawnOnce({ clause, notice, deep }: ClauseProps) {
  return useMemo(() => <Clause clause={clause} notice={notice} deep={deep} />, [clause, notice, deep]);
}

interface ChapterProps {
  readonly chapter: Notice['chapters'][number];
  readonly notice: Notice;
  /** How many of its clauses have all their layers. */
  readonly deep: number;
}

function Chapter({ chapter, notice, deep }: ChapterProps) {
  return (
    <section id={chapterId(chapter.id)} class={styles.chapter}>
      <h2 class={styles.title}>
        <span class={styles.sign}>
          <Icon of={chapter_signs[chapter.id] ?? icons.drop} />
        </span>
        {chapter.title}
      </h2>
      <div class={styles.clauses}>
        {chapter.clauses.map((clause, at) => (
          <DrawnOnce key={clause.id} clause={clause} notice={notice} deep={at < deep} />
        ))}
      </div>
    </section>
  );
}

interface ReadingProps {
  readonly notice: Notice;
  /** What was accepted, in one line; nothing where an answer is asked for. */
  readonly accepted: string | null;
}

/** In short, then everything: the rail stands beside both. */
function Reading({ notice, accepted }: ReadingProps) {
  const t = useText(catalogue);
  const total = notice.chapters.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const { shown, deep } = useGrowing(total);
  const chapters = firstClauses(notice.chapters, shown);
  const before = (chapter: number) =>
    chapters.slice(0, chapter).reduce((sum, { clauses }) => sum + clauses.length, 0);
  return (
    <div class={styles.columns}>
      <Rail chapters={notice.chapters} shown={chapters.length} />
      <section id={in_short_id} class={styles.short} aria-label={t('in_short')}>
        <ol>
          {notice.in_short.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        {accepted !== null && (
          <p class={styles.accepted}>
            <Icon of={icons.opened} size={20} />
            {accepted}
          </p>
        )}
      </section>
      {shown > 0 && (
        <Section title={t('whole')}>
          <Tally chapters={notice.chapters} />
          <Folded chapters={notice.chapters} />
        </Section>
      )}
      {chapters.map((chapter, at) => (
        <Chapter key={chapter.id} chapter={chapter} notice={notice} deep={deep - before(at)} />
      ))}
      {deep === total && (
        <>
          <Responsible controller={notice.controller} />
          <Versions />
          <p class={styles.tools}>
            <Button kind="quiet" icon={icons.printer} onPress={() => print()}>
              {t('print')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

function Changed({ notice, state }: { readonly notice: Notice; readonly state: NoticeState }) {
  const t = useText(catalogue);
  const before = state.accepted?.revision;
  if (!before || state.accepted?.sequence === state.current.sequence) return null;
  return (
    <Card label={t('changes')}>
      <h2 class={styles.changed}>{t('changes')}</h2>
      <p>{t('changes_lead', { before, now: notice.version.revision })}</p>
      {state.changes.length > 0 ? <ChangeList changes={state.changes} /> : <p>{t('changes_words')}</p>}
    </Card>
  );
}

/** The notice: in short first; everything else one tap deeper; two equal ways on where an answer is asked for. */
export function NoticeScreen(props: NoticeScreenProps) {
  const { notice, state } = props;
  const t = useText(catalogue);
  const formats = useFormats();
  useAnchor(notice !== null);
  usePrintedWhole(notice !== null);
  usePaper(notice);
  if (!notice)
    return (
      <PageShape>
        {props.error ? (
          <ProblemState error={props.error} again={() => void props.reload()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </PageShape>
    );
  const asks = state?.asks === 'accept' || state?.asks === 'accept_anew';
  const version = { revision: notice.version.revision, date: formats.date(notice.version.published_at) };
  const accepted =
    state?.accepted && !asks
      ? t('accepted', { revision: state.accepted.revision, date: formats.date(state.accepted.at) })
      : null;
  const earlier = state !== null && state.current.sequence !== notice.version.sequence;
  return (
    <Page
      title={notice.title}
      railed
      ornament
      lead={<p class={styles.version}>{t('version', version)}</p>}
      action={asks && !earlier && <AcceptBar {...props} notice={notice} />}
    >
      {earlier && (
        <Card tone="fog">
          <p>
            {t('version_earlier', version)} <a href="/notice">{t('read_current')}</a>
          </p>
        </Card>
      )}
      {state && !earlier && <Changed notice={notice} state={state} />}
      <Reading notice={notice} accepted={accepted} />
    </Page>
  );
}
