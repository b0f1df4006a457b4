import type { RefObject } from 'preact';
import { useKeys } from './keyboard.ts';

interface ListWords {
  readonly next: string;
  readonly previous: string;
}

/** `j` and `k` move the focus over the `[data-row]` of a list; Enter does what the focused row does. */
export function useListKeys(list: RefObject<HTMLElement | null>, words: ListWords): void {
  const move = (step: 1 | -1) => () => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  useKeys(
    [
      { keys: 'j', words: words.next, run: move(1) },
      { keys: 'k', words: words.previous, run: move(-1) },
    ],
    [words.next],
  );
}
