import { type Translate, useText } from '@axent/ui';
import { catalogue } from './text.ts';

/** Names in plain words from the notice, by id. */
export interface Names {
  readonly categories: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
}

type Texts = typeof import('./text/en.ts').default;
type Key = keyof Texts;

/** The words of a key that is put together; what has none keeps its own name, readable. */
function known(t: Translate<Texts>, key: string, id: string): string {
  // The translator gives the key back where it has no words.
  const words = (t as (key: Key) => string)(key as Key);
  return words === key ? id.replaceAll('_', ' ') : words;
}

export function useNames() {
  const t = useText(catalogue);
  return {
    role: (id: string) => known(t, `role_${id}`, id),
    field: (id: string) => known(t, `field_${id}`, id),
  };
}
