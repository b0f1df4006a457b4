import {
  Button,
  codeOf,
  EmptyState,
  Field,
  Page,
  ProblemState,
  Select,
  Skeleton,
  useFormats,
  useResource,
  useText,
} from '@axent/ui';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Store } from '../contract.ts';
import { countriesOf, familiesOf, storesOf } from './kept.ts';
import { StoreList } from './list.tsx';
import { AsOf, KeptNote } from './note.tsx';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

export interface CountryScreenProps {
  /** ISO 3166-1 alpha-2; undefined: the one that this browser's region names, or the one with most stores. */
  readonly country: string | undefined;
}

/** Lower case, without the marks above letters. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function fits({ name, address }: Store, wanted: string): boolean {
  return folded([name, address.city, ...address.lines].join(' ')).includes(folded(wanted.trim()));
}

function regionOf(languages: readonly string[]): string | undefined {
  return languages.map((tag) => new Intl.Locale(tag).region).find((region) => region !== undefined);
}

function Choice({ country, countries }: { readonly country: string; readonly countries: readonly string[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { route } = useLocation();
  const options = countries.map((code) => ({ value: code, label: formats.country(code) }));
  return (
    <Select
      look="box"
      label={t('country')}
      value={country}
      options={options}
      onValue={(code) => route(`/stores/in/${code}`)}
    />
  );
}

function CountryStores({ country }: { readonly country: string }) {
  const t = useText(catalogue);
  const found = useResource((signal) => storesOf(country, signal), [country]);
  const families = useResource(familiesOf, []).value ?? [];
  const [typed, setTyped] = useState('');
  const all = found.value?.value;
  const stores = useMemo(() => {
    const near = new Intl.Collator().compare;
    return (all ?? [])
      .filter((store) => fits(store, typed))
      .toSorted((a, b) => near(a.address.city, b.address.city) || near(a.name, b.name));
  }, [all, typed]);
  if (!all)
    return found.state === 'failed' ? (
      <CountryLost error={found.error} again={found.again} />
    ) : (
      <Skeleton lines={6} />
    );
  if (all.length === 0)
    return (
      <EmptyState title={t('none_here')}>
        <p>{t('none_here_text')}</p>
      </EmptyState>
    );
  return (
    <div class={styles.found}>
      <AsOf as_of={found.value?.as_of ?? null} />
      <Field
        label={t('narrow')}
        hint={t('narrow_hint')}
        type="search"
        value={typed}
        maxLength={80}
        onValue={setTyped}
      />
      {stores.length === 0 ? (
        <EmptyState
          title={t('narrow_none')}
          action={
            <Button kind="equal" onPress={() => setTyped('')}>
              {t('narrow_clear')}
            </Button>
          }
        >
          <p>{t('narrow_none_text')}</p>
        </EmptyState>
      ) : (
        <StoreList stores={stores} families={families}>
          <h2 aria-live="polite">{t('count', { count: stores.length })}</h2>
        </StoreList>
      )}
      <KeptNote />
    </div>
  );
}

function CountryLost({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const t = useText(catalogue);
  if (codeOf(error) !== 'offline') return <ProblemState error={error} again={again} />;
  return (
    <EmptyState title={t('kept_none')}>
      <p>{t('kept_none_next')}</p>
    </EmptyState>
  );
}

/** Every store of a country, as a list and on the map; it stays on the device for when there is no connection. */
export function CountryScreen({ country: wanted }: CountryScreenProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const known = useResource(countriesOf, []);
  const countries = known.value?.map(({ country }) => country) ?? [];
  const own = regionOf(navigator.languages);
  const country = wanted ?? (own && countries.includes(own) ? own : countries[0]);
  const title = country ? t('country_title', { country: formats.country(country) }) : t('all_stores');
  return (
    <Page title={title} up={{ href: '/stores', label: t('up_search') }}>
      {country ? (
        <>
          <div class={styles.choice}>
            <Choice country={country} countries={[...new Set([country, ...countries])].toSorted()} />
          </div>
          <CountryStores key={country} country={country} />
        </>
      ) : known.state === 'failed' ? (
        <CountryLost error={known.error} again={known.again} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}
