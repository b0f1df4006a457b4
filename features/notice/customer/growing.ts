import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Clauses at a time: a task of a slow phone stays short. */
const more = 3;

/** Safari knows no idle time. */
const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 16);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(work, { timeout: 500 });
  return () => cancelIdleCallback(waiting);
};

/** Draws what `change` changes before it returns: paper does not wait. */
function atOnce(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  change();
  if (debounceRendering === undefined) delete options.debounceRendering;
  else options.debounceRendering = debounceRendering;
}

export interface Growth {
  /** Clauses that are there. */
  readonly shown: number;
  /** Of those, the ones with all their layers. */
  readonly deep: number;
}

/**
 * How much of a long page to show: at first what is on the first screen, then a few clauses whenever the browser is
 * idle; then, one by one, what lies below them, folded. So the page answers while it grows. All of it at once when somebody comes for one clause, or prints.
 */
export function useGrowing(total: number): Growth {
  const [step, setStep] = useState(location.hash ? 2 * total : 0);
  const next = step < total ? Math.min(step + more, total) : step + 1;
  useEffect(() => (step < 2 * total ? whenIdle(() => setStep(next)) : undefined), [step, total]);
  useEffect(() => {
    const all = () => setStep(2 * total);
    const allNow = () => atOnce(all);
    addEventListener('hashchange', all);
    // Comes before the page opens what is folded: whatever a page is made of listens before the page itself.
    addEventListener('beforeprint', allNow);
    return () => {
      removeEventListener('hashchange', all);
      removeEventListener('beforeprint', allNow);
    };
  }, [total]);
  return { shown: Math.min(step, total), deep: Math.max(0, Math.min(step, 2 * total) - total) };
}
