import { useEffect, useRef } from 'preact/hooks';

/** Without a hand on keyboard or mouse for this long nothing is asked any more: an idle session must be able to end. */
const attended_ms = 5 * 60_000;

/** Asks again at intervals while somebody is looking. */
export function usePolling(again: () => void, every_ms: number): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    let last = performance.now();
    const touch = () => {
      last = performance.now();
    };
    const events = ['pointermove', 'keydown', 'focus'] as const;
    for (const name of events) addEventListener(name, touch, { passive: true });
    const timer = setInterval(() => {
      if (!document.hidden && performance.now() - last < attended_ms) latest.current();
    }, every_ms);
    return () => {
      clearInterval(timer);
      for (const name of events) removeEventListener(name, touch);
    };
  }, [every_ms]);
}
