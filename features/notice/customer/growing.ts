import { useEffect, useState } from 'preact/hooks';

const at_first = 8;
const more = 3;

/** Safari knows no idle time. */
const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 16);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(work, { timeout: 100 });
  return () => cancelIdleCallback(waiting);
};

/**
 * How many of so many parts of a long page to show: a few, and a few more whenever the browser is idle, so that the
 * page answers while it grows. All of them at once when somebody comes for one of them.
 */
export function useGrowing(total: number): number {
  const [shown, setShown] = useState(location.hash ? total : at_first);
  useEffect(() => (shown < total ? whenIdle(() => setShown(shown + more)) : undefined), [shown, total]);
  useEffect(() => {
    const all = () => setShown(total);
    addEventListener('hashchange', all);
    return () => removeEventListener('hashchange', all);
  }, [total]);
  return Math.min(shown, total);
}
