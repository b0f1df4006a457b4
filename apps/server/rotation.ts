import { beginRotation, type KeyKeeping, type Rotation } from '@axent/kernel/vault';
import { Worker } from './worker.ts';

/** A few at a time, so that readers and writers of the same store hardly notice. */
const pause_ms = 20;
const rest_ms = 3_600_000;

/**
 * Wraps what is still wrapped under the previous master key anew, beside serving. Null without one. The way back is
 * left in the store until the operator finishes: another server may still run with the old key.
 */
export function rewrapping(
  store: KeyKeeping,
  previous: Buffer | null,
  master: Buffer,
  onError: (error: Error) => void,
): Worker | null {
  if (previous === null) return null;
  let rotation: Rotation | null = null;
  const worker: Worker = new Worker(
    'rotation',
    rest_ms,
    async () => {
      rotation ??= await beginRotation(store, previous, master);
      const { done } = await rotation.step();
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
      if (done) rotation = null;
      else worker.wake();
    },
    onError,
  );
  worker.wake();
  return worker;
}
