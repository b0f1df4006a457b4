import {
  type Asking,
  Button,
  ClosedState,
  codeOf,
  Icon,
  icons,
  Page,
  PromptSheet,
  useProblemLine,
  useResource,
  useText,
} from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { FilterBar } from './filters.tsx';
import { familiesOf } from './kept.ts';
import { PlaceField } from './place.tsx';
import { Results } from './results.tsx';
import { type Filters, no_filters, type Search, useSearch } from './search.ts';
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

interface StartProps {
  readonly nearby: Asking;
  readonly search: Search;
  /** The function was closed, by the person or the device: said instead of offered again. */
  readonly shut: boolean;
  readonly ask: () => void;
  readonly onPlace: (text: string) => void;
}

/** The two ways to begin; once there is something to see, they make room for it. */
function Start({ nearby, search, shut, ask, onPlace }: StartProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const begun = search.state !== 'none';
  const unknown = search.state === 'failed' && codeOf(search.error) === 'place_unknown';
  // Read before, in this search: only then it is "again".
  const read = 'found' in search && search.found?.place === null;
  const never = nearby.open !== null && !nearby.offered;
  const place = (
    <PlaceField
      busy={search.state === 'searching'}
      error={unknown ? line(search.error) : undefined}
      hint={begun ? undefined : t('place_hint')}
      onPlace={onPlace}
    />
  );
  const position = (
    <Button
      kind={begun ? 'quiet' : 'main'}
      wide={!begun}
      icon={icons.position}
      busy={search.state === 'locating'}
      disabled={!nearby.words}
      onPress={ask}
    >
      {t(read ? 'again_position' : 'use_position')}
    </Button>
  );
  const why = nearby.words && nearby.offered && (
    <ClosedState
      title={nearby.words.closed}
      action={
        <Button kind="quiet" icon={icons.position} onPress={ask}>
          {t('closed_again')}
        </Button>
      }
    />
  );
  if (begun)
    return (
      <div class={styles.start}>
        {shut && why}
        {place}
        {!shut && !never && <p>{position}</p>}
      </div>
    );
  return (
    <div class={styles.start}>
      {shut ? why : never ? <ClosedState title={t('not_offered')} /> : position}
      <p class={styles.or}>
        <span>{t('or')}</span>
      </p>
      {place}
    </div>
  );
}

/** Filters make sense where there is a list, or where they are why there is none. */
const filterable = (search: Search) =>
  search.state === 'found' ||
  search.state === 'searching' ||
  (search.state === 'failed' && codeOf(search.error) === 'no_store');

/** The nearest store that sells or displays it: by the position of this moment, or by a typed place. */
export function StoresScreen({ nearby, closed }: StoresScreenProps) {
  const t = useText(catalogue);
  const [filters, setFilters] = useState<Filters>(no_filters);
  const { search, again, atPlace, atPosition } = useSearch(filters);
  const { ask, prompt } = usePosition(nearby, atPosition);
  const families = useResource(familiesOf, []).value ?? [];
  const refused =
    search.state === 'failed' && ['function_closed', 'open_anew'].includes(codeOf(search.error));
  const path = [
    { sign: icons.position, label: t('path_phone') },
    { sign: icons.compare, label: t('path_compare') },
    { sign: icons.gone, label: t('path_gone') },
  ];
  const begun = search.state !== 'none';
  const shut = refused || (closed && nearby.open === false);
  return (
    <Page title={t('title')} lead={begun ? undefined : t('lead')} ornament={!begun}>
      <Start nearby={nearby} search={search} shut={shut} ask={ask} onPlace={atPlace} />
      {begun && (
        <div class={styles.results} aria-busy={search.state === 'searching'}>
          {filterable(search) && <FilterBar filters={filters} families={families} onFilters={setFilters} />}
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
      <p class={styles.all}>
        <a href="/stores/in">
          <Icon of={icons.list} size={20} />
          {t('all_stores')}
        </a>
      </p>
      {nearby.words && <PromptSheet words={nearby.words} path={path} {...prompt} />}
    </Page>
  );
}
