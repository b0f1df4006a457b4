import { call } from '@axent/kernel/operation/client';
import {
  type Asking,
  Button,
  ClosedState,
  codeOf,
  icons,
  Page,
  PromptSheet,
  useProblemLine,
  useResource,
  useText,
} from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { products } from '../contract.ts';
import { FilterBar } from './filters.tsx';
import { PlaceField } from './place.tsx';
import { Results } from './results.tsx';
import { type Filters, no_filters, useSearch } from './search.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

export interface StoresScreenProps {
  /** The function that gives the position. */
  readonly nearby: Asking;
  /** True where the person or the device closed it, rather than never opened it. */
  readonly closed: boolean;
}

/** Asks for `nearby` at the moment of use: first in the words of the notice, then the device asks in its own. */
function usePosition(nearby: Asking, locate: () => Promise<void>) {
  const line = useProblemLine();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  // Once open, entering the screen takes one reading without asking again.
  useEffect(() => {
    if (nearby.open) void locate();
  }, [nearby.open === null]);
  const onOpen = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await nearby.allow();
      setShown(false);
      void locate();
    } catch (cause) {
      setError(line(cause));
    }
    setBusy(false);
  };
  return {
    ask: () => (nearby.open ? void locate() : setShown(true)),
    prompt: { shown, busy, error, onOpen: () => void onOpen(), onNotNow: () => setShown(false) },
  };
}

/** The nearest store that sells or displays it: by the position of this moment, or by a typed place. */
export function StoresScreen({ nearby, closed }: StoresScreenProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const [filters, setFilters] = useState<Filters>(no_filters);
  const { search, again, atPlace, atPosition } = useSearch(filters);
  const { ask, prompt } = usePosition(nearby, atPosition);
  const families = useResource((signal) => call(products, {}, { signal }), []).value?.families ?? [];
  const unknown = search.state === 'failed' && codeOf(search.error) === 'place_unknown';
  const refused =
    search.state === 'failed' && ['function_closed', 'open_anew'].includes(codeOf(search.error));
  const path = [
    { sign: icons.device, label: t('path_phone') },
    { sign: icons.compare, label: t('path_compare') },
    { sign: icons.gone, label: t('path_gone') },
  ];
  const begun = search.state !== 'none';
  return (
    <Page title={t('title')} lead={begun ? undefined : t('lead')} ornament={!begun}>
      <div class={styles.start}>
        {nearby.words && (closed || refused) && nearby.open !== null && (!nearby.open || refused) ? (
          <ClosedState
            title={nearby.words.closed}
            action={
              <Button kind="quiet" icon={icons.position} onPress={ask}>
                {t('closed_again')}
              </Button>
            }
          />
        ) : (
          <Button
            kind={begun ? 'equal' : 'main'}
            wide
            icon={icons.position}
            busy={search.state === 'locating'}
            disabled={!nearby.words}
            onPress={ask}
          >
            {begun && nearby.open ? t('again_position') : t('use_position')}
          </Button>
        )}
        <p class={styles.or}>
          <span>{t('or')}</span>
        </p>
        <PlaceField
          busy={search.state === 'searching'}
          error={unknown ? line(search.error) : undefined}
          onPlace={atPlace}
        />
      </div>
      {begun && (
        <div class={styles.results} aria-busy={search.state === 'searching'}>
          <FilterBar filters={filters} families={families} onFilters={setFilters} />
          <Results
            search={search}
            families={families}
            onAgain={() => void again()}
            onPosition={() => void atPosition()}
            onPlace={atPlace}
            onClear={() => setFilters(no_filters)}
          />
        </div>
      )}
      {nearby.words && <PromptSheet words={nearby.words} path={path} {...prompt} />}
    </Page>
  );
}
