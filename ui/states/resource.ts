import { type Inputs, useCallback, useEffect, useRef, useState } from 'preact/hooks';

export type Resource<T> =
  | { readonly state: 'loading'; readonly value: T | null; readonly error: null }
  | { readonly state: 'ready'; readonly value: T; readonly error: null }
  | { readonly state: 'failed'; readonly value: T | null; readonly error: unknown };

/**
 * Loads when the inputs change, and again on `again()`. What was there stays visible meanwhile; an answer that
 * comes after a newer question is dropped.
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  inputs: Inputs,
): Resource<T> & { again(): void; set(value: T): void } {
  const [resource, set] = useState<Resource<T>>({ state: 'loading', value: null, error: null });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const stop = new AbortController();
    set((before) => ({ state: 'loading', value: before.value, error: null }));
    latest.current(stop.signal).then(
      (value) => !stop.signal.aborted && set({ state: 'ready', value, error: null }),
      (error: unknown) =>
        !stop.signal.aborted && set((before) => ({ state: 'failed', value: before.value, error })),
    );
    return () => stop.abort();
  }, [...inputs, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  const put = useCallback((value: T) => set({ state: 'ready', value, error: null }), []);
  return { ...resource, again, set: put };
}
