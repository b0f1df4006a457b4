import { useCallback, useEffect, useState } from 'preact/hooks';

/** Seconds left, counted down from what `start` was given; 0 when it is over. */
export function useCountdown(): { readonly left_s: number; readonly start: (seconds: number) => void } {
  const [end, setEnd] = useState(0);
  const [left_s, setLeft] = useState(0);
  useEffect(() => {
    const look = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    look();
    if (end <= Date.now()) return;
    const timer = setInterval(() => {
      look();
      if (end <= Date.now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [end]);
  const start = useCallback((seconds: number) => setEnd(Date.now() + seconds * 1000), []);
  return { left_s, start };
}
