import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { useEffect, useState } from 'preact/hooks';
import { codeState, type requestCode } from '../contract.ts';
import type { Who } from './who.ts';

export type Progress = Output<typeof codeState>['state'];

/** Most codes leave within a second or two; one that does not is looked for more and more rarely. */
const looks_ms = [1_500, 2_500, 4_000, 8_000, 15_000, 30_000] as const;
const looks_at_most = 24;
const ended: readonly Progress[] = ['sent', 'refused', 'none'];

/**
 * How the code does that was asked for last, as the server tells it; null before the first word.
 * @param sent the answer to asking: another one begins anew
 */
export function useProgress(who: Who, sent: Output<typeof requestCode>): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(sent.slow ? 'slow' : null);
  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const look = async (looks: number) => {
      const state = await call(codeState, who, { signal: leaving.signal }).then(
        (answer) => answer.state,
        // Without a connection nothing new is known.
        () => null,
      );
      if (leaving.signal.aborted) return;
      if (state !== null) setProgress(state);
      if (state === null || !ended.includes(state)) next(looks + 1);
    };
    const next = (looks: number) => {
      if (looks < looks_at_most)
        timer = setTimeout(() => void look(looks), looks_ms[Math.min(looks, looks_ms.length - 1)]);
    };
    setProgress(sent.slow ? 'slow' : null);
    next(0);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [who, sent]);
  return progress;
}
