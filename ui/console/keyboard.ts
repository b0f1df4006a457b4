import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { type Inputs, useContext, useEffect, useRef } from 'preact/hooks';

/** A key, or two one after the other (`g o`), and what pressing them does, in the reader's words. */
export interface Binding {
  readonly keys: string;
  readonly words: string;
  readonly run: () => void;
}

export interface Keyboard {
  /** What works now, the newest screen last. */
  readonly bindings: ReadonlySignal<readonly Binding[]>;
  readonly add: (bindings: readonly Binding[]) => () => void;
  /** To be given every `keydown` of the document. */
  readonly press: (event: KeyboardEvent) => void;
}

const second_key_ms = 1_200;
const typing = 'input, textarea, select, [contenteditable]';

/** Keys of one page. Nothing happens while somebody types, or in a dialog. */
export function createKeyboard(now: () => number): Keyboard {
  const bindings: Signal<readonly Binding[]> = signal([]);
  let first = { key: '', at: 0 };
  return {
    bindings,
    add(added) {
      bindings.value = [...bindings.value, ...added];
      return () => {
        bindings.value = bindings.value.filter((one) => !added.includes(one));
      };
    },
    press(event) {
      const target = event.target instanceof Element ? event.target : null;
      if (event.key === 'Escape' && target instanceof HTMLElement && target.matches(typing)) {
        // A search field would be emptied: what was searched for stays, only the keys work again.
        event.preventDefault();
        target.blur();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (target?.closest(`${typing}, dialog`)) return;
      const prefix = now() - first.at < second_key_ms ? `${first.key} ` : '';
      const found = bindings.value.findLast((one) => one.keys === prefix + event.key);
      const begins = bindings.value.some((one) => one.keys.startsWith(`${event.key} `));
      first = found === undefined && begins ? { key: event.key, at: now() } : { key: '', at: 0 };
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    },
  };
}

export const KeyboardContext = createContext<Keyboard | null>(null);

/** Keys that work while this component is on screen. */
export function useKeys(bindings: readonly Binding[], inputs: Inputs): void {
  const keyboard = useContext(KeyboardContext);
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(
    () =>
      keyboard?.add(
        latest.current.map((one, index) => ({ ...one, run: () => latest.current[index]?.run() })),
      ),
    [keyboard, ...inputs],
  );
}
