import { call } from '@axent/kernel/operation/client';
import { useSpeech } from '@axent/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Nearby, nearest, nearPlace } from '../contract.ts';
import { type Position, readPosition } from './position.ts';

export interface Filters {
  readonly sells: boolean;
  readonly displays: boolean;
  readonly open_now: boolean;
  /** Id of a family or a model; empty for any. */
  readonly product: string;
}

export const no_filters: Filters = { sells: false, displays: false, open_now: false, product: '' };

/** What is on screen. `where` is what was asked for: this device's position, or a typed place. */
export type Search =
  | { readonly state: 'none' }
  | { readonly state: 'locating' }
  | { readonly state: 'searching'; readonly found: Nearby | null }
  | { readonly state: 'found'; readonly found: Nearby }
  | { readonly state: 'failed'; readonly error: unknown };

const chosen = ({ sells, displays, open_now, product }: Filters) => ({
  ...(sells ? { sells } : {}),
  ...(displays ? { displays } : {}),
  ...(open_now ? { open_now } : {}),
  ...(product ? { product } : {}),
});

type Where = { readonly position: Position } | { readonly place: string };

/** Looks for stores; a change of the filters asks again for the same place. */
export function useSearch(filters: Filters) {
  const language = useSpeech().language.value;
  const [search, setSearch] = useState<Search>({ state: 'none' });
  // The position lives only as long as this screen is open, so that a filter need not read it again.
  const where = useRef<Where | null>(null);
  const stop = useRef<AbortController | null>(null);

  const ask = useCallback(async () => {
    const asked = where.current;
    if (!asked) return;
    stop.current?.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    setSearch((before) => ({ state: 'searching', found: before.state === 'found' ? before.found : null }));
    const options = { language, signal };
    try {
      const found =
        'place' in asked
          ? await call(nearPlace, { place: asked.place, offers: true, ...chosen(filters) }, options)
          : await call(nearest, { position: asked.position, offers: true, ...chosen(filters) }, options);
      setSearch({ state: 'found', found });
    } catch (error) {
      if (!signal.aborted) setSearch({ state: 'failed', error });
    }
  }, [filters, language]);

  useEffect(() => void ask(), [ask]);
  useEffect(
    () => () => {
      stop.current?.abort();
      where.current = null;
    },
    [],
  );

  return {
    search,
    again: ask,
    atPlace: (place: string) => {
      where.current = { place };
      void ask();
    },
    atPosition: async () => {
      where.current = null;
      setSearch({ state: 'locating' });
      try {
        where.current = { position: await readPosition(navigator.geolocation) };
        await ask();
      } catch (error) {
        setSearch({ state: 'failed', error });
      }
    },
  };
}
