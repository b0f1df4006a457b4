import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Field, Select, useFormats, useSpeech, useText } from '@axent/ui';
import { useRef, useState } from 'preact/hooks';
import { countries, judgeAddress, setAddress, type TypedField } from '../contract.ts';
import { show } from './focus.ts';
import { EditorForm, useKeeping } from './form.tsx';
import { catalogue } from './text.ts';

export type Address = Output<typeof setAddress>;

interface AddressEditorProps {
  readonly address: Address;
  readonly onKept: (address: Address) => void;
  readonly onLeave: () => void;
}

const completions: Readonly<Record<TypedField, string>> = {
  street: 'address-line1',
  line2: 'address-line2',
  district: 'address-level3',
  town: 'address-level2',
  province: 'address-level1',
  postcode: 'postal-code',
};

type LocalName = 'town_CN' | 'province_IE' | 'province_IT';

/** What a field is called where it is called otherwise than elsewhere. */
const local: Readonly<Partial<Record<TypedField, Readonly<Record<string, LocalName>>>>> = {
  town: { CN: 'town_CN' },
  province: { IE: 'province_IE', IT: 'province_IT' },
};

const nameOf = (field: TypedField, country: string): TypedField | LocalName =>
  local[field]?.[country] ?? field;

/** Where the reader's language is at home, if something can be sent there. */
function nearCountry(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? '';
  return region in countries ? region : 'CH';
}

const typedOf = (address: Address): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(address).map(([field, value]) => [field, value ?? '']));

function useTyped(address: Address) {
  const [typed, setTyped] = useState(() => typedOf(address));
  const [country, setCountry] = useState(address.country ?? nearCountry());
  return { given: { ...typed, country }, typed, setTyped, country, setCountry };
}

/** The fields change with the country; what was typed for one stays for the next. */
export function AddressEditor({ address, onKept, onLeave }: AddressEditorProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { given, typed, setTyped, country, setCountry } = useTyped(address);
  const { busy, keep, errorOf, refused, forgive } = useKeeping(country);
  const form = useRef<HTMLDivElement>(null);
  const { fields = [], required = [], example = '' } = countries[country] ?? {};
  const send = async (value: Readonly<Record<string, string>>) => {
    const { flaw } = judgeAddress(value, address.country === null);
    const wrong = await keep(flaw, async () => onKept(await call(setAddress, value, { language })));
    if (wrong !== null) show(form.current, `[name=${CSS.escape(wrong)}]`);
  };
  const options = Object.keys(countries)
    .map((code) => ({ value: code, label: formats.country(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
  return (
    <div ref={form}>
      <EditorForm
        busy={busy}
        refused={refused}
        onKeep={() => void send(given)}
        onLeave={onLeave}
        onEmpty={address.country === null ? null : () => void send({})}
      >
        <Select
          look="box"
          label={t('country')}
          name="country"
          autocomplete="country"
          value={country}
          options={options}
          onValue={(code) => {
            forgive();
            setCountry(code);
          }}
        />
        {fields.map((field) => (
          <Field
            key={field}
            label={
              required.includes(field)
                ? t(nameOf(field, country))
                : t('optional', { field: t(nameOf(field, country)) })
            }
            hint={
              field === 'line2'
                ? t('line2_hint')
                : field === 'postcode'
                  ? t('example', { example })
                  : undefined
            }
            value={typed[field] ?? ''}
            name={field}
            autocomplete={completions[field]}
            inputMode={field === 'postcode' && /^\d+$/.test(example) ? 'numeric' : 'text'}
            maxLength={1000}
            required={required.includes(field)}
            error={errorOf(field)}
            onValue={(value) => {
              forgive();
              setTyped({ ...typed, [field]: value });
            }}
          />
        ))}
      </EditorForm>
    </div>
  );
}
