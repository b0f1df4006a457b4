import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { catalogue } from '../text/own.ts';
import { type Translate, useText } from '../text/text.ts';
import { ErrorState } from './states.tsx';

/** What every failed call carries (RFC 9457); other errors count as faults of our own. */
interface ProblemLike {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

const isProblem = (error: unknown): error is ProblemLike =>
  typeof error === 'object' && error !== null && 'code' in error && 'status' in error;

export const codeOf = (error: unknown) => (isProblem(error) ? error.code : 'unknown');

/** What happened and what to do next, in the reader's language; the server's own words come first. */
export function problemWords(
  error: unknown,
  t: Translate<typeof import('../text/en.ts').default>,
): { readonly title: string; readonly next: string } {
  if (isProblem(error) && error.code === 'offline')
    return { title: t('problem_offline'), next: t('problem_offline_next') };
  if (isProblem(error) && error.title) return { title: error.title, next: error.detail };
  if (isProblem(error) && error.status === 429)
    return { title: t('problem_busy'), next: t('problem_busy_next') };
  return { title: t('problem_server'), next: t('problem_server_next') };
}

/** A title, which comes without a full stop most often, and what to do next, as one line. */
export function oneLine({ title, next }: { readonly title: string; readonly next: string }): string {
  if (!next || /[.!?。！？]$/.test(title)) return `${title} ${next}`.trim();
  // Chinese has a full stop of its own, with its space in it.
  return /\p{Script=Han}$/u.test(title) ? `${title}。${next}` : `${title}. ${next}`;
}

/** The same as one line, for beside a field. */
export function useProblemLine(): (error: unknown) => string {
  const t = useText(catalogue);
  return (error) => oneLine(problemWords(error, t));
}

interface ProblemStateProps {
  readonly error: unknown;
  readonly kept?: string;
  readonly again?: () => void;
  readonly action?: ComponentChildren;
}

/** An `ErrorState` for a failed call. What the missing connection kept back is tried again when it returns. */
export function ProblemState({ error, kept, again, action }: ProblemStateProps) {
  const t = useText(catalogue);
  const words = problemWords(error, t);
  const waits = codeOf(error) === 'offline' && again;
  useEffect(() => {
    if (!waits) return;
    addEventListener('online', waits);
    return () => removeEventListener('online', waits);
  }, [waits]);
  return (
    <ErrorState
      title={words.title}
      kept={kept}
      kind={codeOf(error) === 'offline' ? 'offline' : 'fault'}
      next={words.next}
      action={
        <>
          {again && (
            <Button kind="quiet" onPress={again}>
              {t('try_again')}
            </Button>
          )}
          {action}
        </>
      }
    />
  );
}
