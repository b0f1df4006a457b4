import { type Translate, useFormats, useText } from '@axent/ui';
import { catalogue } from './text.ts';

/** Names in plain words from the notice, by id. */
export interface Names {
  readonly categories: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly functions?: Readonly<Record<string, string>>;
}

type Texts = typeof import('./text/en.ts').default;
type Key = keyof Texts;

/** The words of a key that is put together; what has none keeps its own name, readable. */
function known(t: Translate<Texts>, key: string, id: string): string {
  // The translator gives the key back where it has no words.
  const words = (t as (key: Key) => string)(key as Key);
  return words === key ? id.replaceAll('_', ' ') : words;
}

/** Moments in what the watch noted. */
const timed: readonly string[] = ['time', 'decided_at'];

export function useNames() {
  const t = useText(catalogue);
  const formats = useFormats();
  return {
    role: (id: string) => known(t, `role_${id}`, id),
    /** A device has a name of another kind than a person. */
    field: (id: string, category: string) =>
      category === 'device' && id === 'name' ? t('field_device_name') : known(t, `field_${id}`, id),
    /** A value in words where it is one of a few; a country by its name. */
    value: (id: string, category: string, value: string) => {
      if (id === 'at' || (category === 'signal' && timed.includes(id))) return formats.moment(value);
      if (category === 'signal') return id === 'kind' ? known(t, `rule_${value}`, value) : value;
      if (category === 'address' && id === 'country') return formats.country(value);
      if (category !== 'device') return value;
      if (id === 'country' && value !== 'unknown') return formats.country(value);
      return ['type', 'os', 'country'].includes(id) ? known(t, `value_${value}`, value) : value;
    },
  };
}
