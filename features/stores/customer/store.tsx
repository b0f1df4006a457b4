import { Details, Facts, Icon, icons, Status, useFormats, useSpeech, useText } from '@axent/ui';
import type { Directions, Family, NearStore } from '../contract.ts';
import { Hours, OpenStatus } from './opening.tsx';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

type Link = Directions['links'][number];

const map_names: Readonly<Record<Exclude<Link['kind'], 'geo'>, string>> = {
  apple: 'Apple Maps',
  google: 'Google Maps',
  openstreetmap: 'OpenStreetMap',
  amap: '高德地图',
};

/** The map that people of this device and country most likely have; the others stay one tap away. */
function firstLink(links: readonly Link[], agent: string): Link | undefined {
  const order: Link['kind'][] = /Android/.test(agent)
    ? ['amap', 'geo', 'openstreetmap']
    : /iPhone|iPad|Macintosh/.test(agent)
      ? ['amap', 'apple', 'openstreetmap']
      : ['amap', 'openstreetmap', 'google'];
  for (const kind of order) {
    const link = links.find((one) => one.kind === kind);
    if (link) return link;
  }
  return links[0];
}

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

function More({ store, families }: { readonly store: NearStore; readonly families: readonly Family[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const models = useModelNames(families);
  const facts = [
    ...(store.phone ? [[t('phone'), <PhoneLink key="phone" phone={store.phone} />] as const] : []),
    ...(store.sells.length > 0 ? [[t('sold_here'), models(store.sells)] as const] : []),
    ...(store.displays.length > 0 ? [[t('shown_here'), models(store.displays)] as const] : []),
    ...(store.closed_days.length > 0
      ? [[t('closed_on'), formats.list(store.closed_days.map(formats.date))] as const]
      : []),
  ];
  return (
    <div class={styles.more}>
      {store.hours && <Hours hours={store.hours} />}
      {store.hours && <p class={styles.note}>{t('local_time')}</p>}
      <Facts facts={facts} />
      <ul class={styles.maps}>
        {store.directions.links.map(({ kind, url }) => (
          <li key={kind}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {t('directions_with', { name: kind === 'geo' ? t('map_geo') : map_names[kind] })}
            </a>
          </li>
        ))}
      </ul>
      <p class={styles.note}>{t('directions_note')}</p>
    </div>
  );
}

interface StoreItemProps {
  readonly store: NearStore;
  readonly families: readonly Family[];
}

/** One store: how far, whether it sells or displays, whether it is open, how to get there. */
export function StoreItem({ store, families }: StoreItemProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const link = firstLink(store.directions.links, navigator.userAgent);
  return (
    <li class={styles.store}>
      <div class={styles.title}>
        <h3>{store.name}</h3>
        <span class={styles.distance}>{formats.distance(store.distance_m)}</span>
      </div>
      <address class={styles.address}>{store.address.lines.join(', ')}</address>
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
      <p class={styles.ways}>
        {link && (
          <a
            href={link.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${t('directions')}: ${store.name}`}
          >
            <Icon of={icons.directions} size={20} />
            {t('directions')}
          </a>
        )}
        {store.phone && (
          <a href={`tel:${store.phone.replaceAll(' ', '')}`} aria-label={`${t('call')}: ${store.name}`}>
            <Icon of={icons.phone} size={20} />
            {t('call')}
          </a>
        )}
      </p>
      <Details look="quiet" summary={t('more')}>
        <More store={store} families={families} />
      </Details>
    </li>
  );
}
