import {
  Button,
  codeOf,
  EmptyState,
  icons,
  LinkButton,
  Page,
  ProblemState,
  Skeleton,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import type { Store } from '../contract.ts';
import { familiesOf, storeOf } from './kept.ts';
import { Ways } from './links.tsx';
import { AsOf, KeptNote } from './note.tsx';
import { MapPanel } from './panel.tsx';
import { Signs, StoreFacts } from './store.tsx';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

export interface StoreScreenProps {
  readonly id: string;
}

/** The device's own way of giving on; where it has none, the link is copied. */
function Share({ store }: { readonly store: Store }) {
  const t = useText(catalogue);
  const [said, setSaid] = useState<'share_copied' | 'share_failed' | null>(null);
  const url = `${location.origin}/stores/${store.id}`;
  const share = async () => {
    try {
      if (navigator.share) return await navigator.share({ title: store.name, url });
      await navigator.clipboard.writeText(url);
      setSaid('share_copied');
    } catch (error) {
      if ((error as Error).name !== 'AbortError') setSaid('share_failed');
    }
  };
  return (
    <>
      <Button kind="quiet" icon={icons.share} onPress={() => void share()}>
        {t('share')}
      </Button>
      <span class={styles.note} role="status">
        {said && t(said)}
      </span>
    </>
  );
}

function StoreMapSection({ store }: { readonly store: Store }) {
  const t = useText(catalogue);
  const [shown, setShown] = useState(false);
  return (
    <>
      <p>
        <Button kind="quiet" icon={icons.map} onPress={() => setShown(!shown)}>
          {t(shown ? 'map_hide' : 'map_show')}
        </Button>
      </p>
      {shown && (
        <div class={styles.single}>
          <MapPanel stores={[store]} chosen={store.id} onChoose={() => undefined} />
        </div>
      )}
    </>
  );
}

function Lost({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const t = useText(catalogue);
  if (codeOf(error) === 'store_unknown')
    return (
      <EmptyState
        title={t('unknown_store')}
        action={
          <LinkButton kind="equal" href="/stores">
            {t('search_instead')}
          </LinkButton>
        }
      >
        <p>{t('unknown_store_text')}</p>
      </EmptyState>
    );
  if (codeOf(error) === 'offline')
    return (
      <EmptyState
        title={t('kept_none')}
        action={
          <LinkButton kind="equal" href="/stores/in">
            {t('all_stores')}
          </LinkButton>
        }
      >
        <p>{t('kept_none_next')}</p>
      </EmptyState>
    );
  return <ProblemState error={error} again={again} />;
}

/** A store's own page, which can be given on. */
export function StoreScreen({ id }: StoreScreenProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const found = useResource((signal) => storeOf(id, language, signal), [id, language]);
  const families = useResource(familiesOf, []).value ?? [];
  const store = found.value?.value;
  if (!store)
    return (
      <Page title={t('title')} up={{ href: '/stores', label: t('up_search') }}>
        {found.state === 'failed' ? <Lost error={found.error} again={found.again} /> : <Skeleton lines={5} />}
      </Page>
    );
  const { country, lines } = store.address;
  const up = { href: `/stores/in/${country}`, label: t('up_country', { country: formats.country(country) }) };
  return (
    <Page
      key={store.id}
      title={store.name}
      up={up}
      lead={<address class={styles.address}>{lines.join(', ')}</address>}
    >
      <div class={styles.one}>
        <AsOf as_of={found.value?.as_of ?? null} />
        <Signs store={store} />
        <div class={styles.ways}>
          <Ways store={store} />
          <Share store={store} />
        </div>
        <StoreMapSection store={store} />
        <StoreFacts store={store} families={families} />
        <KeptNote />
      </div>
    </Page>
  );
}
