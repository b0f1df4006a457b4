import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { between, type View } from './view.ts';

const flight_ms = 200;

export interface Flight {
  readonly view: View | null;
  /** At once: the hand is on it. */
  readonly set: (next: (view: View) => View) => void;
  /** On the way there, so that one sees where it is; at once for who wants no motion. */
  readonly fly: (to: View) => void;
}

/** The view of a map and how it changes. Null until `fly` gives the first one. */
export function useFlight(): Flight {
  const [view, setView] = useState<View | null>(null);
  const current = useRef<View | null>(null);
  const frame = useRef(0);
  const put = useCallback((next: View) => {
    current.current = next;
    setView(next);
  }, []);
  const set = useCallback((next: (view: View) => View) => {
    cancelAnimationFrame(frame.current);
    if (current.current) put(next(current.current));
  }, []);
  const fly = useCallback((to: View) => {
    cancelAnimationFrame(frame.current);
    const from = current.current;
    if (!from || matchMedia('(prefers-reduced-motion: reduce)').matches) return put(to);
    const begun = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, (now - begun) / flight_ms);
      put(between(from, to, 1 - (1 - part) ** 3));
      if (part < 1) frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
  }, []);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return { view, set, fly };
}
