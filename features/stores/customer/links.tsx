import { Icon, icons, useText } from '@axent/ui';
import type { Directions, Store } from '../contract.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

type Link = Directions['links'][number];

const map_names: Readonly<Record<Exclude<Link['kind'], 'geo'>, string>> = {
  apple: 'Apple Maps',
  google: 'Google Maps',
  openstreetmap: 'OpenStreetMap',
  amap: '高德地图',
  baidu: '百度地图',
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

/** How to get there and how to call, as links; neither tells where one is. */
export function Ways({ store }: { readonly store: Pick<Store, 'name' | 'directions' | 'phone'> }) {
  const t = useText(catalogue);
  const link = firstLink(store.directions.links, navigator.userAgent);
  return (
    <>
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
    </>
  );
}

export function MapLinks({ directions }: { readonly directions: Directions }) {
  const t = useText(catalogue);
  return (
    <>
      <ul class={styles.maps}>
        {directions.links.map(({ kind, url }) => (
          <li key={kind}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {t('directions_with', { name: kind === 'geo' ? t('map_geo') : map_names[kind] })}
            </a>
          </li>
        ))}
      </ul>
      <p class={styles.note}>{t('directions_note')}</p>
    </>
  );
}
