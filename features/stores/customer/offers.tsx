import { Icon, icons, useFormats, useSpeech, useText } from '@axent/ui';
import type { Family, Offers as OffersOf } from '../contract.ts';
import styles from './offers.module.css';
import { catalogue } from './text.ts';

interface OffersProps {
  readonly offers: OffersOf;
  readonly families: readonly Family[];
}

/** What can be bought and ordered here, each with the reason why it is named. */
export function Offers({ offers, families }: OffersProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { products, services } = offers;
  if (products.length + services.length === 0) return <p class={styles.none}>{t('offers_none')}</p>;
  const nameOf = (family: string, product: string) => {
    const found = families.find(({ id }) => id === family);
    const model = found?.models.find(({ id }) => id === product);
    return { family: found?.name[language] ?? '', model: model?.name[language] ?? product };
  };
  const because = (
    why: 'why_sold' | 'why_shown' | 'why_service',
    { name, distance_m }: OffersOf['services'][number]['store'],
  ) => t(why, { store: name, distance: formats.distance(distance_m) });
  return (
    <section class={styles.offers} aria-labelledby="offers">
      <h2 id="offers">{t('offers')}</h2>
      {products.length > 0 && (
        <ul class={styles.products}>
          {products.map(({ product, family, why, store }) => {
            const words = nameOf(family, product);
            return (
              <li key={product}>
                <a class={styles.card} href={`/stores/${store.id}`}>
                  <span class={styles.family}>{words.family}</span>
                  <b>{words.model}</b>
                  <span class={styles.why}>
                    <Icon of={why === 'shown' ? icons.display : icons.bag} size={16} />
                    {because(`why_${why}`, store)}
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
      {services.length > 0 && (
        <>
          <h3>{t('services')}</h3>
          <ul class={styles.services}>
            {services.map(({ service, name, store }) => (
              <li key={service}>
                <a href={`/stores/${store.id}`}>{name[language]}</a>
                <span class={styles.why}>{because('why_service', store)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
