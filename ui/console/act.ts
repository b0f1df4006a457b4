import { useState } from 'preact/hooks';
import { codeOf } from '../states/problem.tsx';

export interface Act {
  readonly busy: boolean;
  readonly error: unknown;
  /** Does the work once; a fresh sign-in that it asks for is given on the way. */
  readonly run: (work: () => Promise<void>) => void;
}

const unasked = () => Promise.resolve(false);

/** An act of an officer. @param confirm asks for a fresh sign-in, where the act wants one; true when it was given. */
export function useAct(confirm: () => Promise<boolean> = unasked): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (codeOf(cause) === 'fresh_sign_in_needed' && (await confirm())) return await attempt(work);
      setError(cause);
    }
  };
  return {
    busy,
    error,
    run: (work) => {
      setBusy(true);
      setError(null);
      void attempt(work).finally(() => setBusy(false));
    },
  };
}
