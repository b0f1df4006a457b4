import { Chip, Select, useSpeech, useText } from '@axent/ui';
import type { Family } from '../contract.ts';
import type { Filters } from './search.ts';
import styles from './stores.module.css';
import { catalogue } from './text.ts';

interface FilterBarProps {
  readonly filters: Filters;
  readonly families: readonly Family[];
  readonly onFilters: (filters: Filters) => void;
}

export function FilterBar({ filters, families, onFilters }: FilterBarProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const products = families.flatMap(({ id, name, models }) => [
    { value: id, label: name[language] },
    ...models.map((model) => ({ value: model.id, label: `– ${model.name[language]}` })),
  ]);
  return (
    <fieldset class={styles.filters}>
      <legend class="only-heard">{t('filters')}</legend>
      {(['sells', 'displays', 'open_now'] as const).map((name) => (
        <Chip key={name} on={filters[name]} onSwitch={(on) => onFilters({ ...filters, [name]: on })}>
          {t(name)}
        </Chip>
      ))}
      {products.length > 0 && (
        <Select
          label={t('product')}
          value={filters.product}
          options={[{ value: '', label: t('any_product') }, ...products]}
          onValue={(product) => onFilters({ ...filters, product })}
        />
      )}
    </fieldset>
  );
}
