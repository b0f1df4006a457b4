import { Button, Details, Facts, icons, Status, useFormats, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import type { Family, NearStore, Store } from '../contract.ts';
import { MapLinks, Ways } from './links.tsx';
import { Hours, OpenStatus, SpecialDays } from './opening.tsx';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

function useModelNames(families: readonly Family[]): (ids: readonly string[]) => string {
  const language = useSpeech().language.value;
  const formats = useFormats();
  const names = new Map(families.flatMap(({ models }) => models.map(({ id, name }) => [id, name[language]])));
  return (ids) => formats.list(ids.map((id) => names.get(id) ?? id));
}

/** In figures as well: not everyone reads this on what they call with. */
function PhoneLink({ phone }: { readonly phone: string }) {
  return <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>;
}

interface ShownProps {
  readonly store: Store;
  readonly families: readonly Family[];
}

/** Everything that is not said at first sight. */
export function StoreFacts({ store, families }: ShownProps) {
  const t = useText(catalogue);
  const models = useModelNames(families);
  const facts = [
    ...(store.phone ? [[t('phone'), <PhoneLink key="phone" phone={store.phone} />] as const] : []),
    ...(store.sells.length > 0 ? [[t('sold_here'), models(store.sells)] as const] : []),
    ...(store.displays.length > 0 ? [[t('shown_here'), models(store.displays)] as const] : []),
  ];
  return (
    <div class={styles.more}>
      {store.hours && <Hours hours={store.hours} />}
      {store.special_days.length > 0 && <SpecialDays days={store.special_days} />}
      {store.hours && <p class={styles.note}>{t('local_time')}</p>}
      <Facts facts={facts} />
      <MapLinks directions={store.directions} />
    </div>
  );
}

/** Open or closed, sells, displays. */
export function Signs({ store }: { readonly store: Store }) {
  const t = useText(catalogue);
  return (
    <p class={styles.signs}>
      <OpenStatus open_now={store.open_now} />
      {store.sells.length > 0 && (
        <Status tone="partly" sign={icons.bag}>
          {t('sells')}
        </Status>
      )}
      {store.displays.length > 0 && (
        <Status tone="plain" sign={icons.display}>
          {t('displays')}
        </Status>
      )}
    </p>
  );
}

interface StoreItemProps {
  readonly id: string;
  readonly store: Store | NearStore;
  readonly families: readonly Family[];
  /** As on the map. */
  readonly number: number | undefined;
  /** Undefined while no map is there to choose it on. */
  readonly chosen: boolean | undefined;
  readonly onChoose: () => void;
}

/** One store: how far, whether it sells or displays, whether it is open, how to get there. */
export function StoreItem({ id, store, families, number, chosen, onChoose }: StoreItemProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  // A country has hundreds of stores: what nobody opened is not made.
  const [open, setOpen] = useState(false);
  return (
    <li id={id} class={styles.store} aria-current={chosen ? 'true' : undefined}>
      <div class={styles.title}>
        <h3>
          {number !== undefined && <span class={styles.number}>{number}</span>}
          <a href={`/stores/${store.id}`}>{store.name}</a>
        </h3>
        {'distance_m' in store && <span class={styles.distance}>{formats.distance(store.distance_m)}</span>}
      </div>
      <address class={styles.address}>{store.address.lines.join(', ')}</address>
      <Signs store={store} />
      <div class={styles.ways}>
        <Ways store={store} />
        {chosen !== undefined && (
          <Button kind="quiet" icon={icons.map} onPress={onChoose}>
            {t('on_map')}
            <span class="only-heard">: {store.name}</span>
          </Button>
        )}
      </div>
      <Details look="quiet" summary={t('more')} open={open} onToggle={setOpen}>
        {open && <StoreFacts store={store} families={families} />}
      </Details>
    </li>
  );
}
